import type { Issue } from "../base/errors.js";
import type { Instant } from "../time/instant.js";
import type { Pyramid } from "./build/pyramid.js";
import type { Tallies } from "./build/tallies.js";
import { importanceOf, rowOf } from "./rank.js";

/** The numbers of events, one column each. */
export interface EventNumbers {
  /** How many there are. */
  readonly count: number;
  /** Where the mark stands: the middle of what is known of the start, or of the end where the start is not known. */
  readonly start: Float64Array;
  /** The first instant after all those at which the event can have been; `Infinity` where it goes on. Never before the start. */
  readonly end: Float64Array;
  /** Importance and row in one: see `rankOf`. */
  readonly rank: Float64Array;
  /** The code of the kind. */
  readonly kind: Uint16Array;
}

/** Events lane by lane, each lane in order of starts and, at the same start, of rows; with what finds them fast. */
export interface EventIndex extends EventNumbers {
  /** The place of the first event of each lane; one more entry is the count of all. */
  readonly offsets: Uint32Array;
  /** The start of every 16th event: a sparse index, which finds places by time. */
  readonly startIndex: Float64Array;
  /** The latest end of every 16 events, of every 16 of those, and so on. */
  readonly lastEnd: Pyramid;
  /** The greatest rank of every 16 events, of every 16 of those, and so on. */
  readonly topRank: Pyramid;
  /** How many of each kind come before some places, where groups of kinds are to be counted fast. */
  readonly tallies: Tallies | undefined;
  /** The ends of each lane in order, where overlaps are to be counted at once; an event without length ends just after its start. */
  readonly sortedEnds: Float64Array | undefined;
}

/** Events in no order, each with its lane. */
export interface LooseEvents extends EventNumbers {
  /** The code of the lane. */
  readonly lane: Uint32Array;
}

/**
 * Events in columns, made for questions about any stretch of time: how many, which are the most important, which go on.
 * It is never changed: what adds or filters makes a new one, which shares what stays the same.
 *
 * A *place* names an event within one store; the places of the tail follow those of the index. A *row* names it in all
 * stores that are made of the same data: it is the place in the author's list.
 */
export interface EventStore {
  /** The id of each lane, by its code. The empty id stands for events that name none. */
  readonly lanes: readonly string[];
  /** The name of each kind, by its code. */
  readonly kinds: readonly string[];
  /** All events but the latest, in order. */
  readonly index: EventIndex;
  /** The latest events, in the order in which they came. They are few, and looked through one by one. */
  readonly tail: LooseEvents;
  /** What was wrong with the data, up to a limit; the last one then says how many more there are. */
  readonly issues: readonly Issue[];
}

/** One event of a store. */
export interface StoredEvent {
  /** Its name in this store. */
  readonly place: number;
  /** Its place in the author's list. */
  readonly row: number;
  /** As in {@link EventNumbers}. */
  readonly start: Instant;
  /** As in {@link EventNumbers}. */
  readonly end: Instant;
  /** The code of its lane. */
  readonly lane: number;
  /** The code of its kind. */
  readonly kind: number;
  /** From 0 to 1. */
  readonly importance: number;
}

/**
 * How many events a store holds.
 *
 * @param store - The store that is asked.
 */
export function countOf({ index, tail }: EventStore): number {
  return index.count + tail.count;
}

/**
 * One event.
 *
 * @param store - The store that is asked.
 * @param place - From 0 to below the count.
 */
export function readEvent(store: EventStore, place: number): StoredEvent {
  const [numbers, at] = numbersAt(store, place);
  const rank = numbers.rank[at]!;
  return {
    place,
    row: rowOf(rank),
    start: numbers.start[at]!,
    end: numbers.end[at]!,
    lane: laneAt(store, place),
    kind: numbers.kind[at]!,
    importance: importanceOf(rank),
  };
}

/** The columns in which a place lies, and where in them. */
export function numbersAt({ index, tail }: EventStore, place: number): readonly [EventNumbers, number] {
  return place < index.count ? [index, place] : [tail, place - index.count];
}

/** The code of the lane of an event. */
export function laneAt({ index, tail }: EventStore, place: number): number {
  if (place >= index.count) return tail.lane[place - index.count]!;
  const { offsets } = index;
  let low = 0;
  let high = offsets.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** The places of a lane in the index, from the first to behind the last one; none for a lane that only the tail has. */
export function rangeOf({ offsets, count }: EventIndex, lane: number): readonly [from: number, to: number] {
  return lane < offsets.length - 1 ? [offsets[lane]!, offsets[lane + 1]!] : [count, count];
}

/** Whether what lasts from a start to before an end, or has no length, lies at least partly in a stretch of time. */
export function covers(start: Instant, end: Instant, from: Instant, to: Instant): boolean {
  return start < to && (end > from || (start === end && start >= from));
}
