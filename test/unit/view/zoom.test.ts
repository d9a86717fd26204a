import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Domain } from "../../../src/view/view.js";
import { holdWithin, panBy, reveal, zoomAround } from "../../../src/view/zoom.js";

const parameters = { seed: 20200709, numRuns: 500 };

const instant = fc.integer({ min: -1e12, max: 1e12 });
const length = fc.integer({ min: 1, max: 1e12 });
const domain = fc.tuple(instant, length).map(([from, long]): Domain => [from, from + long]);
const lengthOf = ([from, to]: Domain): number => to - from;

describe("zoomAround", () => {
  it("keeps an instant in its place and scales the length.", () => {
    fc.assert(
      fc.property(domain, instant, fc.double({ min: 0.01, max: 100, noNaN: true }), (before, anchor, factor) => {
        const after = zoomAround(before, factor, anchor);
        expect(lengthOf(after) / (lengthOf(before) * factor)).toBeCloseTo(1, 1);
        const placeIn = (view: Domain): number => (anchor - view[0]) / lengthOf(view);
        const tolerance = 1e-3 * (1 + Math.abs(placeIn(before)));
        if (lengthOf(before) * factor > 1e3) expect(Math.abs(placeIn(after) - placeIn(before))).toBeLessThan(tolerance);
      }),
      parameters,
    );
  });
});

describe("panBy", () => {
  it("moves by a share of the length, later where it is positive.", () => {
    expect(panBy([100, 200], 0.25)).toEqual([125, 225]);
    expect(panBy([100, 200], -1)).toEqual([0, 100]);
  });
});

describe("holdWithin", () => {
  const limits = fc
    .record({ min: length, max: length, extent: domain })
    .map(({ min, max, extent }) => ({ min: Math.min(min, max), max: Math.max(min, max), extent }));

  it("keeps the length and the place within the limits, and holds what it has held.", () => {
    fc.assert(
      fc.property(domain, limits, (before, within) => {
        const [first, last] = within.extent;
        const after = holdWithin(before, within);
        const longest = Math.min(within.max, last - first);
        expect(lengthOf(after)).toBeGreaterThanOrEqual(within.min - 1e-3);
        expect(lengthOf(after)).toBeLessThanOrEqual(Math.max(longest, within.min) + 1e-3);
        expect(after[0]).toBeGreaterThanOrEqual(first - 1e-3);
        if (within.min <= longest) expect(after[1]).toBeLessThanOrEqual(last + 1e-3);
        holdWithin(after, within).forEach((end, i) => {
          expect(end).toBeCloseTo(after[i]!, 2);
        });
      }),
      parameters,
    );
  });

  it("gives the very same domain back where it is within.", () => {
    const inside: Domain = [10, 20];
    expect(holdWithin(inside, { min: 5, max: 50, extent: [0, 100] })).toBe(inside);
    expect(holdWithin(inside, { min: 5, max: Infinity, extent: [-Infinity, Infinity] })).toBe(inside);
  });

  it("changes the length about the middle, then moves it inside.", () => {
    expect(holdWithin([10, 20], { min: 20, max: 50, extent: [0, 100] })).toEqual([5, 25]);
    expect(holdWithin([-10, 90], { min: 1, max: 50, extent: [0, 100] })).toEqual([15, 65]);
    expect(holdWithin([-30, -10], { min: 1, max: 50, extent: [0, 100] })).toEqual([0, 20]);
  });
});

describe("reveal", () => {
  it("brings into view what fits, by as little as it takes, and never zooms.", () => {
    fc.assert(
      fc.property(domain, instant, fc.double({ min: 0, max: 1, noNaN: true }), (before, from, share) => {
        const to = from + Math.floor(lengthOf(before) * share);
        const after = reveal(before, from, to);
        expect(lengthOf(after)).toBe(lengthOf(before));
        expect(after[0] <= from && to <= after[1]).toBe(true);
        const isAtEdge = after[0] === from || after[1] === to;
        expect(after === before || isAtEdge).toBe(true);
      }),
      parameters,
    );
  });

  it("shows the start of what is longer than the view.", () => {
    expect(reveal([0, 10], 20, 50)).toEqual([20, 30]);
    expect(reveal([40, 50], 20, 60)).toEqual([20, 30]);
  });
});
