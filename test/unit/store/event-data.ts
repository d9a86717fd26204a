import fc from "fast-check";
import type { IndexSetting } from "../../../src/store/build/extras.js";
import { storeEvents } from "../../../src/store/build/build-store.js";
import type { ReadEvents } from "../../../src/store/build/loose-events.js";
import { readEvent, type EventStore } from "../../../src/store/event-store.js";
import { rankOf } from "../../../src/store/rank.js";
import { finish } from "../../../src/store/slices.js";
import { appendEvents } from "../../../src/store/tail.js";
import type { SlowEvent } from "../../oracle/event-store.js";

/** One row of a test. */
export interface Row {
  readonly start: number;
  readonly length: number;
  readonly lane: number;
  readonly kind: number;
  readonly importance: number;
}

export const LANES: readonly string[] = ["a", "b", "c", "empty"];
export const KINDS: readonly string[] = ["event", "visit", "summit"];

/** Times that meet, lie in each other, are negative, are far, or are none. */
const instant = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 2, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1.4e20, -4.1e17, 8.64e15, 0.5, -0.25, 1e-300, NaN) },
);

const row: fc.Arbitrary<Row> = fc.record({
  start: instant,
  length: fc.constantFrom(0, 0, 1, 3, 17, 400, 1e6, Infinity),
  lane: fc.constantFrom(0, 0, 0, 1, 2),
  kind: fc.nat({ max: 2 }),
  importance: fc.constantFrom(0, 0.25, 0.5, 0.5, 1),
});

/** Rows of all sorts: few or many, in order or not, in several lanes or in one. */
export const rows: fc.Arbitrary<readonly Row[]> = fc
  .tuple(fc.array(row, { maxLength: 400, size: "max" }), fc.boolean(), fc.boolean())
  .map(([list, isSorted, isOneLane]) => {
    const given = isOneLane ? list.map((one) => ({ ...one, lane: 0 })) : list;
    return isSorted ? given.toSorted((a, b) => a.start - b.start) : given;
  });

/** Which rows come to the tail: those behind a share of all. */
export const share: fc.Arbitrary<number> = fc.constantFrom(1, 1, 1, 0.9, 0.5, 0);

/** Some lanes, or all. */
export const lanes: fc.Arbitrary<readonly number[] | undefined> = fc.constantFrom(
  undefined,
  undefined,
  [0],
  [2, 1],
  [3],
);

/** Rows as a reader leaves them. */
export function readOf(list: readonly Row[], firstRow = 0): ReadEvents {
  return {
    count: list.length,
    start: Float64Array.from(list, ({ start }) => start),
    end: Float64Array.from(list, ({ start, length }) => start + length),
    rank: Float64Array.from(list, ({ importance }, i) => rankOf(importance, firstRow + i)),
    lane: Uint32Array.from(list, ({ lane }) => lane),
    kind: Uint16Array.from(list, ({ kind }) => kind),
    lanes: LANES,
    kinds: KINDS,
    issues: [],
  };
}

/** A store of rows, of which those behind a share come in one by one. */
export function storeOf(list: readonly Row[], indexed = 1, setting?: IndexSetting): EventStore {
  const count = Math.round(list.length * indexed);
  let store = finish(storeEvents(readOf(list.slice(0, count)), setting));
  for (let i = count; i < list.length; i += 7) store = appendEvents(store, readOf(list.slice(i, i + 7), i));
  return store;
}

/** The events of rows for the slow answers. */
export function slowOf(list: readonly Row[]): readonly SlowEvent[] {
  return list
    .map(({ start, length, ...rest }, i) => ({ ...rest, row: i, start, end: start + length }))
    .filter(({ start }) => !Number.isNaN(start));
}

/** A column that says whenever one of its numbers is read. */
export function watched(column: Float64Array, onRead: () => void): Float64Array {
  return new Proxy(column, {
    get: (target, name) => {
      if (typeof name === "string" && /^\d/.test(name)) onRead();
      return Reflect.get(target, name, target) as unknown;
    },
  });
}

/** The rows of places; `undefined` for none. */
export function rowsOf(store: EventStore, places: Iterable<number>): readonly (number | undefined)[] {
  return [...places].map((place) => (place < 0 ? undefined : readEvent(store, place).row));
}
