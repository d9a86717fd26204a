import { civilFromDay, dayFromCivil, dayOf, daysInMonth, isLeapYear, weekday } from "../../time/civil.js";
import { DAY, type Day, type Instant } from "../../time/instant.js";

/** A recurrence rule as jCal has it, with lists of numbers or words. */
export type Rule = Readonly<Record<string, unknown>>;

/** How much work may still be done: each day that is looked at counts. */
export interface Budget {
  days: number;
}

/** Where occurrences stop. */
export interface Bounds {
  readonly start: Instant;
  /** The last instant at which one may start. */
  readonly until: Instant;
  readonly most: number;
}

/** What is known of the days that a rule means. */
interface Pattern {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly months: ReadonlySet<number>;
  readonly monthDays: ReadonlySet<number>;
  readonly yearDays: ReadonlySet<number>;
  readonly weeks: ReadonlySet<number>;
  /** Days of the week, 0 for Sunday, with the number of the one that is meant, or 0 for all. */
  readonly weekdays: readonly { readonly day: number; readonly which: number }[];
  readonly places: readonly number[];
  readonly firstWeekday: number;
}

const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
type Frequency = (typeof FREQUENCIES)[number];

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** Whether a rule can be followed day by day. */
export function isByDay(rule: Rule): boolean {
  return FREQUENCIES.some((frequency) => frequency === rule["freq"]);
}

/**
 * The starts of the occurrences of a rule (RFC 5545, section 3.3.10), the first of which is the start itself. It looks at the
 * days one by one, so that no rule, however rare what it means, takes more work than the budget has.
 */
export function* occurrencesOf(rule: Rule, { start, until, most }: Bounds, budget: Budget): Generator<Instant> {
  const first = dayOf(start);
  const time = start - first * DAY;
  const count = Math.min(most, numbersIn(rule["count"])[0] ?? most);
  let made = 0;
  if (count <= 0) return;
  yield start;
  made++;
  for (const day of daysOf(patternOf(rule, first), first, budget)) {
    const at = day * DAY + time;
    if (at > until || made >= count) return;
    if (at <= start) continue;
    made++;
    yield at;
  }
}

/** The days of a pattern from a first one on; those of a period are gathered, as a rule may want the last of them. */
function* daysOf(pattern: Pattern, first: Day, budget: Budget): Generator<Day> {
  let [period, gathered]: [number, Day[]] = [periodOf(first, pattern), []];
  let day = startOf(first, pattern);
  for (; budget.days > 0; budget.days--) {
    const at = periodOf(day, pattern);
    if (at !== period) {
      yield* placed(gathered, pattern.places);
      [period, gathered] = [at, []];
    }
    if ((at - periodOf(first, pattern)) % pattern.interval !== 0) day = nextPeriod(day, pattern);
    else if (!isInMonths(day, pattern)) day = nextMonth(day);
    else {
      if (isMeant(day, pattern)) gathered.push(day);
      day++;
    }
  }
}

function placed(days: readonly Day[], places: readonly number[]): readonly Day[] {
  if (places.length === 0) return days;
  const chosen = new Set(places.flatMap((place) => days.at(place > 0 ? place - 1 : place) ?? []));
  return days.filter((day) => chosen.has(day));
}

function patternOf(rule: Rule, first: Day): Pattern {
  const frequency = rule["freq"] as Frequency;
  const start = civilFromDay(first);
  const numbers = (name: string): number[] => numbersIn(rule[name]);
  const weekdays = listIn(rule["byday"]).flatMap((word): Pattern["weekdays"] => {
    const [, which = "0", name = ""] = /^([+-]?\d{0,2})(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(word)) ?? [];
    return name === "" ? [] : [{ day: WEEKDAYS.indexOf(name), which: Number(which) || 0 }];
  });
  const [monthDays, yearDays, weeks, months] = [
    numbers("bymonthday"),
    numbers("byyearday"),
    numbers("byweekno"),
    numbers("bymonth"),
  ];
  const isBare = weekdays.length + monthDays.length + yearDays.length + weeks.length === 0;
  const ownWeekday = [{ day: weekday(first), which: 0 }];
  return {
    frequency,
    interval: Math.max(1, numbers("interval")[0] ?? 1),
    months: new Set(isBare && frequency === "YEARLY" && months.length === 0 ? [start.month] : months),
    monthDays: new Set(isBare && (frequency === "MONTHLY" || frequency === "YEARLY") ? [start.day] : monthDays),
    yearDays: new Set(yearDays),
    weeks: new Set(weeks),
    weekdays: (isBare && frequency === "WEEKLY") || (weeks.length > 0 && weekdays.length === 0) ? ownWeekday : weekdays,
    places: numbers("bysetpos"),
    firstWeekday:
      typeof rule["wkst"] === "number"
        ? (rule["wkst"] - 1 + 7) % 7
        : Math.max(0, WEEKDAYS.indexOf(typeof rule["wkst"] === "string" ? rule["wkst"] : "MO")),
  };
}

