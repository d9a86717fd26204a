import { eachSlice, type Work } from "../slices.js";

/** Tallies take so many bytes for each event. */
const BYTES = 1;
const FEWEST = 64;

/** How many events of each kind stand before the first place of each block. */
export interface Tallies {
  /** How many places one block has. */
  readonly block: number;
  /** How many kinds there are. */
  readonly kinds: number;
  /** For each block the tally of each kind; one more block says how many there are in all. */
  readonly counts: Uint32Array;
}

/** Builds the tallies of a column of kinds. */
export function* buildTallies(kind: Uint16Array, kinds: number): Work<Tallies> {
  const block = Math.max(FEWEST, 2 ** Math.ceil(Math.log2((4 * kinds) / BYTES)));
  const blocks = Math.ceil(kind.length / block);
  const counts = new Uint32Array((blocks + 1) * kinds);
  const running = new Uint32Array(kinds);
  yield* eachSlice(kind.length, (from, to) => {
    for (let place = from; place < to; place++) {
      if (place % block === 0) counts.set(running, (place / block) * kinds);
      running[kind[place]!]!++;
    }
  });
  counts.set(running, blocks * kinds);
  return { block, kinds, counts };
}

/** Writes how many events of each kind stand before a place. */
export function tallyTo({ block, kinds, counts }: Tallies, kind: Uint16Array, place: number, out: Uint32Array): void {
  const at = Math.floor(place / block);
  for (let k = 0, c = at * kinds; k < kinds; k++, c++) out[k] = counts[c]!;
  for (let i = at * block; i < place; i++) out[kind[i]!]!++;
}
