import { calendarMath } from "../time/calendar-math.js";
import type { Calendar } from "../time/calendars.js";
import type { Span } from "../time/span.js";
import type { Break } from "../time/warp.js";
import { createAxisFormat, type AxisFormat } from "./axis-format.js";
import { requireCalendar } from "./calendars.js";
import type { EdgeSetting, EdgeStyle } from "./edges.js";
import type { MonthNames } from "./fields.js";
import { describeBetween } from "./gaps.js";
import { createGlue } from "./glue.js";
import { availableLocale } from "./intl.js";
import { createWords, type Words } from "./messages.js";
import { resolveNumerals, type Numerals } from "./numerals.js";
import { atPlace } from "./places.js";
import { describeSkip, spanOfSkip } from "./skips.js";
import { bareSpan, describeSpan } from "./spans.js";

export type { AxisFormat, TickText } from "./axis-format.js";

/** What decides how dates read. */
export interface DateSetting {
  /** A BCP 47 tag. */
  readonly locale: string;
  /**
   * The calendar of days, months and years.
   * @defaultValue `"gregory"`, for every locale
   */
  readonly calendar?: Calendar | undefined;
  /** A calendar for a second axis, and for what stands in parentheses behind dates. Default: none. */
  readonly secondCalendar?: Calendar | undefined;
  /**
   * The digits.
   * @defaultValue `"auto"`
   */
  readonly numerals?: Numerals | undefined;
  /**
   * The names of the Gregorian months.
   * @defaultValue `"auto"`
   */
  readonly monthNames?: MonthNames | undefined;
  /**
   * The zone whose clock the spans are on; times with a zone of their own are printed on the clock of that.
   * @defaultValue `"UTC"`
   */
  readonly timeZone?: string | undefined;
  /**
   * The words around dates.
   * @defaultValue those of the locale
   */
  readonly words?: Words | undefined;
}

/** What a visible date says beyond day and month. */
export interface SpanStyle {
  /**
   * Whether a single day has its weekday.
   * @defaultValue `false`
   */
  readonly weekday?: boolean | undefined;
  /**
   * Whether days and months have their year; a span that ends in another year than it starts always has both.
   * @defaultValue `true`
   */
  readonly year?: boolean | undefined;
  /**
   * Whether days, months and years have the same date in the second calendar behind them.
   * @defaultValue `false`
   */
  readonly both?: boolean | undefined;
}

/** A setting that this engine has no data for, and what is used instead. */
export interface Fallback {
  readonly option: "locale" | "calendar" | "secondCalendar";
  readonly asked: string;
  readonly used: string;
}

/** All that is written about time in one locale. */
export interface DateFormat extends AxisFormat {
  /** The locale whose names are used: the one asked for, or `en` where the engine has no names for that. */
  readonly locale: string;
  /** What the engine has no data for. */
  readonly fallbacks: readonly Fallback[];
  /** The axis in the second calendar. */
  readonly second: AxisFormat | undefined;
  /** A date or span as precisely as it is known, in short: "7–9 July 2020". */
  readonly span: (span: Span, style?: SpanStyle) => string;
  /** The same for a voice: with year and weekday, and words instead of signs. */
  readonly spoken: (span: Span) => string;
  /**
   * Where one span lies against another, no finer than both are known: "after 6 days", "6 days earlier", "on the same day".
   * An end that is open or unknown is left aside.
   */
  readonly between: (from: Span, to: Span) => string;
  /** How much time a break leaves out, in short ("6 years"), and for a voice with what it is. */
  readonly skip: (skipped: Break) => { readonly text: string; readonly spoken: string };
  /** Whether two neighbouring words belong to one date, so that no line may end between them. */
  readonly isGlued: (before: string, after: string) => boolean;
}

/**
 * Makes the one object that writes dates for a locale.
 *
 * @throws {@link MizwalaError} for a calendar that does not exist, or `islamic`, which engines count differently.
 */
export function createDateFormat(options: DateSetting): DateFormat {
  const { timeZone = "UTC" } = options;
  const locale = availableLocale(options.locale);
  const calendar = requireCalendar(options.calendar);
  const secondCalendar = requireCalendar(options.secondCalendar ?? calendar, "secondCalendar");
  const setting: EdgeSetting = {
    locale,
    calendar,
    numerals: resolveNumerals(locale, options.numerals),
    monthNames: options.monthNames ?? "auto",
    words: options.words ?? createWords(options.locale, {}, options.numerals),
  };
  const second = secondCalendar === calendar ? undefined : { ...setting, calendar: secondCalendar };

  const describe = (given: Span, style: EdgeStyle, both = false): string => {
    const { span, noteOf } = atPlace(given, timeZone, setting);
    const text = describeSpan(span, style, { ...setting, noteOf });
    const bare = both && second ? bareSpan(span) : undefined;
    if (!bare || !second) return text;
    const beside = describeSpan(bare, { ...style, weekday: false }, { ...second, hasEra: false });
    return beside === describeSpan(bare, { ...style, weekday: false }, setting) ? text : `${text} (${beside})`;
  };
  const axis = createAxisFormat(setting);
  const glues = [setting, second].flatMap((each) => (each ? [createGlue(each)] : []));

  return {
    ...axis,
    locale,
    fallbacks: findFallbacks(options, locale, calendar),
    second: second && createAxisFormat(second),
    span: (span, { weekday = false, year = true, both } = {}) =>
      describe(span, { weekday, year, isSpoken: false }, both),
    spoken: (span) => describe(span, { weekday: true, year: true, isSpoken: true }),
    between: (from, to) => describeBetween(from, to, setting.words),
    skip: (skipped) => {
      const text = describeSkip(skipped, setting.words);
      const span = spanOfSkip(skipped, axis.steps);
      const spoken = describe(span, { weekday: false, year: true, isSpoken: true });
      return { text, spoken: `${spoken}${setting.words.separator}${text}` };
    },
    isGlued: (before, after) => glues.some((isGlued) => isGlued(before, after)),
  };
}

function findFallbacks(
  { locale: asked, secondCalendar = "gregory" }: DateSetting,
  locale: string,
  calendar: Calendar,
): Fallback[] {
  const used = (name: Calendar): string => (calendarMath(name) ? name : "gregory");
  const rows: readonly Fallback[] = [
    { option: "locale", asked, used: locale },
    { option: "calendar", asked: calendar, used: used(calendar) },
    { option: "secondCalendar", asked: secondCalendar, used: used(secondCalendar) },
  ];
  return rows.filter(({ asked, used }) => asked !== used);
}
