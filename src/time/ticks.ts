import { DAY, type Instant } from "./instant.js";
import { floorTo, nextOf, STEPS, type Step, type StepOptions } from "./steps.js";

/** No more ticks than this, however fine the step: a screen has fewer pixels. */
const MOST = 2000;

/**
 * The ticks of a step inside a part of time, both ends included, ascending; at most 2,000. Each falls on a round value of
 * the calendar, so that the same ticks come back however the view moves.
 */
export function ticks(step: Step, domain: readonly [Instant, Instant], options: StepOptions = {}): Instant[] {
  const [from, to] = domain;
  const found: Instant[] = [];
  let tick = floorTo(step, from, options);
  while (tick <= to && found.length < MOST) {
    if (tick >= from) found.push(tick);
    const next = nextOf(step, tick, options);
    if (next <= tick) break;
    tick = next;
  }
  return found;
}

/**
 * The finest step whose ticks, at `pxPerMs`, stand at least a label's width and a gap apart; the coarsest where none do.
 *
 * @param pxPerMs - Pixels in a millisecond.
 * @param widthOf - The width of the widest label of a step, in pixels.
 * @param gap - Between two labels, in pixels.
 * @param options - The calendar of the steps.
 */
export function chooseStep(pxPerMs: number, widthOf: (step: Step) => number, gap = 8, options: StepOptions = {}): Step {
  const fits = (step: Step): boolean => {
    const room = shortestOf(step, options) * pxPerMs - gap;
    return room > 0 && widthOf(step) <= room;
  };
  return STEPS.find(fits) ?? STEPS.at(-1)!;
}

/** In other calendars than the Gregorian a year has 353 days or more, two months in a row 58. */
const SHORTER = 0.95;
/** The 16th of February is so many days from the next first. */
const HALF_OF_FEBRUARY = 13;

/**
 * The shortest distance between two ticks of a step in milliseconds, but for where a count begins anew: at the year 1, at
 * the first day of a calendar, and after a month of five days.
 */
export function shortestOf({ unit, count, duration }: Step, { calendar }: StepOptions = {}): number {
  const days = Math.floor(duration / DAY);
  if (unit === "day") return Math.min(count, HALF_OF_FEBRUARY) * DAY;
  if (unit !== "month" && unit !== "year") return duration;
  const shortest = unit === "year" ? days : days - (count === 1 ? 2 : 1);
  return Math.min(shortest * DAY, calendar ? duration * SHORTER : Infinity);
}
