import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseMode } from "../../../src/layout/choose-mode.js";
import type { LayoutChoice } from "../../../src/layout/input.js";

const first = { layout: "auto", orientation: "auto", wide: "flags", hasColumnRoom: true, before: undefined } as const;
const level = (mode: LayoutChoice["mode"]): LayoutChoice => ({ mode, isUpright: false });
const upright = (mode: LayoutChoice["mode"]): LayoutChoice => ({ mode, isUpright: true });

describe("chooseMode", () => {
  it("takes a list below 600 pixels, but flags down the page for more than 500 events, else the wide layout", () => {
    expect(chooseMode({ ...first, width: 599, count: 500 })).toEqual(level("list"));
    expect(chooseMode({ ...first, width: 320, count: 501 })).toEqual(upright("flags"));
    expect(chooseMode({ ...first, width: 600, count: 1 })).toEqual(level("flags"));
    expect(chooseMode({ ...first, wide: "lanes", width: 599, count: 501 })).toEqual(upright("flags"));
    expect(chooseMode({ ...first, wide: "lanes", width: 600, count: 501 })).toEqual(level("lanes"));
  });

  it("takes flags instead of a list where time is to run down, and lanes only where they have room", () => {
    const down = { ...first, orientation: "vertical", count: 9 } as const;
    expect(chooseMode({ ...down, width: 599 })).toEqual(upright("flags"));
    expect(chooseMode({ ...down, wide: "lanes", width: 600 })).toEqual(upright("lanes"));
    expect(chooseMode({ ...down, wide: "lanes", width: 600, hasColumnRoom: false })).toEqual(level("lanes"));
    expect(chooseMode({ ...down, layout: "flags", width: 900 })).toEqual(upright("flags"));
    expect(chooseMode({ ...down, layout: "list", width: 900 })).toEqual(level("list"));
    expect(chooseMode({ ...first, orientation: "horizontal", width: 320, count: 501 })).toEqual(level("flags"));
  });

  it("leaves a layout for the narrower one at 600 pixels and for the wider one at 624", () => {
    const modesAt = (count: number, before: LayoutChoice): LayoutChoice[] =>
      [599, 600, 623, 624].map((width) => chooseMode({ ...first, width, count, before }));
    const [list, flags, down] = [level("list"), level("flags"), upright("flags")];
    expect(modesAt(9, flags)).toEqual([list, flags, flags, flags]);
    expect(modesAt(9, list)).toEqual([list, list, list, flags]);
    expect(modesAt(501, flags)).toEqual([down, flags, flags, flags]);
    expect(modesAt(501, down)).toEqual([down, down, down, flags]);
  });

  it("comes to rest where a scroll bar of up to 17 pixels comes and goes with the layout", () => {
    const height = fc.integer({ min: 100, max: 3000 });
    const setting = {
      width: fc.integer({ min: 560, max: 660 }),
      bar: fc.integer({ min: 0, max: 17 }),
      window: height,
      heights: fc.record({ flags: height, lanes: height, list: height, down: height }),
      count: fc.constantFrom(5, 5000),
      wide: fc.constantFrom("flags", "lanes"),
      orientation: fc.constantFrom("auto", "horizontal", "vertical"),
      before: fc.constantFrom(undefined, level("flags"), level("lanes"), level("list"), upright("flags")),
    } as const;
    fc.assert(
      fc.property(fc.record(setting), ({ width, bar, window, heights, count, wide, orientation, before }) => {
        const choices: string[] = [];
        let last: LayoutChoice | undefined = before;
        for (let frame = 0; frame < 8; frame++) {
          const height: number = last
            ? heights[last.isUpright ? "down" : (last.mode as "flags" | "lanes" | "list")]
            : 0;
          const free = height > window ? width - bar : width;
          last = chooseMode({ ...first, width: free, count, wide, orientation, before: last });
          choices.push(`${last.mode} ${last.isUpright}`);
        }
        expect(new Set(choices.slice(3)).size).toBe(1);
      }),
      { seed: 20200709, numRuns: 3000 },
    );
  });
});
