import bidiFactory from "bidi-js";
import fc from "fast-check";

/** A text in which directions meet. */
export interface MixedText {
  readonly id: string;
  readonly lang: string;
  readonly base: "ltr" | "rtl";
  readonly text: string;
  /** The places of the first code units of its visible characters, from the left. */
  readonly leftToRightClusterStarts: readonly number[];
}

const TOKENS = [
  ...["دمشق", "قمة", "في", "ب", "تموز"],
  ...["ירושלים", "תל", "ב"],
  ...["Paris", "MoU", "x", "July"],
  ...["7", "19", "2020"],
  ...["٧", "١٩", "٢٠٢٠"],
  ...[".", ",", "،", ":", ";", "؟", "!", "/", "-", "–", "+", "%", "٪", "$", "#", "&", "*", "·", "'", '"'],
  ...["(", ")", "[", "]", "{", "}", "«", "»"],
];

const bidi = bidiFactory();
const segmenter = new Intl.Segmenter("ar", { granularity: "grapheme" });

/** What a reader sees of a text from the left, by an implementation of UAX #9 that is not the engine's: bidi-js. */
export function leftToRight(text: string, base: "ltr" | "rtl"): number[] {
  const visible = [...segmenter.segment(text)].filter(({ segment }) => !/^\p{Cf}+$/u.test(segment));
  const starts = new Set(visible.map(({ index }) => index));
  // It reads code units: a sign of two is one of the kind that stands for all of them here.
  const units = text.replace(/[\u{10000}-\u{10ffff}]/gu, "\u2600\u2600");
  return bidi.getReorderedIndices(units, bidi.getEmbeddingLevels(units, base)).filter((at) => starts.has(at));
}

const joined = (pieces: readonly (readonly string[])[]): string => pieces.flat().join("");
const token = fc.tuple(fc.constantFrom(...TOKENS), fc.constantFrom("", " "));
const bracketed = fc
  .tuple(fc.constantFrom("()", "[]", "{}"), fc.array(token, { minLength: 1, maxLength: 3 }), fc.constantFrom("", " "))
  .map(([[open = "", close = ""], tokens, after]) => [open, joined(tokens).trim(), close, after]);
const anyText = fc
  .array(fc.oneof({ weight: 6, arbitrary: token }, { weight: 1, arbitrary: bracketed }), { minLength: 2, maxLength: 8 })
  .map((pieces) => joined(pieces).trim())
  .filter((text) => text.length <= 26);

/** As many random texts as are asked for, always the same; the base of three of four is right to left. */
export function mixedTexts(count: number): readonly MixedText[] {
  return fc.sample(anyText, { seed: 20200709, numRuns: count }).map((text, i) => {
    const base = i % 4 === 3 ? "ltr" : "rtl";
    const lang = base === "ltr" ? "en" : i % 4 === 0 ? "he" : "ar";
    return { id: `text-${i}`, lang, base, text, leftToRightClusterStarts: leftToRight(text, base) };
  });
}
