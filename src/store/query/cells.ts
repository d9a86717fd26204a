import { firstAtLeast, maxIn } from "../build/pyramid.js";
import { firstFrom, firstFromEach } from "../build/start-index.js";
import type { EventIndex, EventNumbers, EventStore } from "../event-store.js";
import { NONE } from "../rank.js";
import { bandOfLanes, bandsOf, type Band } from "./bands.js";
import { columnOf } from "./edges.js";

/** Where there are fewer events for each column they are looked through; else each edge is searched. */
const FEW = 4;

/** What is to be known of each column. */
export interface CellsQuery {
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
}

/** How many events there are in each column, exactly. A *cell* is a column in a band: its number is `band * columns + column`. */
export interface Cells {
  /** How many columns there are. */
  readonly columns: number;
  /** How many bands. */
  readonly bands: number;
  /** How many events start in each cell. */
  readonly counts: Uint32Array;
  /** The greatest number of them. */
  readonly most: number;
  /** The place of the most important event of each cell, or -1 where it is empty; only where asked for. */
  readonly top: Int32Array | undefined;
}

/** Is told of all that is counted, and counts it by something else. */
export interface Companion {
  readonly addOne: (cell: number, numbers: EventNumbers, at: number) => void;
  /** Events of the index, whose places lie between those of the edges of columns. */
  readonly addRuns: (first: number, index: EventIndex, places: Uint32Array) => void;
}

/**
 * Counts events by columns of time, exactly. What it costs hardly grows with the number of events: where there are many, it
 * looks at the edges of the columns alone.
 */
export function countCells(store: EventStore, query: CellsQuery, companion?: Companion): Cells {
  const { edges, bands = bandsOf(store.lanes), hasTop = false } = query;
  const { index, tail } = store;
  const columns = Math.max(0, edges.length - 1);
  const counts = new Uint32Array(bands.length * columns);
  const top = hasTop ? new Int32Array(counts.length).fill(NONE) : undefined;
  const ranks = new Float64Array(hasTop ? counts.length : 0).fill(NONE);
  const places = new Uint32Array(columns + 1);
  const perMs = columns / (edges[columns]! - edges[0]!);
  let most = 0;

  const addOne = (cell: number, numbers: EventNumbers, at: number, place: number): void => {
    if (top && numbers.rank[at]! > ranks[cell]!) {
      ranks[cell] = numbers.rank[at]!;
      top[cell] = place;
    }
    companion?.addOne(cell, numbers, at);
  };
  const addTop = (cell: number, from: number, to: number): void => {
    const best = maxIn(index.rank, index.topRank, from, to);
    if (best <= ranks[cell]!) return;
    ranks[cell] = best;
    top![cell] = firstAtLeast(index.rank, index.topRank, from, to, best);
  };

  const addEach = (first: number, from: number, to: number): void => {
    const { start } = index;
    const hasMore = top !== undefined || companion !== undefined;
    const isNarrow = to - from < columns;
    let [column, high] = [0, most];
    for (let place = from; place < to; place++) {
      const at = start[place]!;
      while (edges[column + 1]! <= at) {
        column++;
        // Columns are mostly equally wide: where they are narrow, many are passed over at once.
        const guess = isNarrow ? Math.floor((at - edges[0]!) * perMs) - 1 : column;
        if (guess > column && edges[guess]! <= at) column = guess;
      }
      const count = ++counts[first + column]!;
      if (count > high) high = count;
      if (hasMore) addOne(first + column, index, place, place);
    }
    most = high;
  };
  const addRuns = (first: number): void => {
    let high = most;
    for (let column = 0; column < columns; column++) {
      const [from, to] = [places[column]!, places[column + 1]!];
      if (from === to) continue;
      const count = (counts[first + column]! += to - from);
      if (count > high) high = count;
      if (top) addTop(first + column, from, to);
    }
    most = high;
    companion?.addRuns(first, index, places);
  };

  bands.forEach((band, at) => {
    for (const lane of band) {
      const [from, to] = [firstFrom(index, lane, edges[0]!), firstFrom(index, lane, edges[columns]!)];
      if (to - from < FEW * columns) addEach(at * columns, from, to);
      else {
        firstFromEach(index, lane, edges, places);
        addRuns(at * columns);
      }
    }
  });
  const bandOf = bandOfLanes(store.lanes, bands);
  let column = NONE;
  for (let i = 0; i < tail.count; i++) {
    const [band, start] = [bandOf[tail.lane[i]!]!, tail.start[i]!];
    // What comes one after the other is mostly of the same time.
    if (!(start >= edges[column]! && start < edges[column + 1]!)) column = columnOf(edges, start);
    if (band < 0 || column < 0) continue;
    const cell = band * columns + column;
    const count = ++counts[cell]!;
    if (count > most) most = count;
    addOne(cell, tail, i, index.count + i);
  }
  return { columns, bands: bands.length, counts, most, top };
}
