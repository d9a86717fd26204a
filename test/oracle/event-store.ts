/** One event, as the slow answers see it. */
export interface SlowEvent {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly lane: number;
  readonly kind: number;
  readonly importance: number;
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

/** The events that lie at least partly in each cell. */
export function slowOverlaps(
  events: readonly SlowEvent[],
  edges: ArrayLike<number>,
  bands: readonly (readonly number[])[],
): readonly number[] {
  return bands.flatMap((band) =>
    Array.from(
      { length: edges.length - 1 },
      (_, column) =>
        events.filter((event) => band.includes(event.lane) && covers(event, edges[column]!, edges[column + 1]!)).length,
    ),
  );
}

/** The event nearest to an instant: see `nearestEvent`. */
export function slowNearest(events: readonly SlowEvent[], instant: number, within: number): SlowEvent | undefined {
  const distanceOf = ({ start, end }: SlowEvent): number =>
    start > instant ? start - instant : Math.max(0, instant - end);
  const [nearest] = events
    .filter((event) => distanceOf(event) <= within)
    .toSorted((a, b) => {
      const side = Number(a.start > instant) - Number(b.start > instant);
      return distanceOf(a) - distanceOf(b) || side || (a.start > instant ? byTime(a, b) : byTime(b, a));
    });
  return nearest;
}

/** The first row for each event in which nothing placed before it goes on, by trying each. */
export function slowRows(events: readonly SlowEvent[]): ReadonlyMap<number, number> {
  const placed: { readonly event: SlowEvent; readonly row: number }[] = [];
  for (const event of events.toSorted(byTime)) {
    const meets = (row: number): boolean =>
      placed.some(
        (other) =>
          other.row === row &&
          other.event.lane === event.lane &&
          (other.event.end > event.start || (other.event.start === other.event.end && other.event.end === event.start)),
      );
    let row = 0;
    while (meets(row)) row++;
    placed.push({ event, row });
  }
  return new Map(placed.map(({ event, row }) => [event.row, row]));
}
