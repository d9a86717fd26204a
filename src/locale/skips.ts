import { DAY, type Instant } from "../time/instant.js";
import type { KnownEdge, Precision, Span } from "../time/span.js";
import { floorTo, nextOf, STEPS, type StepOptions, type StepUnit } from "../time/steps.js";
import type { Break } from "../time/warp.js";
import { describeLength } from "./gaps.js";
import type { Words } from "./messages.js";

const YEAR = 365.2425 * DAY;

/** How finely the ends are said of what is left out, by how long it is at least. */
const FINENESS: readonly (readonly [unit: Extract<StepUnit, Precision>, least: number])[] = [
  ["year", 8 * YEAR],
  ["month", YEAR / 2],
  ["day", 2 * DAY],
  ["minute", 0],
];

/** How much time is left out: "6 years". */
export function describeSkip({ from, to }: Break, words: Words): string {
  return words.say("skipped", { text: describeLength(to - from, words) });
}

/** What is left out, as finely as it is worth saying. */
export function spanOfSkip({ from, to }: Break, steps: StepOptions): Span {
  const [precision] = FINENESS.find(([, least]) => to - from >= least)!;
  const [start, end] = [edgeAt(from, precision, steps), edgeAt(to - 1, precision, steps)];
  return { start, end, isInterval: true, text: "" };
}

function edgeAt(instant: Instant, precision: Extract<StepUnit, Precision>, steps: StepOptions): KnownEdge {
  const step = STEPS.find(({ unit, count }) => unit === precision && count === 1)!;
  const earliest = floorTo(step, instant, steps);
  const latest = nextOf(step, earliest, steps);
  return { earliest, latest, precision, approximate: false, uncertain: false };
}
