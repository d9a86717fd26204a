import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breaksOf, createWarp, NO_BREAKS, type Break, type Warp } from "../../../src/time/warp.js";

const parameters = { seed: 20200709, numRuns: 500 };

/** Whole milliseconds of a few thousand years: so numbers are exact. */
const anyInstant = fc.integer({ min: -1e14, max: 1e14 });
const anyBreak = fc
  .tuple(anyInstant, fc.integer({ min: 1, max: 3e13 }))
  .map(([from, length]): Break => ({ from, to: from + length }));
const anyBreaks = fc.array(anyBreak, { minLength: 1, maxLength: 8 });

/** The slow and obvious way: an instant comes nearer to another one by what is left out between them. */
function distanceOnAxis(from: number, to: number, breaks: readonly Break[]): number {
  const edges = [from, to, ...breaks.flatMap((one) => [one.from, one.to])].filter((at) => at >= from && at <= to);
  const stops = [...new Set(edges)].sort((a, b) => a - b);
  return stops.slice(1).reduce((sum, stop, i) => {
    const before = stops[i]!;
    const isLeftOut = breaks.some((one) => one.from <= before && one.to >= stop);
    return isLeftOut ? sum : sum + stop - before;
  }, 0);
}

const isIn = (instant: number, breaks: readonly Break[]): boolean =>
  breaks.some(({ from, to }) => instant > from && instant < to);

describe("createWarp", () => {
  it("shortens what lies between two instants by exactly what is left out there.", () => {
    fc.assert(
      fc.property(anyBreaks, anyInstant, anyInstant, (breaks, a, b) => {
        const { onAxis } = createWarp(breaks);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(onAxis(to) - onAxis(from)).toBe(distanceOnAxis(from, to, breaks));
      }),
      parameters,
    );
  });

  it("never turns time around, also where numbers are coarse.", () => {
    const anyFar = fc.double({ min: -5e20, max: 5e20, noNaN: true });
    const anyFarBreak = fc.tuple(anyFar, anyFar).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1e6 }));
    fc.assert(
      fc.property(fc.array(anyFarBreak, { minLength: 1, maxLength: 5 }), anyFar, anyFar, (breaks, a, b) => {
        const { onAxis } = createWarp(breaks);
        expect(onAxis(Math.min(a, b))).toBeLessThanOrEqual(onAxis(Math.max(a, b)));
        expect(Math.abs(onAxis(a))).toBeLessThanOrEqual(
          Math.max(Math.abs(a), ...breaks.map(({ from }) => Math.abs(from)), ...breaks.map(({ to }) => Math.abs(to))),
        );
      }),
      parameters,
    );
  });

  it("gives back each instant that no break leaves out, and each stretch of the axis.", () => {
    fc.assert(
      fc.property(anyBreaks, anyInstant, anyInstant, (breaks, a, b) => {
        const { onAxis, domainInTime, domainOnAxis } = createWarp(breaks);
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const time = domainInTime([onAxis(from), onAxis(to)]);
        if (!isIn(from, breaks) && !breaks.some((one) => one.from === from)) expect(time[0]).toBe(from);
        if (!isIn(to, breaks) && !breaks.some((one) => one.to === to)) expect(time[1]).toBe(to);
        const back = domainOnAxis([...time]);
        if (onAxis(to) > onAxis(from)) expect(back).toEqual([onAxis(from), onAxis(to)]);
        expect(time.some((instant) => isIn(instant, breaks))).toBe(false);
      }),
      parameters,
    );
  });

  it("gives back a stretch of the axis as the same object, so that nothing is placed anew.", () => {
    const { domainInTime, domainOnAxis } = createWarp([{ from: 10, to: 20 }]);
    const domain = [0.1, 12.3] as const;
    expect(domainOnAxis(domainInTime(domain))).toBe(domain);
    const time = [0, 40] as const;
    expect(domainOnAxis(time)).toBe(domainOnAxis(time));
  });

  it("shows as long a stretch around a break, where one in it is asked for.", () => {
    const warp = createWarp([{ from: 100, to: 200 }]);
    expect(warp.domainOnAxis([120, 140])).toEqual([90, 110]);
    expect(warp.domainInTime([90, 110])).toEqual([90, 210]);
  });

  it("starts a stretch that begins at a break after it, and ends one before it.", () => {
    const warp = createWarp([{ from: 100, to: 200 }]);
    expect(warp.domainInTime([100, 150])).toEqual([200, 250]);
    expect(warp.domainInTime([50, 100])).toEqual([50, 100]);
  });

  it("leaves the piece of 1970 where it is.", () => {
    const { onAxis } = createWarp([
      { from: -300, to: -200 },
      { from: 400, to: 450 },
    ]);
    expect([-400, -250, -100, 0, 400, 420, 500].map(onAxis)).toEqual([-300, -200, -100, 0, 400, 400, 450]);
  });

  it("makes one of breaks that meet.", () => {
    const warp = createWarp([
      { from: 30, to: 40 },
      { from: 10, to: 20 },
      { from: 15, to: 30 },
    ]);
    expect(breaksOf(warp)).toEqual([{ from: 10, to: 40, at: 10 }]);
  });

  it("is nothing where there are no breaks.", () => {
    const warp: Warp = createWarp([]);
    expect(warp).toBe(NO_BREAKS);
    const domain = [1, 2] as const;
    expect(warp.domainOnAxis(domain)).toBe(domain);
    expect(warp.domainInTime(domain)).toBe(domain);
    expect([-Infinity, 0.1, Infinity].map(warp.onAxis)).toEqual([-Infinity, 0.1, Infinity]);
    expect(breaksOf(warp)).toEqual([]);
  });

  it("keeps what has no end without one.", () => {
    const { onAxis } = createWarp([{ from: 100, to: 200 }]);
    expect([-Infinity, Infinity].map(onAxis)).toEqual([-Infinity, Infinity]);
  });
});
