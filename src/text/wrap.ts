import { clamp, lowerBound } from "../base/math.js";
import { cutPart, isBound, isLetterEnd, splitWords, type IsGlued, type Part, type Piece } from "./breaks.js";
import { openControls } from "./clean.js";
import { graphemeEnds, graphemePrefix } from "./graphemes.js";
import { isJoinedAt } from "./joining.js";
import { frameRuns, plainText, sliceRuns, type TextRun } from "./runs.js";

/** The room for a text, and the means to measure it. */
export interface WrapRoom<Run extends TextRun = TextRun> {
  /** The width of a text in one line, set as its run is. */
  readonly measure: (text: string, run: Run) => number;
  /** The width that no line exceeds. */
  readonly maxWidth: number;
  /** The number of lines; text that needs more is shortened with "…". */
  readonly maxLines: number;
  /** Which neighbouring words are one date or number. Default: only what digits and signs tell. */
  readonly isGlued?: IsGlued;
}

/** A text in lines. */
export interface WrappedText<Run extends TextRun = TextRun> {
  /** The lines, each with its runs in reading order, without the blanks at which they were broken. */
  readonly lines: (readonly Run[])[];
  /** The width of each line. */
  readonly widths: number[];
  /** Whether something was left out. */
  readonly isShortened: boolean;
}

