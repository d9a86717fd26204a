import type { EventIndex, LooseEvents } from "../event-store.js";
import { eachSlice, SLICE, type Work } from "../slices.js";
import { buildBuckets } from "./buckets.js";
import { buildPyramid } from "./pyramid.js";
import { createSortRoom, sortOrder } from "./sort-order.js";
import { sortEnds } from "./sorted-ends.js";
import { buildTallies } from "./tallies.js";

/** What an index can have beyond what it always has. */
export interface IndexSetting {
  /**
   * Whether overlaps are counted at once, for 8 bytes an event; else what overlaps is looked through.
   * @defaultValue false
   */
  readonly hasSortedEnds?: boolean | undefined;
}

/** The columns of an index without what finds them fast. */
export type LaneColumns = Pick<EventIndex, "count" | "start" | "end" | "rank" | "kind" | "offsets">;

/**
 * Puts events in order and builds what finds them fast. Those at the same time keep their order, which is to be that of
 * rows.
 *
 * @param lanes - How many lanes there are.
 * @param kinds - How many kinds there are.
 */
export function* buildIndex(
  events: LooseEvents,
  lanes: number,
  kinds: number,
  setting: IndexSetting,
): Work<EventIndex> {
  return yield* indexColumns(yield* arrange(events, lanes), kinds, setting);
}

/** Builds what finds events fast, for columns that are in order. */
export function* indexColumns(columns: LaneColumns, kinds: number, setting: IndexSetting): Work<EventIndex> {
  const { start, end, rank, kind, offsets } = columns;
  return {
    ...columns,
    buckets: yield* buildBuckets(start, offsets),
    lastEnd: yield* buildPyramid(end),
    topRank: yield* buildPyramid(rank),
    tallies: yield* buildTallies(kind, kinds),
    sortedEnds: setting.hasSortedEnds === true ? yield* sortEnds(start, end, offsets) : undefined,
  };
}

/** Columns of a length. */
export function createColumns(count: number, offsets: Uint32Array): LaneColumns {
  return {
    count,
    offsets,
    start: new Float64Array(count),
    end: new Float64Array(count),
    rank: new Float64Array(count),
    kind: new Uint16Array(count),
  };
}

/** Lane by lane, each in order; what has no start is left out. */
function* arrange(events: LooseEvents, lanes: number): Work<LaneColumns> {
  const offsets = new Uint32Array(lanes + 1);
  yield* eachSlice(events.count, (from, to) => {
    countLanes(events, offsets, from, to);
  });
  for (let lane = 0; lane < lanes; lane++) offsets[lane + 1]! += offsets[lane]!;
  const columns = createColumns(offsets[lanes]!, offsets);
  const next = offsets.slice();
  const isUnsorted = new Uint8Array(lanes);
  yield* eachSlice(events.count, (from, to) => {
    moveToLanes(events, columns, next, isUnsorted, from, to);
  });
  yield* sortLanes(columns, isUnsorted);
  return columns;
}

function countLanes({ start, lane }: LooseEvents, offsets: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) if (!Number.isNaN(start[i]!)) offsets[lane[i]! + 1]!++;
}

function moveToLanes(
  events: LooseEvents,
  { start, end, rank, kind, offsets }: LaneColumns,
  next: Uint32Array,
  isUnsorted: Uint8Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const at = events.start[i]!;
    if (Number.isNaN(at)) continue;
    const lane = events.lane[i]!;
    const place = next[lane]!++;
    if (place > offsets[lane]! && at < start[place - 1]!) isUnsorted[lane] = 1;
    start[place] = at;
    end[place] = events.end[i]!;
    rank[place] = events.rank[i]!;
    kind[place] = events.kind[i]!;
  }
}

/** Sorts those lanes whose rows are not in order. */
function* sortLanes({ offsets, start, end, rank, kind }: LaneColumns, isUnsorted: Uint8Array): Work<undefined> {
  const longest = isUnsorted.reduce(
    (most, flag, lane) => Math.max(most, flag * (offsets[lane + 1]! - offsets[lane]!)),
    0,
  );
  const room = createSortRoom(longest);
  const order = new Uint32Array(longest);
  const spare = new Float64Array(longest);
  let done = 0;
  for (let lane = 0; lane < isUnsorted.length; lane++) {
    const [from, to] = [offsets[lane]!, offsets[lane + 1]!];
    if (isUnsorted[lane] === 1) {
      for (let i = 0; i < to - from; i++) order[i] = i;
      yield* sortOrder(order, start.subarray(from, to), room, 0, to - from);
      for (const column of [start, end, rank, kind]) yield* permute(column.subarray(from, to), order, spare);
      done += to - from;
    }
    if (++done >= SLICE) yield SLICE;
    if (done >= SLICE) done = 0;
  }
}

function* permute(column: Float64Array | Uint16Array, order: Uint32Array, spare: Float64Array): Work<undefined> {
  spare.set(column);
  if (column.length < SLICE) move(column, order, spare, 0, column.length);
  else
    yield* eachSlice(column.length, (from, to) => {
      move(column, order, spare, from, to);
    });
}

function move(
  column: Float64Array | Uint16Array,
  order: Uint32Array,
  spare: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) column[i] = spare[order[i]!]!;
}
