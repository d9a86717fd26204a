import type { RawEvents } from "../../src/store/build/raw-events.js";

/** One event, as the slow answers see it. */
export interface SlowEvent {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly lane: number;
  readonly kind: number;
  readonly importance: number;
}

/** The events of raw columns, one object each. */
export function slowEvents(raw: RawEvents, firstRow = 0): readonly SlowEvent[] {
  return Array.from({ length: raw.count }, (_, row) => ({
    row: firstRow + row,
    start: raw.start[row]!,
    end: raw.end[row]!,
    lane: raw.lane[row]!,
    kind: raw.kind[row]!,
    importance: Math.round(raw.importance[row]! * (2 ** 20 - 1)),
  })).filter(({ start }) => !Number.isNaN(start));
}

/** The more important first, then the earlier row. */
export function byRank(a: SlowEvent, b: SlowEvent): number {
  return b.importance - a.importance || a.row - b.row;
}

/** The earlier first, then the earlier row. */
export function byTime(a: SlowEvent, b: SlowEvent): number {
  return a.start - b.start || a.row - b.row;
}

/** What an event covers: from its start to before its end, or one instant. */
export function covers({ start, end }: SlowEvent, from: number, to: number): boolean {
  return start < to && (end > from || (start === end && start >= from));
}

/** The events of each cell: for each band, for each column. */
export function slowCells(
  events: readonly SlowEvent[],
  edges: ArrayLike<number>,
  bands: readonly (readonly number[])[],
): readonly (readonly SlowEvent[])[] {
  return bands.flatMap((band) =>
    Array.from({ length: edges.length - 1 }, (_, column) =>
      events.filter(({ lane, start }) => band.includes(lane) && start >= edges[column]! && start < edges[column + 1]!),
    ),
  );
}
