import { NONE, rowOf } from "../store/rank.js";
import type { Slice, SliceEvents, SourceQuery } from "../source/contract.js";
import { binLength, COARSEST, levelFor, SLOT_BINS, TILE_BINS } from "../source/grid.js";
import { rangeOfTile, tilesIn, type Tile, type TileName } from "./tile.js";

/** An event by where it stands in order of time; at the same start the lesser id comes first. */
export interface Key {
  readonly id: number;
  readonly start: number;
}

/** What stands at a number. */
export interface Standing {
  readonly id: number;
  readonly number: number;
  /** So many events stand here, where the source does not tell them apart: then it is the most important one. */
  readonly size: number;
  /** The ids of events around it, in order of time, as far as they are told along with it. */
  readonly around: readonly number[];
}

/** The events of a source numbered from 0 in order of time, found in a few questions however many they are. */
export interface Numbers {
  at(number: number, signal: AbortSignal): Promise<Standing | undefined>;
  /** How many come before. */
  before(key: Key, signal: AbortSignal): Promise<number>;
}

/** What answers. */
export interface NumbersSetting {
  bring(this: void, name: TileName, signal: AbortSignal): Promise<Tile>;
  query(this: void, asked: Omit<SourceQuery, "filter" | "revision">): Promise<Slice>;
  /** The first start and the last one. */
  extent(this: void): readonly [first: number, last: number];
}

/** From a tile to the tile of one of its bins. */
const DOWN = Math.log2(TILE_BINS);
/** So many events of a slot of the finest level are told at most. */
const MOST = 1_024;

/** The tiles in which a search begins: the coarsest ones of a tree in which each bin is a tile. */
export function rootsOf([first, last]: readonly [number, number]): readonly TileName[] {
  const level = Math.ceil(levelFor(first, last + 1, TILE_BINS) / DOWN) * DOWN;
  return tilesIn(first, last + 1, Math.min(level, Math.floor(COARSEST / DOWN) * DOWN));
}

/** Where a way down through the tiles has ended. */
interface End {
  /** So many events come before it. */
  readonly before: number;
  /** Those that stand there, in order; none behind the last event. */
  readonly keys: readonly Key[];
  /** So many stand there where they are not told apart, and the most important one of them. */
  readonly crowded?: { readonly size: number; readonly top: number };
}

/** Makes the numbers of a source. */
export function createNumbers({ bring, query, extent }: NumbersSetting): Numbers {
  /**
   * Goes down to the tile in which something is.
   *
   * @param isPassed - Whether it lies behind an instant up to which there are so many events.
   */
  const descend = async (isPassed: (end: number, sum: number) => boolean, signal: AbortSignal): Promise<End> => {
    let before = 0;
    let names = rootsOf(extent());
    for (;;) {
      let inside: Tile | undefined;
      for (const name of names) {
        const tile = await bring(name, signal);
        if (!isPassed(rangeOfTile(name)[1], before + tile.slice.total)) {
          inside = tile;
          break;
        }
        before += tile.slice.total;
      }
      if (!inside) return { before, keys: [] };
      const { level, x, slice } = inside;
      if (slice.events) return { before, keys: keysOf(slice.events) };
      const [begin] = rangeOfTile(inside);
      const step = level === 0 ? SLOT_BINS : 1;
      const sums = sumsOf(slice, step);
      const length = step * binLength(level);
      let at = 0;
      while (at < sums.length && isPassed(begin + (at + 1) * length, before + sums[at]!)) before += sums[at++]!;
      if (at === sums.length) return { before, keys: [] };
      if (level === 0) return { before, ...(await openSlot(begin + at * length, signal)) };
      names = [{ level: level - DOWN, x: x * TILE_BINS + at }];
    }
  };
  /** The events of a slot of the finest level, where they can be told apart. */
  const openSlot = async (from: number, signal: AbortSignal): Promise<Omit<End, "before">> => {
    const { events, winners, total } = await query({ level: 0, from, to: from + SLOT_BINS, limit: MOST, signal });
    if (events) return { keys: keysOf(events) };
    return { keys: [], crowded: { size: total, top: rowOf(Math.max(...winners.rank)) } };
  };

  return {
    async at(number, signal) {
      const { before, keys, crowded } = await descend((_, sum) => sum <= number, signal);
      if (crowded) return { id: crowded.top, number: before, size: crowded.size, around: [crowded.top] };
      const key = keys[number - before];
      return key && { id: key.id, number, size: 1, around: keys.map(({ id }) => id) };
    },
    async before(key, signal) {
      const { before, keys } = await descend((end) => end <= key.start, signal);
      return before + keys.filter((other) => inTime(other, key) < 0).length;
    },
  };
}

/** The event beside another one in tiles that are known already; `undefined` where that is not known. */
export function besideIn(tile: Tile, key: Key, by: 1 | -1): Key | undefined {
  if (tile.isStale || !tile.slice.events) return undefined;
  const keys = keysOf(tile.slice.events);
  const at = keys.findIndex(({ id }) => id === key.id);
  return at === NONE ? undefined : keys[at + by];
}

function keysOf({ start, rank }: SliceEvents): readonly Key[] {
  return [...start].map((at, i) => ({ id: rowOf(rank[i]!), start: at })).sort(inTime);
}

function inTime(one: Key, other: Key): number {
  return one.start - other.start || one.id - other.id;
}

/** How many events of all lanes there are in each few bins. */
function sumsOf({ cells }: Slice, bins: number): Float64Array {
  const sums = new Float64Array(TILE_BINS / bins);
  cells.bin.forEach((bin, i) => (sums[Math.floor(bin / bins)]! += cells.count[i]!));
  return sums;
}
