import { calendarMath } from "../calendar-math.js";
import type { Calendar } from "../calendars.js";
import { civilFromDay, dayFromCivil, daysInMonth, type Civil } from "../civil.js";
import type { Day } from "../instant.js";

/** A calendar in which sources write dates. `islamic` is Umm al-Qura where that is defined, else the civil reckoning. */
export type SourceCalendar = "gregory" | "julian" | "persian" | "islamic";

/** The years of the Hijra that the tables of Umm al-Qura cover. */
const UMM_AL_QURA = [1300, 1600] as const;
/** The first day of 1300 and the last of 1600 in Umm al-Qura, to within a day or two. */
const COVERED = [dayFromCivil(1882, 11, 12), dayFromCivil(2174, 11, 25)] as const;

/** The date that a day has in a calendar; in the Gregorian one where the calendar does not reach that far. */
export function dateOf(calendar: SourceCalendar, day: Day): Civil {
  const isCovered = day >= COVERED[0] && day < COVERED[1];
  if (calendar === "gregory") return civilFromDay(day);
  return calendarMath(nameOf(calendar, isCovered))?.dateOf(day) ?? civilFromDay(day);
}

/** The day of a date in a calendar, or `undefined` where there is no such day. */
export function dayOfDate(calendar: SourceCalendar, date: Civil): Day | undefined {
  const { year, month, day } = date;
  if (calendar === "gregory") {
    const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
    return isDate ? dayFromCivil(year, month, day) : undefined;
  }
  const isCovered = year >= UMM_AL_QURA[0] && year <= UMM_AL_QURA[1];
  return calendarMath(nameOf(calendar, isCovered))?.dayOf(date);
}

function nameOf(calendar: Exclude<SourceCalendar, "gregory">, isCovered: boolean): Calendar {
  if (calendar !== "islamic") return calendar;
  return isCovered ? "islamic-umalqura" : "islamic-civil";
}
