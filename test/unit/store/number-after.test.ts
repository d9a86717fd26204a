import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberAfter } from "../../../src/store/number-after.js";

describe("The number after another one", () => {
  it("is greater, with none between them", () => {
    expect([0, -0, 1, -1, 2 ** 53, -Number.MIN_VALUE].map(numberAfter)).toEqual([
      Number.MIN_VALUE,
      Number.MIN_VALUE,
      1 + Number.EPSILON,
      -1 + Number.EPSILON / 2,
      2 ** 53 + 2,
      -0,
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, max: Number.MAX_VALUE / 2, min: -Number.MAX_VALUE / 2 }), (value) => {
        const after = numberAfter(value);
        expect(after).toBeGreaterThan(value);
        expect([value, after]).toContain(value / 2 + after / 2);
      }),
      { seed: 20200709, numRuns: 500 },
    );
  });

  it("is infinity behind the last one and behind infinity itself", () => {
    expect([Number.MAX_VALUE, Infinity].map(numberAfter)).toEqual([Infinity, Infinity]);
    expect(numberAfter(-Infinity)).toBe(-Number.MAX_VALUE);
    expect(numberAfter(NaN)).toBeNaN();
  });
});
