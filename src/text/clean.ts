import type { Direction } from "./direction.js";
import { graphemePrefix } from "./graphemes.js";

/** The length at which {@link cleanText} cuts when told nothing else, in UTF-16 code units. */
export const TEXT_LIMIT = 2_000;

const BLANKS = /[ \t\n\v\f\r\x85\u2028\u2029]+/g;
const INVISIBLE = /[\p{Cc}\p{Cs}]+/gu;
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
const OPENER = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const POP_EMBEDDING = "\u202c";
const POP_ISOLATE = "\u2069";
const CLOSER_OF: Readonly<Record<string, string>> = {
  "\u202a": POP_EMBEDDING,
  "\u202b": POP_EMBEDDING,
  "\u202d": POP_EMBEDDING,
  "\u202e": POP_EMBEDDING,
  "\u2066": POP_ISOLATE,
  "\u2067": POP_ISOLATE,
  "\u2068": POP_ISOLATE,
};
const ISOLATE_OF: Readonly<Record<Direction | "auto", string>> = { ltr: "\u2066", rtl: "\u2067", auto: "\u2068" };

/**
 * A text from outside, made safe to stand in an element of its own: blanks, line breaks and tabs in a row become one blank,
 * other control characters and lone surrogates go, and what is longer than `limit` is cut with "…" between two visible characters.
 *
 * Of the characters that steer direction, only those are removed that would close something opened outside the text: a
 * single pop isolate (U+2069) gets out of `<bdi>` and out of FSI…PDI and can turn its neighbour around. One that is
 * never closed cannot leave an element that has its own `dir`, and the author may have meant it; for texts that are
 * joined without elements see {@link isolate}. Joiners (U+200C, U+200D) and marks (U+061C, U+200E, U+200F) always stay:
 * Arabic and Persian need them.
 *
 * @param text - Anything that claims to be text.
 * @param limit - In UTF-16 code units.
 */
export function cleanText(text: string, limit: number = TEXT_LIMIT): string {
  const head = text
    .slice(0, 2 * limit + 2)
    .replace(BLANKS, " ")
    .replace(INVISIBLE, "");
  const isCut = text.length > 2 * limit + 2 || head.length > limit;
  return balance(isCut ? `${graphemePrefix(head, limit - 1)}…` : head).text;
}

/**
 * A text made safe to be joined with others where no element can hold it (`aria-label`, `title`, CSV, a terminal): every
 * direction control it opens is closed, none closes anything outside, and the whole is wrapped in an isolate.
 *
 * @param text - Plain text.
 * @param dir - Its direction; left out, the reader's software goes by the first letter.
 */
export function isolate(text: string, dir?: Direction): string {
  const balanced = balance(text);
  const closers = [...balanced.open].map((opener) => CLOSER_OF[opener]!).reverse();
  return `${ISOLATE_OF[dir ?? "auto"]}${balanced.text}${closers.join("")}${POP_ISOLATE}`;
}

/**
 * The direction controls that a text opens and does not close, in their order: what the second line of a text has to
 * begin with for both lines to read as one.
 */
export function openControls(text: string): string {
  return OPENER.test(text) ? balance(text).open : "";
}

/** Drops what closes nothing, by the pairing rules of UAX #9 (BD9, X6a, X7), and tells what stays open. */
function balance(text: string): { text: string; open: string } {
  const open: string[] = [];
  const opensIsolate = (opener: string): boolean => CLOSER_OF[opener] === POP_ISOLATE;
  const balanced = text.replace(BIDI_CONTROL, (control) => {
    if (control in CLOSER_OF) {
      open.push(control);
      return control;
    }
    const opener = control === POP_ISOLATE ? open.findLastIndex(opensIsolate) : open.length - 1;
    const isPaired = opener >= 0 && CLOSER_OF[open[opener]!] === control;
    if (isPaired) open.length = opener;
    return isPaired ? control : "";
  });
  return { text: balanced, open: open.join("") };
}