/** What ends a text that had to be shortened. */
export const ELLIPSIS = "…";
const JOINER = "\u200d";
/** Visible characters are wider than this on average, in the unit of `maxWidth`; what must be beyond is not looked at. */
const NARROWEST = 1;
/** No more than this is looked at in any room, in UTF-16 code units. */
const LONGEST = 10_000;
/** A last line that is at least this full is cut between words, any other inside its next word. */
export const FULL_ENOUGH = 0.6;
/** No date or number has more words. */
const DATE_WORDS = 6;
const DIGIT = /\p{Nd}/u;
/** What must not stand before "…": blanks, joiners that would bend the last letter, signs that lead on to a next word. */
const LOOSE_END = /(?<![\s،,:;؛(«“/\u2013-])(?<!\u200c)(?<!\u200d)(?:[\s،,:;؛(«“/\u2013-]|\u200c|\u200d)+$/u;

/**
 * Breaks a text into lines: after blanks, after a hyphen or dash between letters, between the words of a script without
 * blanks, and, only where a single word is wider than a line, between two visible characters, if possible ones that do not
 * join. Dates and numbers are not broken where a line can hold them. Joined letters that are separated all the same keep
 * their forms (CSS Text 3, "Shaping Across Intra-word Breaks"), and direction controls go on in the next line. The work is
 * bounded by the room, not by the length of the text.
 */
export function wrapText<Run extends TextRun>(runs: readonly Run[], room: WrapRoom<Run>): WrappedText<Run> {
  const { measure, maxWidth, maxLines, isGlued = () => false } = room;
  const whole = plainText(runs);
  const text = graphemePrefix(whole, Math.min(LONGEST, Math.ceil((maxLines * maxWidth) / NARROWEST) + 1));
  const isCut = text.length < whole.length;

  const widthOf = (line: readonly Run[]): number => line.reduce((sum, run) => sum + measure(run.text, run), 0);
  const lineOf = ({ from, end }: Piece, tail = ""): readonly Run[] =>
    frameRuns(
      end > from ? sliceRuns(runs, from, end) : [{ ...runs[0]!, text: "" }],
      openControls(whole.slice(0, from)) + (isJoinedAt(whole, from) ? JOINER : ""),
      (isJoinedAt(whole, end) ? JOINER : "") + tail,
    );
  const fits = (piece: Piece): boolean => widthOf(lineOf(piece)) <= maxWidth;

  const words = splitWords(text);
  const all = { from: words[0]?.from ?? 0, end: words.at(-1)?.end ?? 0 };
  const width = widthOf(lineOf(all));
  if (!isCut && width <= maxWidth && maxLines >= 1 && words.length > 0)
    return { lines: [lineOf(all)], widths: [width], isShortened: false };

  const length = (text.length * maxWidth) / width;
  const pieces = fillLines(text, [...words], { fits, maxLines, isGlued, length });
  const isShortened = isCut || (pieces.at(-1)?.end ?? 0) < all.end;
  const lines = pieces.map((piece) => lineOf(piece));
  if (isShortened && maxLines >= 1) {
    const last = pieces.at(-1) ?? { from: all.from, end: all.from };
    const shortened = (end: number): readonly Run[] =>
      lineOf({ from: last.from, end: last.from + text.slice(last.from, end).replace(LOOSE_END, "").length }, ELLIPSIS);
    const share = (end: number): number => widthOf(shortened(end)) / maxWidth;
    const end = shorterEnd(text, last, unitsOf(text, wordsAround(last, words), isGlued), last.from + length, share);
    lines.splice(-1, 1, shortened(end));
  }
  return { lines, widths: lines.map(widthOf), isShortened };
}

/** What {@link fillLines} has to know. */
interface Filling {
  readonly fits: (piece: Piece) => boolean;
  readonly maxLines: number;
  readonly isGlued: IsGlued;
  /** About so many code units fit on a line: where to look first. */
  readonly length: number;
}

/** Puts as many words on each line as there is room for, and cuts those that are in the way. */
function fillLines(text: string, parts: Part[], { fits, maxLines, isGlued, length }: Filling): Piece[] {
  const lines: Piece[] = [];
  let first = 0;
  while (first < parts.length && lines.length < maxLines) {
    const { from } = parts[first]!;
    const likely = lowerBound(parts.length - first, (i) => parts[first + i]!.end - from > length) - 1;
    const last =
      first - 1 + countFitting(parts.length - first, likely, (i) => fits({ from, end: parts[first + i]!.end }));
    const next = parts[last + 1];
    const finer = next ? cutPart(text, next, fits) : [];
    if (finer.length > 1) {
      parts.splice(last + 1, 1, ...finer);
      continue;
    }
    if (last < first) break;
    let end = last;
    while (next && end >= first && isBound(text, parts[end]!, parts[end + 1]!, isGlued)) end--;
    if (end < first) end = last;
    lines.push({ from, end: parts[end]!.end });
    first = end + 1;
  }
  return lines;
}

/** How many of the first of `length` fit, where more take more room: looks at the likely one, beside it, then by halves. */
function countFitting(length: number, likely: number, fits: (index: number) => boolean): number {
  let count = 0;
  let over = length;
  let probe = clamp(likely, 0, length - 1);
  for (let isFirst = true; count < over; isFirst = false) {
    const isFit = fits(probe);
    if (isFit) count = probe + 1;
    else over = probe;
    probe = isFirst ? probe + (isFit ? 1 : -1) : (count + over) >>> 1;
  }
  return count;
}

/** The words of a line, and after it as many as a date can have. */
function wordsAround(line: Piece, words: readonly Part[]): readonly Part[] {
  const first = lowerBound(words.length, (i) => words[i]!.end > line.from);
  const next = lowerBound(words.length, (i) => words[i]!.end > line.end);
  return words.slice(first, next + DATE_WORDS);
}

/** The stretches that are shown or left out as a whole where that is possible: words, dates, numbers. */
function unitsOf(text: string, words: readonly Part[], isGlued: IsGlued): Piece[] {
  const units: Piece[] = [];
  const parts = words.flatMap((word) => cutPart(text, word, () => true));
  parts.forEach((part, i) => {
    const isJoined = i > 0 && isBound(text, parts[i - 1]!, part, isGlued);
    units.push({ from: isJoined ? units.pop()!.from : part.from, end: part.end });
  });
  return units;
}

/**
 * Where to end a line so that "…" has room: after a whole unit where that fills the line well, else inside the next one,
 * but not inside a number.
 */
function shorterEnd(
  text: string,
  line: Piece,
  units: readonly Piece[],
  likely: number,
  share: (end: number) => number,
): number {
  let taken = lowerBound(units.length, (i) => units[i]!.end > line.end);
  while (taken > 0 && share(units[taken - 1]!.end) > 1) taken--;
  const end = units[taken - 1]?.end ?? line.from;
  const next = units[taken];
  if (!next || share(end) >= FULL_ENOUGH) return end;
  const start = Math.max(line.from, next.from);
  const within = text.slice(start, next.end);
  if (end > line.from && DIGIT.test(within)) return end;
  const ends = graphemeEnds(within)
    .filter((cut) => isLetterEnd(within, cut))
    .map((cut) => start + cut);
  const guess = lowerBound(ends.length, (i) => ends[i]! > likely) - 1;
  return ends[countFitting(ends.length, guess, (i) => share(ends[i]!) <= 1) - 1] ?? end;
}
