import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alongOf, instantAt, meaningOf, movedBy } from "../../../src/features/editing/places.js";
import type { Layout } from "../../../src/layout/layout.js";
import { orient, orientDown } from "../../../src/layout/orientation.js";
import { DAY } from "../../../src/time/instant.js";
import { createWarp } from "../../../src/time/warp.js";

const LENGTH = 900;
const BREAKS = [
  { from: 100 * DAY, to: 400 * DAY },
  { from: 500 * DAY, to: 510 * DAY },
];
const warp = createWarp(BREAKS);

/** As much of a layout as places are found in. */
const layoutOf = (orientation: Layout["orientation"], mode: Layout["mode"] = "flags"): Layout =>
  ({ orientation, mode, length: LENGTH, warp, domain: warp.domainOnAxis([0, 700 * DAY]) }) as unknown as Layout;
const LAYOUTS = [orient("ltr", LENGTH), orient("rtl", LENGTH), orientDown("ltr", 300, 40), orientDown("rtl", 300)].map(
  (orientation) => layoutOf(orientation),
);
const layout = fc.constantFrom(...LAYOUTS);
const instant = fc.double({ min: 0, max: 700 * DAY, noNaN: true }).filter((at) => {
  return BREAKS.every(({ from, to }) => at < from - 1 || at > to + 1);
});

describe("Where an instant is", () => {
  it("comes back from its point, in every direction of time and over breaks.", () => {
    fc.assert(
      fc.property(layout, instant, (here, at) => {
        const point = here.orientation.point(alongOf(here, at), 10);
        expect(Math.abs(instantAt(here, point) - at)).toBeLessThan(1);
      }),
      { seed: 41 },
    );
  });

  it("is within the time that is not left out, wherever a pointer is.", () => {
    fc.assert(
      fc.property(
        layout,
        fc.integer({ min: -500, max: 1_500 }),
        fc.integer({ min: -500, max: 1_500 }),
        (here, x, y) => {
          const at = instantAt(here, [x, y]);
          for (const { from, to } of BREAKS) expect(at > from && at < to).toBe(false);
        },
      ),
      { seed: 42 },
    );
  });

  it("leaps over a break by which it is moved, and comes back.", () => {
    expect(movedBy(LAYOUTS[0]!, 90 * DAY, 20 * DAY)).toBe(410 * DAY);
    fc.assert(
      fc.property(layout, instant, fc.integer({ min: -300, max: 300 }), (here, at, days) => {
        const moved = movedBy(here, at, days * DAY);
        expect(Math.abs(warp.onAxis(moved) - warp.onAxis(at) - days * DAY)).toBeLessThan(1);
        expect(Math.abs(movedBy(here, moved, -days * DAY) - at)).toBeLessThan(1);
      }),
      { seed: 43 },
    );
  });
});

describe("What an arrow means", () => {
  it("is what one sees: to the left is later where time runs there, and below where it runs down.", () => {
    const [ltr, rtl, down] = LAYOUTS as [Layout, Layout, Layout];
    const list = layoutOf(orient("rtl", LENGTH), "list");
    expect([ltr, rtl, down, list].map((here) => meaningOf(here, "ArrowLeft"))).toEqual([
      { time: -1 },
      { time: 1 },
      { lane: -1 },
      { lane: -1 },
    ]);
    expect([ltr, rtl, down, list].map((here) => meaningOf(here, "ArrowDown"))).toEqual([
      { lane: 1 },
      { lane: 1 },
      { time: 1 },
      { time: 1 },
    ]);
    expect(meaningOf(ltr, "Home")).toBeUndefined();
  });
});
