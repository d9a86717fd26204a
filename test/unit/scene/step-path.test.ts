import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginStepPath } from "../../../src/scene/step-path.js";

describe("beginStepPath", () => {
  it("writes whole steps as SVG has them, however many and however far, from any start", () => {
    const anyStep = fc.tuple(fc.constantFrom("h", "v"), fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }));
    const many = fc.array(anyStep, { size: "large", maxLength: 3_000 });
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ noNaN: true }), many, (x, y, steps) => {
        const path = beginStepPath(x, y);
        for (const [letter, by] of steps) path[letter](by);
        expect(path.text()).toBe(`M${x},${y}${steps.map(([letter, by]) => `${letter}${by}`).join("")}`);
      }),
      { numRuns: 100, seed: 20200709 },
    );
  });

  it("keeps nothing of the path before", () => {
    const before = beginStepPath(1000, 20.5);
    before.h(123456);
    expect(before.text()).toBe("M1000,20.5h123456");
    expect(beginStepPath(0, 1).text()).toBe("M0,1");
  });
});
