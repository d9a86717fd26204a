import { MizwalaError } from "../base/errors.js";
import { expectedCalendar, findCalendar, type Calendar } from "../time/calendars.js";

/**
 * The calendar that an option names.
 *
 * @throws {@link MizwalaError} where it is none of `CALENDARS`.
 */
export function requireCalendar(calendar: string = "gregory", option = "calendar"): Calendar {
  const known = findCalendar(calendar);
  if (known !== undefined) return known;
  const expected = expectedCalendar(calendar);
  throw new MizwalaError({ code: "option-unknown", path: `options.${option}`, found: calendar, expected });
}
