import { modulo } from "../base/math.js";
import { times } from "../base/times.js";
import type { CalendarMath } from "./calendar-math.js";
import { civilFromDay, dayFromCivil, dayOf, weekday } from "./civil.js";
import { DAY, type Day, type Instant } from "./instant.js";

/** A unit of the axis. */
export type StepUnit = "millisecond" | "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** The way from one tick of the axis to the next. */
export interface Step {
  readonly unit: StepUnit;
  /** How many units. */
  readonly count: number;
  /** Mean length in milliseconds. */
  readonly duration: number;
}

/** How steps fall on the calendar. */
export interface StepOptions {
  /**
   * The first day of the week, 0 (Sunday) to 6.
   * @defaultValue 1
   */
  readonly weekStart?: number;
  /** The calendar of months and years, see `calendarMath`; where it does not reach, and by default, the Gregorian. */
  readonly calendar?: CalendarMath | undefined;
}

const YEAR = 365.2425 * DAY;

/** Mean length in milliseconds, and the counts that read well. */
const UNITS: readonly (readonly [StepUnit, number, readonly number[]])[] = [
  ["millisecond", 1, [1, 2, 5, 10, 20, 50, 100, 200, 500]],
  ["second", 1000, [1, 2, 5, 10, 15, 30]],
  ["minute", 60_000, [1, 2, 5, 10, 15, 30]],
  ["hour", 3_600_000, [1, 2, 3, 6, 12]],
  ["day", DAY, [1, 2]],
  ["week", 7 * DAY, [1]],
  ["day", DAY, [15]],
  ["month", YEAR / 12, [1, 2, 3, 6]],
  ["year", YEAR, times(30, (index) => [1, 2, 5][index % 3]! * 10 ** Math.floor(index / 3))],
];

/** All steps, from a millisecond to 5,000,000,000 years. */
export const STEPS: readonly Step[] = UNITS.flatMap(([unit, length, counts]) =>
  counts.map((count) => ({ unit, count, duration: count * length })),
);

function stepOf(unit: StepUnit): Step {
  return STEPS.find((step) => step.unit === unit)!;
}

const SLOWER: Partial<Record<StepUnit, Step>> = {
  millisecond: stepOf("day"),
  second: stepOf("day"),
  minute: stepOf("day"),
  hour: stepOf("day"),
  day: stepOf("month"),
  week: stepOf("month"),
  month: stepOf("year"),
};

/** Where ticks say no more than the second. */
const NEXT: Partial<Record<StepUnit, Step>> = { millisecond: stepOf("minute"), second: stepOf("minute") };

/**
 * The step of the second tier of the axis, which says what the first leaves out; years need none.
 *
 * @param isBrief - Whether the first leaves out as much as it can.
 */
export function slowerStep(step: Step, isBrief = false): Step | undefined {
  return (isBrief ? NEXT[step.unit] : undefined) ?? SLOWER[step.unit];
}

/** The last tick at or before an instant. */
export function floorTo(step: Step, instant: Instant, options: StepOptions = {}): Instant {
  if (step.duration < DAY) return Math.floor(instant / step.duration) * step.duration;
  return floorDay(step, dayOf(instant), options) * DAY;
}

/** The first tick after an instant. */
export function nextOf(step: Step, instant: Instant, options: StepOptions = {}): Instant {
  if (step.duration < DAY) return (Math.floor(instant / step.duration) + 1) * step.duration;
  return nextDay(step, dayOf(instant), options) * DAY;
}

function floorDay(step: Step, day: Day, options: StepOptions): Day {
  if (step.unit === "day") return tickDay(day, step.count, options);
  if (step.unit === "week") return day - modulo(weekday(day) - (options.weekStart ?? 1), 7);
  return around(step, day, options)[0];
}

function nextDay(step: Step, day: Day, options: StepOptions): Day {
  if (step.unit === "day") return nextTickDay(day, step.count, options);
  if (step.unit === "week") return floorDay(step, day, options) + 7;
  return around(step, day, options)[1];
}

type Tick = Pick<Step, "unit" | "count">;

const MONTH: Tick = { unit: "month", count: 1 };

/** The last tick of months or years at or before a day, and the first after it. */
function around({ unit, count }: Tick, day: Day, { calendar }: StepOptions): readonly [Day, Day] {
  const isYear = unit === "year";
  const [last, next] = calendar?.around(isYear ? "year" : "month", count, day) ?? [];
  if (last !== undefined && next !== undefined) return [last, next];
  const { year, month } = civilFromDay(day);
  const ends = isYear ? roundYears(year, count).map((at) => at * 12) : floorMonths(year * 12 + month - 1, count);
  const [start, end] = ends.map((months) => dayFromCivil(0, months + 1, 1)) as [Day, Day];
  return [start, calendar && day < calendar.first ? Math.min(end, calendar.first) : end];
}

function floorMonths(month: number, count: number): readonly number[] {
  const floor = Math.floor(month / count) * count;
  return [floor, floor + count];
}

/** The round years about a year, as people count them: 1000 BC, 500 BC, AD 1, 500. The year 0 is 1 BC. */
function roundYears(year: number, count: number): readonly number[] {
  if (count === 1) return [year, year + 1];
  if (year >= 1 && year < count) return [1, count];
  const floor = year < 1 ? 1 - Math.ceil((1 - year) / count) * count : Math.floor(year / count) * count;
  return [floor, floor + count];
}

/** Every `count` days, anew from the first of each month; a tick within half a step of the next first is left out. */
function tickDay(day: Day, count: number, options: StepOptions): Day {
  const [first, next] = around(MONTH, day, options);
  const past = day - first - ((day - first) % count);
  const isLeftOut = past > 0 && next - first - past <= count / 2;
  return first + (isLeftOut ? past - count : past);
}

function nextTickDay(day: Day, count: number, options: StepOptions): Day {
  const next = tickDay(day, count, options) + count;
  return tickDay(next, count, options) === next ? next : around(MONTH, day, options)[1];
}
