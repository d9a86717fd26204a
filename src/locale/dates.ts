import { DAY, type Instant } from "../time/instant.js";
import type { Precision, Span } from "../time/span.js";
import type { StepUnit } from "../time/steps.js";
import { fieldsOf, timeOfDay, type EdgeSetting } from "./edges.js";
import { dateParts, joinParts, type Fields, type MonthNames } from "./fields.js";
import { createGlue } from "./glue.js";
import { requireCalendar, type Calendar } from "./calendars.js";
import { availableLocale } from "./intl.js";
import { createWords, type MessageKey, type Words } from "./messages.js";
import { resolveNumerals, type Numerals } from "./numerals.js";
import { describeSpan } from "./spans.js";

/** What decides how dates read. */
export interface DateSetting {
  /** A BCP 47 tag. */
  readonly locale: string;
  /**
   * The calendar of days, months and years.
   * @defaultValue `"gregory"`, for every locale
   */
  readonly calendar?: Calendar;
  /**
   * The digits.
   * @defaultValue `"auto"`
   */
  readonly numerals?: Numerals;
  /**
   * The names of the Gregorian months.
   * @defaultValue `"auto"`
   */
  readonly monthNames?: MonthNames;
  /**
   * The words around dates.
   * @defaultValue those of the locale
   */
  readonly words?: Words;
}

/** What a visible date says beyond day and month. */
export interface SpanStyle {
  /**
   * Whether a single day has its weekday.
   * @defaultValue `false`
   */
  readonly weekday?: boolean;
  /**
   * Whether days and months have their year; a span that ends in another year than it starts always has both.
   * @defaultValue `true`
   */
  readonly year?: boolean;
}

/** The text of one tick of the axis. */
export interface TickText {
  readonly text: string;
  /** The weekday, below a day that has room for it. */
  readonly detail?: string;
}

/** All that is written about time in one locale. */
export interface DateFormat {
  /** The locale whose names are used: the one asked for, or `en` where the engine has no names for that. */
  readonly locale: string;
  /** A date or span as precisely as it is known, in short: "7–9 July 2020". */
  readonly span: (span: Span, style?: SpanStyle) => string;
  /** The same for a voice: with year and weekday, and words instead of signs. */
  readonly spoken: (span: Span) => string;
  /** A tick of the axis, said as shortly as its unit allows. */
  readonly tick: (instant: Instant, unit: StepUnit) => TickText;
  /** A tick of the slow tier of the axis: what the ticks above it leave out. */
  readonly slow: (instant: Instant, unit: StepUnit) => string;
  /** The length of a silence between two events: "after 6 days". */
  readonly gap: (ms: number) => string;
  /** Whether two neighbouring words belong to one date, so that no line may end between them. */
  readonly isGlued: (before: string, after: string) => boolean;
}

const MONTH = 30.436_875 * DAY;
/** The units of silences: the shortest silence that is counted in each, and its length. */
const GAPS: readonly (readonly [least: number, length: number, key: MessageKey])[] = [
  [23.5 * MONTH, 12 * MONTH, "afterYears"],
  [60 * DAY, MONTH, "afterMonths"],
  [DAY, DAY, "afterDays"],
  [3_600_000, 3_600_000, "afterHours"],
  [-Infinity, 60_000, "afterMinutes"],
];

/** What a tick of each unit shows: fields of its date, or its time of day as finely as that. */
const TICKS: Readonly<Record<StepUnit, Fields | Precision>> = {
  millisecond: "millisecond",
  second: "second",
  minute: "minute",
  hour: "minute",
  day: { day: "numeric" },
  week: { day: "numeric" },
  month: { month: "long" },
  year: { year: "numeric" },
};

/**
 * Makes the one object that writes dates for a locale.
 *
 * @throws {@link MizwalaError} for a calendar that does not exist, or `islamic`, which engines count differently.
 */
export function createDateFormat(options: DateSetting): DateFormat {
  const locale = availableLocale(options.locale);
  const setting: EdgeSetting = {
    locale,
    calendar: requireCalendar(options.calendar),
    numerals: resolveNumerals(locale, options.numerals),
    monthNames: options.monthNames ?? "auto",
    words: options.words ?? createWords(options.locale, {}, options.numerals),
  };
  const date = (instant: Instant, fields: Fields): string => joinParts(dateParts(instant, fields, setting));
  return {
    locale,
    span: (span, { weekday = false, year = true } = {}) =>
      describeSpan(span, { weekday, year, isSpoken: false }, setting),
    spoken: (span) => describeSpan(span, { weekday: true, year: true, isSpoken: true }, setting),
    tick: (instant, unit) => {
      const shown = TICKS[unit];
      const text = typeof shown === "string" ? timeOfDay(instant, shown, setting) : date(instant, shown);
      return unit === "day" ? { text, detail: date(instant, { weekday: "short" }) } : { text };
    },
    slow: (instant, unit) =>
      date(instant, fieldsOf(unit === "year" || unit === "month" ? unit : "day", { weekday: false, year: true })),
    gap: (ms) => {
      const [, length, key] = GAPS.find(([least]) => ms >= least)!;
      return setting.words.say(key, { n: Math.round(ms / length) });
    },
    isGlued: createGlue(setting),
  };
}