function isMeant(
  day: Day,
  { frequency, months, monthDays, yearDays, weeks, weekdays, firstWeekday }: Pattern,
): boolean {
  const { year, month, day: ofMonth } = civilFromDay(day);
  const length = daysInMonth(year, month);
  if (monthDays.size > 0 && !monthDays.has(ofMonth) && !monthDays.has(ofMonth - length - 1)) return false;
  const ofYear = day - dayFromCivil(year, 1, 1) + 1;
  const days = isLeapYear(year) ? 366 : 365;
  if (yearDays.size > 0 && !yearDays.has(ofYear) && !yearDays.has(ofYear - days - 1)) return false;
  if (weeks.size > 0 && !isInWeeks(day, weeks, firstWeekday)) return false;
  if (weekdays.length === 0) return true;
  const isOfYear = frequency === "YEARLY" && months.size === 0;
  const [place, all] = isOfYear ? [ofYear, days] : [ofMonth, length];
  const [forward, backward] = [Math.floor((place - 1) / 7) + 1, -Math.floor((all - place) / 7) - 1];
  return weekdays.some(
    ({ day: wanted, which }) => wanted === weekday(day) && (which === 0 || which === forward || which === backward),
  );
}

/** Week 1 is the first with four days of its year. */
function isInWeeks(day: Day, weeks: ReadonlySet<number>, firstWeekday: number): boolean {
  const begin = day - ((weekday(day) - firstWeekday + 7) % 7);
  const { year } = civilFromDay(begin + 3);
  const firstOf = (y: number): Day => {
    const fourth = dayFromCivil(y, 1, 4);
    return fourth - ((weekday(fourth) - firstWeekday + 7) % 7);
  };
  const week = (begin - firstOf(year)) / 7 + 1;
  const count = (firstOf(year + 1) - firstOf(year)) / 7;
  return weeks.has(week) || weeks.has(week - count - 1);
}

function isInMonths(day: Day, { months }: Pattern): boolean {
  return months.size === 0 || months.has(civilFromDay(day).month);
}

/** The number of the day, week, month or year that a day is in. */
function periodOf(day: Day, { frequency, firstWeekday }: Pattern): number {
  if (frequency === "DAILY") return day;
  if (frequency === "WEEKLY") return Math.floor((day + 4 - firstWeekday) / 7);
  const { year, month } = civilFromDay(day);
  return frequency === "MONTHLY" ? year * 12 + month - 1 : year;
}

/** The first day of a period, from which on it is gathered. */
function startOf(day: Day, { frequency, firstWeekday }: Pattern): Day {
  if (frequency === "DAILY") return day;
  if (frequency === "WEEKLY") return day - ((weekday(day) - firstWeekday + 7) % 7);
  const { year, month } = civilFromDay(day);
  return dayFromCivil(year, frequency === "MONTHLY" ? month : 1, 1);
}

function nextPeriod(day: Day, pattern: Pattern): Day {
  if (pattern.frequency === "DAILY") return day + 1;
  if (pattern.frequency === "WEEKLY") return startOf(day, pattern) + 7;
  const { year, month } = civilFromDay(day);
  return pattern.frequency === "MONTHLY" ? dayFromCivil(year, month + 1, 1) : dayFromCivil(year + 1, 1, 1);
}

function nextMonth(day: Day): Day {
  const { year, month } = civilFromDay(day);
  return dayFromCivil(year, month + 1, 1);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function numbersIn(value: unknown): number[] {
  return listIn(value).map(Number).filter(Number.isInteger);
}
