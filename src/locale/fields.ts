import { modulo } from "../base/math.js";
import { calendarMath } from "../time/calendar-math.js";
import type { Calendar } from "../time/calendars.js";
import { civilFromDay, dayFromCivil, dayOf, weekday, type Civil } from "../time/civil.js";
import { DAY, type Day, type Instant } from "../time/instant.js";
import { gregorianParts, type Part } from "./gregorian-parts.js";
import { dateFormatter, numberFormatter, type IntlSetting } from "./intl.js";

/** Which names the Gregorian months have: those of the locale, or in Arabic both, "تموز/ يوليو" or "يوليو/ تموز". */
export type MonthNames = "auto" | "dual" | "dual-western";

/** The fields of a date that are to be shown. */
export type Fields = Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month" | "year" | "era">;

/** What decides how fields look. */
export interface FieldSetting extends IntlSetting {
  readonly calendar: Calendar;
  readonly monthNames: MonthNames;
  /**
   * Whether a calendar that counts by one era names it.
   * @defaultValue `true`
   */
  readonly hasEra?: boolean;
  /**
   * Whether of two names of a month only the first is said, and of "billion" a letter where the language has one.
   * @defaultValue `false`
   */
  readonly isBrief?: boolean;
}

/** Days in 400 years, after which dates and weekdays repeat themselves. */
const CYCLE = 146_097;
/** So many cycles before the one that begins in 1970, all years are before our era. */
const CYCLES_BACK = 6;
/** From here on, years are written with separators. */
const FAR_YEAR = 1_000_000;
const ROUND = 100_000;
const LONG_YEAR = 10_000;

/** Here the number of a year alone says too little. */
const MANY_ERAS: ReadonlySet<Calendar> = new Set(["gregory", "julian", "japanese", "roc"]);

/** The two regions whose names for the Gregorian months stand beside each other, in their order. */
const DUAL: Readonly<Record<MonthNames, readonly string[]>> = {
  auto: [],
  dual: ["ar-SY", "ar-EG"],
  "dual-western": ["ar-EG", "ar-SY"],
};

/**
 * A date in its pieces. Names and order are those of the engine, in any calendar it has; the year of the Gregorian and the
 * Julian calendar is our own, because a `Date` ends 271,821 years away and has a year 0: here that is 1 BC, and the time
 * before has its era. Where a calendar does not reach, the Gregorian stands in.
 */
export function dateParts(instant: Instant, fields: Fields, setting: FieldSetting): Part[] {
  if (fields.weekday && fields.year && setting.locale.startsWith("fa")) {
    // Intl has no Persian pattern for these together and falls back to that of the root: year, month, day, weekday.
    const { weekday, ...rest } = fields;
    const blank: Part = { type: "literal", value: " " };
    return [...dateParts(instant, { weekday }, setting), blank, ...dateParts(instant, rest, setting)];
  }
  const day = dayOf(instant);
  const { calendar, hasEra = true } = setting;
  const date = dateIn(calendar, day);
  const isOfEngine = date !== undefined && calendar !== "julian";
  const parts = isOfEngine
    ? dateFormatter(setting, fields).formatToParts(day * DAY)
    : ourParts(day, date, fields, setting);
  const isEraKnown = isOfEngine && !hasEra && !MANY_ERAS.has(calendar);
  return (isEraKnown ? withoutEra(parts) : parts).map(({ type, value }) => ({
    type,
    value: type === "literal" && isArabic(setting) ? " " : value,
  }));
}

/** The year that an instant falls in. */
export function yearOf(instant: Instant, { calendar }: FieldSetting): number {
  const day = dayOf(instant);
  return (dateIn(calendar, day) ?? civilFromDay(day)).year;
}

function dateIn(calendar: Calendar, day: Day): Civil | undefined {
  return calendarMath(calendar)?.dateOf(day);
}

/** The parts in a row. */
export function joinParts(parts: readonly Part[]): string {
  return parts.map(({ value }) => value).join("");
}

/** A date of the Julian calendar, where one is given, or else of the Gregorian. */
function ourParts(day: Day, julian: Civil | undefined, fields: Fields, given: FieldSetting): Part[] {
  const setting: FieldSetting = { ...given, calendar: "gregory" };
  const { year } = julian ?? civilFromDay(day);
  const isBefore = year <= 0;
  const isAsGiven = !julian && year > 0 && year < LONG_YEAR;
  const near = julian ? namesake(julian, weekday(day)) : modulo(day, CYCLE);
  const standIn = isAsGiven ? day : near - (isBefore ? CYCLES_BACK * CYCLE : 0);
  const formatter = dateFormatter(setting, isBefore && fields.year ? { ...fields, era: "short" } : fields);
  const regions = isArabic(setting) ? DUAL[setting.monthNames].slice(0, setting.isBrief === true ? 1 : 2) : [];
  return gregorianParts(formatter, standIn).map(({ type, value }) => {
    if (type === "year" && !isAsGiven) return { type, value: yearNumber(year, setting) };
    if (type === "month" && regions.length > 0) return { type, value: monthNames(standIn, regions) };
    return { type, value };
  });
}

/** A Gregorian day of the same month, number and weekday, in one of the seven leap years from 2000 on. */
function namesake({ month, day }: Civil, ofWeek: number): Day {
  const first = dayFromCivil(2000, month, day);
  return dayFromCivil(2000 + 4 * modulo(3 * (ofWeek - weekday(first)), 7), month, day);
}

/** Without the era and the blank at its side. */
export function withoutEra(parts: readonly Part[]): readonly Part[] {
  const era = parts.findIndex(({ type }) => type === "era");
  const blank = era === parts.length - 1 ? era - 1 : era + 1;
  return parts.filter(({ value }, index) => index !== era && (era < 0 || index !== blank || value.trim() !== ""));
}

/** A round year of a million or more is said in words; that a year before our era is one off counts for nothing there. */
function yearNumber(year: number, setting: FieldSetting): string {
  const shown = year > 0 ? year : 1 - year;
  const round = Math.round(shown / ROUND) * ROUND;
  return shown >= FAR_YEAR && Math.abs(shown - round) <= 1
    ? numberFormatter(setting, {
        notation: "compact",
        compactDisplay: setting.isBrief === true ? "short" : "long",
        maximumFractionDigits: 4,
      }).format(round)
    : numberFormatter(setting, { useGrouping: shown >= LONG_YEAR }).format(shown);
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
