import { createColumns } from "../build/arrange.js";
import { indexColumns } from "../build/build-index.js";
import { extrasFor, type IndexSetting } from "../build/extras.js";
import { createLoose } from "../build/loose-events.js";
import { covers, type EventStore, type LooseEvents } from "../event-store.js";
import { rowOf } from "../rank.js";
import { eachSlice, type Work } from "../slices.js";
import type { Window } from "./window.js";

/** Which events are kept: those for which all that is given holds. */
export interface Keep {
  /** The codes of their lanes. */
  readonly lanes?: readonly number[] | undefined;
  /** The codes of their kinds. */
  readonly kinds?: readonly number[] | undefined;
  /** A stretch of time in which they lie at least partly. */
  readonly range?: Pick<Window, "from" | "to"> | undefined;
  /** Their rows, one bit each: see {@link rowSet}. */
  readonly rows?: Uint32Array | undefined;
}

/**
 * A set of rows, one bit each: bit `row % 32` of entry `row / 32`.
 *
 * @param rows - Their numbers; others than those of the list are passed over.
 * @param count - How many rows the list has.
 */
export function rowSet(rows: Iterable<number>, count: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(count / 32));
  for (const row of rows) if (row >= 0 && row < count) bits[row >>> 5]! |= 1 << (row & 31);
  return bits;
}

/**
 * A store of some of the events, with the same lanes, kinds and rows, so that what is drawn keeps its place and colour.
 *
 * @param store - The store of all events.
 * @param keep - Which of them are kept.
 * @param setting - What the new index has beyond what it always has. Default: as the store.
 */
export function* keepEvents(store: EventStore, keep: Keep, setting: IndexSetting = {}): Work<EventStore> {
  const { index, tail, kinds } = store;
  const isMeant = testOf(store, keep);
  const { offsets } = index;
  const places = new Uint32Array(index.count);
  const kept = new Uint32Array(offsets.length);
  let lane = 0;
  let count = 0;
  yield* eachSlice(index.count, (from, to) => {
    for (let place = from; place < to; place++) {
      while (place >= offsets[lane + 1]!) kept[++lane] = count;
      if (isMeant(index.start[place]!, index.end[place]!, index.rank[place]!, index.kind[place]!, lane))
        places[count++] = place;
    }
  });
  kept.fill(count, lane + 1);
  const columns = createColumns(count, kept);
  yield* eachSlice(count, (from, to) => {
    for (let i = from; i < to; i++) {
      const place = places[i]!;
      columns.start[i] = index.start[place]!;
      columns.end[i] = index.end[place]!;
      columns.rank[i] = index.rank[place]!;
      columns.kind[i] = index.kind[place]!;
    }
  });
  const hasSortedEnds = setting.hasSortedEnds ?? index.sortedEnds !== undefined;
  return {
    ...store,
    index: yield* indexColumns(columns, extrasFor(kinds.length, { hasSortedEnds })),
    tail: keepLoose(tail, isMeant),
  };
}

type Test = (start: number, end: number, rank: number, kind: number, lane: number) => boolean;

function testOf(store: EventStore, { lanes, kinds, range, rows }: Keep): Test {
  const [inLanes, inKinds] = [flags(store.lanes.length, lanes), flags(store.kinds.length, kinds)];
  return (start, end, rank, kind, lane) => {
    if (inLanes[lane] === 0 || inKinds[kind] === 0 || (range && !covers(start, end, range.from, range.to)))
      return false;
    if (!rows) return true;
    const row = rowOf(rank);
    return ((rows[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  };
}

function flags(count: number, chosen: readonly number[] | undefined): Uint8Array {
  const flags = new Uint8Array(count).fill(chosen ? 0 : 1);
  for (const code of chosen ?? []) flags[code] = 1;
  return flags;
}

function keepLoose(events: LooseEvents, isMeant: Test): LooseEvents {
  const kept = createLoose(events.count);
  let count = 0;
  for (let i = 0; i < events.count; i++) {
    const [start, end, rank, kind, lane] = [
      events.start[i]!,
      events.end[i]!,
      events.rank[i]!,
      events.kind[i]!,
      events.lane[i]!,
    ];
    if (!isMeant(start, end, rank, kind, lane)) continue;
    [kept.start[count], kept.end[count], kept.rank[count]] = [start, end, rank];
    [kept.kind[count], kept.lane[count]] = [kind, lane];
    count++;
  }
  return { ...kept, count };
}
