import { FAN_OUT } from "../build/pyramid.js";
import { firstFrom } from "../build/start-index.js";
import type { EventIndex, EventStore } from "../event-store.js";
import { createHeap, type Heap } from "./heap.js";
import { lanesIn, tailPlaces, type Window } from "./window.js";

/** Which events of a window are asked for. */
export interface TopQuery extends Window {
  /** How many at most. */
  readonly limit: number;
  /**
   * Whether those count too that started before the window and go on in it.
   * @defaultValue false
   */
  readonly hasOpen?: boolean | undefined;
}

/** Blocks of events, of which the one with the greatest rank is looked at first: blocks of so many events that are not. */
interface Search extends Pick<EventIndex, "rank" | "topRank" | "end" | "lastEnd"> {
  readonly heap: Heap;
}

/**
 * The places of the most important events of a window, the most important first: those that start in it, and where asked
 * for those that go on. It looks only at blocks of events that can hold one of them.
 *
 * @param store - The store that is asked.
 * @param query - The window, and how many of its events.
 */
export function topOf(store: EventStore, query: TopQuery): number[] {
  return topAmong(store, query, tailIn(store, query));
}

/** Those places of the tail that are asked for. */
export function tailIn(store: EventStore, { from, to, lanes, hasOpen = false }: TopQuery): number[] {
  const { start, end } = store.tail;
  return tailPlaces(store, lanes, (at) => start[at]! < to && (start[at]! >= from || (hasOpen && end[at]! > from)));
}

/** The same as {@link topOf} where those of the tail are known. */
export function topAmong(
  store: EventStore,
  { from, to, lanes, limit, hasOpen = false }: TopQuery,
  later: readonly number[],
): number[] {
  const { index, tail } = store;
  if (!(from < to)) return [];
  const search: Search = { ...index, heap: createHeap() };
  for (const lane of lanesIn(store, lanes)) {
    const [first, last] = [firstFrom(index, lane, from), firstFrom(index, lane, to)];
    addRange(search, first, last, -Infinity);
    if (hasOpen) addRange(search, index.offsets[lane] ?? first, first, from);
  }
  for (const place of later) search.heap.push(tail.rank[place - index.count]!, 0, place, -Infinity);
  const found: number[] = [];
  while (found.length < limit && search.heap.size() > 0) {
    const { level, at, least } = search.heap.pop();
    if (level === 0) found.push(at);
    else open(search, level, at, least);
  }
  return found;
}

/** Adds the blocks that lie in a range as a whole, the greatest that do. */
function addRange(search: Search, from: number, to: number, least: number): void {
  const levels = search.topRank.offsets.length;
  let [low, high] = [from, to];
  for (let level = 0; low < high; level++) {
    const isLast = level === levels;
    for (; low < high && (isLast || low % FAN_OUT !== 0); low++) add(search, level, low, least);
    for (; low < high && high % FAN_OUT !== 0; high--) add(search, level, high - 1, least);
    low /= FAN_OUT;
    high /= FAN_OUT;
  }
}

/** Adds a block that has an event which ends after `least`. */
function add({ rank, topRank, end, lastEnd, heap }: Search, level: number, at: number, least: number): void {
  const [ranks, ends] = level === 0 ? [rank, end] : [topRank.values, lastEnd.values];
  const entry = level === 0 ? at : topRank.offsets[level - 1]! + at;
  if (ends[entry]! > least) heap.push(ranks[entry]!, level, at, least);
}

/** Puts what a block is made of in its place. */
function open(search: Search, level: number, at: number, least: number): void {
  const { topRank, rank } = search;
  const below = level === 1 ? rank.length : topRank.offsets[level - 1]! - topRank.offsets[level - 2]!;
  const last = Math.min(below, (at + 1) * FAN_OUT);
  for (let child = at * FAN_OUT; child < last; child++) add(search, level - 1, child, least);
}
