import { leftToRight } from "./mixed-texts.js";

/** What opens or closes something in a text that steers its direction: LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI. */
const CONTROLS = Array.from("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");
/** Marks that have a direction: LRM, RLM, ALM. */
const MARKS = Array.from("\u200e\u200f\u061c");

const around = (control: string): string[] => [
  ...[`${control}خطر قريب`, `خطر ${control}قريب`, `خطر قريب${control}`],
  ...[`${control}danger near`, `danger ${control}near`, `danger near${control}`],
];

/** Texts with a control that has no partner at their start, in their middle or at their end. */
export const UNPAIRED: readonly string[] = [
  ...CONTROLS.flatMap(around),
  ...["\u202e\u2066danger near", "\u2067\u202dخطر قريب", "\u2069\u2069\u202edanger near", "\u202c\u202cخطر قريب\u202b"],
];

/** The same with a mark. */
export const MARKED: readonly string[] = MARKS.flatMap(around);

/** The same text without what steers it. */
export const harmless = (text: string): string => text.replace(/\p{Bidi_C}/gu, "");

/** For a regular expression: one of these texts, wherever it stands. */
export const STEERED = "(?:خطر|danger)[\\p{Cf} ]*(?:قريب|near)";

/** What a reader sees from the left of a line in which such texts are: each of them is one ◆. */
export function neighboursIn(line: string, base: "ltr" | "rtl"): string {
  const steered = [...line.matchAll(new RegExp(STEERED, "gu"))].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  const isSteered = (at: number): boolean => steered.some(([from = 0, to = 0]) => at >= from && at < to);
  return leftToRight(line, base)
    .map((at) => (isSteered(at) ? "◆" : line[at]))
    .join("")
    .replace(/◆+/g, "◆");
}
