import type { EventIndex } from "../event-store.js";
import { rankOf } from "../rank.js";
import { eachSlice, SLICE, type Work } from "../slices.js";
import { buildBuckets } from "./buckets.js";
import { buildPyramid } from "./pyramid.js";
import type { RawEvents } from "./raw-events.js";
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

/** Puts events in order and builds what finds them fast. */
export function* buildIndex(raw: RawEvents, setting: IndexSetting = {}): Work<EventIndex> {
  const columns = yield* arrange(raw);
  return yield* indexColumns(columns, raw.kinds.length, setting);
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

/** Lane by lane, each in order; rows without a start are left out. */
function* arrange(raw: RawEvents): Work<LaneColumns> {
  const offsets = new Uint32Array(raw.lanes.length + 1);
  yield* eachSlice(raw.count, (from, to) => {
    for (let row = from; row < to; row++) if (raw.start[row] === raw.start[row]) offsets[raw.lane[row]! + 1]!++;
  });
  for (let lane = 0; lane < raw.lanes.length; lane++) offsets[lane + 1]! += offsets[lane]!;
  const columns = createColumns(offsets[raw.lanes.length]!, offsets);
  const next = offsets.slice();
  const isUnsorted = new Uint8Array(raw.lanes.length);
  yield* eachSlice(raw.count, (from, to) => {
    moveToLanes(raw, columns, next, isUnsorted, from, to);
  });
  yield* sortLanes(columns, isUnsorted);
  return columns;
}

function moveToLanes(
  raw: RawEvents,
  { start, end, rank, kind, offsets }: LaneColumns,
  next: Uint32Array,
  isUnsorted: Uint8Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const at = raw.start[row]!;
    if (at !== at) continue;
    const lane = raw.lane[row]!;
    const place = next[lane]!++;
    if (place > offsets[lane]! && at < start[place - 1]!) isUnsorted[lane] = 1;
    start[place] = at;
    end[place] = raw.end[row]!;
    rank[place] = rankOf(raw.importance[row]!, row);
    kind[place] = raw.kind[row]!;
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
