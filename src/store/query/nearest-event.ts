import type { Instant } from "../../time/instant.js";
import { lastAtLeast, maxIn } from "../build/pyramid.js";
import { firstFrom } from "../build/start-index.js";
import { numbersAt, type EventStore } from "../event-store.js";
import { numberAfter } from "../number-after.js";
import { NONE, rowOf } from "../rank.js";
import { lanesIn, tailPlaces } from "./window.js";

/**
 * The place of the event nearest to an instant, or -1. What goes on at the instant is nearest; of several, the one that
 * started last. Else it is the one that ended last or the one that starts next, whichever is nearer; at the same distance,
 * the one before.
 *
 * @param store - The store that is asked.
 * @param instant - In milliseconds, on the clock of the timeline.
 * @param lanes - The codes of the lanes in which it is looked for. Default: all.
 * @param within - No farther away than so many milliseconds. Default: however far.
 */
export function nearestEvent(
  store: EventStore,
  instant: Instant,
  lanes?: readonly number[],
  within: number = Infinity,
): number {
  const { index } = store;
  const candidates = tailPlaces(store, lanes, () => true);
  for (const lane of lanesIn(store, lanes)) {
    const [from, to] = [index.offsets[lane] ?? index.count, index.offsets[lane + 1] ?? index.count];
    const next = firstFrom(index, lane, numberAfter(instant));
    const reach = Math.min(instant, maxIn(index.end, index.lastEnd, from, next));
    if (next > from) candidates.push(lastAtLeast(index.end, index.lastEnd, from, next, reach));
    if (next < to) candidates.push(next);
  }
  let nearest: Candidate | undefined;
  for (const place of candidates) {
    const candidate = candidateAt(store, place, instant);
    if (candidate.distance <= within && (!nearest || isNearer(candidate, nearest))) nearest = candidate;
  }
  return nearest?.place ?? NONE;
}

interface Candidate {
  readonly place: number;
  readonly distance: number;
  readonly isAfter: boolean;
  readonly start: Instant;
  readonly row: number;
}

function candidateAt(store: EventStore, place: number, instant: Instant): Candidate {
  const [numbers, at] = numbersAt(store, place);
  const start = numbers.start[at]!;
  const isAfter = start > instant;
  const distance = isAfter ? start - instant : Math.max(0, instant - numbers.end[at]!);
  return { place, distance, isAfter, start, row: rowOf(numbers.rank[at]!) };
}

/** Nearer; or before the instant; or with a start nearer to it, in order of rows at last. */
function isNearer(one: Candidate, other: Candidate): boolean {
  if (one.distance !== other.distance) return one.distance < other.distance;
  if (one.isAfter !== other.isAfter) return other.isAfter;
  const later = one.start === other.start ? one.row > other.row : one.start > other.start;
  return later !== one.isAfter;
}
