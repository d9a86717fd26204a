import type { Instant } from "../../time/instant.js";
import type { EventStore } from "../event-store.js";
import type { Band } from "./bands.js";
import { countCells } from "./cells.js";

/** No more bins than this are looked at in one question: finer ones than a screen has pixels tell nothing. */
const MOST = 2 ** 13;
/** A second in about a million, and longer than all times that can be told. */
const FINEST = -10;
const COARSEST = 80;
/** A number has so many binary digits behind its first one. */
const DIGITS = 52;

/** Bins of time at multiples of their length, wherever the window is. */
export interface Bins {
  /** Bins are 2^level milliseconds long. */
  readonly level: number;
  /** Where they begin, and where the last one ends. */
  readonly edges: Float64Array;
}

/** The most important event of each bin that has one. */
export interface Winners extends Bins {
  /** The place of the winner of each bin, or -1: `band * bins + bin`, where there is one edge more than bins. */
  readonly places: Int32Array;
  /** How many events start in each bin. */
  readonly counts: Uint32Array;
}

/**
 * The finest level at which no bin is shorter than so many milliseconds.
 *
 * @param milliseconds - The length that no bin is below.
 */
export function levelOf(milliseconds: number): number {
  return clampLevel(Math.log2(milliseconds));
}

function clampLevel(level: number): number {
  return Math.min(COARSEST, Math.max(FINEST, Math.ceil(level)));
}

/**
 * The bins that hold a window, those that it cuts as a whole; the level is raised until they are not too many.
 *
 * @param from - Where the window begins.
 * @param to - Where it ends.
 * @param level - Bins are 2^level milliseconds long.
 */
export function binsOf(from: Instant, to: Instant, level: number): Bins {
  for (let used = clampLevel(level); used <= COARSEST; used++) {
    const length = 2 ** used;
    const [first, last] = [Math.floor(from / length), Math.ceil(to / length)];
    if (last - first > MOST || Math.max(-first, last) >= 2 ** DIGITS) continue;
    const edges = Float64Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) => (first + i) * length);
    return { level: used, edges };
  }
  return { level: COARSEST, edges: new Float64Array(1) };
}

/**
 * The most important event among those that start in each bin of time. Bins lie at multiples of their length, so that
 * moving a window changes nothing within it; and who wins a bin also wins the half of it in which it lies, so that zooming
 * in only adds winners.
 *
 * @param store - The store that is asked.
 * @param from - Where the window begins.
 * @param to - Where it ends.
 * @param level - See {@link levelOf}.
 * @param bands - Lanes that share their bins. Default: each lane by itself.
 */
export function winners(
  store: EventStore,
  from: Instant,
  to: Instant,
  level: number,
  bands?: readonly Band[],
): Winners {
  const bins = binsOf(from, to, level);
  const { top, counts } = countCells(store, { edges: bins.edges, bands, hasTop: true });
  return { ...bins, places: top!, counts };
}
