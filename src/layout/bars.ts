import { clamp } from "../base/math.js";
import type { Instant } from "../time/instant.js";
import type { LinearScale } from "../time/scale.js";
import { isKnown, type Edge, type KnownEdge, type Precision, type Span } from "../time/span.js";
import type { Step } from "../time/steps.js";
import type { BarBox, BarEnd } from "./boxes.js";

/** No bar is narrower than a dot, in pixels. */
const NARROWEST = 12;
/** How far an unknown end fades out, in pixels. */
const UNKNOWN_FADE = 64;
/** How far beyond the visible part bars are still drawn, in pixels. */
const BEYOND = 40;

const FINE: ReadonlySet<Precision> = new Set(["day", "hour", "minute", "second", "millisecond"]);

/** One end of a bar: where it starts to show, where it is certain from, and how it looks. */
interface BarEdge {
  readonly outer: number;
  readonly core: number;
  readonly look: BarEnd;
}

/**
 * The stretch of the axis that a span covers, or `undefined` where a dot says it all: a single date, known at least to the
 * day, on an axis that does not tell finer times apart.
 */
export function placeBar(span: Span, scale: LinearScale, length: number, step: Step): BarBox | undefined {
  if (isPoint(span, step)) return undefined;
  const start = barEdge(span.start, -1, span, scale, length);
  const end = barEdge(span.end, 1, span, scale, length);
  const middle = (start.outer + end.outer) / 2;
  const half = Math.max((end.outer - start.outer) / 2, NARROWEST / 2);
  const from = clamp(middle - half, -BEYOND, length + BEYOND);
  const to = clamp(middle + half, -BEYOND, length + BEYOND);
  const hasCore = start.core <= end.core;
  return {
    from,
    to,
    coreFrom: clamp(hasCore ? start.core : middle, from, to),
    coreTo: clamp(hasCore ? end.core : middle, from, to),
    start: start.look,
    end: end.look,
    isUncertain: [span.start, span.end].some((edge) => isKnown(edge) && edge.uncertain),
  };
}

/** Whether a dot tells as much as the source does. */
export function isPoint(span: Span, step: Step): boolean {
  if (span.isInterval || !isKnown(span.start) || !FINE.has(span.start.precision)) return false;
  return span.start.latest - span.start.earliest <= Math.max(step.duration, 1);
}

function barEdge(edge: Edge, side: -1 | 1, span: Span, scale: LinearScale, length: number): BarEdge {
  if (edge === "open") {
    const outer = side < 0 ? 0 : length;
    return { outer, core: outer, look: "open" };
  }
  if (edge === "unknown") {
    const other = side < 0 ? span.end : span.start;
    const core = isKnown(other) ? scale.at(side < 0 ? other.earliest : other.latest) : 0;
    return { outer: core + side * UNKNOWN_FADE, core, look: "faded" };
  }
  const outer = scale.at(limit(edge, side));
  if (edge.approximate) {
    const unit = (edge.latest - edge.earliest) * scale.pxPerMs;
    return { outer: outer + (side * unit) / 2, core: outer, look: "faded" };
  }
  if (!span.isInterval || FINE.has(edge.precision)) return { outer, core: outer, look: "sharp" };
  return { outer, core: scale.at(limit(edge, -side as -1 | 1)), look: "imprecise" };
}

function limit(edge: KnownEdge, side: -1 | 1): Instant {
  return side < 0 ? edge.earliest : edge.latest;
}
