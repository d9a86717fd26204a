import { levelFor } from "../source/grid.js";
import { above, rangeOfTile, tilesIn, type TileName } from "./tile.js";
import type { Tiles } from "./tiles.js";

/** A stretch of time in view, and how many pixels it has. */
export interface Seen {
  readonly from: number;
  readonly to: number;
  readonly pixels: number;
}

/** Decides which tiles are asked for, and when. */
export interface Planner {
  /**
   * After each picture: what it showed, of a source that reaches from the first start to the last one.
   *
   * @param aside - What a picture beside it showed.
   */
  look(seen: Seen, extent: readonly [first: number, last: number], aside?: Seen): void;
  stop(): void;
}

/** So long a view is left alone before tiles of another level are asked for, in milliseconds: who zooms passes by most levels. */
const SETTLED = 70;

/**
 * Makes a planner.
 *
 * @param later - Does something after so many milliseconds; what it returns calls that off.
 */
export function createPlanner(tiles: Tiles, later: (act: () => void, wait: number) => () => void): Planner {
  let level: number | undefined;
  let isSettling = false;
  let callOff = (): void => undefined;
  return {
    look(seen, extent, aside) {
      const finest = levelOf(seen);
      const inView = tilesOf(seen, extent);
      tiles.want(aside ? [...inView, ...tilesOf(aside, extent)] : inView, aroundOf(inView, extent));
      if (level !== finest) {
        callOff();
        isSettling = level !== undefined && inView.some((name) => tiles.standIns(name).length > 0);
        if (isSettling)
          callOff = later(() => {
            isSettling = false;
            tiles.pump();
          }, SETTLED);
      }
      level = finest;
      if (!isSettling) tiles.pump();
    },
    stop() {
      callOff();
    },
  };
}

function levelOf({ from, to, pixels }: Seen): number {
  return levelFor(from, to, pixels);
}

function tilesOf(seen: Seen, [first, last]: readonly [number, number]): readonly TileName[] {
  return tilesIn(Math.max(seen.from, first), Math.min(seen.to, last + 1), levelOf(seen));
}

/** What may be needed next: the level above, and what lies beside. */
function aroundOf(inView: readonly TileName[], [first, last]: readonly [number, number]): readonly TileName[] {
  const ends = inView.length === 0 ? [] : [inView[0]!, inView.at(-1)!];
  const over = ends.map((name) => above(name, 1));
  const beside = ends.map(({ level, x }, end) => ({ level, x: end === 0 ? x - 1 : x + 1 }));
  const isThere = (name: TileName): boolean => {
    const [from, to] = rangeOfTile(name);
    return to > first && from <= last;
  };
  return [...over, ...beside].filter(isThere);
}
