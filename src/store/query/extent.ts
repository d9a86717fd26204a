import type { Instant } from "../../time/instant.js";
import { rangeOf, type EventStore } from "../event-store.js";

/** The first start and the last one; where there is no event, the first is the later one. */
export function extentOf({ index, tail, lanes }: EventStore): readonly [first: Instant, last: Instant] {
  let [first, last] = [Infinity, -Infinity];
  const meet = (start: Instant): void => {
    first = Math.min(first, start);
    last = Math.max(last, start);
  };
  lanes.forEach((_, lane) => {
    const [from, to] = rangeOf(index, lane);
    if (from === to) return;
    meet(index.start[from]!);
    meet(index.start[to - 1]!);
  });
  for (let i = 0; i < tail.count; i++) meet(tail.start[i]!);
  return [first, last];
}

/** How many events a lane has. */
export function countLane({ index, tail }: EventStore, lane: number): number {
  const [from, to] = rangeOf(index, lane);
  let count = to - from;
  for (let i = 0; i < tail.count; i++) if (tail.lane[i] === lane) count++;
  return count;
}

/** When the first event of a lane starts; `Infinity` where it has none. */
export function firstStart({ index, tail }: EventStore, lane: number): Instant {
  const [from, to] = rangeOf(index, lane);
  let first = from < to ? index.start[from]! : Infinity;
  for (let i = 0; i < tail.count; i++) if (tail.lane[i] === lane) first = Math.min(first, tail.start[i]!);
  return first;
}
