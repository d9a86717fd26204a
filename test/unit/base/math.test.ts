import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clamp, lowerBound, modulo } from "../../../src/base/math.js";

const parameters = { seed: 20200709, numRuns: 500 };

describe("clamp", () => {
  it("holds a value between two limits, and to the lower one where they cross.", () => {
    expect([clamp(5, 0, 10), clamp(-5, 0, 10), clamp(15, 0, 10), clamp(5, 10, 0)]).toEqual([5, 0, 10, 10]);
    expect(clamp(Infinity, 0, 10)).toBe(10);
  });
});

describe("modulo", () => {
  it("has the sign of the divisor and repeats with it.", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e4 }), (value, divisor) => {
        const rest = modulo(value, divisor);
        expect(rest >= 0 && rest < divisor).toBe(true);
        expect(modulo(value + divisor, divisor)).toBe(rest);
        expect((value - rest) % divisor === 0).toBe(true);
      }),
      parameters,
    );
    expect(modulo(-1, 7)).toBe(6);
  });
});

describe("lowerBound", () => {
  it("finds what looking at each one finds, with few looks.", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }), fc.integer(), (values, wanted) => {
        const sorted = values.sort((a, b) => a - b);
        let looks = 0;
        const found = lowerBound(sorted.length, (i) => {
          looks++;
          return sorted[i]! >= wanted;
        });
        expect(found).toBe(sorted.filter((value) => value < wanted).length);
        expect(looks).toBeLessThanOrEqual(8);
      }),
      parameters,
    );
  });
});
