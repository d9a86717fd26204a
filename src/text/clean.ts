import type { Direction } from "./direction.js";
import { graphemePrefix } from "./graphemes.js";

/** The length at which {@link cleanText} cuts when told nothing else, in UTF-16 code units. */
export const TEXT_LIMIT = 2_000;

const BLANKS = /[ \t\n\v\f\r\x85\u2028\u2029]+/g;
const INVISIBLE = /[\p{Cc}\p{Cs}]+/gu;
/** What steers direction, marks too. */
export const STEERING: RegExp = /\p{Bidi_C}/u;
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
const POP_EMBEDDING = "\u202c";
const POP_ISOLATE = "\u2069";
const ISOLATE_OF: Readonly<Record<Direction | "auto", string>> = { ltr: "\u2066", rtl: "\u2067", auto: "\u2068" };

/**
 * A text from outside, made safe to stand in an element of its own: blanks, line breaks and tabs in a row become one blank,
 * other control characters and lone surrogates go, and what is longer than `limit` is cut with "…" between two visible characters.
 *
 * Of the characters that steer direction, only those are removed that would close something opened outside the text: a
 * single pop isolate (U+2069) gets out of `<bdi>` and out of FSI…PDI and can turn its neighbour around. What the text
 * opens is closed at its end, so that it steers nothing behind it: names, dates and counts are joined to it without an
 * element. Joiners (U+200C, U+200D) and marks (U+061C, U+200E, U+200F) always stay: Arabic and Persian need them.
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
  return balanced(isCut ? `${graphemePrefix(head, limit - 1)}…` : head);
}

/** The text with every direction control that it opens closed, and none that closes anything outside. */
export function balanced(text: string): string {
  const { text: kept, open } = balance(text);
  const closers = open.map(closerOf).reverse();
  return kept + closers.join("");
}

/**
 * A text made safe to be joined with others of another direction where no element can hold it (`aria-label`, `title`): it is
 * {@link balanced}, and the whole is wrapped in an isolate.
 *
 * @param text - Plain text.
 * @param dir - Its direction; left out, the reader's software goes by the first letter.
 */
export function isolate(text: string, dir: Direction | "auto" = "auto"): string {
  return ISOLATE_OF[dir] + balanced(text) + POP_ISOLATE;
}

/**
 * The direction controls that a text opens and does not close, in their order: what the second line of a text has to
 * begin with for both lines to read as one.
 */
export function openControls(text: string): string {
  return balance(text).open.join("");
}

/** Drops what closes nothing, by the pairing rules of UAX #9 (BD9, X6a, X7), and tells what stays open. */
function balance(text: string): { text: string; open: readonly string[] } {
  const open: string[] = [];
  const kept = text.replace(BIDI_CONTROL, (control) => {
    if (control !== POP_EMBEDDING && control !== POP_ISOLATE) {
      open.push(control);
      return control;
    }
    const opener = control === POP_ISOLATE ? open.findLastIndex(opensIsolate) : open.length - 1;
    const isPaired = opener >= 0 && closerOf(open[opener]!) === control;
    if (isPaired) open.length = opener;
    return isPaired ? control : "";
  });
  return { text: kept, open };
}

function opensIsolate(opener: string): boolean {
  return opener > "\u202e";
}

function closerOf(opener: string): string {
  return opensIsolate(opener) ? POP_ISOLATE : POP_EMBEDDING;
}
