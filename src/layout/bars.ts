import { clamp } from "../base/math.js";
import type { Columns } from "../store/columns.js";
import type { Instant } from "../time/instant.js";
import type { LinearScale } from "../time/scale.js";
import { isKnown, type Edge, type KnownEdge, type Precision, type Span } from "../time/span.js";
import type { Step } from "../time/steps.js";
import type { BarBox, BarEnd } from "./boxes.js";

/** No bar is narrower than a dot, in pixels. */
export const NARROWEST = 12;
/** How far an unknown end fades out, in pixels. */
const UNKNOWN_FADE = 64;
/** How far beyond the visible part bars are still drawn, in pixels. */
const BEYOND = 40;
/** What dots and bars take on either side of the time that `fadedTime` gives, at most; in pixels. */
export const MARK_REACH: number = UNKNOWN_FADE + NARROWEST;

const FINE: ReadonlySet<Precision> = new Set(["day", "hour", "minute", "second", "millisecond"]);

/** One end of a bar or a band: where it starts to show, where it is certain from, and how it looks. */
export interface BarEdge {
  readonly outer: number;
  readonly core: number;
  readonly look: BarEnd;
}

/**
 * The stretch of the axis that a span covers between `first` and `length`, or `undefined` where a dot says it all: a single
 * date, known at least to the day, on an axis that does not tell finer times apart.
 */
export function placeBar(
  span: Span,
  scale: LinearScale,
  length: number,
  step: Pick<Step, "duration">,
  first = 0,
): BarBox | undefined {
  if (isPoint(span, step)) return undefined;
  const start = barEdge(span.start, -1, span, scale, first);
  const end = barEdge(span.end, 1, span, scale, length);
  const missing = Math.max(NARROWEST - (end.outer - start.outer), 0) / 2;
  const from = clamp(start.outer - missing, first - BEYOND, length + BEYOND);
  const to = clamp(end.outer + missing, first - BEYOND, length + BEYOND);
  const middle = (start.outer + end.outer) / 2;
  const hasCore = start.core <= end.core;
  return {
    from,
    to,
    coreFrom: clamp(hasCore ? start.core : middle, from, to),
    coreTo: clamp(hasCore ? end.core : middle, from, to),
    start: start.look,
    end: end.look,
    isUncertain: isDoubtful(span),
  };
}

/** A bar without what lies out of view. */
export function cutBar(bar: BarBox, length: number): BarBox {
  const held = (along: number): number => clamp(along, 0, length);
  return {
    ...bar,
    from: held(bar.from),
    to: held(bar.to),
    coreFrom: held(bar.coreFrom),
    coreTo: held(bar.coreTo),
    start: bar.from < 0 && bar.start === "sharp" ? "cut" : bar.start,
    end: bar.to > length && bar.end === "sharp" ? "cut" : bar.end,
  };
}

/** The time that each event can have been in, and in which its bar fades out. */
export function fadedTime({ events, from, to }: Columns): Pick<Columns, "from" | "to"> {
  const fades = events.map(({ span: { start, end } }) => Math.max(fadeOf(start), fadeOf(end)));
  return { from: from.map((instant, i) => instant - fades[i]!), to: to.map((instant, i) => instant + fades[i]!) };
}

function fadeOf(edge: Edge): number {
  return isKnown(edge) && edge.approximate ? (edge.latest - edge.earliest) / 2 : 0;
}

/** Whether a dot tells as much as the source does. */
export function isPoint(span: Span, step: Pick<Step, "duration">): boolean {
  if (span.isInterval || !isKnown(span.start) || !FINE.has(span.start.precision)) return false;
  return span.start.latest - span.start.earliest <= Math.max(step.duration, 1);
}

/** How an end of a span looks. */
export function lookOf(edge: Edge, { isInterval }: Span): BarEnd {
  if (edge === "open") return "open";
  if (edge === "unknown" || edge.approximate) return "faded";
  return !isInterval || FINE.has(edge.precision) ? "sharp" : "imprecise";
}

/** Whether the source doubts one of the ends. */
export function isDoubtful({ start, end }: Span): boolean {
  return [start, end].some((edge) => isKnown(edge) && edge.uncertain);
}

/** The start (`side` -1) or the end (1) of a span on the axis; it may lie far out of view. */
export function barEdge(edge: Edge, side: -1 | 1, span: Span, scale: LinearScale, bound: number): BarEdge {
  const look = lookOf(edge, span);
  if (edge === "open") return { outer: bound, core: bound, look };
  if (edge === "unknown") {
    const other = side < 0 ? span.end : span.start;
    const core = isKnown(other) ? scale.at(side < 0 ? other.earliest : other.latest) : 0;
    return { outer: core + side * UNKNOWN_FADE, core, look };
  }
  const outer = scale.at(limit(edge, side));
  if (look === "faded") {
    return { outer: outer + side * fadeOf(edge) * scale.pxPerMs, core: outer, look };
  }
  return { outer, core: look === "sharp" ? outer : scale.at(limit(edge, -side as -1 | 1)), look };
}

function limit(edge: KnownEdge, side: -1 | 1): Instant {
  return side < 0 ? edge.earliest : edge.latest;
}
