import { dayFromCivil, daysInMonth } from "../../time/civil.js";
import { DAY, type Instant } from "../../time/instant.js";
import { LAST_EPOCH } from "../../time/zone.js";

/** One end of a span, as in `KnownEdge`; written over and over, as millions are read. */
export interface QuickEdge {
  earliest: Instant;
  latest: Instant;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1_000;
const DAY_LENGTH = "2020-07-09".length;

/**
 * Reads the most common forms of a date as `parseDate` does, many times faster: milliseconds, a `Date`, `2020-07-09`,
 * `2020-07-09T10:30` with seconds and a `Z` or without.
 *
 * @param wall - What the clocks of the timeline show at a moment.
 * @returns Whether it was one of them, and is a date; if not, `parseDate` has the last word.
 */
export function readQuickly(input: unknown, wall: (epochMs: number) => Instant, edge: QuickEdge): boolean {
  if (typeof input === "string") return readText(input, wall, edge);
  const epochMs = typeof input === "number" ? Math.trunc(input) : input instanceof Date ? timeOf(input) : NaN;
  if (!(Math.abs(epochMs) <= LAST_EPOCH)) return false;
  edge.earliest = edge.latest = wall(epochMs);
  return true;
}

/** Of a real `Date`, whatever its own methods say. */
function timeOf(date: Date): number {
  try {
    return Date.prototype.getTime.call(date);
  } catch {
    return NaN;
  }
}

function readText(text: string, wall: (epochMs: number) => Instant, edge: QuickEdge): boolean {
  const day = dayOf(text);
  if (Number.isNaN(day)) return false;
  edge.earliest = day * DAY;
  edge.latest = edge.earliest + DAY;
  if (text.length === DAY_LENGTH) return true;
  const isUtc = text.endsWith("Z");
  const time = timeAt(text, isUtc ? text.length - 1 : text.length);
  if (Number.isNaN(time)) return false;
  edge.earliest = edge.latest = isUtc ? wall(edge.earliest + time) : edge.earliest + time;
  return true;
}

/** The day with which a text begins, in `YYYY-MM-DD`; not a number where it does not. */
function dayOf(text: string): number {
  if (text.length < DAY_LENGTH || text[4] !== "-" || text[7] !== "-") return NaN;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  if (!(month >= 1 && month <= 12 && day >= 1)) return NaN;
  return day <= 28 || day <= daysInMonth(year, month) ? dayFromCivil(year, month, day) : NaN;
}

/** The time of day behind it, in `THH:MM`, `THH:MM:SS` or `THH:MM:SS.mmm`. */
function timeAt(text: string, end: number): number {
  const length = end - DAY_LENGTH;
  if (text[DAY_LENGTH] !== "T" || text[13] !== ":" || (length !== 6 && length !== 9 && length !== 13)) return NaN;
  const [hour, minute] = [digits(text, 11, 2), digits(text, 14, 2)];
  const hasSecond = length > 6;
  const second = hasSecond && text[16] === ":" ? digits(text, 17, 2) : hasSecond ? NaN : 0;
  const milli = length === 13 ? (text[19] === "." ? digits(text, 20, 3) : NaN) : 0;
  return hour < 24 && minute < 60 && second < 60 ? hour * HOUR + minute * MINUTE + second * SECOND + milli : NaN;
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
