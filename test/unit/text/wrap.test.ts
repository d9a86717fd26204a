import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemeEnds } from "../../../src/text/graphemes.js";
import { plainText, type TextRun } from "../../../src/text/runs.js";
import { tableMeasurer } from "../../../src/text/widths.js";
import type { IsGlued } from "../../../src/text/breaks.js";
import { wrapText, type WrappedText } from "../../../src/text/wrap.js";
import references from "../../support/width-table/reference.json" with { type: "json" };

const measurer = tableMeasurer();
const measure = (text: string): number => measurer.width(text, { size: 16, weight: 400 });
const DATE = "9 تموز/ يوليو 2020";
const MONTH_PARTS = new Set(["تموز/", "يوليو"]);
const isGlued: IsGlued = (before, after) =>
  (/\d$/.test(before) && MONTH_PARTS.has(after)) || (MONTH_PARTS.has(before) && /^\d/.test(after));

function wrap(text: string, maxWidth: number, maxLines: number): WrappedText {
  return wrapText([{ text }], { measure, maxWidth, maxLines, isGlued });
}

function textsOf({ lines }: WrappedText): string[] {
  return lines.map(plainText);
}

const words = [
  "اتفاقية",
  "دمشق",
  "في",
  "BBC",
  "agreement",
  "7–9",
  "10:30",
  "1,250",
  "👩\u200d🚒",
  "مُحَمَّدٌ",
  "e\u0301te\u0301",
  "(2015)",
  DATE,
];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }).map((chosen) => chosen.join(" "));
const room = { maxWidth: fc.integer({ min: 30, max: 400 }), maxLines: fc.integer({ min: 1, max: 5 }) };
const parameters = { seed: 7, numRuns: 400 };

