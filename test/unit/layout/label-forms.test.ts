import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formsOf } from "../../../src/layout/label.js";
import { reserveForms, setForms } from "../../../src/layout/label-forms.js";
import { anyEvents, laidOut } from "./laid-out.js";

const parameters = { seed: 20200709, numRuns: 60 };
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
  it("are as large as in a small timeline where a title stands alone, which is what a crowd shows first.", () => {
    fc.assert(
      fc.property(anyEvents, maxWidth, (events, width) => {
        fc.pre(events.length > 0);
        const { columns, setting } = laidOut({ events });
        const [exact, reserved] = [setForms, reserveForms].map((set) => set(columns.events, width, setting));
        expect(reserved!.sizes.slice(0, 2)).toEqual(exact!.sizes.slice(0, 2));
      }),
      parameters,
    );
  });
});
