import { dayFromCivil, daysInMonth } from "./civil.js";
import { faultOf, type Fault } from "./fault.js";
import type { Day } from "./instant.js";
import type { Precision } from "./span.js";

/** A known date, or a known end of an interval: the true day lies between two days, both included. */
export interface EdtfEdge {
  /** The first day it can be. */
  readonly earliest: Day;
  /** The last day it can be. */
  readonly latest: Day;
  /** How finely it was given. */
  readonly precision: Precision;
  /** Marked `~` or `%`, as a whole or in part. */
  readonly approximate: boolean;
  /** Marked `?` or `%`, as a whole or in part. */
  readonly uncertain: boolean;
}

/** An edge with its canonical text. */
export interface Printed<Edge = EdtfEdge> {
  readonly edge: Edge;
  readonly text: string;
}

/** A year, month or day: a number from `low` to `high` whose digits fit the mask, where there is one. */
interface Part {
  readonly low: number;
  readonly high: number;
  /** Digits, and an `X` for each unspecified one. */
  readonly mask: string;
}

const MARK = "([?~%]?)";
const YEAR = "(Y-?[1-9]\\d*(?:E\\d{1,2})?(?:S[1-9]\\d?)?|-?\\d{4}S[1-9]\\d?|-?[\\dX]{4})";
const PAIR = "([\\dX]{2})";
const DATE = new RegExp(`^${MARK}${YEAR}${MARK}(?:-${MARK}${PAIR}${MARK}(?:-${MARK}${PAIR}${MARK})?)?$`);

/** Bit 1 is uncertain, bit 2 approximate. */
const MARKS = ["", "?", "~", "%"];

/** Longer ago than the universe is old, and near enough for exact day numbers. */
const LAST_YEAR = 2e10;

/** First and last month of the seasons 21 to 41; those that pass the end of the year go on in the next. */
const SEASONS = [
  // 21 to 24: spring, summer, autumn and winter, read as in the north; 25 to 28: said to be in the north
  "3-5 6-8 9-11 12-14 3-5 6-8 9-11 12-14",
  // 29 to 32: spring, summer, autumn and winter in the south
  "9-11 12-14 3-5 6-8",
  // 33 to 36: quarters; 37 to 39: spans of four months; 40 and 41: half years
  "1-3 4-6 7-9 10-12 1-4 5-8 9-12 1-6 7-12",
]
  .join(" ")
  .split(" ")
  .map((months) => months.split("-").map(Number));
const FIRST_SEASON = 21;

/** What a leap year has not, no year has: one look spares a search through ten thousand. */
const LEAP_YEAR = 2000;

/** Reads one date of EDTF, without a time of day: `2020-07-09`, `2020-07~`, `202X`, `2020-21`, `Y17E7`, `1950S2`. */
export function parseEdtfDate(text: string): Printed | Fault {
  const match = DATE.exec(text);
  if (!match) return unreadable(text);
  const [, , yearText = "", , , monthText, , , dayText] = match;
  const year = yearOf(yearText);
  const month = monthOf(monthText ?? "XX");
  const day = pairOf(dayText ?? "XX", 31);
  const isYearAlone = /[YS]/.test(yearText) && monthText;
  const isSeasonAlone = isSeason(month) && dayText;
  if (!year || isYearAlone || isSeasonAlone) return unreadable(text);
  if (!(Math.max(-year.low, year.high) <= LAST_YEAR))
    return faultOf("date-range", text, "a year within ±20,000,000,000");

  const earliest = seek(year, month, day, 1);
  const latest = seek(year, month, day, -1);
  if (earliest === undefined || latest === undefined) return faultOf("date-unreadable", text, "a date of the calendar");
  const parts = [printYear(yearText), monthText, dayText].filter((part) => part !== undefined);
  const marks = marksOf(match).slice(0, parts.length);
  const all = marks.reduce((sum, mark) => sum | mark);
  return {
    edge: {
      earliest,
      latest,
      precision: precisionOf(year, month, day),
      approximate: (all & 2) > 0,
      uncertain: (all & 1) > 0,
    },
    text: print(parts, marks),
  };
}

