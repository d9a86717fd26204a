import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countHidden } from "../../../src/layout/more.js";

const parameters = { seed: 20200709, numRuns: 500 };
const labelOf = (count: number): { text: string; width: number; length: number } => {
  const text = `+${count}`;
  return { text, width: 8 * text.length, length: 8 * text.length };
};

/** Poles in crowds and with gaps, each shown or hidden. */
const crowd = fc
  .array(
    fc.record({
      distance: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 40, max: 400 })),
      isShown: fc.boolean(),
    }),
    { maxLength: 80, size: "max" },
  )
  .map((events) => {
    let pole = 0;
    const poles = events.map(({ distance }) => (pole += distance));
    const places = (isWanted: boolean): number[] => [...poles.keys()].filter((i) => events[i]!.isShown === isWanted);
    return { poles, hidden: places(false), shown: places(true) };
  });

describe("countHidden", () => {
  it("counts each hidden event exactly once, in order of time, and says how many.", () => {
    fc.assert(
      fc.property(crowd, ({ hidden, shown, poles }) => {
        const boxes = countHidden(hidden, shown, poles, labelOf);
        expect(boxes.flatMap(({ events }) => events)).toEqual(hidden);
        for (const { text, width, events } of boxes) expect(labelOf(events.length)).toMatchObject({ text, width });
      }),
      parameters,
    );
  });

  it("lays no count on a pole or on another count.", () => {
    fc.assert(
      fc.property(crowd, ({ hidden, shown, poles }) => {
        const boxes = countHidden(hidden, shown, poles, labelOf);
        boxes.forEach(({ along, width }, i) => {
          for (const pole of shown.map((event) => poles[event]!))
            expect(pole <= along - 6 + 1e-9 || pole >= along + width + 6 - 1e-9).toBe(true);
          if (i > 0) expect(along).toBeGreaterThanOrEqual(boxes[i - 1]!.along + boxes[i - 1]!.width + 6);
        });
      }),
      parameters,
    );
  });

  it("counts neighbours together, centred on the first, and others apart.", () => {
    expect(countHidden([0, 1, 2], [], [100, 140, 300], labelOf)).toEqual([
      { along: 92, width: 16, text: "+2", events: [0, 1] },
      { along: 292, width: 16, text: "+1", events: [2] },
    ]);
  });

  it("counts events between two poles together where there is no room to count them apart.", () => {
    expect(countHidden([1, 2], [0, 3], [0, 10, 60, 40], labelOf)).toEqual([
      { along: 6, width: 16, text: "+2", events: [1, 2] },
    ]);
  });

  it("counts events between poles that stand too near in the next gap with room.", () => {
    expect(countHidden([1, 3], [0, 2, 4], [0, 5, 10, 15, 100], labelOf)).toEqual([
      { along: 16, width: 16, text: "+2", events: [1, 3] },
    ]);
  });
});
