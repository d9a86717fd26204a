import type { Instant } from "../../time/instant.js";
import { firstAtLeast } from "../build/pyramid.js";
import { firstFrom } from "../build/start-index.js";
import type { EventStore } from "../event-store.js";
import { numberAfter } from "../number-after.js";
import { lanesIn, tailPlaces } from "./window.js";

/**
 * The places of the events that go on at an instant: they started before it and end after it. Lane by lane in order of
 * time, those of the tail last; no more than a limit. What it costs grows with what it finds, however events lie in each
 * other.
 *
 * @param store - The store that is asked.
 * @param instant - In milliseconds, on the clock of the timeline.
 * @param lanes - The codes of the lanes. Default: all.
 * @param limit - No more places than this. Default: all.
 */
export function openAt(
  store: EventStore,
  instant: Instant,
  lanes?: readonly number[],
  limit: number = Infinity,
): number[] {
  const { index, tail } = store;
  const after = instant < Infinity ? numberAfter(instant) : NaN;
  const places: number[] = [];
  for (const lane of lanesIn(store, lanes)) {
    const end = firstFrom(index, lane, instant);
    const next = (from: number): number => firstAtLeast(index.end, index.lastEnd, from, end, after);
    for (let place = next(index.offsets[lane] ?? end); place < end && places.length < limit; place = next(place + 1))
      places.push(place);
  }
  const more = tailPlaces(store, lanes, (at) => tail.start[at]! < instant && tail.end[at]! > instant);
  return [...places, ...more.slice(0, Math.max(0, limit - places.length))];
}
