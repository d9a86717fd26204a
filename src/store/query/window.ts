import type { Instant } from "../../time/instant.js";
import { firstFrom } from "../build/start-index.js";
import type { EventStore } from "../event-store.js";

/** A stretch of time, and the lanes that are looked at. */
export interface Window {
  /** Its first instant. */
  readonly from: Instant;
  /** The first instant behind it. */
  readonly to: Instant;
  /** The codes of the lanes. Default: all. */
  readonly lanes?: readonly number[] | undefined;
}

/** The codes of all lanes of a store, or those that are asked for and exist. */
export function lanesIn({ lanes }: EventStore, asked: readonly number[] | undefined): readonly number[] {
  return asked ? asked.filter((lane) => lane in lanes) : [...lanes.keys()];
}

/** The places of the tail that lie in some lanes and pass a test. */
export function tailPlaces(
  { index, tail }: EventStore,
  lanes: readonly number[] | undefined,
  isMeant: (at: number) => boolean,
): number[] {
  const asked = lanes && new Set(lanes);
  const places: number[] = [];
  for (let at = 0; at < tail.count; at++)
    if (isMeant(at) && (!asked || asked.has(tail.lane[at]!))) places.push(index.count + at);
  return places;
}

/**
 * How many events start in a window.
 *
 * @param store - The store that is asked.
 * @param window - The stretch of time, and the lanes.
 */
export function countStarts(store: EventStore, { from, to, lanes }: Window): number {
  const { index, tail } = store;
  const inIndex = lanesIn(store, lanes).reduce(
    (sum, lane) => sum + Math.max(0, firstFrom(index, lane, to) - firstFrom(index, lane, from)),
    0,
  );
  const inTail = tailPlaces(store, lanes, (at) => tail.start[at]! >= from && tail.start[at]! < to);
  return inIndex + inTail.length;
}

/**
 * The places of the events that start in a window, lane by lane and in order of time, those of the tail last; no more than
 * a limit.
 *
 * @param store - The store that is asked.
 * @param window - The stretch of time, and the lanes.
 * @param limit - No more places than this. Default: all.
 */
export function startsIn(store: EventStore, { from, to, lanes }: Window, limit: number = Infinity): number[] {
  const { index, tail } = store;
  const places: number[] = [];
  for (const lane of lanesIn(store, lanes)) {
    const end = firstFrom(index, lane, to);
    for (let place = firstFrom(index, lane, from); place < end && places.length < limit; place++) places.push(place);
  }
  const more = tailPlaces(store, lanes, (at) => tail.start[at]! >= from && tail.start[at]! < to);
  return [...places, ...more.slice(0, Math.max(0, limit - places.length))];
}
