import type { Instant } from "../time/instant.js";
import type { KnownEdge, Precision, Span } from "../time/span.js";
import { floorTo, nextOf, type Step, type StepOptions, type StepUnit } from "../time/steps.js";
import type { Domain } from "../view/view.js";
import { besideOf, stepOf } from "./units.js";

const PRECISIONS: Readonly<Record<StepUnit, Precision>> = {
  millisecond: "millisecond",
  second: "second",
  minute: "minute",
  hour: "minute",
  day: "day",
  week: "day",
  month: "month",
  year: "year",
};

/** A stretch of time as a date that can be written or spoken, as finely as a step; of whole units the last one ends it. */
export function spanBetween([from, to]: Domain, { unit }: Step, options: StepOptions): Span {
  const precision = PRECISIONS[unit];
  const isWhole = unit in WHOLE;
  const start = isWhole ? unitAt(from, WHOLE[unit]!, options) : momentAt(from, precision);
  const end = isWhole
    ? unitAt(besideOf(WHOLE[unit]!, to, -1, options), WHOLE[unit]!, options)
    : momentAt(to, precision);
  const isInterval = start.earliest < end.earliest;
  return { start, end: isInterval ? end : start, isInterval, text: "" };
}

/** One end of such a stretch. */
export function spanOfEnd(span: Span, end: "start" | "end"): Span {
  return { ...span, start: span[end], end: span[end], isInterval: false };
}

const WHOLE: Partial<Record<StepUnit, Step>> = {
  day: stepOf("day"),
  week: stepOf("day"),
  month: stepOf("month"),
  year: stepOf("year"),
};

function unitAt(instant: Instant, step: Step, options: StepOptions): KnownEdge {
  const earliest = floorTo(step, instant, options);
  const latest = nextOf(step, instant, options);
  return { earliest, latest, precision: PRECISIONS[step.unit], approximate: false, uncertain: false };
}

function momentAt(instant: Instant, precision: Precision): KnownEdge {
  return { earliest: instant, latest: instant, precision, approximate: false, uncertain: false };
}
