import type { SourceCalendar } from "./source-calendar.js";
import type { Civil } from "../civil.js";
import type { Day } from "../instant.js";
import type { Draft } from "./draft.js";
import type { Language } from "./sense.js";

/** The last year that other calendars than the Gregorian are read for: later ones are a mix of calendars. */
const LAST_OTHER_YEAR = 1600;

/** What a draft is resolved with. */
export interface Context {
  readonly language: Language;
  /** The day of publishing, where it is known. */
  readonly today: Day | undefined;
}

/** How sure a reading is that had to assume something. */
export const SURE = {
  /** Its year is the one nearest to the day of publishing. */
  nearestYear: 0.8,
  /** "Last March", "next Friday": some writers mean one turn further. */
  looseShift: 0.8,
  /** A day of the Hijra, which by sighting of the moon may be the one beside it. */
  sighting: 0.9,
  /** A weekday by itself. */
  bareWeekday: 0.6,
  /** A number that looks like a year. */
  bareYear: 0.5,
  /** The nineties, without a century. */
  noCentury: 0.7,
  /** A calendar that only the size of the year tells. */
  guessedCalendar: 0.8,
  /** A week, a month or a year counted back from the day of publishing. */
  countedBack: 0.8,
  /** A week whose first day is a habit of the language. */
  week: 0.7,
  /** A winter, which lies in two years. */
  winter: 0.7,
  ambiguous: 0.5,
} as const;

/** The mark of EDTF for "about", "early" or "late". */
export function markOf({ hasPart, isAbout }: Draft): string {
  return hasPart || isAbout ? "~" : "";
}

/** The calendar that the words name; `undefined` where two of them contradict each other. */
export function calendarOf({ calendar, era, year }: Draft, language: Language): SourceCalendar | undefined {
  const named = era === "bc" ? "gregory" : era;
  const isOld = year !== undefined && year >= 1200 && year < 1500;
  const found = calendar ?? named ?? (isOld ? language.calendar : "gregory");
  const isOther = found === "persian" || found === "islamic";
  if (isOther && ((year ?? 0) > LAST_OTHER_YEAR || era === "bc")) return undefined;
  if (named === undefined || named === found) return found;
  return found === "gregory" && named === "julian" ? named : undefined;
}

/** The year that the words give, before Christ as EDTF counts it. */
export function yearOf({ year, era, units, shifts, hasPart }: Draft, now: Civil | undefined): number | undefined {
  if (year !== undefined) return era === "bc" ? 1 - year : year;
  const by = shifts.year?.by ?? (hasPart && units.has("year") ? 0 : undefined);
  return now && by !== undefined ? now.year + by : undefined;
}
