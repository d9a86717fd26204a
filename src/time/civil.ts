import { modulo } from "../base/math.js";
import { DAY, type Day, type Instant } from "./instant.js";

/** A day as a calendar names it, by default the proleptic Gregorian one. */
export interface Civil {
  /** The year; 0 is 1 BC in the Gregorian and the Julian calendar. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days from 0000-03-01, where the counting below begins, to 1970-01-01. */
const EPOCH = 719_468;
/** Days in 400 years, after which the calendar repeats itself. */
const CYCLE = 146_097;

/**
 * The day number of a date of the proleptic Gregorian calendar, exact for every year to ±20,000,000,000.
 * A month or a day past its end counts on: month 13 is the next January, day 0 the last of the month before.
 * After Howard Hinnant, "chrono-compatible low-level date algorithms": a year that begins in March ends in its leap day.
 */
export function dayFromCivil(year: number, month: number, day: number): Day {
  const fromMarch = modulo(month - 3, 12);
  const y = year + Math.floor((month - 3) / 12);
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - EPOCH;
}

/** The date of a day number; undoes {@link dayFromCivil}. */
export function civilFromDay(day: Day): Civil {
  const cycle = Math.floor((day + EPOCH) / CYCLE);
  const ofCycle = day + EPOCH - cycle * CYCLE;
  const yearOfCycle = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365,
  );
  const ofYear = ofCycle - (yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month < 3 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The number of days in a month; a month past 12 counts on into the next year. */
export function daysInMonth(year: number, month: number): number {
  return dayFromCivil(year, month + 1, 1) - dayFromCivil(year, month, 1);
}

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

/** The day of the week, 0 (Sunday) to 6. */
export function weekday(day: Day): number {
  return modulo(day + 4, 7);
}

/** The day that an instant falls on. Far from today, where instants are rounded, the start of a day is still on it. */
export function dayOf(instant: Instant): Day {
  const day = Math.floor(instant / DAY);
  return (day + 1) * DAY <= instant ? day + 1 : day;
}
