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
 * @param events - Their columns are taken over: nobody may use them any more.
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
  // What is left out gets a lane of its own behind all others.
  const offsets = new Uint32Array(lanes + 2);
  const order: Order = {
    latest: new Float64Array(lanes).fill(-Infinity),
    isUnsorted: new Uint8Array(lanes),
    isMixed: false,
  };
  yield* eachSlice(events.count, (from, to) => {
    surveyLanes(events, lanes, offsets, order, from, to);
  });
  for (let lane = 0; lane <= lanes; lane++) offsets[lane + 1]! += offsets[lane]!;
  const count = offsets[lanes]!;
  // Each column takes the room that the one before has left.
  let spare: Float64Array = new Float64Array(order.isMixed ? events.count : 0);
  const columns: Float64Array[] = [];
  for (const column of [events.start, events.end, events.rank]) {
    if (order.isMixed) yield* moveToLanes(column, spare, events, offsets.slice(), scatterNumbers);
    columns.push((order.isMixed ? spare : column).subarray(0, count));
    spare = column;
  }
  const kind = order.isMixed ? new Uint16Array(events.count) : events.kind;
  if (order.isMixed) yield* moveToLanes(events.kind, kind, events, offsets.slice(), scatterKinds);
  const [start, end, rank] = columns as [Float64Array, Float64Array, Float64Array];
  const arranged = { count, offsets: offsets.slice(0, -1), start, end, rank, kind: kind.subarray(0, count) };
  yield* sortLanes(arranged, order.isUnsorted);
  return arranged;
}

/** What is in order already. */
interface Order {
  /** The latest start of each lane so far. */
  readonly latest: Float64Array;
  readonly isUnsorted: Uint8Array;
  /** Whether lanes stand between each other. */
  isMixed: boolean;
}

function surveyLanes(
  { start, lane }: LooseEvents,
  lanes: number,
  offsets: Uint32Array,
  order: Order,
  from: number,
  to: number,
): void {
  const { latest, isUnsorted } = order;
  let isMixed = false;
  let before = from > 0 ? lane[from - 1]! : 0;
  for (let i = from; i < to; i++) {
    const at = start[i]!;
    if (Number.isNaN(at)) lane[i] = lanes;
    const of = lane[i]!;
    offsets[of + 1]!++;
    if (of < before) isMixed = true;
    before = of;
    if (at < latest[of]!) isUnsorted[of] = 1;
    else if (of < lanes) latest[of] = at;
  }
  if (isMixed) order.isMixed = true;
}

type Scatter<Column> = (
  source: Column,
  target: Column,
  lane: Uint32Array,
  next: Uint32Array,
  from: number,
  to: number,
) => void;

function moveToLanes<Column>(
  source: Column,
  target: Column,
  { lane, count }: LooseEvents,
  next: Uint32Array,
  scatter: Scatter<Column>,
): Work<undefined> {
  return eachSlice(count, (from, to) => {
    scatter(source, target, lane, next, from, to);
  });
}

const scatterNumbers: Scatter<Float64Array> = (source, target, lane, next, from, to) => {
  for (let i = from; i < to; i++) target[next[lane[i]!]!++] = source[i]!;
};

const scatterKinds: Scatter<Uint16Array> = (source, target, lane, next, from, to) => {
  for (let i = from; i < to; i++) target[next[lane[i]!]!++] = source[i]!;
};

/** Sorts those lanes whose rows are not in order. */
function* sortLanes({ offsets, start, end, rank, kind }: LaneColumns, isUnsorted: Uint8Array): Work<undefined> {
  const longest = isUnsorted.reduce(
    (most, flag, lane) => Math.max(most, flag * (offsets[lane + 1]! - offsets[lane]!)),
    0,
  );
  const room = createSortRoom(longest);
  const order = new Uint32Array(longest);
  const [spare, spareKinds] = [new Float64Array(longest), new Uint16Array(longest)];
  let done = 0;
  for (let lane = 0; lane < isUnsorted.length; lane++) {
    const [from, to] = [offsets[lane]!, offsets[lane + 1]!];
    if (isUnsorted[lane] === 1) {
      for (let i = 0; i < to - from; i++) order[i] = i;
      yield* sortOrder(order, start.subarray(from, to), room, 0, to - from);
      for (const column of [start, end, rank]) yield* reorder(column.subarray(from, to), order, spare, gatherNumbers);
      yield* reorder(kind.subarray(from, to), order, spareKinds, gatherKinds);
      done += to - from;
    }
    if (++done >= SLICE) yield SLICE;
    if (done >= SLICE) done = 0;
  }
}

type Gather<Column> = (source: Column, target: Column, order: Uint32Array, from: number, to: number) => void;

function* reorder<Column extends Float64Array | Uint16Array>(
  column: Column,
  order: Uint32Array,
  spare: Column,
  gather: Gather<Column>,
): Work<undefined> {
  spare.set(column);
  if (column.length < SLICE) gather(spare, column, order, 0, column.length);
  else
    yield* eachSlice(column.length, (from, to) => {
      gather(spare, column, order, from, to);
    });
}

/** A function for each type of column, so that each stays fast. */
const gatherNumbers: Gather<Float64Array> = (source, target, order, from, to) => {
  for (let i = from; i < to; i++) target[i] = source[order[i]!]!;
};

const gatherKinds: Gather<Uint16Array> = (source, target, order, from, to) => {
  for (let i = from; i < to; i++) target[i] = source[order[i]!]!;
};
