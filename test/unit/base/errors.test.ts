import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MizwalaError, show } from "../../../src/base/errors.js";

describe("show", () => {
  it.each([
    ["a date", `"a date"`],
    ["two\nlines", `"two\\nlines"`],
    ["x".repeat(100), `"${"x".repeat(80)}…"`],
    [12.5, "12.5"],
    [NaN, "NaN"],
    [10n, "10"],
    [null, "null"],
    [undefined, "undefined"],
    [() => 1, "a function"],
    [Symbol("x"), "a symbol"],
    [new Date(NaN), "a Date"],
    [[1, 2], "an array of 2"],
    [{}, "an object with no fields"],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "an object with a, b, c, d"],
    [Object.create(null), "an object with no fields"],
  ])("puts %o in a few words.", (value, words) => {
    expect(show(value)).toBe(words);
  });

  it("puts anything in one short line.", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) => {
        const words = show(value);
        expect(words).not.toMatch(/[\n\r]/);
        expect(words.length).toBeLessThan(600);
      }),
      { seed: 20200709, numRuns: 1000 },
    );
    expect(show({ ["a\nb".repeat(200)]: 1 })).not.toMatch(/\n/);
  });
});

describe("MizwalaError", () => {
  it("says where, what was found and what was expected, and holds the parts.", () => {
    const error = new MizwalaError({
      code: "option-value",
      path: "options.layout",
      found: "spiral",
      expected: "flags or list",
    });
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe(`options.layout: found "spiral", expected flags or list`);
    expect(error).toMatchObject({
      name: "MizwalaError",
      code: "option-value",
      path: "options.layout",
      found: `"spiral"`,
      expected: "flags or list",
    });
  });
});
