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

/** A message to oneself comes back at once, where a timer in a timer waits for 4 milliseconds. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
