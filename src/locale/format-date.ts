import { MizwalaError } from "../base/errors.js";
import { memo } from "../base/memo.js";
import { localeDirection, textDirection } from "../text/direction.js";
import type { Calendar } from "../time/calendars.js";
import type { EdtfDate } from "../time/edtf.js";
import { parseDate } from "../time/parse.js";
import type { Span } from "../time/span.js";
import { isTimeZone } from "../time/zone.js";
import { createDateFormat, type DateFormat } from "./dates.js";
import type { MonthNames } from "./fields.js";
import type { Numerals } from "./numerals.js";

/** How {@link formatDate} writes. */
export interface FormatDateOptions {
  /**
   * The language, a BCP 47 tag.
   * @defaultValue `"en"`
   */
  readonly locale?: string;
  /**
   * The calendar of days, months and years.
   * @defaultValue `"gregory"`, for every locale
   */
  readonly calendar?: Calendar;
  /** A calendar in which days, months and years are repeated, in parentheses. Default: none. */
  readonly secondCalendar?: Calendar;
  /**
   * The digits.
   * @defaultValue `"auto"`, what the locale is used to
   */
  readonly numerals?: Numerals;
  /**
   * `dual` prints the Gregorian months in the Levantine and the western form, `dual-western` the other way round.
   * @defaultValue `"auto"`, the form of the locale
   */
  readonly monthNames?: MonthNames;
  /**
   * The IANA zone in which moments are printed.
   * @defaultValue `"UTC"`
   */
  readonly timeZone?: string;
  /**
   * Whether a single day has its weekday.
   * @defaultValue `false`
   */
  readonly weekday?: boolean;
  /**
   * Whether it is for a voice: with the weekday, and words instead of signs.
   * @defaultValue `false`
   */
  readonly isSpoken?: boolean;
}

/** How {@link formatBetween} writes. */
export type FormatBetweenOptions = Pick<FormatDateOptions, "locale" | "numerals" | "timeZone">;

/** A piece of a written date. */
export interface DatePiece {
  /** What it says. */
  readonly text: string;
  /** Its direction, where it is another than that of the locale: for the attribute `dir` of a `<bdi>`. */
  readonly dir?: "ltr" | "rtl";
}

/** Latin letters with the signs and digits behind them, such as "GMT+3". */
const LATIN = /(\p{Script=Latin}[\p{L}\p{Nd}+:−-]{0,40})/u;

/**
 * Writes a date as precisely as it is known: neither a day is added to a month nor a doubt left out.
 *
 * @param value - A text in EDTF, what {@link parseEDTF} made of one, a text with a time or a calendar
 * (`1441-11-18[u-ca=islamic-umalqura]`), a `Date`, milliseconds since 1970, a Temporal object, or `{ start, end }` of these.
 * @param options - The language and how to write it.
 * @throws `MizwalaError` with the code of the fault, such as `date-unreadable`, where the value is no date; with
 * `option-unknown` where an option has no such value.
 * @example
 * ```ts
 * formatDate("2020-07-09", { locale: "ar-SY", monthNames: "dual", numerals: "latn" }); // "9 تموز/ يوليو 2020"
 * ```
 */
export function formatDate(value: unknown, options: FormatDateOptions = {}): string {
  return write(spanOf(value, options), formatOf(options), options);
}

/**
 * The same in pieces, in their order, for a page whose text runs in several directions.
 *
 * @param value - The date, as for {@link formatDate}.
 * @param options - The language and how to write it.
 * @throws `MizwalaError` as {@link formatDate}.
 */
export function formatDateToParts(value: unknown, options: FormatDateOptions = {}): DatePiece[] {
  const format = formatOf(options);
  const text = write(spanOf(value, options), format, options);
  const asked = localeDirection(options.locale ?? "en");
  const used = localeDirection(format.locale);
  const pieces = used === "rtl" ? text.split(LATIN).filter((piece) => piece !== "") : [text];
  return pieces.map((piece) => {
    const dir = textDirection(piece, used);
    return dir === asked ? { text: piece } : { text: piece, dir };
  });
}

/**
 * Says how long after one date another is, no finer than both are known: in days from date to date, in months where one
 * of them is a month, in years where one is a year. Two dates that can't be told apart are "on the same day", "in the same
 * month"; an earlier one is "6 days earlier". What is approximate stays so. An interval counts from its nearer end; an end
 * that is open or unknown is left aside.
 *
 * @param from - The date to count from, as for {@link formatDate}.
 * @param to - The date to say.
 * @param options - The language and how to write it. Languages that Mizwala has no words for have a sign: "+6 Tage".
 * @throws `MizwalaError` as {@link formatDate}.
 * @example
 * ```ts
 * formatBetween("2020-07-01", "2020-07-07", { locale: "ar" }); // "بعد 6 أيام"
 * ```
 */
export function formatBetween(from: unknown, to: unknown, options: FormatBetweenOptions = {}): string {
  return formatOf(options).between(spanOf(from, options, "from"), spanOf(to, options, "to"));
}

function write(span: Span, format: DateFormat, { weekday, secondCalendar, isSpoken }: FormatDateOptions): string {
  return isSpoken ? format.spoken(span) : format.span(span, { weekday, both: secondCalendar !== undefined });
}

function formatOf(options: FormatDateOptions): DateFormat {
  const { locale = "en", calendar, secondCalendar, numerals, monthNames, timeZone } = options;
  return lastFormat(locale, calendar, secondCalendar, numerals, monthNames, timeZone);
}

/** Making a format costs five times as much as writing a date, and the next date is mostly written like the last. */
const lastFormat = memo(
  (
    locale: string,
    calendar: FormatDateOptions["calendar"],
    secondCalendar: FormatDateOptions["secondCalendar"],
    numerals: FormatDateOptions["numerals"],
    monthNames: FormatDateOptions["monthNames"],
    timeZone: FormatDateOptions["timeZone"],
  ): DateFormat => createDateFormat({ locale, calendar, secondCalendar, numerals, monthNames, timeZone }),
);

function spanOf(value: unknown, { timeZone = "UTC" }: FormatDateOptions, path = "value"): Span {
  if (!isTimeZone(timeZone)) {
    const expected = "a time zone such as Asia/Damascus";
    throw new MizwalaError({ code: "option-unknown", path: "options.timeZone", found: timeZone, expected });
  }
  const read = parseDate(isEdtfDate(value) ? value.text : value, { timeZone });
  if (read.ok) return read.span;
  const { code, expected } = read.fault;
  throw new MizwalaError({ code, path, found: value, expected });
}

function isEdtfDate(value: unknown): value is EdtfDate {
  return typeof value === "object" && value !== null && "text" in value && "precision" in value;
}
