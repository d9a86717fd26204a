import { firstFrom, firstFromEach } from "../build/buckets.js";
import type { EventNumbers, EventStore } from "../event-store.js";
import { NONE } from "../rank.js";
import { bandOfLanes, bandsOf, type Band } from "./bands.js";
import { addCounts, addGroups, addTop, type Cells } from "./cells.js";
import { columnOf } from "./edges.js";

/** Where there are fewer events for each column they are looked through; else each edge is searched. */
const FEW = 4;

/** What is to be known of each column. */
export interface DensityQuery {
  /**
   * The instants between which the columns lie, from early to late: one more than there are columns. An event counts in the
   * column in which its start lies; one on an edge counts in the later column.
   */
  readonly edges: Float64Array;
  /** The rows of the picture. Default: each lane by itself. */
  readonly bands?: readonly Band[] | undefined;
  /**
   * Whether the most important event of each column is to be known.
   * @defaultValue false
   */
  readonly hasTop?: boolean | undefined;
  /** For each kind, by its code, the number of its group, where events are to be counted by groups of kinds as well. */
  readonly groupOf?: ArrayLike<number> | undefined;
  /** How many groups there are. Default: none. */
  readonly groups?: number | undefined;
}

/** How many events there are in each column, exactly. A *cell* is a column in a band: its number is `band * columns + column`. */
export interface Density {
  readonly columns: number;
  readonly bands: number;
  /** How many events start in each cell. */
  readonly counts: Uint32Array;
  /** The greatest number of them. */
  readonly most: number;
  /** The place of the most important event of each cell, or -1 where it is empty; only where asked for. */
  readonly top: Int32Array | undefined;
  /** How many of each group start in each cell: `cell * groups + group`; only where asked for. */
  readonly byGroup: Uint32Array | undefined;
}

/**
 * Counts events by columns of time, exactly. What it costs hardly grows with the number of events: where there are many, it
 * looks at the edges of the columns alone.
 */
export function density(store: EventStore, query: DensityQuery): Density {
  const { edges, bands = bandsOf(store.lanes) } = query;
  const { index } = store;
  const columns = Math.max(0, edges.length - 1);
  const cells = createCells(query, bands.length * columns);
  const places = new Uint32Array(columns + 1);
  bands.forEach((band, at) => {
    const first = at * columns;
    for (const lane of columns > 0 ? band : []) {
      const [from, to] = [firstFrom(index, lane, edges[0]!), firstFrom(index, lane, edges[columns]!)];
      if (to - from < FEW * columns) addOneByOne(cells, index, edges, first, from, to);
      else {
        firstFromEach(index, lane, edges, places);
        addCounts(cells, first, places);
        if (cells.top) addTop(cells, cells.top, index, first, places);
        if (cells.byGroup) addGroups(cells, cells.byGroup, index, first, places);
      }
    }
  });
  addTail(cells, store, edges, bandOfLanes(store.lanes, bands));
  const { counts, top, byGroup } = cells;
  return { columns, bands: bands.length, counts, most: greatestOf(counts), top, byGroup };
}

function createCells({ hasTop = false, groupOf = [], groups = 0 }: DensityQuery, count: number): Cells {
  return {
    counts: new Uint32Array(count),
    ranks: new Float64Array(hasTop ? count : 0).fill(NONE),
    top: hasTop ? new Int32Array(count).fill(NONE) : undefined,
    byGroup: groups > 0 ? new Uint32Array(count * groups) : undefined,
    groupOf: Int32Array.from(groupOf, (group) => (group >= 0 && group < groups ? group : NONE)),
    groups,
  };
}

function greatestOf(counts: Uint32Array): number {
  let most = 0;
  for (let cell = counts.length - 1; cell >= 0; cell--) if (counts[cell]! > most) most = counts[cell]!;
  return most;
}

/** Adds events that are in order and lie in the columns. */
function addOneByOne(
  cells: Cells,
  numbers: EventNumbers,
  edges: Float64Array,
  first: number,
  from: number,
  to: number,
): void {
  const { start } = numbers;
  const { counts, top, byGroup } = cells;
  let column = 0;
  for (let place = from; place < to; place++) {
    while (edges[column + 1]! <= start[place]!) column++;
    if (top || byGroup) addOne(cells, numbers, place, first + column, place);
    else counts[first + column]!++;
  }
}

function addOne(cells: Cells, { rank, kind }: EventNumbers, at: number, cell: number, place: number): void {
  const { counts, ranks, top, byGroup, groupOf, groups } = cells;
  counts[cell]!++;
  if (top && rank[at]! > ranks[cell]!) {
    ranks[cell] = rank[at]!;
    top[cell] = place;
  }
  const group = groupOf[kind[at]!] ?? NONE;
  if (byGroup && group >= 0) byGroup[cell * groups + group]!++;
}

function addTail(cells: Cells, { index, tail }: EventStore, edges: Float64Array, bandOf: Int32Array): void {
  for (let i = 0; i < tail.count; i++) {
    const [band, column] = [bandOf[tail.lane[i]!]!, columnOf(edges, tail.start[i]!)];
    if (band >= 0 && column >= 0) addOne(cells, tail, i, band * (edges.length - 1) + column, index.count + i);
  }
}
