import { civilFromDay, dayFromCivil, dayOf, daysInMonth } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import { instantText } from "../time/instant-text.js";
import { parseDate } from "../time/parse.js";
import { isKnown, type Span } from "../time/span.js";
import { dayText } from "./dates.js";

/** A stretch of time that is counted from somewhere: so many milliseconds, or so many months. */
export interface Duration {
  readonly ms: number;
  readonly months: number;
}

const HOUR = 3_600_000;
const DURATION =
  /^(\d{1,9}(?:\.\d{1,6})?) ?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|M|months?|y|years?|decades?|centur(?:y|ies))$/;
const MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: HOUR, d: DAY, w: 7 * DAY };
const MONTHS: Readonly<Record<string, number>> = { M: 1, mo: 1, y: 12, de: 120, ce: 1200 };
/** Later or earlier than this nothing is counted. */
const FARTHEST = 8.64e15;

/** A number with a unit, such as `3 days`, `30d` or `1M`; `undefined` for anything else. */
export function readDuration(text: string): Duration | undefined {
  const [, amount, unit = ""] = DURATION.exec(text.trim()) ?? [];
  if (amount === undefined) return undefined;
  const short = /^(?:ms|milli)/.test(unit)
    ? "ms"
    : unit.length === 1
      ? unit
      : /^(?:mo|de|ce)/.test(unit)
        ? unit.slice(0, 2)
        : unit[0]!;
  const months = MONTHS[short];
  return months === undefined
    ? { ms: Number(amount) * MS[short]!, months: 0 }
    : { ms: 0, months: Number(amount) * months };
}

/** The instant so much later; the day of a month that is too short is its last. */
export function later(instant: Instant, { ms, months }: Duration, sign: 1 | -1 = 1): Instant {
  if (months === 0) return held(instant + sign * ms);
  const day = dayOf(instant);
  const civil = civilFromDay(day);
  const month = civil.year * 12 + civil.month - 1 + sign * Math.round(months);
  const [year, ofYear] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
  const ofMonth = Math.min(civil.day, daysInMonth(year, ofYear + 1));
  return held(dayFromCivil(year, ofYear + 1, ofMonth) * DAY + (instant - day * DAY));
}

function held(instant: Instant): Instant {
  return Math.max(-FARTHEST, Math.min(FARTHEST, instant));
}

/** The first and the last instant of a date; `undefined` where it can't be read or has no such. */
export function instantsOf(
  date: string,
): { readonly from: Instant; readonly to: Instant; readonly span: Span } | undefined {
  const parsed = parseDate(date);
  if (!parsed.ok) return undefined;
  const { start, end } = parsed.span;
  if (!isKnown(start) || !isKnown(end)) return undefined;
  return { from: start.earliest, to: end.latest, span: parsed.span };
}

/** The date from one instant to another: whole days where both are at midnight, of which the last ends at `to`. */
export function textBetween(from: Instant, to: Instant): string {
  const isWhole = from === dayOf(from) * DAY && to === dayOf(to) * DAY;
  if (!isWhole) return to <= from ? instantText(from, "start") : `${instantText(from, "start")}/${timeText(to)}`;
  const [first, last] = [dayText(dayOf(from)), dayText(dayOf(Math.max(to - 1, from)))];
  return first === last ? first : `${first}/${last}`;
}

/** With its time of day, also at midnight. */
function timeText(instant: Instant): string {
  return instant === dayOf(instant) * DAY ? `${dayText(dayOf(instant))}T00:00` : instantText(instant, "start");
}
