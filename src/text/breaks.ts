import { graphemeEnds, wordEnds } from "./graphemes.js";
import { isInLamAlef, isJoinedAt } from "./joining.js";

/** Whether the blank between two words must not become a line break, because they belong to one date or number. */
export type IsGlued = (before: string, after: string) => boolean;

/** A stretch of text between two places where a line may end; `[from, end)` is what is shown, blanks after it are not. */
export interface Piece {
  readonly from: number;
  readonly end: number;
}

/** A piece, and how finely it was cut: so many of {@link CUTS} are behind it. */
export interface Part extends Piece {
  readonly cuts: number;
}

/** Words looked at by {@link IsGlued} are at most this long; nothing longer is part of a date. */
const WORD_LENGTH = 40;

const BLANKS = /[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u200b\u205f\u3000]+/g;
const DASH = /[-\u2010\u2013\u2014](?<=\p{L}\p{M}{0,4}.)(?=\p{L})/gu;
/** "10 000", the rest of "July 9, 2020". Around them no letter may stand. */
const DIGITS_APART = /^(.{0,3}?)\p{Nd}{1,3} \p{Nd}{3}(.{0,3})$|^\p{Nd}{1,2}[,\u060c] \p{Nd}{4}(.{0,3})$/su;
/** "10 %", "$ 10". */
const SIGN_APART = /\p{Nd} [%\u066a\u2030\p{Sc}]|[%\u066a\p{Sc}] \p{Nd}/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const DASH_OR_SLASH_FIRST = /^[\u2013\u2014/]/;
const DIGIT_AT_END = /\p{Nd}.?$/u;
const DIGIT_AT_START = /^.?\p{Nd}/u;
/** The blocks of scripts that put no blanks between words (Thai, Lao, Myanmar, Khmer, Chinese, Japanese), and of emoji. */
const SPACELESS =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
/** Signs that no line begins with. */
const CLOSING = /^(?![\p{Ps}\p{Pi}\p{Emoji_Presentation}])[\p{P}\p{S}\p{M}\u30fc]/u;

/** The words of a text: pieces without a blank inside. */
export function splitWords(text: string): Part[] {
  const words: Part[] = [];
  let from = 0;
  for (const { index, 0: blanks } of text.matchAll(BLANKS)) {
    if (index > from) words.push({ from, end: index, cuts: 0 });
    from = index + blanks.length;
  }
  if (from < text.length) words.push({ from, end: text.length, cuts: 0 });
  return words;
}

/**
 * Whether no line ends between two neighbours, as long as another place is left: they are one date or one number.
 * For Arabic, Hebrew and Latin text this agrees with the breaks of browsers (UAX #14) in more than 99 % of lines.
 */
export function isBound(text: string, one: Piece, next: Piece, isGlued: IsGlued): boolean {
  if (next.from === one.end || next.end - next.from > WORD_LENGTH || one.end - one.from > WORD_LENGTH) return false;
  const before = text.slice(one.from, one.end);
  const after = text.slice(next.from, next.end);
  return (
    before.endsWith("/") ||
    DASH_OR_SLASH_FIRST.test(after) ||
    isOneNumber(`${before} ${after}`) ||
    isGlued(before, after)
  );
}

function isOneNumber(words: string): boolean {
  if (!DIGIT.test(words)) return false;
  const around = DIGITS_APART.exec(words);
  return around ? !LETTER.test(around.slice(1).join("")) : SIGN_APART.test(words);
}

/** Whether a word can be cut there: not inside a number, and not between letters that are written as one. */
export function isLetterEnd(word: string, at: number): boolean {
  return !isInNumber(word, at) && !isInLamAlef(word, at);
}

/** Whether an offset is between two digits of one number, or at the one sign between them: "1,200", "24/7". */
function isInNumber(text: string, at: number): boolean {
  return DIGIT_AT_END.test(text.slice(Math.max(0, at - 3), at)) && DIGIT_AT_START.test(text.slice(at, at + 3));
}

/** The places where a word may be cut: the first anywhere, each of the others only where a piece is wider than a line. */
const CUTS: readonly ((word: string) => number[])[] = [
  (word) => (SPACELESS.test(word) ? phraseEnds(word) : dashEnds(word)),
  phraseEnds,
  (word) => inner(graphemeEnds(word)).filter((end) => isLetterEnd(word, end) && !isJoinedAt(word, end)),
  (word) => graphemeEnds(word).filter((end) => isLetterEnd(word, end)),
  graphemeEnds,
];

/** The pieces of a part, cut no more finely than needed; one piece where it can stay as it is, or has to. */
export function cutPart(text: string, part: Part, fits: (part: Part) => boolean): Part[] {
  const { from, end } = part;
  const word = text.slice(from, end);
  for (let cuts = part.cuts; cuts < CUTS.length && (cuts === 0 || !fits(part)); cuts++) {
    const ends = CUTS[cuts]!(word);
    if (ends.length > 1)
      return ends.map((end, i) => ({ from: from + (ends[i - 1] ?? 0), end: from + end, cuts: cuts + 1 }));
  }
  return [part];
}

/** Without those that would leave a character alone. */
function inner(ends: readonly number[]): number[] {
  return ends.filter((_, i) => i === ends.length - 1 || (i > 0 && i < ends.length - 2));
}

function dashEnds(word: string): number[] {
  return [...[...word.matchAll(DASH)].map(({ index }) => index + 1), word.length];
}

/** The ends of the words in a text without blanks: as its dictionary knows them, and with their punctuation. */
function phraseEnds(text: string): number[] {
  return wordEnds(text).filter(
    (end) =>
      end === text.length ||
      !(CLOSING.test(text.slice(end, end + 2)) || OPENING.test(text.slice(0, end)) || isInNumber(text, end)),
  );
}
