import { MizwalaError } from "../base/errors.js";

/**
 * The calendars that all engines count alike, by their Unicode identifiers. `islamic` is not among them: engines differ by
 * a day in what it means, and it is on its way out of ECMA-402.
 */
export const CALENDARS = [
  "gregory",
  "islamic-umalqura",
  "islamic-civil",
  "islamic-tbla",
  "persian",
  "hebrew",
  "coptic",
  "ethiopic",
  "indian",
  "buddhist",
  "japanese",
  "roc",
] as const;

/** A calendar in which dates can be written. */
export type Calendar = (typeof CALENDARS)[number];

/**
 * The calendar that an option names.
 *
 * @throws {@link MizwalaError} where it is none of {@link CALENDARS}.
 */
export function requireCalendar(calendar: string = "gregory"): Calendar {
  const known = CALENDARS.find((name) => name === calendar);
  if (known !== undefined) return known;
  const expected = calendar === "islamic" ? "islamic-umalqura" : CALENDARS.join(", ");
  throw new MizwalaError({ code: "option-unknown", path: "options.calendar", found: calendar, expected });
}
