import { clamp } from "../base/math.js";
import type { Instant } from "../time/instant.js";
import { isKnown, type Edge, type Span } from "../time/span.js";
import { epochOf, LAST_EPOCH, wallClock } from "../time/zone.js";
import { isTimed } from "./edges.js";
import { zoneFormatter, type IntlSetting } from "./intl.js";

/** A span on the clock of its own place. */
export interface PlacedSpan {
  readonly span: Span;
  /** How that clock differs from UTC at an instant that it shows, "GMT+3"; none where it agrees with the timeline's. */
  readonly noteOf?: (instant: Instant) => string;
}

/** Moves the times of a span from the clock of the timeline to that of the span's zone; days and months stay. */
export function atPlace(span: Span, timeZone: string, setting: IntlSetting): PlacedSpan {
  const own = span.timeZone ?? timeZone;
  if (own === timeZone) return { span };
  const move = (edge: Edge): Edge => {
    if (!isKnown(edge) || !isTimed(edge.precision)) return edge;
    const [earliest, latest] = [edge.earliest, edge.latest].map((at) => wallClock(epochOf(at, timeZone), own));
    return { ...edge, earliest: earliest!, latest: latest! };
  };
  const start = move(span.start);
  const end = span.isInterval ? move(span.end) : start;
  const isMoved = [start, end].some(
    (edge, i) => isKnown(edge) && edge.earliest !== instantOf([span.start, span.end][i]),
  );
  if (!isMoved) return { span };
  const noteOf = (instant: Instant): string => {
    const parts = zoneFormatter(setting, own).formatToParts(clamp(epochOf(instant, own), -LAST_EPOCH, LAST_EPOCH));
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? own;
  };
  return { span: { ...span, start, end }, noteOf };
}

function instantOf(edge: Edge | undefined): Instant | undefined {
  return edge !== undefined && isKnown(edge) ? edge.earliest : undefined;
}
