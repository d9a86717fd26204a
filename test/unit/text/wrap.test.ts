import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemeEnds } from "../../../src/text/graphemes.js";
import { plainText, type TextRun } from "../../../src/text/runs.js";
import { tableMeasurer } from "../../../src/text/widths.js";
import type { IsGlued } from "../../../src/text/breaks.js";
import { wrapText, type WrappedText } from "../../../src/text/wrap.js";
import { wrapSlowly } from "../../oracle/wrap.js";
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

/** The lines without what they got at their edges: joiners, and the direction controls of the lines before. */
function lettersOf(wrapped: WrappedText): string[] {
  return textsOf(wrapped).map((line, i) =>
    (i === 0 ? line : line.replace(/^[\u202a-\u202e\u2066-\u2068]*\u200d?/, "")).replace(/\u200d(?=…?$)/, ""),
  );
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

  it("breaks after a hyphen also where the whole word would find room on the next line", () => {
    expect(textsOf(wrap("in Austria-Hungary", measure("Austria-Hungary") + 1, 3))).toEqual(["in Austria-", "Hungary"]);
  });

  it("takes no word of more than forty letters for a part of a number", () => {
    const [most, more] = ["x".repeat(40), "x".repeat(41)];
    expect(textsOf(wrap(`b a/ ${most}`, measure(`a/ ${most}`) + 1, 3))).toEqual(["b", `a/ ${most}`]);
    expect(textsOf(wrap(`b a/ ${more}`, measure(`a/ ${more}`) + 1, 3))).toEqual(["b a/", more]);
  });

  it("does not break a number with a blank in it, nor after a slash, nor before a dash", () => {
    expect(textsOf(wrap("about 10 000 people", measure("about 10"), 4))).toEqual(["about", "10 000", "people"]);
    expect(textsOf(wrap("شهر آذار/ مارس", measure("آذار/ مارس"), 3))).toEqual(["شهر", "آذار/ مارس"]);
    expect(textsOf(wrap("29 June – 9 July", measure("29 June –"), 3))).toEqual(["29 June –", "9 July"]);
  });

  it.each([
    ["9 تموز/ يوليو 2020", "موعد", "القمة"],
    ["1,200,000", "about", "people"],
    ["24/7", "open", "always"],
    ["24 / 7", "open", "always"],
    ["2011–2020", "أعوام", "الحرب"],
    ["S-300", "منظومة", "الجديدة"],
    ["9, 2020", "July", "ended"],
    ["10 %", "رفع", "التعرفة"],
    ["٪ 10", "رفع", "التعرفة"],
    ["$ 10", "only", "left"],
    ["H1N1", "فيروس", "الجديد"],
    ["10:30", "الساعة", "صباحا"],
  ])("keeps %s on one line, wherever that falls", (unit, before, after) => {
    const whole = `${before} ${unit} ${after}`;
    for (let width = Math.max(...[before, unit, after].map(measure)); width < measure(whole); width++) {
      expect(textsOf(wrap(whole, width + 0.01, 9)).filter((line) => line.includes(unit))).toHaveLength(1);
    }
  });

  it("fills its lines as one does who looks at each word in turn", () => {
    const plain = fc.constantFrom("اتفاقية", "دمشق", "في", "BBC", "agreement", "a", "9", "تموز/");
    fc.assert(
      fc.property(
        fc.array(plain, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 90, max: 400 }),
        (list, width) => {
          const slow = wrapSlowly(
            list,
            (line) => measure(line) <= width,
            (before, after) => before.endsWith("/") || isGlued(before, after),
          );
          expect(textsOf(wrap(list.join(" "), width, 99))).toEqual(slow);
        },
      ),
      parameters,
    );
  });

  it("ends a line of several runs with one sign that something is left out", () => {
    const runs: TextRun[] = [{ text: "قال " }, { text: "BBC", dir: "ltr" }, { text: " إن اتفاقية دمشق وقعت" }];
    const { lines, isShortened } = wrapText(runs, { measure, maxWidth: measure("قال BBC إن اتفاقية"), maxLines: 1 });
    expect(isShortened).toBe(true);
    expect(lines[0]!.length).toBeGreaterThan(2);
    expect(plainText(lines[0]!)).toMatch(/^قال BBC إن[^…]*…$/);
  });

  it("measures a text that fits on one line once", () => {
    let count = 0;
    const counting = (piece: string): number => {
      count++;
      return measure(piece);
    };
    wrapText([{ text: "توقيع الاتفاقية العسكرية الشاملة" }], { measure: counting, maxWidth: 900, maxLines: 2 });
    expect(count).toBe(1);
  });

  it("breaks between the words of a script without blanks, and no line begins with its full stop", () => {
    const thai = "รัฐมนตรีว่าการกระทรวงกลาโหมลงนามข้อตกลง";
    const chinese = "「叙利亚」与伊朗在大马士革签署协定，双方代表团出席了仪式。";
    for (const whole of [thai, chinese, `الصين ${chinese}`]) {
      for (const maxWidth of [70, 90, 120, 160]) {
        const lines = textsOf(wrap(whole, maxWidth, 40));
        expect(lines.join("").replaceAll(" ", "")).toBe(whole.replaceAll(" ", ""));
        for (const line of lines) expect(line).toMatch(/^[^，。」\p{M}].*[^「]$/u);
      }
    }
    expect(textsOf(wrap("2011–2020年", measure("2011–2020"), 9))).toEqual(["2011–2020", "年"]);
    expect(textsOf(wrap("協定2011年", measure("2011年"), 9))).toEqual(["協定", "2011年"]);
  });

  it("breaks an address after its signs, and a row of emoji between two", () => {
    const address = "https://example.com/archive/2020";
    expect(textsOf(wrap(address, measure("https://example.com/"), 9))).toEqual([
      "https://example.com/",
      "archive/2020",
    ]);
    expect(textsOf(wrap("👩\u200d🚒🇸🇾🇮🇷🤝🏽", measure("👩\u200d🚒🇸🇾"), 9))).toEqual(["👩\u200d🚒🇸🇾", "🇮🇷🤝🏽"]);
  });

  it("cuts a word between letters that do not join, and leaves no letter alone", () => {
    const lines = textsOf(wrap("فأسقيناكموهاوسيستدرجونهمبالمستشفيات", 100, 9));
    expect(lines.join("")).toBe("فأسقيناكموهاوسيستدرجونهمبالمستشفيات");
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[اأدذرزوة]$/);
    expect(textsOf(wrap("abcdefghij", measure("abcdefghi"), 9))).toEqual(["abcdefgh", "ij"]);
  });

  it("puts a joiner at both sides of a cut between joined letters, and one before the ellipsis", () => {
    const lines = textsOf(wrap("سسسسسسسسسسسسسس", 60, 9));
    expect(lines.length).toBeGreaterThan(1);
    lines.forEach((line, i) => {
      expect(line).toMatch(/^\u200d?س+\u200d?$/);
      expect([line.startsWith("\u200d"), line.endsWith("\u200d")]).toEqual([i > 0, i < lines.length - 1]);
    });
    const [short] = textsOf(wrap("المستشفيات", measure("المستشفـ…"), 1));
    expect(short).toMatch(/^المست.*\u200d…$/);
    expect(textsOf(wrap("دارالعلوم", measure("دا…"), 1))).toEqual(["دا…"]);
  });

  it("goes on with an open direction control in the next line", () => {
    const lines = textsOf(wrap("قال \u2066The Agreement (signed)\u2069 أمس", measure("قال The Agreement"), 9));
    expect(lines).toEqual(["قال \u2066The Agreement", "\u2066(signed)\u2069 أمس"]);
  });

  it("shows nothing that is wider than a line, not even a single character", () => {
    const monster = `a${"\u200d👩".repeat(40)}`;
    const wide = (piece: string): number => 10 * piece.length;
    const wrapped = wrapText([{ text: `before ${monster}` }], { measure: wide, maxWidth: 90, maxLines: 9 });
    expect(textsOf(wrapped).join(" ")).toMatch(/^before.*…$/);
    expect(Math.max(...wrapped.widths)).toBeLessThanOrEqual(90);
    expect(wrapped.isShortened).toBe(true);
  });

  it("leaves no-break blanks alone", () => {
    expect(textsOf(wrap("one two\u00a0three", measure("two three"), 2))).toEqual(["one", "two\u00a0three"]);
  });

  it("breaks a word that is wider than a line between visible characters", () => {
    const wrapped = wrap("مُحَمَّدٌ".repeat(6), 60, 9);
    expect(lettersOf(wrapped).join("")).toBe("مُحَمَّدٌ".repeat(6));
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
        const shown = lettersOf(wrapped).join("").replaceAll(" ", "");
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

  it("makes no line wider than the room, and tells the true widths", () => {
    fc.assert(
      fc.property(text, room.maxWidth, room.maxLines, (whole, maxWidth, maxLines) => {
        const wrapped = wrap(whole, maxWidth, maxLines);
        textsOf(wrapped).forEach((line, i) => {
          expect(wrapped.widths[i]).toBe(measure(line));
          expect(wrapped.widths[i]).toBeLessThanOrEqual(maxWidth);
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
    const bare = (within: string): string => within.replace(/[ \u200c]/g, "");
    for (const { text: whole } of references) {
      const ends = new Set(graphemeEnds(bare(whole)));
      for (const maxWidth of [20, 45, 70, 120, 200]) {
        let offset = 0;
        for (const line of lettersOf(wrap(whole, maxWidth, 3))) {
          offset += bare(line.replace("…", "")).length;
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
