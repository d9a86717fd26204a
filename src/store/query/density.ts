import { firstAtLeast, maxIn } from "../build/pyramid.js";
import { tallyTo } from "../build/tallies.js";
import type { EventIndex, EventStore } from "../event-store.js";
import { NONE } from "../rank.js";
import { bandOfLanes, bandsOf, type Band } from "./bands.js";
import { columnOf, placesOfEdges } from "./edges.js";

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

/** Counts events by columns of time, exactly, from all events or from few in about the same time. */
export function density(store: EventStore, query: DensityQuery): Density {
  const { edges, bands = bandsOf(store.lanes), hasTop = false, groupOf, groups = 0 } = query;
  const { index } = store;
  const columns = Math.max(0, edges.length - 1);
  const cells = bands.length * columns;
  const counts = new Uint32Array(cells);
  const ranks = hasTop ? new Float64Array(cells).fill(NONE) : undefined;
  const top = hasTop ? new Int32Array(cells).fill(NONE) : undefined;
  const byGroup = groupOf && groups > 0 ? new Uint32Array(cells * groups) : undefined;
  const places = new Uint32Array(columns + 1);
  bands.forEach((band, at) => {
    const first = at * columns;
    for (const lane of columns > 0 ? band : []) {
      placesOfEdges(index, lane, edges, places);
      addCounts(counts, first, places);
      if (ranks && top) addTop(index, ranks, top, first, places);
      if (byGroup) addGroups(index, byGroup, first, places, groupOf!, groups);
    }
  });
  addTail(store, edges, bandOfLanes(store.lanes, bands), { counts, ranks, top, byGroup, groupOf, groups });
  return { columns, bands: bands.length, counts, most: greatestOf(counts), top, byGroup };
}

function greatestOf(counts: Uint32Array): number {
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  return most;
}

function addCounts(counts: Uint32Array, first: number, places: Uint32Array): void {
  for (let column = 0; column < places.length - 1; column++)
    counts[first + column]! += places[column + 1]! - places[column]!;
}

function addTop(
  { rank, topRank }: EventIndex,
  ranks: Float64Array,
  top: Int32Array,
  first: number,
  places: Uint32Array,
): void {
  for (let column = 0; column < places.length - 1; column++) {
    const [from, to] = [places[column]!, places[column + 1]!];
    if (from === to) continue;
    const best = maxIn(rank, topRank, from, to);
    if (best <= ranks[first + column]!) continue;
    ranks[first + column] = best;
    top[first + column] = firstAtLeast(rank, topRank, from, to, best);
  }
}

function addGroups(
  { kind, tallies, count }: EventIndex,
  byGroup: Uint32Array,
  first: number,
  places: Uint32Array,
  groupOf: ArrayLike<number>,
  groups: number,
): void {
  const add = (column: number, of: number, many: number): void => {
    const group = groupOf[of] ?? -1;
    if (group >= 0 && group < groups) byGroup[(first + column) * groups + group]! += many;
  };
  let [before, after] = [new Uint32Array(tallies?.kinds ?? 1), new Uint32Array(tallies?.kinds ?? 1)];
  let known = NONE;
  for (let column = 0; column < places.length - 1; column++) {
    const [from, to] = [places[column]!, places[column + 1]!];
    if (!tallies && to > from) add(column, count > 0 ? kind[from]! : 0, to - from);
    else if (tallies && to - from <= tallies.block) for (let i = from; i < to; i++) add(column, kind[i]!, 1);
    else if (tallies) {
      if (known !== from) tallyTo(tallies, kind, from, before);
      tallyTo(tallies, kind, to, after);
      for (let k = 0; k < tallies.kinds; k++) if (after[k] !== before[k]) add(column, k, after[k]! - before[k]!);
      [before, after] = [after, before];
      known = to;
    }
  }
}

interface Cells {
  readonly counts: Uint32Array;
  readonly ranks: Float64Array | undefined;
  readonly top: Int32Array | undefined;
  readonly byGroup: Uint32Array | undefined;
  readonly groupOf: ArrayLike<number> | undefined;
  readonly groups: number;
}

function addTail({ index, tail }: EventStore, edges: Float64Array, bandOf: Int32Array, cells: Cells): void {
  const { counts, ranks, top, byGroup, groupOf, groups } = cells;
  for (let i = 0; i < tail.count; i++) {
    const [band, column] = [bandOf[tail.lane[i]!]!, columnOf(edges, tail.start[i]!)];
    if (band < 0 || column < 0) continue;
    const cell = band * (edges.length - 1) + column;
    counts[cell]!++;
    if (ranks && top && tail.rank[i]! > ranks[cell]!) {
      ranks[cell] = tail.rank[i]!;
      top[cell] = index.count + i;
    }
    const group = groupOf?.[tail.kind[i]!] ?? -1;
    if (byGroup && group >= 0 && group < groups) byGroup[cell * groups + group]!++;
  }
}
