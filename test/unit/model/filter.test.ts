import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFilter, findFilterFaults, readFilter, resolveRange } from "../../../src/model/filter.js";

describe("A filter", () => {
  it("loses what asks for nothing", () => {
    expect(checkFilter({ text: " ", kinds: [], tags: ["a"], range: {} }, "filter")).toEqual({ tags: ["a"] });
  });

  it("is a copy that nobody changes from outside", () => {
    const tags = ["a"];
    const range = { from: "2020" };
    const filter = checkFilter({ tags, range }, "filter");
    tags.push("b");
    range.from = "2021";
    expect(filter).toEqual({ tags: ["a"], range: { from: "2020" } });
  });

  it.each([
    [{ txt: "a" }, "filter.txt", `"text"`],
    [{ text: 1 }, "filter.text", "a text of at most 200 characters"],
    [{ text: "a".repeat(201) }, "filter.text", "a text of at most 200 characters"],
    [{ kinds: "summit" }, "filter.kinds", "an array of at most 1000 texts"],
    [{ tags: [1] }, "filter.tags", "an array of at most 1000 texts"],
    [{ range: { from: "soon" } }, "filter.range", "an object with dates from and to, in order"],
    [{ range: { from: "2021", to: "2020" } }, "filter.range", "an object with dates from and to, in order"],
    [{ range: { since: "2021" } }, "filter.range", "an object with dates from and to, in order"],
    ["all", "filter", "an object"],
  ])("that is wrong throws: %o", (filter, path, expected) => {
    expect(() => checkFilter(filter, "filter")).toThrow(
      expect.objectContaining({ name: "MizwalaError", path, expected }),
    );
  });

  it("from outside keeps what can be read, and passes the rest over", () => {
    const filter = { text: "قمة", kinds: 1, lanes: ["a"], range: { from: "soon" }, __proto__: { tags: ["b"] } };
    expect(readFilter(filter)).toEqual({ text: "قمة", lanes: ["a"] });
    for (const nothing of [undefined, null, 1, "a", []]) expect(readFilter(nothing)).toEqual({});
  });

  it("from outside never throws, and what was read has no fault", () => {
    const names = fc.constantFrom("text", "kinds", "lanes", "tags", "participants", "range", "other");
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (filter) => {
        expect(findFilterFaults(readFilter(filter), "filter")).toEqual([]);
        expect(readFilter(readFilter(filter))).toEqual(readFilter(filter));
      }),
      { seed: 1 },
    );
  });

  it("has a range from the first instant of one date to the last of another, open where one is left out", () => {
    expect(resolveRange({ from: "2020", to: "2020" }, "UTC")).toEqual([Date.UTC(2020, 0), Date.UTC(2021, 0)]);
    expect(resolveRange({ to: "2020-07" }, "UTC")).toEqual([-Infinity, Date.UTC(2020, 7)]);
    expect(resolveRange({ from: "2020-07" }, "UTC")).toEqual([Date.UTC(2020, 6), Infinity]);
  });
});
