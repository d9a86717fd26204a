import { times } from "../base/times.js";
import type { Slice } from "../source/contract.js";
import { binLength, SLOT_BINS, tileLength } from "../source/grid.js";

/** A slice of 256 bins at a multiple of their length. */
export interface Tile {
  readonly level: number;
  /** It begins at `x` times its length. */
  readonly x: number;
  readonly slice: Slice;
  /** Of an earlier revision or another filter: drawn until the new one is there. */
  isStale: boolean;
}

/** A tile by what it is of. */
export interface TileName {
  readonly level: number;
  readonly x: number;
}

/** What a tile is called in a map. */
export function nameTile({ level, x }: TileName): string {
  return `${level}/${x}`;
}

/** The stretch of time of a tile. */
export function rangeOfTile({ level, x }: TileName): readonly [from: number, to: number] {
  const length = tileLength(level);
  return [x * length, (x + 1) * length];
}

/** No screen has so many tiles. */
const MOST_TILES = 64;

/** The tiles of a level that a stretch of time touches, from its beginning on; no more than a screen may have. */
export function tilesIn(from: number, to: number, level: number): readonly TileName[] {
  const length = tileLength(level);
  const first = Math.floor(from / length);
  const count = Math.min(MOST_TILES, Math.max(0, Math.ceil(to / length) - first));
  return times(count, (i) => ({ level, x: first + i }));
}

/** The tile so many levels above in which a tile lies. */
export function above({ level, x }: TileName, levels: number): TileName {
  return { level: level + levels, x: Math.floor(x / 2 ** levels) };
}

/** The two tiles that are the halves of a tile. */
export function halvesOf({ level, x }: TileName): readonly TileName[] {
  return level === 0 ? [] : [0, 1].map((half) => ({ level: level - 1, x: 2 * x + half }));
}

/** About how many bytes a tile takes. */
export function sizeOfTile({ slice: { cells, winners, events } }: Tile): number {
  return 400 + 8 * cells.lane.length + 12 * winners.lane.length + 26 * (events?.lane.length ?? 0);
}

/** Tells a count for each bin of a tile. */
export type AddCount = (lane: number, from: number, count: number) => void;

/**
 * The counts of that part of a tile which lies in another one of any level. In a finer one they are those of its events, where
 * these are told; else nobody knows where in a bin they are, and they are taken to be everywhere alike.
 */
export function eachCount(tile: Tile, inside: TileName, add: AddCount): void {
  const { cells, events } = tile.slice;
  const isCoarser = tile.level > inside.level;
  const [from, to] = isCoarser ? rangeOfTile(inside) : rangeOfTile(tile);
  if (isCoarser && events) {
    for (let i = 0; i < events.lane.length; i++)
      if (events.start[i]! >= from && events.start[i]! < to) add(events.lane[i]!, events.start[i]!, 1);
    return;
  }
  const [begin] = rangeOfTile(tile);
  const own = binLength(tile.level);
  const length = isCoarser ? binLength(inside.level) : own;
  for (let i = 0; i < cells.lane.length; i++) {
    const start = begin + cells.bin[i]! * own;
    const share = Math.ceil((cells.count[i]! * length) / own);
    for (let at = Math.max(start, from); at < Math.min(start + own, to); at += length) add(cells.lane[i]!, at, share);
  }
}

/** Tells who wins a slot, and where it begins; or an event, and when. */
export type AddWinner = (lane: number, rank: number, at: number) => void;

/** The winners of the slots of a tile that touch another one. */
export function eachWinner(tile: Tile, inside: TileName, add: AddWinner): void {
  const { winners, events } = tile.slice;
  const [from, to] = rangeOfTile(inside);
  if (events && tile.level > inside.level) {
    for (let i = 0; i < events.lane.length; i++)
      if (events.start[i]! >= from && events.start[i]! < to) add(events.lane[i]!, events.rank[i]!, events.start[i]!);
    return;
  }
  const [begin] = rangeOfTile(tile);
  const length = SLOT_BINS * binLength(tile.level);
  for (let i = 0; i < winners.lane.length; i++) {
    const start = begin + winners.slot[i]! * length;
    if (start < to && start + length > from) add(winners.lane[i]!, winners.rank[i]!, start);
  }
}
