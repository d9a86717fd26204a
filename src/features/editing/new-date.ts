import { calendarMath } from "../../time/calendar-math.js";
import type { Calendar } from "../../time/calendars.js";
import { civilFromDay, dayOf } from "../../time/civil.js";
import { DAY, type Instant } from "../../time/instant.js";
import { pad, writeYear } from "./shift-edtf.js";

const HOUR = 3_600_000;
const YEAR = 365.2425 * DAY;
/** A unit takes at least so many pixels where a new event is as fine as it. */
const ROOM = 10;

/** From fine to coarse: how long a unit is, and how a date is written that is known to it. */
const UNITS: readonly (readonly [
  length: number,
  write: (instant: Instant, calendar: Calendar) => string | undefined,
])[] = [
  [HOUR / 4, (instant) => writeTime(instant, HOUR / 4)],
  [HOUR, (instant) => writeTime(instant, HOUR)],
  [DAY, (instant) => writeParts(instant, 3)],
  [YEAR / 12, (instant, calendar) => inCalendar(instant, 2, calendar) ?? writeParts(instant, 2)],
  [YEAR, (instant, calendar) => inCalendar(instant, 1, calendar) ?? writeParts(instant, 1)],
  [10 * YEAR, (instant) => writeMask(instant, 1)],
  [100 * YEAR, (instant) => writeMask(instant, 2)],
  [1000 * YEAR, (instant) => writeMask(instant, 3)],
];

/**
 * The date of a new event, as fine as what is in view tells apart: a time, a day, a month, a year, ten, a hundred or a
 * thousand of them. Months and years are those of the calendar.
 *
 * @param msPerPx - Milliseconds in a pixel.
 */
export function dateAt(instant: Instant, msPerPx: number, calendar: Calendar): string {
  const fit = UNITS.findIndex(([length]) => length >= msPerPx * ROOM);
  const units = fit < 0 ? [] : UNITS.slice(fit);
  for (const [, write] of units) {
    const text = write(instant, calendar);
    if (text !== undefined) return text;
  }
  return writeYear(civilFromDay(dayOf(instant)).year, false) ?? "0000";
}

function writeTime(instant: Instant, unit: number): string | undefined {
  const at = Math.floor(instant / unit) * unit;
  const day = writeParts(at, 3);
  const time = at - dayOf(at) * DAY;
  return day === undefined || day.length > 10
    ? undefined
    : `${day}T${pad(Math.floor(time / HOUR))}:${pad((time / 60_000) % 60)}`;
}

function writeParts(instant: Instant, parts: 1 | 2 | 3): string | undefined {
  const { year, month, day } = civilFromDay(dayOf(instant));
  const written = writeYear(year, parts > 1);
  return written && [written, pad(month), pad(day)].slice(0, parts).join("-");
}

function inCalendar(instant: Instant, parts: 1 | 2, calendar: Calendar): string | undefined {
  const date = calendarMath(calendar)?.dateOf(dayOf(instant));
  const year = date && writeYear(date.year, true);
  return date && year && `${[year, pad(date.month)].slice(0, parts).join("-")}[u-ca=${calendar}]`;
}

function writeMask(instant: Instant, unknown: number): string | undefined {
  const { year } = civilFromDay(dayOf(instant));
  const written = writeYear(year, true);
  return written && year >= 0 ? written.slice(0, -unknown) + "X".repeat(unknown) : undefined;
}
