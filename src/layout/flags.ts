import { lowerBound } from "../base/math.js";

/** What is to be placed: one entry per event, in the order of their anchors. */
export interface FlagsInput {
  /** Where each pole stands, in pixels along the axis, ascending. */
  readonly poles: ArrayLike<number>;
  /** How far each flag reaches from its pole along the axis, in pixels. */
  readonly widths: ArrayLike<number>;
  /** How high each flag is, in pixels. */
  readonly heights: ArrayLike<number>;
  /** What it is worth to show a flag; 0 or less: never. */
  readonly importance: ArrayLike<number>;
  /** How high the staircase may rise, in pixels. */
  readonly capacity: number;
  /** The least distance from the end of a flag to the next pole, in pixels. */
  readonly gapAlong: number;
  /** The least distance between two flags above each other, in pixels. */
  readonly gapAcross: number;
}

/** Where the flags hang. */
export interface FlagsPlacement {
  /** The lower end of each flag in pixels above the lowest place, or NaN where it is hidden. */
  readonly bottoms: Float64Array;
  /** For a hidden flag, the event that took its place, or -1. */
  readonly hiddenBy: Int32Array;
  /** The events whose flags are shown, ascending. */
  readonly shown: readonly number[];
}

/**
 * Hangs flags from poles as a staircase: of two events, the earlier hangs higher where the later one's pole stands within
 * its flag. So no flag covers another and no pole crosses a flag, whatever the sizes. Flags are added by importance, among
 * equals the smallest first, while the staircase still fits; one that does not fit is hidden and blocks nobody.
 *
 * An event is only compared with those whose poles its flag can reach, so n flags cost about n log n.
 */
export function placeFlags(input: FlagsInput): FlagsPlacement {
  const { poles, widths, heights, importance, capacity, gapAlong, gapAcross } = input;
  const count = poles.length;
  const bottoms = new Float64Array(count).fill(NaN);
  const hiddenBy = new Int32Array(count).fill(-1);
  const shown: number[] = [];
  let widest = 0;

  const reachOf = (i: number): number => poles[i]! + widths[i]! + gapAlong;
  const sizeOf = (i: number): number => widths[i]! * heights[i]!;
  const order = Array.from({ length: count }, (_, i) => i)
    .filter((i) => importance[i]! > 0)
    .sort((a, b) => importance[b]! - importance[a]! || sizeOf(a) - sizeOf(b) || a - b);

  for (const added of order) {
    const raised = raise(added);
    if (typeof raised === "number") hiddenBy[added] = raised;
    else {
      for (const [i, bottom] of raised) bottoms[i] = bottom;
      shown.splice(position(added), 0, added);
      widest = Math.max(widest, widths[added]!);
    }
  }
  return { bottoms, hiddenBy, shown };

  function position(i: number): number {
    return lowerBound(shown.length, (s) => shown[s]! > i);
  }

  /** The new bottoms once `added` is in, or the event that leaves no room for it. */
  function raise(added: number): Map<number, number> | number {
    const changed = new Map<number, number>();
    const at = position(added);
    const own = settle(added, at, changed);
    if (own.bottom + heights[added]! > capacity) return own.on;
    changed.set(added, own.bottom);
    let nearest = poles[added]!;
    for (let s = at - 1; s >= 0; s--) {
      const i = shown[s]!;
      if (poles[i]! + widest + gapAlong < nearest) break;
      const next = settle(i, s + 1, changed, added);
      if (next.bottom === bottoms[i]) continue;
      if (next.bottom + heights[i]! > capacity) return i;
      changed.set(i, next.bottom);
      nearest = poles[i]!;
    }
    return changed;
  }

  /** The lowest place for flag `i` above all the flags whose poles it reaches, those from `shown[from]` on. */
  function settle(
    i: number,
    from: number,
    changed: ReadonlyMap<number, number>,
    added?: number,
  ): { bottom: number; on: number } {
    const reach = reachOf(i);
    let bottom = 0;
    let on = -1;
    const rest = (j: number): void => {
      const top = (changed.get(j) ?? bottoms[j]!) + heights[j]! + gapAcross;
      if (top > bottom) {
        bottom = top;
        on = j;
      }
    };
    for (let s = from; s < shown.length && poles[shown[s]!]! <= reach; s++) rest(shown[s]!);
    if (added !== undefined && poles[added]! <= reach) rest(added);
    return { bottom, on };
  }
}
