import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignIds } from "../../../src/model/identity.js";
import { createIssueLog } from "../../../src/model/issue-log.js";

function assign(given: readonly (string | undefined)[], ...fallbacks: readonly string[]) {
  const { report, list } = createIssueLog();
  const [first = "event-2020", ...more] = fallbacks;
  const ids = assignIds(
    given.map((id, index) => ({ index, id, fallbacks: [first, ...more] })),
    report,
  );
  return { ids, issues: list().map((issue) => issue.path) };
}

describe("assignIds", () => {
  it.each(["__proto__", "constructor", "toString", "", "x".repeat(1_000_000)])("takes any text for an id", (id) => {
    expect(assign([id, "other"])).toEqual({ ids: [id, "other"], issues: [] });
  });

  it("keeps the first of two rows with the same id and renames the later one", () => {
    expect(assign(["a", "a", "a"])).toEqual({ ids: ["a", "a-2", "a-3"], issues: ["events[1].id", "events[2].id"] });
  });

  it("takes no name away that another row asked for", () => {
    expect(assign(["a", "a", "a-2"]).ids).toEqual(["a", "a-3", "a-2"]);
    expect(assign([undefined, "event-2020"]).ids).toEqual(["event-2020-2", "event-2020"]);
  });

  it("names rows without an id by their fallback, without an issue", () => {
    expect(assign([undefined, undefined])).toEqual({ ids: ["event-2020", "event-2020-2"], issues: [] });
  });

  it("calls a row by the first fallback that no other row has or would have, whatever their order", () => {
    const names = [["summit", "summit-2020"], ["summit", "summit-2021"], ["visit", "visit-2020"], ["arrival"]] as const;
    const rows = names.map((fallbacks, index) => ({ index, id: undefined, fallbacks }));
    const given = { index: 4, id: "visit", fallbacks: [""] } as const;
    const expected = ["summit-2020", "summit-2021", "visit-2020", "arrival", "visit"];
    const all = [...rows, given];
    expect(assignIds(all, () => undefined)).toEqual(expected);
    expect(assignIds([...all].reverse(), () => undefined)).toEqual([...expected].reverse());
  });

  it("never gives two rows the same name, and reports each row that lost its own", () => {
    const id = fc.option(fc.constantFrom("a", "a-2", "a-3", "b", ""), { nil: undefined });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 20 }), (given) => {
        const { ids, issues } = assign(given, "a");
        const renamed = given.filter((name, i) => name !== undefined && ids[i] !== name);
        return new Set(ids).size === given.length && issues.length === renamed.length;
      }),
      { seed: 20200709, numRuns: 1_000 },
    );
  });
});
