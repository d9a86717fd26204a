import { lowerBound } from "../../base/math.js";
import { firstFrom } from "../build/buckets.js";
import { numbersAt, type EventStore } from "../event-store.js";
import { numberAfter } from "../number-after.js";
import { NONE, rowOf } from "../rank.js";
import { lanesIn, tailPlaces } from "./window.js";

/** Where an event stands in time: by its start, then by its row. */
interface Standing {
  readonly start: number;
  readonly row: number;
}

/**
 * The place of the event that follows another one in time, over all lanes or some of them; -1 behind the last one. At the
 * same start, the earlier row goes first.
 *
 * @param place - Of the event from which it is looked for; -1 for the first of all.
 */
export function nextInTime(store: EventStore, place: number, lanes?: readonly number[]): number {
  const from = place < 0 ? { start: -Infinity, row: NONE } : standingOf(store, place);
  const { index } = store;
  const candidates = tailPlaces(store, lanes, () => true);
  for (const lane of lanesIn(store, lanes)) {
    const next = firstBehind(store, lane, from);
    if (next < (index.offsets[lane + 1] ?? 0)) candidates.push(next);
  }
  return choose(store, candidates, (one) => isBefore(from, one), isBefore);
}

/**
 * The place of the event that comes before another one in time, as in {@link nextInTime}; -1 before the first one.
 *
 * @param place - Of the event from which it is looked for; -1 for the last of all.
 */
export function previousInTime(store: EventStore, place: number, lanes?: readonly number[]): number {
  const from = place < 0 ? { start: Infinity, row: Infinity } : standingOf(store, place);
  const before = place < 0 ? from : { ...from, row: from.row - 1 };
  const candidates = tailPlaces(store, lanes, () => true);
  for (const lane of lanesIn(store, lanes)) {
    const next = firstBehind(store, lane, before);
    if (next > (store.index.offsets[lane] ?? Infinity)) candidates.push(next - 1);
  }
  return choose(
    store,
    candidates,
    (one) => isBefore(one, from),
    (one, other) => isBefore(other, one),
  );
}

function standingOf(store: EventStore, place: number): Standing {
  const [numbers, at] = numbersAt(store, place);
  return { start: numbers.start[at]!, row: rowOf(numbers.rank[at]!) };
}

function isBefore(one: Standing, other: Standing): boolean {
  return one.start === other.start ? one.row < other.row : one.start < other.start;
}

/** The first place of a lane behind a standing. */
function firstBehind({ index }: EventStore, lane: number, { start, row }: Standing): number {
  const from = firstFrom(index, lane, start);
  const to = firstFrom(index, lane, numberAfter(start));
  return from + lowerBound(to - from, (i) => rowOf(index.rank[from + i]!) > row);
}

function choose(
  store: EventStore,
  places: readonly number[],
  isMeant: (one: Standing) => boolean,
  isBetter: (one: Standing, other: Standing) => boolean,
): number {
  let [chosen, best]: [number, Standing | undefined] = [NONE, undefined];
  for (const place of places) {
    const standing = standingOf(store, place);
    if (isMeant(standing) && (!best || isBetter(standing, best))) [chosen, best] = [place, standing];
  }
  return chosen;
}
