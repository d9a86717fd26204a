import type { ResolvedEvent } from "../model/model.js";
import type { Instant } from "../time/instant.js";
import { isKnown, type KnownEdge, type Span } from "../time/span.js";

/** All events in order of time, and their numbers in columns. A place is an index into each of them. */
export interface Columns {
  /** In order of their anchors; at the same one, what lasts longer comes first, then what the author wrote first. */
  readonly events: readonly ResolvedEvent[];
  /** Where the mark stands: the middle of what is known of the start, or of the end where the start is not known. */
  readonly anchor: Float64Array;
  /** The first instant at which the event can have been; `-Infinity` where the start is open. */
  readonly from: Float64Array;
  /** The first instant after all those at which it can have been; `Infinity` where the end is open. */
  readonly to: Float64Array;
  /** From 0 to 1. */
  readonly importance: Float32Array;
  /** For each event, 1 where a filter leaves no more of it than a quiet mark. Default: of none. */
  readonly isQuiet?: Uint8Array;
  /** Of what these are a part, where they are only some of the events. */
  readonly among?: Whole;
  /** The place of each id. */
  readonly byId: ReadonlyMap<string, number>;
}

/** All events, of which some are there one by one. */
export interface Whole {
  readonly count: number;
  readonly span: readonly [from: Instant, to: Instant];
  /** Whether nobody knows yet how many there are. */
  readonly isComing: boolean;
}

/** How many events there are, whether they are there one by one or not. */
export function countAll({ events, among }: Pick<Columns, "events" | "among">): number {
  return among?.count ?? events.length;
}

/** Puts events in order and their numbers into columns. */
export function buildColumns(events: readonly ResolvedEvent[]): Columns {
  const rows = events.map((event) => ({ event, anchor: anchorOf(event.span), ...extentOf(event.span) }));
  rows.sort((a, b) => compare(a.anchor, b.anchor) || compare(b.to, a.to) || a.event.index - b.event.index);
  return {
    events: rows.map((row) => row.event),
    anchor: Float64Array.from(rows, (row) => row.anchor),
    from: Float64Array.from(rows, (row) => row.from),
    to: Float64Array.from(rows, (row) => row.to),
    importance: Float32Array.from(rows, (row) => row.event.importance),
    byId: new Map(rows.map((row, place) => [row.event.id, place])),
  };
}

/** Where the mark stands. */
export function anchorOf({ start, end }: Span): Instant {
  const { earliest, latest } = isKnown(start) ? start : (end as KnownEdge);
  return earliest + (latest - earliest) / 2;
}

/** An end that is not known takes no room beyond the one that is. */
export function extentOf({ start, end }: Span): { readonly from: Instant; readonly to: Instant } {
  const from = isKnown(start) ? start.earliest : start === "open" ? -Infinity : (end as KnownEdge).earliest;
  const to = isKnown(end) ? end.latest : end === "open" ? Infinity : (start as KnownEdge).latest;
  return { from, to };
}

/** Like subtraction, but for infinities too. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
