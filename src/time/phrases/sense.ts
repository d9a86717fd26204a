import type { SourceCalendar } from "./source-calendar.js";

/** What dates are counted in. */
export type Unit = "day" | "week" | "month" | "quarter" | "half" | "year" | "decade" | "century" | "millennium";

/** What follows a year: before Christ, or the calendar that it is counted in. */
export type Era = "bc" | SourceCalendar;

/** Last (-1), this (0) or next (1), written before or after what it is said of. */
export interface Shift {
  readonly by: number;
  readonly isBefore: boolean;
}

/** What a word or a number can mean in a date. */
export type Sense =
  | { readonly is: "number"; readonly value: number; readonly isCardinal: boolean }
  | { readonly is: "numeric"; readonly numbers: readonly number[]; readonly isYearFirst: boolean }
  | { readonly is: "month"; readonly calendar: SourceCalendar; readonly month: number }
  | { readonly is: "weekday"; readonly weekday: number }
  | { readonly is: "relative"; readonly days: number }
  | ({ readonly is: "shift" } & Shift)
  | { readonly is: "unit"; readonly unit: Unit; readonly count?: number }
  | { readonly is: "season"; readonly season: number }
  | { readonly is: "tens"; readonly tens: number }
  | { readonly is: "decade"; readonly year: number; readonly isShort: boolean }
  | { readonly is: "era"; readonly era: Era }
  | { readonly is: "ago"; readonly by: number }
  | { readonly is: "part" | "about" | "in" | "link" | "comma" | "dash" | "bar" | "other" }
  | { readonly is: "since" | "until" | "from" | "to" | "between" | "and" };

/** A word with its meaning and its place. */
export interface Lexeme {
  readonly sense: Sense;
  /** A word that has another meaning too (may, sun, مارس): no date by itself. */
  readonly isWeak: boolean;
  /** Where it begins in the folded text. */
  readonly from: number;
  /** Where it ends there. */
  readonly to: number;
}

/**
 * The words of a language. Each text lists words by commas, in the order of what they stand for, with `|` between
 * synonyms; spelling is folded, so one form stands for all of its spellings.
 */
export interface Language {
  readonly code: string;
  readonly months: readonly (readonly [SourceCalendar, string])[];
  /** From Sunday on. */
  readonly weekdays: string;
  /** From 1 on: words for the first, the second… */
  readonly ordinals: string;
  /** From 1 on: words for one, two…; they count days or years, and are no date. */
  readonly cardinals: string;
  /** By their distance in days. */
  readonly relative: Readonly<Record<string, string>>;
  /** Last, this, next: those that stand before their noun, and those that stand after it. */
  readonly shifts: { readonly before: string; readonly after: string };
  readonly units: Readonly<Record<Unit, string>>;
  /** Words that mean two of a unit. */
  readonly pairs: Readonly<Partial<Record<Unit, string>>>;
  /** Spring, summer, autumn, winter. */
  readonly seasons: string;
  /** The twenties to the nineties. */
  readonly tens: string;
  readonly eras: Readonly<Partial<Record<Era, string>>>;
  /** Ago, and from now. */
  readonly ago: string;
  readonly plain: Readonly<
    Record<
      "part" | "about" | "in" | "link" | "bar" | "other" | "since" | "until" | "from" | "to" | "between" | "and",
      string
    >
  >;
  /** Words that say while something went on. */
  readonly during: string;
  /** Words that mean something else as often as not. */
  readonly weak: string;
  /** What can be written before a word without a blank; the one that means "and" first. */
  readonly prefixes: readonly string[];
  /** Signs that tell it from the other languages of its script. */
  readonly ownSigns: RegExp;
  /** 0 (Sunday) to 6. */
  readonly weekStart: number;
  /** The calendar of "last month", and of years between 1200 and 1499 that name none. */
  readonly calendar: SourceCalendar;
}
