import type { Columns } from "../store/columns.js";
import type { Instant } from "../time/instant.js";
import { isKnown, type Precision } from "../time/span.js";
import { floorTo, nextOf, STEPS, type Step, type StepOptions, type StepUnit } from "../time/steps.js";

/** Single units, and of years also tens, hundreds and so on. */
const LADDER: readonly Step[] = STEPS.filter(
  ({ unit, count }) => unit !== "week" && (count === 1 || (unit === "year" && /^10*$/.test(String(count)))),
);
/** What is chosen by hand moves in steps that are no wider than this, in pixels. */
const WIDEST = 32;

const UNITS: Readonly<Record<Precision, StepUnit>> = {
  millennium: "year",
  century: "year",
  decade: "year",
  year: "year",
  season: "month",
  month: "month",
  day: "day",
  hour: "hour",
  minute: "minute",
  second: "second",
  millisecond: "millisecond",
};

/** The step of one unit. */
export function stepOf(unit: StepUnit): Step {
  return STEPS.find((step) => step.unit === unit)!;
}

/** The finest unit in which any of the events is dated. */
export function finestOf({ events }: Columns): Step {
  let finest = stepOf("year");
  for (const { span } of events) {
    for (const edge of [span.start, span.end]) {
      const step = isKnown(edge) ? stepOf(UNITS[edge.precision]) : finest;
      if (step.duration < finest.duration) finest = step;
    }
  }
  return finest;
}

/** The coarsest step that a hand does not feel, where a pixel lasts so long; no finer than the dates of the events. */
export function stepFor(msPerPx: number, finest: Step): Step {
  const wanted = LADDER.filter(({ duration }) => duration >= finest.duration);
  return wanted.findLast(({ duration }) => duration <= WIDEST * msPerPx) ?? wanted[0]!;
}

/** The tick of a step that is nearest to an instant. */
export function nearestOf(step: Step, instant: Instant, options: StepOptions): Instant {
  const [before, after] = [floorTo(step, instant, options), nextOf(step, instant, options)];
  return instant - before < after - instant ? before : after;
}

/** The next tick of a step after an instant, or the last one before it. */
export function besideOf(step: Step, instant: Instant, towards: 1 | -1, options: StepOptions): Instant {
  if (towards === 1) return nextOf(step, instant, options);
  const floor = floorTo(step, instant, options);
  return floor < instant ? floor : floorTo(step, instant - step.duration / 2, options);
}

/** From the tick nearest to one instant to that nearest to another, and at least one step; the earlier comes first. */
export function snapBetween(step: Step, a: Instant, b: Instant, options: StepOptions): readonly [Instant, Instant] {
  const from = nearestOf(step, Math.min(a, b), options);
  const to = nearestOf(step, Math.max(a, b), options);
  if (from < to) return [from, to];
  const start = floorTo(step, a, options);
  return [start, nextOf(step, start, options)];
}
