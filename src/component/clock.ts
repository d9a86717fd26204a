import { clamp } from "../base/math.js";
import { listenFor } from "./listen.js";

/** The present moment, as far as a picture shows it. */
export interface Clock {
  /** The moment of the last picture, in milliseconds since 1970, or the present one once it is `step` milliseconds later. */
  read(step: number): number;
  /** From now on, asks for a picture whenever the last one is `step` milliseconds old; without a step, for none. */
  run(step: number | undefined): void;
  stop(): void;
}

/** How long to wait before looking again, in milliseconds: a sleeping computer stops all waiting. */
const SHORTEST = 1_000;
const LONGEST = 60_000;

/**
 * Makes a clock on the timers of a window. While the page is hidden or the timeline is not in it, it stands still.
 *
 * @param root - The element of the timeline.
 * @param start - The moment of the first picture, in milliseconds since 1970.
 * @param tick - Asks for a picture.
 */
export function createClock(root: Element, start: number, tick: () => void): Clock {
  const document = root.ownerDocument;
  const window = document.defaultView!;
  let told = start;
  let interval: number | undefined;
  let timer: number | undefined;
  const wait = (): void => {
    window.clearTimeout(timer);
    if (interval === undefined || document.hidden || !root.isConnected) return;
    timer = window.setTimeout(look, clamp(interval, SHORTEST, LONGEST));
  };
  // Also where the clock of the machine was set back.
  const isDue = (step: number): boolean => Math.abs(Date.now() - told) >= step;
  const look = (): void => {
    if (interval !== undefined && !document.hidden && isDue(interval)) tick();
    wait();
  };
  const release = listenFor(root, document, "visibilitychange", look);
  return {
    read(step) {
      if (isDue(step)) told = Date.now();
      return told;
    },
    run(step) {
      interval = step;
      wait();
    },
    stop() {
      interval = undefined;
      wait();
      release();
    },
  };
}
