import { array, assert, constantFrom, double, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  centreWindow,
  drawWindow,
  moveWindow,
  resizeWindow,
  type WindowLimits,
} from "../../../src/features/overview/window.js";
import { slideWindow, type Handle } from "../../../src/features/overview/keys.js";
import type { Domain } from "../../../src/view/view.js";

const LIMITS: WindowLimits = { whole: [0, 1000], min: 10, max: Infinity };
const place = double({ min: -500, max: 1500, noNaN: true });
const window = tuple(double({ min: 0, max: 900, noNaN: true }), double({ min: 10, max: 100, noNaN: true })).map(
  ([from, length]): Domain => [from, from + length],
);
const isWithin = ([from, to]: Domain): boolean => from >= -1e-6 && to <= 1000 + 1e-6 && to - from >= 10 - 1e-6;

describe("The window of an overview", () => {
  it("stays within the whole and no shorter than zooming allows, whatever is done to it.", () => {
    assert(
      property(window, place, place, (given, a, b) => {
        const made = [
          moveWindow(given, a, LIMITS),
          resizeWindow(given, 0, a, LIMITS),
          resizeWindow(given, 1, a, LIMITS),
          drawWindow(a, b, LIMITS),
          centreWindow(given, a, LIMITS),
        ];
        expect(made.filter((one) => !isWithin(one))).toEqual([]);
      }),
      { seed: 5 },
    );
  });

  it("keeps its length when it is moved, and its other edge when it is resized.", () => {
    assert(
      property(window, place, (given, a) => {
        const moved = moveWindow(given, a, LIMITS);
        expect(moved[1] - moved[0]).toBeCloseTo(given[1] - given[0], 6);
        expect(resizeWindow(given, 0, a, LIMITS)[1]).toBe(given[1]);
        expect(resizeWindow(given, 1, a, LIMITS)[0]).toBe(given[0]);
      }),
      { seed: 6 },
    );
  });

  it("is drawn from the earlier to the later instant, in whichever order they come.", () => {
    expect(drawWindow(300, 700, LIMITS)).toEqual([300, 700]);
    expect(drawWindow(700, 300, LIMITS)).toEqual([300, 700]);
    expect(drawWindow(700, 699, LIMITS)).toEqual([690, 700]);
    expect(drawWindow(995, 999, LIMITS)).toEqual([990, 1000]);
  });

  it("that lies outside is not pulled back by a touch.", () => {
    expect(moveWindow([-50, 50], 0, LIMITS)).toEqual([-50, 50]);
    expect(moveWindow([-50, 50], -10, LIMITS)).toEqual([-50, 50]);
    expect(resizeWindow([-50, 50], 0, -60, LIMITS)).toEqual([-50, 50]);
  });

  it("comes back to where it was by the opposite keys, where nothing is in the way.", () => {
    const beside = (towards: number) => (at: number) => (Math.floor(at / 10) + towards) * 10;
    for (const handle of ["from", "part", "to"] as const) {
      for (const by of ["step", "page"] as const) {
        const there = slideWindow([300, 400], handle, { by, towards: 1 }, LIMITS, beside(1));
        expect(there).not.toEqual([300, 400]);
        expect(slideWindow(there, handle, { by, towards: -1 }, LIMITS, beside(-1))[0]).toBeCloseTo(300, -1.5);
      }
    }
  });

  it("goes by any keys to places within the whole.", () => {
    const key = tuple(
      constantFrom<Handle[]>("from", "part", "to"),
      constantFrom("step", "page", "end"),
      constantFrom(1, -1),
    );
    assert(
      property(window, array(key, { maxLength: 40 }), (given, keys) => {
        let shown = given;
        for (const [handle, by, towards] of keys) {
          const slide = { by, towards } as { by: "step"; towards: 1 };
          shown = slideWindow(shown, handle, slide, LIMITS, (at) => (Math.floor(at / 7) + towards) * 7);
        }
        expect(isWithin(shown)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