describe("wrapText", () => {
  it("keeps a text that fits on one line, as the very runs it got", () => {
    const runs: TextRun[] = [{ text: "قال " }, { text: "BBC", dir: "ltr", lang: "en" }];
    const wrapped = wrapText(runs, { measure, maxWidth: 300, maxLines: 2 });
    expect(wrapped).toEqual({ lines: [runs], widths: [measure("قال ") + measure("BBC")], isShortened: false });
    expect(wrapped.lines[0]![1]).toBe(runs[1]);
  });

  it("breaks after blanks and leaves them out", () => {
    const width = Math.max(measure("توقيع الاتفاقية"), measure("العسكرية الشاملة"));
    expect(textsOf(wrap("توقيع الاتفاقية العسكرية الشاملة", width, 2))).toEqual([
      "توقيع الاتفاقية",
      "العسكرية الشاملة",
    ]);
  });

  it("breaks after a hyphen or dash between letters, not between digits", () => {
    expect(textsOf(wrap("Austria-Hungary", measure("Hungary") + 1, 3))).toEqual(["Austria-", "Hungary"]);
    expect(textsOf(wrap("war 1914–1918", measure("1914–1918"), 3))).toEqual(["war", "1914–1918"]);
  });

  it("does not break a number with a blank in it, nor after a slash, nor before a dash", () => {
    expect(textsOf(wrap("about 10 000 people", measure("about 10"), 4))).toEqual(["about", "10 000", "people"]);
    expect(textsOf(wrap("شهر آذار/ مارس", measure("آذار/ مارس"), 3))).toEqual(["شهر", "آذار/ مارس"]);
    expect(textsOf(wrap("29 June – 9 July", measure("29 June –"), 3))).toEqual(["29 June –", "9 July"]);
  });

  it("leaves no-break blanks alone", () => {
    expect(textsOf(wrap("one two\u00a0three", measure("two three"), 2))).toEqual(["one", "two\u00a0three"]);
  });

  it("breaks a word that is wider than a line between visible characters", () => {
    const wrapped = wrap("مُحَمَّدٌ".repeat(6), 60, 9);
    expect(textsOf(wrapped).join("")).toBe("مُحَمَّدٌ".repeat(6));
    expect(wrapped.lines.length).toBeGreaterThan(1);
    expect(wrapped.isShortened).toBe(false);
  });

  it("breaks a date at its blanks rather than inside a word where no line can hold it", () => {
    expect(textsOf(wrap(DATE, measure("يوليو 2020"), 3))).toEqual(["9 تموز/", "يوليو 2020"]);
  });

  it("shortens between words where the line is well filled, else inside the next word", () => {
    const title = "Prime Minister resigns";
    expect(textsOf(wrap(title, measure("Prime Minister re…"), 1))).toEqual(["Prime Minister…"]);
    expect(textsOf(wrap("An unbelievable story", measure("An unbeliev…"), 1))).toEqual(["An unbeliev…"]);
  });

  it("shortens no number and no date inside", () => {
    expect(textsOf(wrap("in 123456789 years", measure("in 12345…"), 1))).toEqual(["in…"]);
    expect(textsOf(wrap(`يوم ${DATE}`, measure("يوم 9 تموز/ يو…"), 1))).toEqual(["يوم…"]);
    expect(textsOf(wrap("2020", measure("20…"), 1))).toEqual(["…"]);
  });

  it("leaves no sign that leads on, and no joiner, before the ellipsis", () => {
    expect(textsOf(wrap("Damascus, then Tehran", measure("Damascus, …"), 1))).toEqual(["Damascus…"]);
    expect(textsOf(wrap("می\u200cخواهم", measure("می…"), 1))).toEqual(["می…"]);
  });

  it("keeps direction and language of the runs it cuts", () => {
    const runs: TextRun[] = [{ text: "استقالة رئيس " }, { text: "Yahoo Incorporated", dir: "ltr", lang: "en" }];
    const { lines } = wrapText(runs, { measure, maxWidth: measure("استقالة رئيس Yahoo"), maxLines: 2 });
    expect(lines).toEqual([
      [{ text: "استقالة رئيس " }, { text: "Yahoo", dir: "ltr", lang: "en" }],
      [{ text: "Incorporated", dir: "ltr", lang: "en" }],
    ]);
  });

  it("has no lines for no text and for no room", () => {
    expect(wrap("", 100, 2)).toEqual({ lines: [], widths: [], isShortened: false });
    expect(wrap("  \u2003", 100, 2)).toEqual({ lines: [], widths: [], isShortened: false });
    expect(wrap("text", 100, 0)).toEqual({ lines: [], widths: [], isShortened: true });
    expect(textsOf(wrap("text", 0, 2))).toEqual(["…"]);
    expect(textsOf(wrap("text", Number.NaN, 2))).toEqual(["…"]);
  });

  it("puts all of a text on its lines, or says that it is shortened", () => {
    fc.assert(
      fc.property(text, room.maxWidth, room.maxLines, (whole, maxWidth, maxLines) => {
        const wrapped = wrap(whole, maxWidth, maxLines);
        const shown = textsOf(wrapped).join("").replaceAll(" ", "");
        const all = whole.replaceAll(" ", "");
        expect(wrapped.lines.length).toBeLessThanOrEqual(maxLines);
        if (!wrapped.isShortened) expect(shown).toBe(all);
        else {
          expect(shown.endsWith("…")).toBe(true);
          expect(all.startsWith(shown.slice(0, -1))).toBe(true);
          expect(shown.length - 1).toBeLessThan(all.length);
        }
      }),
      parameters,
    );
  });

  it("makes no line wider than the room unless it is a single character, and tells the true widths", () => {
    fc.assert(
      fc.property(text, room.maxWidth, room.maxLines, (whole, maxWidth, maxLines) => {
        const wrapped = wrap(whole, maxWidth, maxLines);
        textsOf(wrapped).forEach((line, i) => {
          expect(wrapped.widths[i]).toBe(measure(line));
          if (graphemeEnds(line).length > 1) expect(wrapped.widths[i]).toBeLessThanOrEqual(maxWidth);
        });
      }),
      parameters,
    );
  });

  it("keeps each date on one line in any room that can hold it", () => {
    const count = (within: string): number => within.split(DATE).length - 1;
    fc.assert(
      fc.property(text, fc.integer({ min: Math.ceil(measure(DATE)), max: 400 }), (whole, maxWidth) => {
        const lines = textsOf(wrap(whole, maxWidth, 50));
        expect(lines.reduce((sum, line) => sum + count(line), 0)).toBe(count(whole));
      }),
      parameters,
    );
  });

  it("splits no visible character, in real names and titles at five widths", () => {
    for (const { text: whole } of references) {
      const ends = new Set(graphemeEnds(whole.replaceAll(" ", "")));
      for (const maxWidth of [20, 45, 70, 120, 200]) {
        let offset = 0;
        for (const line of textsOf(wrap(whole, maxWidth, 3))) {
          offset += line.replace("…", "").replaceAll(" ", "").length;
          if (line !== "…") expect([offset, line, ends.has(offset)]).toEqual([offset, line, true]);
        }
      }
    }
  });

  it("shows as much of an endless word as there is room for", () => {
    const [first, second] = wrap("x".repeat(1_000_000), 100, 2).widths;
    expect(Math.min(first!, second!)).toBeGreaterThan(85);
  });

  it("looks at no more of a megabyte than the room can show", () => {
    for (const whole of [
      "word ".repeat(200_000),
      "ا".repeat(1_000_000),
      " ".repeat(1_000_000),
      "\u064e".repeat(1_000_000),
      "1 ".repeat(500_000),
    ]) {
      let measured = 0;
      const counting = (piece: string): number => {
        measured += piece.length;
        return measure(piece);
      };
      const wrapped = wrapText([{ text: whole }], { measure: counting, maxWidth: 300, maxLines: 2 });
      expect(measured).toBeLessThan(200_000);
      expect(wrapped.isShortened).toBe(true);
    }
  });
});
