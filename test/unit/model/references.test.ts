import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIssueLog } from "../../../src/model/issue-log.js";
import { resolveReferences } from "../../../src/model/references.js";

function resolve(wholes: readonly (string | undefined)[], known: readonly string[] = []) {
  const { report, list } = createIssueLog();
  const rows = wholes.map((partOf, index) => ({ index, id: String(index), partOf, leadsTo: [] }));
  const references = resolveReferences(rows, (id) => known.includes(id), report);
  return {
    partOf: rows.map(({ id }) => references.get(id)!.partOf),
    parts: rows.map(({ id }) => references.get(id)!.parts),
    issues: list().map(({ code, path }) => `${code} ${path}`),
  };
}

describe("resolveReferences", () => {
  it("tells a whole its parts", () => {
    const { parts, issues } = resolve([undefined, "0", "0"]);
    expect(parts).toEqual([["1", "2"], [], []]);
    expect(issues).toEqual([]);
  });

  it("drops a reference to nothing and says so", () => {
    expect(resolve(["7"])).toEqual({
      partOf: [undefined],
      parts: [[]],
      issues: ["reference-unknown events[0].partOf"],
    });
  });

  it("drops a reference to a row that can't be shown without a further word", () => {
    expect(resolve(["7"], ["7"])).toEqual({ partOf: [undefined], parts: [[]], issues: [] });
  });

  it("opens a ring where it closes", () => {
    expect(resolve(["1", "2", "0"])).toEqual({
      partOf: ["1", "2", undefined],
      parts: [[], ["0"], ["1"]],
      issues: ["part-cycle events[2].partOf"],
    });
  });

  it("survives a chain of 100,000 parts that closes to a ring", () => {
    const wholes = Array.from({ length: 100_000 }, (_, i) => String((i + 99_999) % 100_000));
    expect(resolve(wholes).issues).toEqual(["part-cycle events[99999].partOf"]);
  });

  it("leaves no ring, and cuts only what would close one", () => {
    const wholes = fc.array(fc.option(fc.nat(8), { nil: undefined }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(wholes, (given) => {
        const { partOf } = resolve(given.map((whole) => whole?.toString()));
        const above = new Map<string, string>();
        given.forEach((whole, i) => {
          if (whole === undefined) return;
          const way = [String(whole)];
          while (above.has(way.at(-1)!)) way.push(above.get(way.at(-1)!)!);
          if (!way.includes(String(i))) above.set(String(i), String(whole));
        });
        expect(partOf).toEqual(given.map((_, i) => above.get(String(i))));
      }),
      { seed: 20200709, numRuns: 500 },
    );
  });
});
