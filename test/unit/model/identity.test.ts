import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignIds } from "../../../src/model/identity.js";
import { createIssueLog } from "../../../src/model/issue-log.js";

function assign(given: readonly (string | undefined)[], fallback = "event-2020") {
  const { report, list } = createIssueLog();
  const ids = assignIds(
    given.map((id, index) => ({ index, id, fallback })),
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
