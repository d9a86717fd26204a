import type { FlagRanges } from "./ranges.js";
import { createStaircase, type FlagCrowd } from "./staircase.js";

/** Flags as they hang at one scale; a place is an index into the columns of their crowd. */
export interface HungFlags {
  /** Those that are shown, in order of time. */
  readonly shown: readonly number[];
  /** The form in which each hangs, or -1. */
  readonly forms: Int8Array;
  /** The lower end of each in pixels above the lowest place, or NaN where it is hidden. */
  readonly bottoms: Float64Array;
}

/** Hangs the flags that are active at a scale, in pixels a millisecond. */
export function hangFlags(crowd: FlagCrowd, rank: readonly number[], ranges: FlagRanges, pxPerMs: number): HungFlags {
  const count = crowd.anchors.length;
  const level = ranges.levelOf(pxPerMs);
  const forms = new Int8Array(count).fill(-1);
  const active: number[] = [];
  for (let place = 0; place < count; place++) {
    forms[place] = ranges.from.findLastIndex((from) => from[place]! <= level);
    if (forms[place]! >= 0) active.push(place);
  }
  const staircase = createStaircase(crowd);
  staircase.begin(pxPerMs);
  // Only further out than any level that was looked at can there be too many.
  if (!staircase.hangAll(active, forms))
    for (const place of rank) if (forms[place]! >= 0) staircase.hang(place, forms[place]!);
  const shown = active.filter((place) => staircase.formOf(place) >= 0);
  const bottoms = new Float64Array(count).fill(NaN);
  for (const place of shown) bottoms[place] = staircase.bottomOf(place);
  for (const place of active) forms[place] = staircase.formOf(place);
  return { shown, forms, bottoms };
}
