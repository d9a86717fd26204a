import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formsOf, type Label } from "../../../src/layout/label.js";
import { reserveForms, setForms } from "../../../src/layout/label-forms.js";
import { anyEvents, laidOut } from "./laid-out.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: runs(25, 600) };
const maxWidth = fc.integer({ min: 130, max: 300 });

describe.each([
  ["The forms of all labels", setForms],
  ["The forms of the labels of a crowd", reserveForms],
])("%s", (_, set) => {
  it("grow, and no label is larger than its form takes.", () => {
    fc.assert(
      fc.property(anyEvents, maxWidth, (events, width) => {
        const { columns, setting } = laidOut({ events });
        const { sizes, labelOf } = set(columns.events, width, setting);
        for (const event of columns.events.keys()) {
          let height = 0;
          for (const [form, { widths, heights }] of sizes.entries()) {
            const label = labelOf(event, form);
            expect(label.width).toBeLessThanOrEqual(widths[event]!);
            expect(label.height).toBeLessThanOrEqual(heights[event]!);
            expect(heights[event]).toBeGreaterThanOrEqual(sizes[form - 1]?.heights[event] ?? 0);
            expect(label.height).toBeGreaterThanOrEqual(height);
            height = label.height;
          }
        }
      }),
      parameters,
    );
  });

  it("end with the whole label.", () => {
    fc.assert(
      fc.property(anyEvents, maxWidth, (events, width) => {
        const { columns, setting } = laidOut({ events });
        const { sizes, labelOf } = set(columns.events, width, setting);
        for (const [event, resolved] of columns.events.entries()) {
          const [whole] = formsOf(resolved, { maxWidth: width, titleLines: 2, summaryLines: 1 }, setting);
          expect(labelOf(event)).toEqual(whole);
          expect(labelOf(event, sizes.length - 1)).toEqual(whole);
        }
      }),
      parameters,
    );
  });
});

describe("The forms of the labels of a crowd", () => {
  it("take what a title alone takes in a small timeline; where that is shortened, what its last word with room takes.", () => {
    fc.assert(
      fc.property(anyEvents, maxWidth, (events, width) => {
        const { columns, setting } = laidOut({ events });
        const [exact, reserved] = [setForms, reserveForms].map((set) => set(columns.events, width, setting));
        for (const [form, room] of [100, width].entries())
          for (const event of columns.events.keys()) {
            const needed = exact!.labelOf(event, form);
            const [taken, label] = [reserved!.sizes[form]!.widths[event]!, reserved!.labelOf(event, form)];
            expect(reserved!.sizes[form]!.heights[event]).toBe(needed.height);
            if (isWhole(needed)) expect([taken, label]).toEqual([needed.width, needed]);
            else expect([taken <= room, taken >= room * 0.6, isWhole(label)]).toEqual([true, true, false]);
          }
      }),
      parameters,
    );
  });
});

/** Whether a title is there to its end. */
function isWhole({ lines }: Label): boolean {
  return !lines.some(({ runs }) => runs.some(({ text }) => text.includes("…")));
}
