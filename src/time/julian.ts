import { modulo } from "../base/math.js";
import type { Civil } from "./civil.js";
import type { Day } from "./instant.js";

/** Days from 0000-03-01 of the Julian calendar to 1970-01-01 of the Gregorian one. */
const EPOCH = 719_470;
/** Days in four years, after which the calendar repeats itself. */
const CYCLE = 1461;

/**
 * The day number of a date of the Julian calendar, in which dates before October 1582 are written; exact for any year,
 * with a year 0 (which is 1 BC). A month or a day past its end counts on.
 *
 * @param year - The year; 0 is 1 BC.
 * @param month - The month, 1 to 12.
 * @param day - The day of the month, from 1 on.
 */
export function julianToDay(year: number, month: number, day: number): Day {
  const fromMarch = modulo(month - 3, 12);
  const y = year + Math.floor((month - 3) / 12);
  return y * 365 + Math.floor(y / 4) + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - EPOCH;
}

/**
 * The date of a day number in the Julian calendar; undoes {@link julianToDay}.
 *
 * @param day - Whole days since 1970-01-01 of the Gregorian calendar.
 */
export function dayToJulian(day: Day): Civil {
  const cycle = Math.floor((day + EPOCH) / CYCLE);
  const ofCycle = day + EPOCH - cycle * CYCLE;
  const yearOfCycle = Math.floor((ofCycle - Math.floor(ofCycle / 1460)) / 365);
  const ofYear = ofCycle - yearOfCycle * 365;
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: cycle * 4 + yearOfCycle + (month < 3 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}
