import fc from "fast-check";
import { buildFrom } from "../../../src/store/build/build-store.js";
import type { IndexSetting } from "../../../src/store/build/build-index.js";
import type { RawEvents } from "../../../src/store/build/raw-events.js";
import type { EventStore } from "../../../src/store/event-store.js";
import { finish } from "../../../src/store/slices.js";

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

/** Times that meet, lie in each other, are negative, are far, are not in the order of rows, or are none. */
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

/** The columns of rows. */
export function rawOf(list: readonly Row[]): RawEvents {
  return {
    count: list.length,
    start: Float64Array.from(list, ({ start }) => start),
    end: Float64Array.from(list, ({ start, length }) => start + length),
    lane: Uint32Array.from(list, ({ lane }) => lane),
    kind: Uint16Array.from(list, ({ kind }) => kind),
    importance: Float32Array.from(list, ({ importance }) => importance),
    lanes: LANES,
    kinds: KINDS,
    issues: [],
  };
}

/** A store of rows. */
export function storeOf(list: readonly Row[], setting?: IndexSetting): EventStore {
  return finish(buildFrom(rawOf(list), setting));
}
