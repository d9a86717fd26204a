import type { SourceCalendar } from "./source-calendar.js";
import type { Era, Sense, Shift, Unit } from "./sense.js";

/** What "last" or "next" can be said of. */
export type Target = "weekday" | "season" | Unit;

/** The parts of one date as far as a phrase names them. */
export interface Draft {
  calendar?: SourceCalendar;
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  season?: number;
  /** The first year of a decade in digits, and whether only two of them are written. */
  decade?: { readonly year: number; readonly isShort: boolean };
  /** A decade as a word: 8 for the eighties. */
  tens?: number;
  /** Days from the day of publishing. */
  relative?: number;
  numeric?: Extract<Sense, { is: "numeric" }>;
  era?: Era;
  /** Into the past (-1) or the future (1), by the one count in `counts`. */
  ago?: number;
  /** Early, middle or late in it. */
  hasPart?: boolean;
  isAbout?: boolean;
  /** Whether the phrase says that its year is one: "in 2011", "the year 2011". */
  isYearMarked?: boolean;
  /** "The 19th century", "three days": numbers by unit. */
  readonly counts: Partial<Record<Unit, number>>;
  readonly units: ReadonlySet<Unit>;
  readonly shifts: Partial<Record<Target, Shift>>;
}

/**
 * The two ends of a range, each with what only the other one says: "7 to 9 July 2020", "July 9 to 12", "March to June
 * 2020".
 */
export function share(start: Draft, end: Draft): [Draft, Draft] {
  return [inherit(start, end), inherit(end, start)];
}

/** Whether a day lacks its month, or a month its year. */
export function isFragment(draft: Draft): boolean {
  return draft.year === undefined && (draft.day !== undefined || draft.month !== undefined) && !hasShift(draft);
}

function inherit(draft: Draft, other: Draft): Draft {
  const needsMonth = draft.day !== undefined && draft.month === undefined && !hasShift(draft);
  const month = draft.month ?? (needsMonth ? other.month : undefined);
  const needsYear = draft.year === undefined && !hasShift(draft) && (month !== undefined || draft.season !== undefined);
  const { calendar = other.calendar, era = other.era } = draft;
  return {
    ...draft,
    ...(month !== undefined && { month }),
    ...(calendar !== undefined && { calendar }),
    ...(era !== undefined && { era }),
    ...(needsYear && other.year !== undefined && { year: other.year }),
    ...(needsYear && { shifts: other.shifts, units: other.units }),
  };
}

function hasShift(draft: Draft): boolean {
  return Object.keys(draft.shifts).length > 0;
}
