import fc from "fast-check";
import { expect, test } from "vitest";
import { linearScale } from "../../../src/time/scale.js";

const runs = { seed: 20200709, numRuns: 1000 };
const YEAR = 31_556_952_000;
const NOW = 1_594_252_800_000;

test("A scale maps the ends of its domain to the ends of its range.", () => {
  const scale = linearScale([100, 300], [10, 50]);
  expect([scale.at(100), scale.at(200), scale.at(300), scale.at(400)]).toEqual([10, 30, 50, 70]);
  expect([scale.invert(10), scale.invert(30), scale.invert(50)]).toEqual([100, 200, 300]);
  expect(scale.pxPerMs).toBe(0.2);
});

test("A range that runs backwards mirrors every position and keeps the pixels in a millisecond.", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (offset) => {
      const domain = [NOW, NOW + 1e6] as const;
      const [ltr, rtl] = [linearScale(domain, [0, 800]), linearScale(domain, [800, 0])];
      expect(rtl.at(NOW + offset)).toBeCloseTo(800 - ltr.at(NOW + offset), 6);
      expect(rtl.pxPerMs).toBe(ltr.pxPerMs);
    }),
    runs,
  );
});

test("One millisecond near 2020 is told apart.", () => {
  const scale = linearScale([NOW, NOW + 1], [0, 1000]);
  expect([scale.at(NOW), scale.at(NOW + 1)]).toEqual([0, 1000]);
  expect(scale.invert(1000)).toBe(NOW + 1);
});

test("Positions come back from their instants, from one millisecond to the age of the universe.", () => {
  const length = fc.double({ min: 0, max: 20.6, noNaN: true }).map((power) => 10 ** power);
  const start = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(length, start, fc.double({ min: 0, max: 1000, noNaN: true }), (domainLength, share, px) => {
      const from = NOW + share * domainLength * 10;
      const scale = linearScale([from, from + domainLength], [1000, 0]);
      const resolution = Math.max(Math.abs(from), NOW) * Number.EPSILON * 2 * scale.pxPerMs;
      expect(Math.abs(scale.at(scale.invert(px)) - px)).toBeLessThanOrEqual(resolution + 1e-9);
    }),
    runs,
  );
});

test("Over 13.8 thousand million years a year far back is where it belongs.", () => {
  const scale = linearScale([-13.8e9 * YEAR, 0], [0, 1380]);
  expect(scale.at(-66e6 * YEAR)).toBeCloseTo(1373.4, 9);
});

test("A domain without length stays at the start, and nothing is NaN.", () => {
  const scale = linearScale([NOW, NOW], [5, 100]);
  expect([scale.at(NOW + 7), scale.at(Infinity), scale.invert(60), scale.pxPerMs]).toEqual([5, 5, NOW, 0]);
});
