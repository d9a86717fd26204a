import { buildIndex, type BuildExtras } from "./build/build-index.js";
import { talliesFor } from "./build/extras.js";
import { copyLoose, createLoose, withRoom, type ReadEvents } from "./build/loose-events.js";
import type { EventStore, LooseEvents } from "./event-store.js";
import { eachSlice, type Work } from "./slices.js";

/** A tail holds so many events at most before it is time to rebuild. */
export const LONGEST_TAIL = 65_536;
/** And no more than this share of the index, where that is more than a few. */
const SHARE = 1 / 16;
const FEW = 1_024;

/** How many events of a column are in use by the latest store that holds it: what lies behind may be written. */
const used = new WeakMap<Float64Array, number>();

/**
 * A store with more events behind those that are there. Nothing is built anew: they come to the tail, which all questions
 * look through.
 *
 * @param store - The store that they come to; it stays as it is.
 * @param events - Read with the lanes and kinds of the store, and with rows behind all that it has.
 */
export function appendEvents(store: EventStore, events: ReadEvents): EventStore {
  const { tail } = store;
  const needed = tail.count + events.count;
  const isFree = (used.get(tail.start) ?? tail.count) === tail.count && tail.start.length >= needed;
  const roomy = isFree ? tail : withRoom(tail, Math.max(needed, 2 * tail.start.length, FEW));
  let count = tail.count;
  for (let i = 0; i < events.count; i++)
    if (!Number.isNaN(events.start[i]!)) copyLoose(events, roomy, i, i + 1, count++);
  used.set(roomy.start, count);
  return {
    ...store,
    lanes: events.lanes,
    kinds: events.kinds,
    issues: events.issues.length === 0 ? store.issues : [...store.issues, ...events.issues],
    tail: { ...roomy, count },
  };
}

/**
 * Whether the tail has grown so long that the store is better rebuilt.
 *
 * @param store - The store that is asked.
 * @param times - Or so many times as long as that. Default: once.
 */
export function isTailLong({ index, tail }: EventStore, times = 1): boolean {
  return tail.count > times * Math.min(LONGEST_TAIL, Math.max(FEW, index.count * SHARE));
}

/** Takes the tail into the index, which has the extras that are built for it. Default: tallies. */
export function* takeIn(
  store: EventStore,
  buildExtras: BuildExtras = talliesFor(store.kinds.length),
): Work<EventStore> {
  const events = yield* looseEvents(store);
  const index = yield* buildIndex(events, store.lanes.length, buildExtras);
  return { ...store, index, tail: createLoose(0) };
}

/** All events of a store, each with its lane: what to rebuild it from. */
export function* looseEvents({ index, tail }: EventStore): Work<LooseEvents> {
  const count = index.count + tail.count;
  const all = createLoose(count);
  let lane = 0;
  yield* eachSlice(index.count, (from, to) => {
    for (let at = from; at < to; all.lane[at++] = lane) while (index.offsets[lane + 1]! <= at) lane++;
    all.start.set(index.start.subarray(from, to), from);
    all.end.set(index.end.subarray(from, to), from);
    all.rank.set(index.rank.subarray(from, to), from);
    all.kind.set(index.kind.subarray(from, to), from);
  });
  copyLoose(tail, all, 0, tail.count, index.count);
  return { ...all, count };
}

/**
 * Brings what was appended while a store was rebuilt behind the rebuilt one.
 *
 * @param rebuilt - Made from `before`.
 * @param before - The store from which the rebuilt one was made.
 * @param now - Made from `before` by appending alone.
 */
export function catchUp(rebuilt: EventStore, before: EventStore, now: EventStore): EventStore {
  const count = now.tail.count - before.tail.count;
  const tail = createLoose(count);
  copyLoose(now.tail, tail, before.tail.count, now.tail.count, 0);
  return { ...now, index: rebuilt.index, tail: { ...tail, count } };
}
