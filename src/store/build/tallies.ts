import { eachSlice, SLICE, type Work } from "../slices.js";

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
  yield* eachSlice(
    blocks,
    (from, to) => {
      for (let at = from; at < to; at++) {
        counts.set(running, at * kinds);
        countKinds(kind, at * block, Math.min((at + 1) * block, kind.length), running);
      }
    },
    Math.max(1, Math.floor(SLICE / block)),
  );
  counts.set(running, blocks * kinds);
  return { block, kinds, counts };
}

/** Writes how many events of each kind stand before a place. */
export function tallyTo({ block, kinds, counts }: Tallies, kind: Uint16Array, place: number, out: Uint32Array): void {
  const at = Math.floor(place / block);
  for (let k = 0, c = at * kinds; k < kinds; k++, c++) out[k] = counts[c]!;
  countKinds(kind, at * block, place, out);
}

function countKinds(kind: Uint16Array, from: number, to: number, out: Uint32Array): void {
  for (let i = from; i < to; i++) out[kind[i]!]!++;
}