/** The fault of a text that is no date of EDTF. */
export function unreadable(text: string): Fault {
  return faultOf("date-unreadable", text, "a date in EDTF, such as 2020, 2020-07~ or 2020-07-09/..");
}

/** `1950S2` is any year with the same two first digits; the long form is for years that need five digits or more. */
function yearOf(text: string): Part | undefined {
  const [digits = "", significant] = text.replace(/^Y?-?/, "").split("S");
  const low = Number(digits.replaceAll("X", "0"));
  const high = Number(digits.replaceAll("X", "9"));
  const isLong = text.startsWith("Y");
  const isNegative = text.includes("-");
  if ((isLong && low < 10_000) || (isNegative && high === 0)) return undefined;
  const block = 10 ** Math.max(0, String(low).length - Number(significant ?? Infinity));
  const first = low - (low % block);
  const last = high === low ? first + block - 1 : high;
  const mask = digits.includes("X") ? digits : "";
  return isNegative ? { low: -last, high: -Math.max(first, 1), mask } : { low: first, high: last, mask };
}

function monthOf(text: string): Part {
  const [low, high] = SEASONS[Number(text) - FIRST_SEASON] ?? [];
  return low && high ? { low, high, mask: "" } : pairOf(text, 12);
}

function isSeason(month: Part): boolean {
  return month.mask === "";
}

function pairOf(mask: string, most: number): Part {
  const low = Math.max(1, Number(mask.replaceAll("X", "0")));
  return { low, high: Math.min(most, Number(mask.replaceAll("X", "9"))), mask };
}

/** The first day of all that the parts allow, or the last where `direction` is -1. */
function seek(years: Part, months: Part, days: Part, direction: 1 | -1): Day | undefined {
  const ofYear = (year: number): Day | undefined =>
    firstOf(months, direction, (month) => {
      const length = daysInMonth(year, month);
      return firstOf(days, direction, (day) => (day <= length ? dayFromCivil(year, month, day) : undefined));
    });
  return ofYear(LEAP_YEAR) === undefined ? undefined : firstOf(years, direction, ofYear);
}

function firstOf(part: Part, direction: 1 | -1, look: (number: number) => Day | undefined): Day | undefined {
  const { low, high, mask } = part;
  for (let number = direction > 0 ? low : high; number >= low && number <= high; number += direction) {
    const found = fits(mask, number) ? look(number) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function fits(mask: string, number: number): boolean {
  let rest = Math.abs(number);
  for (let index = mask.length - 1; index >= 0; index--) {
    if (mask[index] !== "X" && Number(mask[index]) !== rest % 10) return false;
    rest = Math.floor(rest / 10);
  }
  return true;
}

/** The coarsest part that leaves something open decides. */
function precisionOf(year: Part, month: Part, day: Part): Precision {
  const years = year.high - year.low + 1;
  if (years > 100) return "millennium";
  if (years > 10) return "century";
  if (years > 1) return "decade";
  if (isSeason(month)) return "season";
  if (month.mask.includes("X")) return "year";
  return day.mask.includes("X") ? "month" : "day";
}

/** The marks on year, month and day: one on the left is for its part, one on the right for all parts up to it. */
function marksOf(match: RegExpExecArray): number[] {
  const at = (group: number): number => MARKS.indexOf(match[group] ?? "");
  const right = [at(3), at(6), at(9)];
  return [at(1), at(4), at(7)].map((left, part) => right.slice(part).reduce((sum, mark) => sum | mark, left));
}

/** One mark at the end where all parts share it, else each mark to the left of its part. */
function print(parts: readonly string[], marks: readonly number[]): string {
  if (marks.every((mark) => mark === marks[0])) return parts.join("-") + MARKS[marks[0]!]!;
  return parts.map((part, index) => MARKS[marks[index]!]! + part).join("-");
}

/** Years with an exponent are written out. */
function printYear(text: string): string {
  return text.replace(/\d{1,11}E\d{1,2}/, (year) => String(Number(year)));
}
