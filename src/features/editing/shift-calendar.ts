import { calendarMath, type CalendarMath } from "../../time/calendar-math.js";
import { findCalendar } from "../../time/calendars.js";
import type { Civil } from "../../time/civil.js";
import { pad, writeYear } from "./shift-edtf.js";
import { ONE_DAY, ONE_MONTH, ONE_YEAR, type Stride } from "./stride.js";

/** A date as another calendar counts it: `1441-11~[u-ca=islamic-umalqura]`. */
const IN_CALENDAR = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)(\[!?u-ca=([^\]]{1,40})\])$/;

/** More years than a timeline in such a calendar shows. */
const MOST_YEARS = 10_000;

/** By what such a date goes; `undefined` for what is none. */
export function strideInCalendar(text: string): Stride | undefined {
  const [, year, month, day] = IN_CALENDAR.exec(text) ?? [];
  if (year === undefined) return undefined;
  return day !== undefined ? ONE_DAY : month !== undefined ? ONE_MONTH : ONE_YEAR;
}

/** Such a date some strides later, in the same calendar; `undefined` where it has no such date. */
export function shiftInCalendar(text: string, { unit, count }: Stride, n: number): string | undefined {
  const [, year, month, day, mark = "", suffix = "", name = ""] = IN_CALENDAR.exec(text) ?? [];
  const calendar = findCalendar(name);
  const math = calendar && calendarMath(calendar);
  if (!math || year === undefined) return undefined;
  const date: Civil = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  const by = n * count;
  const shift = { time: undefined, day: shiftDays, month: shiftMonths, year: shiftYears }[unit];
  const moved = shift?.(math, date, by);
  const written = moved && writeYear(moved.year, true);
  if (!moved || written === undefined) return undefined;
  const parts = [written, ...(month ? [pad(moved.month)] : []), ...(day ? [pad(moved.day)] : [])];
  return parts.join("-") + mark + suffix;
}

type Shift = (math: CalendarMath, date: Civil, by: number) => Civil | undefined;

const shiftDays: Shift = (math, date, by) => {
  const day = math.dayOf(date);
  return day === undefined ? undefined : math.dateOf(day + by);
};

/** Years of twelve and of thirteen months are walked through one by one. */
const shiftMonths: Shift = (math, { year: first, month: start, day }, by) => {
  let year = first;
  let month = start + by;
  for (let i = 0; i < MOST_YEARS && month < 1; i++) month += monthsIn(math, --year);
  for (let i = 0; i < MOST_YEARS && month > monthsIn(math, year); i++) month -= monthsIn(math, year++);
  return held(math, { year, month, day });
};

const shiftYears: Shift = (math, { year, month, day }, by) => held(math, { year: year + by, month, day });

function monthsIn(math: CalendarMath, year: number): number {
  return math.dayOf({ year, month: 13, day: 1 }) === undefined ? 12 : 13;
}

/** The date, or the last before it that its year and month have. */
function held(math: CalendarMath, { year, month: wanted, day }: Civil): Civil | undefined {
  const month = Math.min(wanted, monthsIn(math, year));
  for (let last = day; last > 0; last--) {
    const date = { year, month, day: last };
    if (math.dayOf(date) !== undefined) return date;
  }
  return undefined;
}
