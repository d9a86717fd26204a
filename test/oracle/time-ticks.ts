import type { Step } from "../../src/time/steps.js";

/** The ticks of a step, found with `Date` by looking at every unit of the domain. */
export function slowTicks(step: Step, [from, to]: readonly [number, number], weekStart: number): number[] {
  const found: number[] = [];
  for (let at = firstUnit(step, from); at <= to; at = nextUnit(step, at))
    if (at >= from && isTick(step, at, weekStart)) found.push(at);
  return found;
}

const DAY = 86_400_000;
const MS: Partial<Record<Step["unit"], number>> = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 };

function firstUnit({ unit }: Step, from: number): number {
  const date = new Date(from);
  if (unit === "year") return new Date(0).setUTCFullYear(date.getUTCFullYear(), 0, 1);
  if (unit === "month") return new Date(0).setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth(), 1);
  return date.setUTCHours(0, 0, 0, 0);
}

function nextUnit({ unit }: Step, at: number): number {
  const date = new Date(at);
  if (unit === "year") return date.setUTCFullYear(date.getUTCFullYear() + 1);
  if (unit === "month") return date.setUTCMonth(date.getUTCMonth() + 1);
  return at + (MS[unit] ?? DAY);
}

function isTick({ unit, count }: Step, at: number, weekStart: number): boolean {
  const date = new Date(at);
  if (unit === "year") return isRoundYear(date.getUTCFullYear(), count);
  if (unit === "month") return date.getUTCMonth() % count === 0;
  if (unit === "week") return date.getUTCDay() === weekStart;
  if (unit === "day") return (date.getUTCDate() - 1) % count === 0 && !isTooNearNextFirst(date, count);
  return ((at - Math.floor(at / DAY) * DAY) / MS[unit]!) % count === 0;
}

/** The year 0 is 1 BC. */
function isRoundYear(year: number, count: number): boolean {
  return year < 1 ? (1 - year) % count === 0 : year % count === 0 || year === 1;
}

function isTooNearNextFirst(date: Date, count: number): boolean {
  const left =
    [1, 2, 3, 4, 5, 6, 7].find((days) => new Date(date.getTime() + days * DAY).getUTCDate() === 1) ?? Infinity;
  return date.getUTCDate() > 1 && left <= count / 2;
}

/** What a step takes and gives in pixels: all that decides whether it keeps to the rules of an axis. */
export interface StepFacts {
  readonly step: Step;
  /** The shortest distance between two ticks, in milliseconds. */
  readonly shortest: number;
  /** Pixels that the widest label takes. */
  readonly width: number;
  /** The shortest unit of the slow tier in milliseconds, and the pixels that its widest label takes. */
  readonly slow?: { readonly shortest: number; readonly width: number } | undefined;
}

/** The place of the finest step that keeps to the rules, found by trying all. */
export function finestStep(facts: readonly StepFacts[], pxPerMs: number, length: number, air: number): number {
  const keeps = ({ step, shortest, width, slow }: StepFacts): boolean =>
    step.duration * pxPerMs >= length / 12 &&
    shortest * pxPerMs >= width + air &&
    (!slow || slow.shortest * pxPerMs >= slow.width + air);
  const places = facts.flatMap((fact, place) => (keeps(fact) ? [place] : []));
  return Math.min(...places, facts.length - 1);
}

/** The shortest of the distances between instants in a row. */
export function shortestGap(instants: readonly number[]): number {
  return Math.min(...instants.slice(1).map((instant, i) => instant - instants[i]!));
}
