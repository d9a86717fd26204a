import { lowerBound } from "../../base/math.js";
import { firstFrom } from "../build/start-index.js";
import { numbersAt, rangeOf, type EventStore } from "../event-store.js";
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
 * @param store - The store that is asked.
 * @param place - Of the event from which it is looked for; -1 for the first of all.
 * @param lanes - The codes of the lanes in which it is looked for. Default: all.
 */
export function nextInTime(store: EventStore, place: number, lanes?: readonly number[]): number {
  return stepInTime(store, place, 1, lanes);
}

/**
 * The place of the event that comes before another one in time, as in {@link nextInTime}; -1 before the first one.
 *
 * @param store - The store that is asked.
 * @param place - Of the event from which it is looked for; -1 for the last of all.
 * @param lanes - The codes of the lanes in which it is looked for. Default: all.
 */
export function previousInTime(store: EventStore, place: number, lanes?: readonly number[]): number {
  return stepInTime(store, place, -1, lanes);
}

/**
 * The place of the first event that starts at an instant or later, over all lanes; -1 where there is none.
 *
 * @param store - The store that is asked.
 * @param instant - On the clock of the store.
 */
export function firstInTime(store: EventStore, instant: number): number {
  return stepFrom(store, { start: instant, row: -1 }, 1, undefined);
}

function stepInTime(store: EventStore, place: number, by: 1 | -1, lanes: readonly number[] | undefined): number {
  const edge = by * -Infinity;
  return stepFrom(store, place < 0 ? { start: edge, row: edge } : standingOf(store, place), by, lanes);
}

function stepFrom(store: EventStore, from: Standing, by: 1 | -1, lanes: readonly number[] | undefined): number {
  const candidates = tailPlaces(store, lanes, () => true);
  for (const lane of lanesIn(store, lanes)) {
    const [first, end] = rangeOf(store.index, lane);
    const at = by > 0 ? firstBehind(store, lane, from) : firstBehind(store, lane, { ...from, row: from.row - 1 }) - 1;
    if (at >= first && at < end) candidates.push(at);
  }
  let [chosen, best]: [number, Standing | undefined] = [NONE, undefined];
  for (const candidate of candidates) {
    const one = standingOf(store, candidate);
    if (isBefore(from, one, by) && (!best || isBefore(one, best, by))) [chosen, best] = [candidate, one];
  }
  return chosen;
}

function standingOf(store: EventStore, place: number): Standing {
  const [numbers, at] = numbersAt(store, place);
  return { start: numbers.start[at]!, row: rowOf(numbers.rank[at]!) };
}

/** Whether one stands before another, or behind it in the other direction. */
function isBefore(one: Standing, other: Standing, by: 1 | -1): boolean {
  return one.start === other.start ? by * (other.row - one.row) > 0 : by * other.start > by * one.start;
}

/** The first place of a lane behind a standing. */
function firstBehind({ index }: EventStore, lane: number, { start, row }: Standing): number {
  const from = firstFrom(index, lane, start);
  const to = firstFrom(index, lane, numberAfter(start));
  return from + lowerBound(to - from, (i) => rowOf(index.rank[from + i]!) > row);
}
