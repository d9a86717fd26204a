/**
 * The calendars that all engines count alike, by their Unicode identifiers, and `julian`, which is ours. `islamic` is not
 * among them: engines differ by a day in what it means, and it is on its way out of ECMA-402.
 */
export const CALENDARS = [
  "gregory",
  "julian",
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

/** A calendar in which dates can be written and read. */
export type Calendar = (typeof CALENDARS)[number];

/** The calendar of a name, where it is one. */
export function findCalendar(name: string): Calendar | undefined {
  return CALENDARS.find((calendar) => calendar === name);
}

/** What to write instead of a name that is no calendar's. */
export function expectedCalendar(name: string): string {
  return name === "islamic" ? "islamic-umalqura" : CALENDARS.join(", ");
}
