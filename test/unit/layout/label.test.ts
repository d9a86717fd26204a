import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degrade, formsOf, setLabel, type Label, type LabelRoom } from "../../../src/layout/label.js";
import type { EventBase } from "../../../src/model/input.js";
import { plainText } from "../../../src/text/runs.js";
import { anyEvents, laidOut } from "./laid-out.js";

const ROOM: LabelRoom = { maxWidth: 160, titleLines: 2, summaryLines: 1 };
const DATE = "2020-07-09";

function read(event: Partial<EventBase>): [Parameters<typeof formsOf>[0], LabelRoom, Parameters<typeof formsOf>[2]] {
  const { columns, setting } = laidOut({ events: [{ date: DATE, title: "Event", ...event }], locale: "en" });
  return [columns.events[0]!, ROOM, setting];
}

function rowsOf({ lines }: Label): string[] {
  return lines.filter(({ role }) => role !== "meta").map(({ runs }) => plainText(runs));
}

describe("formsOf", () => {
  it("goes from the whole label over one without summary to one with a title of one line", () => {
    const forms = formsOf(...read({ title: "Signing of the agreement", summary: "In Damascus" }));
    expect(forms.map(rowsOf)).toEqual([
      ["Signing of the", "agreement", "In Damascus"],
      ["Signing of the", "agreement"],
      ["Signing of the…"],
    ]);
    expect(forms.map(({ isShortened }) => isShortened)).toEqual([false, true, true]);
    expect(forms.map(({ height }) => height)).toEqual([108, 88, 64]);
  });

  it("leaves out the forms that would be the one before again", () => {
    expect(formsOf(...read({ title: "Signing" })).map(rowsOf)).toEqual([["Signing"]]);
    expect(formsOf(...read({ title: "Signing", summary: "In Damascus" })).map(rowsOf)).toEqual([
      ["Signing", "In Damascus"],
      ["Signing"],
    ]);
    expect(formsOf(...read({ title: "Signing of the agreement" }))).toHaveLength(2);
  });

  it("keeps the lines that stay, at the same places", () => {
    const forms = formsOf(...read({ title: "Signing of the agreement", summary: "In Damascus" }));
    for (const form of forms) expect(form.lines[0]).toEqual(forms[0]!.lines[0]);
    expect(forms[1]!.lines).toEqual(forms[0]!.lines.slice(0, -1));
  });

  it("gives forms that are less and less high, never wider than the room, and say that they are shortened", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 120, max: 400 }), (events, maxWidth) => {
        const { columns, setting } = laidOut({ events });
        const room = { ...ROOM, maxWidth };
        for (const event of columns.events) {
          const forms = formsOf(event, room, setting);
          expect(forms[0]).toEqual(setLabel(event, room, setting));
          expect(degrade(forms.at(-1)!, event, room, setting)).toBeUndefined();
          forms.slice(1).forEach((form, i) => {
            expect(form.height).toBeLessThan(forms[i]!.height);
            expect(form.isShortened).toBe(true);
          });
          for (const { lines, height, width } of forms) {
            for (const line of lines) expect(line.width).toBeLessThanOrEqual(Math.min(width, maxWidth));
            expect(lines.at(-1)!.top).toBeLessThan(height);
          }
        }
      }),
      { seed: 20200709, numRuns: 20 },
    );
  });
});

describe("setLabel", () => {
  it("says the kind where a title is blank, whatever it is made of", () => {
    for (const title of ["", "   ", "\u200b\u200c\u200d", "\ufeff\n\t", "\u202e\u2066"]) {
      const { issues } = laidOut({ events: [{ date: DATE, title }] });
      expect(issues.map(({ code }) => code)).toEqual(["text-missing"]);
      expect(rowsOf(setLabel(...read({ title })))).toEqual(["Event"]);
    }
  });

  it("keeps the date apart from a kind that would turn it around: one that ends in Latin letters, or with what steers", () => {
    const runsOf = (label: string, locale: string): unknown => {
      const kinds = [{ kind: "own", label }];
      const { columns, setting } = laidOut({
        events: [{ date: DATE, title: "T", kind: "own" }],
        kinds,
        locale,
      });
      return setLabel(columns.events[0]!, { ...ROOM, maxWidth: 900 }, setting).lines[0]!.runs[0];
    };
    expect(runsOf("قمة G20", "ar")).toEqual({ text: "قمة G20", isEmphasized: true, dir: "rtl" });
    expect(runsOf("قمة\u200e", "ar")).toMatchObject({ dir: "rtl" });
    expect(runsOf("Summit\u200f", "en")).toMatchObject({ dir: "ltr" });
    expect(runsOf("Summit\u202e", "en")).toMatchObject({ text: "Summit\u202e\u202c", dir: "ltr" });
    for (const [label, locale] of [
      ["قمة", "ar"],
      ["Summit G20", "en"],
    ] as const)
      expect(runsOf(label, locale)).toEqual({ text: label, isEmphasized: true });
  });

  it("measures kind and date as they are set: the kind bold, the date regular", () => {
    const [event, room, setting] = read({});
    const measurer = { width: (text: string, { weight }: { weight: number }) => (text.length * weight) / 100 };
    const [meta] = setLabel(event, { ...room, maxWidth: 900 }, { ...setting, measurer }).lines;
    const [kind, date] = meta!.runs.map(({ text }) => text.length);
    expect(meta!.width).toBe(kind! * 7 + date! * 4);
  });
});
