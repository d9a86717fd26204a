import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldText, unfold } from "../../../src/text/fold.js";

/** Spellings that readers take for one word. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  "the forms of alef and hamza": ["أحمد", "احمد", "إحمد", "آحمد", "ٱحمد", "ا\u0654حمد"],
  "hamza on its seats": ["مسؤول", "مسوول", "مسو\u0654ول"],
  "hamza on ya": ["رئيس", "رييس", "ري\u0654يس"],
  "hamza at the end": ["سماء", "سما"],
  "ta marbuta and ha": ["قمة", "قمه", "قمۃ", "قمە"],
  "alef maqsura and ya": ["على", "علي", "علی"],
  diacritics: ["مُحَمَّد", "محمد", "محمّد"],
  "the small alef": ["هٰذا", "هذا"],
  tatweel: ["قمـــة", "قمة"],
  "Persian letters": ["پوتین", "بوتين"],
  "kaf and gaf": ["گرگان", "كركان", "کرکان"],
  "joiners and marks of direction": ["می\u200cرود", "ميرود", "\u200fمی\u200dرود\u061c"],
  "presentation forms": ["ﻗﻤﺔ", "قمة"],
  "ligatures of Arabic": ["ﷲ ﻻ", "الله لا"],
  "Arabic and Persian digits": ["٢٠٢٠", "۲۰۲۰", "2020", "２０２０"],
  "case and accents": ["Élysée", "elysee", "E\u0301LYSE\u0301E"],
  "the iota below Greek letters": ["ᾠδή", "ΩΔΗ", "ωδη"],
  "Latin letters of their own": ["Łódź Ærø Straße", "lodz aero strasse"],
  "half rings of transliteration": ["ʿAlī al-Qurʾān", "Ali al-Quran"],
  "blanks and dashes": ["9\u00a0–\u202f10", "9 - 10"],
};

const LETTERS = Array.from("أإآاءئؤيىةهمـَُّ٢۲پگßﷲéÉ \u200c\u200f");
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 40 }),
);

describe("Folding", () => {
  it.each(Object.entries(ALIKE))("makes alike: %s", (_, [first, ...others]) => {
    for (const other of others) expect(foldText(other)).toBe(foldText(first!));
  });

  it("keeps apart what are other words.", () => {
    const words = ["سلام", "كلام", "ظلام", "غلام", "علام"];
    expect(new Set(words.map(foldText)).size).toBe(words.length);
  });

  it("leads back to what a reader would mark: the letter with the marks that follow it, and not half of a letter.", () => {
    const marked = (whole: string, part: string): string => {
      const folded = fold(whole);
      const from = folded.text.indexOf(foldText(part));
      return whole.slice(...unfold(folded, from, from + foldText(part).length));
    };
    expect(marked("زار مُحَمَّدٌ دمشق", "محمد")).toBe("مُحَمَّدٌ");
    expect(marked("قمـــة أستانا", "قمه")).toBe("قمـــة");
    expect(marked("بعد ٩ تموز", "9")).toBe("٩");
    expect(marked("Straße", "stras")).toBe("Straß");
    expect(marked("Straße", "se")).toBe("ße");
    expect(marked("E\u0301lyse\u0301e", "elyse")).toBe("E\u0301lyse\u0301");
    expect(marked("🕌 ﷲ 🕌", "له")).toBe("ﷲ");
  });

  it("of any text is the same with and without the way back, and folds to itself.", () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(fold(whole).text).toBe(foldText(whole));
        expect(foldText(foldText(whole))).toBe(foldText(whole));
      }),
      { seed: 1 },
    );
  });

  it("goes piece by piece: a text folds to its parts' foldings in a row.", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(foldText(`${a} ${b}`)).toBe(`${foldText(a)} ${foldText(b)}`);
      }),
      { seed: 2 },
    );
  });

  it("leads every stretch back to whole characters that fold to it, or to little more where one became several.", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
        const folded = fold(whole);
        fc.pre(folded.text !== "");
        const from = a % folded.text.length;
        const to = from + 1 + (b % (folded.text.length - from));
        const [start, end] = unfold(folded, from, to);
        expect([start >= 0, start < end, end <= whole.length]).toEqual([true, true, true]);
        const back = whole.slice(start, end);
        expect(foldText(back)).toContain(folded.text.slice(from, to));
        expect(/\p{Cs}/u.test(back) && !/\p{Cs}/u.test(whole)).toBe(false);
      }),
      { seed: 3 },
    );
  });
});
