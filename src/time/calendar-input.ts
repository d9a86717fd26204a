import { calendarMath } from "./calendar-math.js";
import { expectedCalendar, findCalendar } from "./calendars.js";
import { faultOf, type Fault } from "./fault.js";
import { DAY } from "./instant.js";
import type { KnownEdge } from "./span.js";

const DATE = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)$/;

/**
 * Reads a day, a month or a year as another calendar than the Gregorian counts it, with a mark of EDTF at its end:
 * `1441-11-18`, `1441-11~`, `1441`. Months are numbered as they come in their year.
 *
 * @param text - The date.
 * @param name - What should be the name of a calendar.
 */
export function parseCalendarDate(text: string, name: string): KnownEdge | Fault {
  const calendar = findCalendar(name);
  const math = calendar && calendarMath(calendar);
  if (!math) return faultOf("calendar-unknown", name, expectedCalendar(name));
  const match = DATE.exec(text);
  if (!match) return faultOf("date-unreadable", text, "a day, month or year such as 1441-11-18, 1441-11 or 1441");
  const [year = 0, month = 1, day = 1] = match.slice(1, 4).map((digits) => (digits ? Number(digits) : undefined));
  const precision = match[3] ? "day" : match[2] ? "month" : "year";
  const start = math.dayOf({ year, month, day });
  if (start === undefined) {
    return math.dayOf({ year, month: 1, day: 1 }) === undefined
      ? faultOf("date-range", text, `a year of the calendar ${name}`)
      : faultOf("date-unreadable", text, `a date of the calendar ${name}`);
  }
  const next = precision === "day" ? start + 1 : math.around(precision, 1, start)?.[1];
  if (next === undefined) return faultOf("date-range", text, `a year of the calendar ${name}`);
  const mark = match[4]!;
  return {
    earliest: start * DAY,
    latest: next * DAY,
    precision,
    approximate: mark === "~" || mark === "%",
    uncertain: mark === "?" || mark === "%",
  };
}
