import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseMode } from "../../../src/layout/choose-mode.js";
import type { LayoutMode } from "../../../src/layout/input.js";

const first = { wide: "flags", before: undefined } as const;

describe("chooseMode", () => {
  it("takes a list below 600 pixels, but flags for more than 500 events, and the wide layout from there on", () => {
    expect(chooseMode({ ...first, width: 599, count: 500 })).toBe("list");
    expect(chooseMode({ ...first, width: 320, count: 501 })).toBe("flags");
    expect(chooseMode({ ...first, width: 600, count: 1 })).toBe("flags");
    expect(chooseMode({ ...first, wide: "lanes", width: 599, count: 501 })).toBe("flags");
    expect(chooseMode({ ...first, wide: "lanes", width: 600, count: 501 })).toBe("lanes");
  });

  it("leaves a layout for the narrower one at 600 pixels and for the wider one at 624", () => {
    const modesAt = (before: LayoutMode): LayoutMode[] =>
      [599, 600, 623, 624].map((width) => chooseMode({ width, count: 9, wide: "flags", before }));
    expect(modesAt("flags")).toEqual(["list", "flags", "flags", "flags"]);
    expect(modesAt("list")).toEqual(["list", "list", "list", "flags"]);
  });

  it("comes to rest where a scroll bar of up to 17 pixels comes and goes with the layout", () => {
    const height = fc.integer({ min: 100, max: 3000 });
    const setting = {
      width: fc.integer({ min: 560, max: 660 }),
      bar: fc.integer({ min: 0, max: 17 }),
      window: height,
      heights: fc.record({ flags: height, lanes: height, list: height }),
      count: fc.constantFrom(5, 5000),
      wide: fc.constantFrom("flags", "lanes"),
      before: fc.constantFrom(undefined, "flags", "lanes", "list"),
    } as const;
    fc.assert(
      fc.property(fc.record(setting), ({ width, bar, window, heights, count, wide, before }) => {
        const modes: LayoutMode[] = [];
        let last: LayoutMode | undefined = before;
        for (let frame = 0; frame < 8; frame++) {
          const hasBar: boolean = last !== undefined && heights[last] > window;
          last = chooseMode({ width: hasBar ? width - bar : width, count, wide, before: last });
          modes.push(last);
        }
        expect(new Set(modes.slice(3)).size).toBe(1);
      }),
      { seed: 20200709, numRuns: 3000 },
    );
  });
});
