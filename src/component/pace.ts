import { nextTurn } from "../base/turn.js";
import type { Pace } from "../store/slices.js";

/** A page stays smooth where nothing keeps it longer than this, in milliseconds. */
const LONGEST = 8;

/** Work that lets the page breathe: after a few milliseconds, whatever waits gets its turn. */
export function createPace(signal?: AbortSignal): Pace {
  let start = performance.now();
  return {
    signal,
    isDue: () => performance.now() - start >= LONGEST,
    rest: async () => {
      await nextTurn();
      start = performance.now();
    },
  };
}
