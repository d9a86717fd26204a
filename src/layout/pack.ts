import { lowerBound } from "../base/math.js";

/** Something that takes a stretch of a row, in pixels; more of it where its label is shown. */
export interface PackItem {
  readonly from: number;
  /** The end of its mark, and the air after it; always behind `from`. */
  readonly to: number;
  /** The end of its label, and the air after it; the same as `to` where the label takes no room of its own. */
  readonly end: number;
  /** What it is worth to show it. */
  readonly importance: number;
}

/** Where items stand; one entry for each. */
export interface Packing {
  /** The row of each item from 0 on, or -1 where it has no room. */
  readonly rows: Int32Array;
  /** For an item without its label, or without a row, one that took its place; else -1. */
  readonly hiddenBy: Int32Array;
  /** How many rows are used. */
  readonly count: number;
}

/**
 * Packs items into at most `most` rows in which no two overlap. What is more important goes first, with its label if that
 * fits, else without; what fits in no row is left out. Those that are in stand in the first row that is free where they
 * start: for intervals sorted by their starts that needs as many rows as lie upon each other somewhere, and no more
 * (interval partitioning; Kleinberg and Tardos 2005, 4.1). So n items cost n log n.
 */
export function packRows(items: readonly PackItem[], most: number): Packing {
  const rows = new Int32Array(items.length).fill(-1);
  const hiddenBy = new Int32Array(items.length).fill(-1);
  // Places are told apart by their order alone.
  const stops = Float64Array.from(items.flatMap(({ from, to, end }) => [from, to, end])).sort();
  const placeOf = (at: number): number => lowerBound(stops.length, (i) => stops[i]! >= at);
  const coverage = createCoverage(stops.length);
  const shown: { readonly item: number; readonly from: number; readonly end: number }[] = [];

  const show = (item: number, from: number, end: number): boolean => {
    const blocker = coverage.blocker(from, end, most);
    if (blocker >= 0) hiddenBy[item] = blocker;
    else {
      coverage.add(from, end, item);
      shown.push({ item, from, end });
    }
    return blocker < 0;
  };
  const byImportance = [...items.keys()].sort((a, b) => items[b]!.importance - items[a]!.importance || a - b);
  for (const item of byImportance) {
    const { from, to, end } = items[item]!;
    const start = placeOf(from);
    if (!show(item, start, placeOf(end)) && to < end) show(item, start, placeOf(to));
  }

  const free: number[] = [];
  shown.sort((a, b) => a.from - b.from || b.end - a.end || a.item - b.item);
  for (const { item, from, end } of shown) {
    const row = free.findIndex((last) => last <= from);
    rows[item] = row < 0 ? free.length : row;
    free[rows[item]] = end;
  }
  return { rows, hiddenBy, count: free.length };
}

/** How many stretches lie upon each other, and where. */
interface Coverage {
  readonly add: (from: number, to: number, by: number) => void;
  /** One that lies where `limit` of them already lie upon each other within a stretch, or -1 where so many do nowhere. */
  readonly blocker: (from: number, to: number, limit: number) => number;
}

/** A segment tree (Bentley 1977) over so many places. */
function createCoverage(places: number): Coverage {
  const size = 2 ** Math.ceil(Math.log2(places + 1));
  // Of each node: how many cover it as a whole, the last of those, and the greatest number upon each other below it.
  const own = new Int32Array(2 * size);
  const last = new Int32Array(2 * size).fill(-1);
  const most = new Int32Array(2 * size);

  const add = (from: number, to: number, by: number, node: number, left: number, length: number): void => {
    if (from <= left && left + length <= to) {
      own[node]!++;
      last[node] = by;
    } else {
      const half = length / 2;
      if (from < left + half) add(from, to, by, 2 * node, left, half);
      if (to > left + half) add(from, to, by, 2 * node + 1, left + half, half);
    }
    most[node] = own[node]! + (length === 1 ? 0 : Math.max(most[2 * node]!, most[2 * node + 1]!));
  };
  const find = (from: number, to: number, limit: number, node: number, left: number, length: number): number => {
    if (most[node]! < limit) return -1;
    const below = limit - own[node]!;
    if (below <= 0) return last[node]!;
    const half = length / 2;
    const first = from < left + half ? find(from, to, below, 2 * node, left, half) : -1;
    return first < 0 && to > left + half ? find(from, to, below, 2 * node + 1, left + half, half) : first;
  };
  return {
    add: (from, to, by) => {
      add(from, to, by, 1, 0, size);
    },
    blocker: (from, to, limit) => find(from, to, limit, 1, 0, size),
  };
}
