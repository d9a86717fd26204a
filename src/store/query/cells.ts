import { firstAtLeast, maxIn } from "../build/pyramid.js";
import { tallyTo } from "../build/tallies.js";
import type { EventIndex } from "../event-store.js";
import { NONE } from "../rank.js";

/** What is being counted, cell by cell. */
export interface Cells {
  readonly counts: Uint32Array;
  /** The rank of the most important event of each cell, where it is looked for. */
  readonly ranks: Float64Array;
  readonly top: Int32Array | undefined;
  readonly byGroup: Uint32Array | undefined;
  /** The group of each kind, or -1. */
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/** Adds how many events lie between the places of the edges of columns. */
export function addCounts({ counts }: Cells, first: number, places: Uint32Array): void {
  for (let column = 0; column < places.length - 1; column++)
    counts[first + column]! += places[column + 1]! - places[column]!;
}

/** Finds the most important of them. */
export function addTop(
  { ranks }: Cells,
  top: Int32Array,
  { rank, topRank }: EventIndex,
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

/** Adds how many there are of each group: one by one in small cells, by the tallies in large ones. */
export function addGroups(
  { groupOf, groups }: Cells,
  byGroup: Uint32Array,
  { kind, tallies }: EventIndex,
  first: number,
  places: Uint32Array,
): void {
  const add = (column: number, of: number, many: number): void => {
    const group = groupOf[of] ?? NONE;
    if (group >= 0) byGroup[(first + column) * groups + group]! += many;
  };
  let [before, after] = [new Uint32Array(tallies?.kinds ?? 0), new Uint32Array(tallies?.kinds ?? 0)];
  let known = NONE;
  for (let column = 0; column < places.length - 1; column++) {
    const [from, to] = [places[column]!, places[column + 1]!];
    if (from === to) continue;
    if (!tallies) add(column, kind[from]!, to - from);
    else if (to - from <= tallies.block) for (let i = from; i < to; i++) add(column, kind[i]!, 1);
    else {
      if (known !== from) tallyTo(tallies, kind, from, before);
      tallyTo(tallies, kind, to, after);
      for (let k = 0; k < tallies.kinds; k++) if (after[k] !== before[k]) add(column, k, after[k]! - before[k]!);
      [before, after] = [after, before];
      known = to;
    }
  }
}
