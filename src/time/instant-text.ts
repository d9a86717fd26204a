import { civilFromDay, dayOf, daysInMonth } from "./civil.js";
import { DAY, type Instant } from "./instant.js";

/** The last year that a day or a time of day can be written of. */
const LAST_YEAR = 999_999;

/**
 * A date that starts or ends at an instant, in as few characters as say so: `2020` starts with its first instant and ends
 * with its last, and so do `2020-07` and `2020-07-09`; else `2020-07-09T10:30`. It is on the clock of the timeline, exact to
 * the millisecond; past the year 999999 to the year, which is then in it as a whole.
 */
export function instantText(instant: Instant, side: "start" | "end"): string {
  const at = Math.round(instant);
  const time = at - dayOf(at) * DAY;
  const isEnd = side === "end" && time === 0;
  const { year, month, day } = civilFromDay(isEnd ? dayOf(at) - 1 : dayOf(at));
  const isFar = Math.abs(year) > 9999;
  const isMonth = time === 0 && day === (isEnd ? daysInMonth(year, month) : 1);
  const isYear = isMonth && month === (isEnd ? 12 : 1);
  if (Math.abs(year) > LAST_YEAR || (isFar && isYear)) return `Y${year}`;
  // A day of such a year is written with a time of day alone.
  if (isFar && isEnd) return instantText(at, "start");
  const yearText = `${year < 0 ? "-" : isFar ? "+" : ""}${digits(Math.abs(year), isFar ? 6 : 4)}`;
  if (isYear) return yearText;
  if (isMonth && !isFar) return `${yearText}-${digits(month)}`;
  const clock = new Date(time)
    .toISOString()
    .slice(11, 23)
    .replace(/(:00)?\.000$/, "");
  return `${yearText}-${digits(month)}-${digits(day)}${time > 0 || isFar ? `T${clock}` : ""}`;
}

function digits(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}
