import type { Instant } from "../../time/instant.js";
import { rangeOf, type EventStore } from "../event-store.js";

/** What is known of a store as a whole and of its lanes, by their codes. */
export interface Extents {
  /** The first start and the last one; where there is no event, the first is the later one. */
  readonly extent: readonly [first: Instant, last: Instant];
  /** How many events each lane has. */
  readonly counts: readonly number[];
  /** When the first event of each lane starts; `Infinity` where it has none. */
  readonly firsts: readonly Instant[];
  /** When the first event of the tail starts; `Infinity` where it has none. */
  readonly later: Instant;
}

/** Looks once through the ends of lanes, and through the tail. */
export function extentsOf({ index, tail, lanes }: EventStore): Extents {
  const counts: number[] = [];
  const firsts: Instant[] = [];
  let [last, later] = [-Infinity, Infinity];
  lanes.forEach((_, lane) => {
    const [from, to] = rangeOf(index, lane);
    counts.push(to - from);
    firsts.push(from < to ? index.start[from]! : Infinity);
    if (from < to) last = Math.max(last, index.start[to - 1]!);
  });
  for (let i = 0; i < tail.count; i++) {
    const [lane, start] = [tail.lane[i]!, tail.start[i]!];
    counts[lane]!++;
    if (start < firsts[lane]!) firsts[lane] = start;
    if (start > last) last = start;
    if (start < later) later = start;
  }
  return { extent: [firsts.reduce((a, b) => Math.min(a, b), Infinity), last], counts, firsts, later };
}
