import { lowerBound } from "../base/math.js";
import { splitUnits, splitWords, type IsGlued, type Piece } from "./breaks.js";
import { graphemeEnds, graphemePrefix } from "./graphemes.js";
import { plainText, sliceRuns, type TextRun } from "./runs.js";

/** The room for a text, and the means to measure it. */
export interface WrapRoom {
  /** The width of a text in one line. */
  readonly measure: (text: string) => number;
  /** The width that no line exceeds, unless it is one character that does. */
  readonly maxWidth: number;
  /** The number of lines; text that needs more is shortened with "…". */
  readonly maxLines: number;
  /** Which neighbouring words are one date or number. Default: only what digits and slashes tell. */
  readonly isGlued?: IsGlued;
}

/** A text in lines. */
export interface WrappedText {
  /** The lines, each with its runs in reading order, without the blanks at which they were broken. */
  readonly lines: TextRun[][];
  /** The width of each line. */
  readonly widths: number[];
  /** Whether something was left out. */
  readonly isShortened: boolean;
}

const ELLIPSIS = "…";
/** Visible characters are wider than this on average, in the unit of `maxWidth`; what must be beyond is not looked at. */
const NARROWEST = 1;
/** No more than this is looked at in any room, in UTF-16 code units. */
const LONGEST = 10_000;
/** A last line that is at least this full is cut between words, any other inside its next word. */
const FULL_ENOUGH = 0.6;
const DIGIT = /\p{Nd}/u;
const DIGIT_AT_END = /\p{Nd}.?$/u;
const DIGIT_AT_START = /^.?\p{Nd}/u;
/** What must not stand before "…": blanks, joiners that would bend the last letter, signs that lead on to a next word. */
const LOOSE_END = /(?<![\s،,:;؛(«“/\u2013-])(?<!\u200c)(?<!\u200d)(?:[\s،,:;؛(«“/\u2013-]|\u200c|\u200d)+$/u;

/**
 * Breaks a text into lines: after blanks, after a hyphen or dash between letters, and, only where a single word is wider
 * than a line, between two visible characters. Dates and numbers are not broken where a line can hold them.
 * The work is bounded by the room, not by the length of the text.
 */
export function wrapText(runs: readonly TextRun[], room: WrapRoom): WrappedText {
  const { measure, maxWidth, maxLines, isGlued = () => false } = room;
  const widthOf = (line: readonly TextRun[]): number => line.reduce((sum, run) => sum + measure(run.text), 0);
  const lineOf = ({ from, end }: Piece): TextRun[] => sliceRuns(runs, from, end);
  const fits = (piece: Piece): boolean => widthOf(lineOf(piece)) <= maxWidth;

  const whole = plainText(runs);
  const text = graphemePrefix(whole, Math.min(LONGEST, Math.ceil((maxLines * maxWidth) / NARROWEST) + 1));
  const isCut = text.length < whole.length;
  const words = splitWords(text);
  const all = words.length > 0 ? { from: words[0]!.from, end: words.at(-1)!.end } : undefined;
  const units = all && !isCut && fits(all) ? [all] : splitUnits(text, words, isGlued);
  const pieces = fillLines(
    units.flatMap((unit) => narrow(text, unit, fits)),
    maxLines + 1,
    fits,
  );
  const isShortened = isCut || pieces.length > maxLines;
  const lines = pieces.slice(0, Math.max(0, maxLines)).map(lineOf);
  if (isShortened && maxLines >= 1) {
    const from = pieces[Math.max(lines.length, 1) - 1]?.from ?? 0;
    const end = shorterEnd(text, from, units, (end) => widthOf(shortened(runs, from, end)) / maxWidth);
    lines.splice(-1, 1, shortened(runs, from, end));
  }
  return { lines, widths: lines.map(widthOf), isShortened };
}

/** A unit that is too wide for a line, in its words; a word that is too wide, in its visible characters. */
function narrow(text: string, unit: Piece, fits: (piece: Piece) => boolean): Piece[] {
  if (fits(unit)) return [unit];
  const within = text.slice(unit.from, unit.end);
  const words = splitWords(within).map(({ from, end }) => ({ from: unit.from + from, end: unit.from + end }));
  if (words.length > 1) return words.flatMap((word) => narrow(text, word, fits));
  const ends = graphemeEnds(within);
  return ends.map((end, i) => ({ from: unit.from + (ends[i - 1] ?? 0), end: unit.from + end }));
}

function fillLines(units: readonly Piece[], most: number, fits: (piece: Piece) => boolean): Piece[] {
  const lines: Piece[] = [];
  for (const unit of units) {
    const line = lines.at(-1);
    const longer = line && { from: line.from, end: unit.end };
    if (longer && fits(longer)) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(unit);
    else break;
  }
  return lines;
}

/**
 * Where to end a line that begins at `from` so that "…" has room: after a whole unit where that fills the line well, else
 * inside the next one, but not inside a number. The widths of Arabic prefixes do not always grow with their length, so
 * the end that is found is one that was measured to fit, though at times not the very last one.
 */
function shorterEnd(text: string, from: number, units: readonly Piece[], share: (end: number) => number): number {
  const following = units.filter((unit) => unit.end > from);
  const taken = lowerBound(following.length, (i) => share(following[i]!.end) > 1);
  const end = following[taken - 1]?.end ?? from;
  const next = following[taken];
  if (!next || share(end) >= FULL_ENOUGH) return end;
  const start = Math.max(from, next.from);
  const within = text.slice(start, next.end);
  if (end > from && DIGIT.test(within)) return end;
  const ends = graphemeEnds(within)
    .filter((cut) => !(DIGIT_AT_END.test(within.slice(0, cut)) && DIGIT_AT_START.test(within.slice(cut))))
    .map((cut) => start + cut);
  return ends[lowerBound(ends.length, (i) => share(ends[i]!) > 1) - 1] ?? end;
}

function shortened(runs: readonly TextRun[], from: number, end: number): TextRun[] {
  const line = sliceRuns(runs, from, end);
  const last = line.pop();
  return [...line, { ...last, text: `${(last?.text ?? "").replace(LOOSE_END, "")}${ELLIPSIS}` }];
}
