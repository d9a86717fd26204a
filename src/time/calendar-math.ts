import { times } from "../base/times.js";
import type { Calendar } from "./calendars.js";
import { civilFromDay, dayFromCivil, type Civil } from "./civil.js";
import { DAY, type Day } from "./instant.js";
import { dayToJulian, julianToDay } from "./julian.js";

/** The arithmetic of a calendar that is not the Gregorian one. */
export interface CalendarMath {
  /** The first day that is counted in it. */
  readonly first: Day;
  /**
   * The date of a day; `undefined` before {@link CalendarMath.first} and past the days of `Date`. Months are numbered as
   * they come in their year, as in ECMAScript Temporal: the last of a Hebrew leap year is 13.
   */
  readonly dateOf: (day: Day) => Civil | undefined;
  /** The day of a date; `undefined` where there is no such day. */
  readonly dayOf: (date: Civil) => Day | undefined;
  /**
   * The last tick at or before a day and the first after it, where every `count` months from the start of each year, or
   * all years that `count` divides, have one; so has {@link CalendarMath.first}. A tick within half a step of the next year
   * is left out.
   */
  readonly around: (unit: "month" | "year", count: number, day: Day) => readonly [Day, Day | undefined] | undefined;
}

/** How a calendar counts. */
interface Reckoning {
  readonly first: Day;
  readonly last: Day;
  readonly yearOf: (day: Day) => number;
  /** The first day of each month of a year, and at the end that of the next year. */
  readonly monthsOf: (year: number) => readonly Day[];
}

/** Three years before the last day that a `Date` can hold, so that Intl also knows the year after. */
const LAST_DAY = 100_000_000 - 1100;
/** No calendar has more months in a year. */
const MOST_MONTHS = 13;
/** Years of which the months are kept; a screen shows fewer. */
const KEPT = 500;

/** The first day of year 1 of the calendars that Intl counts, and the mean length of their years. */
const COUNTED: Partial<Record<Calendar, readonly [first: Day, yearLength: number]>> = {
  "islamic-umalqura": [-492_148, 354.367],
  "islamic-civil": [-492_148, 354.367],
  "islamic-tbla": [-492_149, 354.367],
  persian: [-492_268, 365.2424],
  hebrew: [-2_092_590, 365.2468],
  coptic: [-615_558, 365.25],
  ethiopic: [-716_367, 365.25],
  indian: [-690_593, 365.2425],
};

/** What the others add to the Gregorian year, and from when on: engines reckon their dates before 1582 as Julian. */
const SHIFTED: Partial<Record<Calendar, readonly [first: Day, years: number]>> = {
  buddhist: [dayFromCivil(1582, 10, 15), 543],
  japanese: [dayFromCivil(1582, 10, 15), 0],
  roc: [dayFromCivil(1912, 1, 1), -1911],
};

const made = new Map<Calendar, CalendarMath | undefined>();

/** The arithmetic of a calendar; `undefined` for the Gregorian, and for what this engine has no data of. */
export function calendarMath(calendar: Calendar): CalendarMath | undefined {
  if (!made.has(calendar)) {
    const reckoning = reckoningOf(calendar);
    made.set(calendar, reckoning && mathOf(reckoning));
  }
  return made.get(calendar);
}

function reckoningOf(calendar: Calendar): Reckoning | undefined {
  const counted = COUNTED[calendar];
  if (counted) return countedBy(calendar, ...counted);
  const shifted = SHIFTED[calendar];
  if (shifted) return computedBy(dayFromCivil, civilFromDay, LAST_DAY, ...shifted);
  return calendar === "julian" ? computedBy(julianToDay, dayToJulian, Infinity, -Infinity, 0) : undefined;
}

function computedBy(
  toDay: typeof dayFromCivil,
  toDate: typeof civilFromDay,
  last: Day,
  first: Day,
  years: number,
): Reckoning {
  return {
    first,
    last,
    yearOf: (day) => toDate(day).year + years,
    monthsOf: (year) => times(13, (month) => toDay(year - years, month + 1, 1)),
  };
}

/** By printing days and looking what Intl says; `undefined` where it refuses the calendar asked for, or prints another one. */
function countedBy(calendar: Calendar, first: Day, yearLength: number): Reckoning | undefined {
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
  } catch {
    return undefined;
  }
  if (formatter.resolvedOptions().calendar !== calendar) return undefined;
  const read = (day: Day, field: "day" | "year"): number =>
    Number(formatter.formatToParts(day * DAY).find(({ type }) => type === field)?.value);
  const monthStart = (day: Day): Day => day - read(day, "day") + 1;
  const yearOf = (day: Day): number => read(day, "year");
  const known = new Map<number, readonly Day[]>();
  /** The year that was asked for last: neighbours are asked for in a row. */
  let recent = 0;

  const findMonths = (year: number): readonly Day[] => {
    const middle = first + Math.round((year - 0.5) * yearLength);
    if (!(year >= 1 && middle < LAST_DAY + yearLength) || yearOf(middle) !== year) return [];
    let start = monthStart(middle);
    while (start > first && yearOf(start - 1) === year) start = monthStart(start - 1);
    const months = [start];
    while (months.length <= MOST_MONTHS && yearOf(start) === year) months.push((start = monthStart(start + 32)));
    return months;
  };

  return {
    first,
    last: LAST_DAY,
    yearOf(day) {
      const [start = Infinity, ...rest] = known.get(recent) ?? [];
      return day >= start && day < rest.at(-1)! ? recent : yearOf(day);
    },
    monthsOf(year) {
      recent = year;
      const found = known.get(year) ?? findMonths(year);
      if (known.size >= KEPT) known.clear();
      known.set(year, found);
      return found;
    },
  };
}

function mathOf({ first, last, yearOf, monthsOf }: Reckoning): CalendarMath {
  const has = (day: Day): boolean => day >= first && day <= last;

  const yearsAround = (count: number, year: number): readonly [Day, Day | undefined] => {
    const floor = Math.floor(year / count) * count;
    return [Math.max(first, monthsOf(floor)[0] ?? first), monthsOf(floor + count)[0]];
  };
  const monthsAround = (count: number, year: number, day: Day): readonly [Day, Day | undefined] => {
    const months = monthsOf(year);
    const end = months.at(-1)!;
    const isTick = (start: Day, month: number): boolean =>
      start === end || (month % count === 0 && (count === 1 || end - start > count * 15));
    const ticks = months.filter(isTick);
    const next = ticks.findIndex((tick) => tick > day);
    return [Math.max(first, ticks[next - 1]!), ticks[next]];
  };

  return {
    first,
    dateOf(day) {
      if (!has(day)) return undefined;
      const year = yearOf(day);
      const months = monthsOf(year);
      const month = months.findIndex((next) => next > day);
      return { year, month, day: day - months[month - 1]! + 1 };
    },
    dayOf({ year, month, day }) {
      const months = monthsOf(year);
      const found = months[month - 1]! + day - 1;
      return day >= 1 && found < months[month]! && has(found) ? found : undefined;
    },
    around(unit, count, day) {
      if (!has(day)) return undefined;
      const year = yearOf(day);
      return unit === "year" ? yearsAround(count, year) : monthsAround(count, year, day);
    },
  };
}
