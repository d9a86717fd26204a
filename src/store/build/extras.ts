import type { BuildExtras } from "./build-index.js";
import { sortEnds } from "./sorted-ends.js";
import { buildTallies } from "./tallies.js";

/** What an index can have beyond what it always has. */
export interface IndexSetting {
  /**
   * Whether overlaps are counted at once, for 8 bytes an event; else what overlaps is looked through.
   * @defaultValue false
   */
  readonly hasSortedEnds?: boolean | undefined;
}

/**
 * Makes what builds the extras of an index.
 *
 * @param kinds - How many kinds there are.
 */
export function extrasFor(kinds: number, { hasSortedEnds = false }: IndexSetting): BuildExtras {
  return function* (columns) {
    const tallies = yield* talliesFor(kinds)(columns);
    const { start, end, offsets } = columns;
    return hasSortedEnds ? { ...tallies, sortedEnds: yield* sortEnds(start, end, offsets) } : tallies;
  };
}

/** The tallies alone. */
export function talliesFor(kinds: number): BuildExtras {
  return function* ({ kind }) {
    return { tallies: yield* buildTallies(kind, kinds), sortedEnds: undefined };
  };
}
