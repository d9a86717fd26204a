import { modulo } from "../base/math.js";
import { civilFromDay, dayOf } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import { dateFormatter, numberFormatter, type IntlSetting } from "./intl.js";

/** Which names the Gregorian months have: those of the locale, or in Arabic both, "تموز/ يوليو" or "يوليو/ تموز". */
export type MonthNames = "auto" | "dual" | "dual-western";

/** The fields of a date that are to be shown. */
export type Fields = Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month" | "year" | "era">;

/** One piece of a formatted date: a field, or what stands between two. */
export type Part = Pick<Intl.DateTimeFormatPart, "type" | "value">;

/** What decides how fields look. */
export interface FieldSetting extends IntlSetting {
  readonly monthNames: MonthNames;
}

/** Days in 400 years, after which dates and weekdays repeat themselves. */
const CYCLE = 146_097;
/** So many cycles before the one that begins in 1970, all years are before our era. */
const CYCLES_BACK = 6;
/** The last day that a `Date` can hold, either way from 1970. */
const LAST_DAY = 100_000_000;
/** From here on, years are written with separators. */
const LONG_YEAR = 10_000;

/** The two regions whose names for the Gregorian months stand beside each other, in their order. */
const DUAL: Readonly<Record<MonthNames, readonly string[]>> = {
  auto: [],
  dual: ["ar-SY", "ar-EG"],
  "dual-western": ["ar-EG", "ar-SY"],
};

/**
 * A date in its pieces. Names and order are those of the engine, in any calendar it has; the Gregorian year is our own,
 * because a `Date` ends 271,821 years away and has a year 0: here that is 1 BC, and the time before has its era.
 */
export function dateParts(instant: Instant, fields: Fields, setting: FieldSetting): Part[] {
  const parts = setting.calendar === "gregory" ? undefined : otherParts(instant, fields, setting);
  return (parts ?? gregorianParts(instant, fields, { ...setting, calendar: "gregory" })).map(({ type, value }) => ({
    type,
    value: type === "literal" && isArabic(setting) ? " " : value,
  }));
}

/** The parts in a row. */
export function joinParts(parts: readonly Part[]): string {
  return parts.map(({ value }) => value).join("");
}

function gregorianParts(instant: Instant, fields: Fields, setting: FieldSetting): Part[] {
  const day = dayOf(instant);
  const { year } = civilFromDay(day);
  const isBefore = year <= 0;
  const isAsGiven = year > 0 && year < LONG_YEAR;
  const standIn = isAsGiven ? day : modulo(day, CYCLE) - (isBefore ? CYCLES_BACK * CYCLE : 0);
  const formatter = dateFormatter(setting, isBefore && fields.year ? { ...fields, era: "short" } : fields);
  const regions = isArabic(setting) ? DUAL[setting.monthNames] : [];
  return formatter.formatToParts(standIn * DAY).map(({ type, value }) => {
    if (type === "year" && !isAsGiven) return { type, value: yearNumber(year, setting) };
    if (type === "month" && regions.length > 0) return { type, value: monthNames(standIn, regions) };
    return { type, value };
  });
}

/** A date in a calendar of the engine; undefined where that does not reach: beyond `Date`, or before its own year 1. */
function otherParts(instant: Instant, fields: Fields, setting: FieldSetting): Part[] | undefined {
  const day = dayOf(instant);
  if (Math.abs(day) > LAST_DAY) return undefined;
  const year = Number(
    dateFormatter({ ...setting, numerals: "latn" }, { year: "numeric" })
      .formatToParts(day * DAY)
      .find(({ type }) => type === "year")?.value,
  );
  return year >= 1 ? dateFormatter(setting, fields).formatToParts(day * DAY) : undefined;
}

function yearNumber(year: number, setting: IntlSetting): string {
  const shown = year > 0 ? year : 1 - year;
  return numberFormatter(setting, { useGrouping: shown >= LONG_YEAR }).format(shown);
}

function monthNames(day: number, regions: readonly string[]): string {
  return regions
    .map((locale) =>
      dateFormatter({ locale, calendar: "gregory", numerals: "latn" }, { month: "long" }).format(day * DAY),
    )
    .join("/ ");
}

/** Commas in Arabic dates come and go between versions of CLDR; a blank is always right. */
function isArabic({ locale }: IntlSetting): boolean {
  return /^ar\b/.test(locale);
}
