import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSteadyWidth } from "../../../src/component/steady-width.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("The width to draw in", () => {
  const widths = (...steps: readonly (readonly [width: number, after: number])[]): number[] => {
    const steady = createSteadyWidth();
    return steps.map(([width, after]) => {
      vi.advanceTimersByTime(after);
      return steady(width);
    });
  };

  it("is that beside a scrollbar which comes and goes with the picture", () => {
    expect(widths([600, 0], [585, 16], [600, 16], [585, 16], [600, 16])).toEqual([600, 585, 585, 585, 585]);
  });

  it("is what there is once a scrollbar has gone for another reason", () => {
    expect(widths([600, 0], [585, 16], [600, 800])).toEqual([600, 585, 600]);
  });

  it("is what there is in all other cases: more than a scrollbar, another width, ever less", () => {
    expect(widths([600, 0], [560, 16], [600, 16])).toEqual([600, 560, 600]);
    expect(widths([600, 0], [585, 16], [601, 16])).toEqual([600, 585, 601]);
    expect(widths([585, 0], [600, 16], [585, 16])).toEqual([585, 600, 585]);
    expect(widths([0, 0], [20, 16], [0, 16])).toEqual([0, 20, 0]);
  });
});
