import type { Domain } from "../view/view.js";

/** Lets what was dragged go on moving when it is let go, ever slower. */
export interface Fling {
  /** Notes which domain a drag shows at a moment, in milliseconds. */
  note(domain: Domain, moment: number): void;
  /** Goes on from the last domain that was noted, where the drag was still moving at that moment. */
  release(moment: number): void;
  /** Forgets the drag, and stands still. */
  stop(): void;
}

/** What a fling needs: frames, and what shows a domain; false where it can't go on. */
export interface FlingSetting {
  readonly window: Window;
  readonly show: (domain: Domain) => boolean;
}

/** The speed of a drag is that of its last so many milliseconds. */
const RECENT = 80;
/** The speed falls to a share of 1 / e in so many milliseconds. */
const DECAY = 220;
/** What moves slower than this share of the domain in a millisecond stands still: a pixel in 16 ms on 1,000 pixels. */
const SLOWEST = 1 / 16 / 1_000;
/** No drag goes on faster than this share of the domain in a millisecond. */
const FASTEST = 0.004;

/** Makes a fling on the frames of a window. */
export function createFling({ window, show }: FlingSetting): Fling {
  let notes: { readonly domain: Domain; readonly moment: number }[] = [];
  let frame: number | undefined;

  const halt = (): void => {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = undefined;
  };

  const run = ([from, to]: Domain, speed: number, begun: number): void => {
    const length = to - from;
    const step = (now: number): void => {
      frame = undefined;
      const left = Math.exp(-Math.max(now - begun, 0) / DECAY);
      const shift = speed * DECAY * (1 - left) * length;
      const isMoving = show([from + shift, to + shift]) && Math.abs(speed * left) > SLOWEST;
      if (isMoving) frame = window.requestAnimationFrame(step);
    };
    frame = window.requestAnimationFrame(step);
  };

  return {
    note(domain, moment) {
      halt();
      const recent = notes.filter((note) => moment - note.moment <= RECENT);
      notes = [...(recent.length > 0 ? recent : notes.slice(-1)), { domain, moment }];
    },
    release(moment) {
      const [first, last] = [notes[0], notes.at(-1)];
      notes = [];
      if (!first || !last || moment - last.moment > RECENT || last.moment === first.moment) return;
      const [from, to] = last.domain;
      const isPan = Math.abs((first.domain[1] - first.domain[0]) / (to - from) - 1) < 1e-9;
      const speed = (from - first.domain[0]) / (to - from) / (last.moment - first.moment);
      if (isPan && Math.abs(speed) > SLOWEST) run(last.domain, Math.max(-FASTEST, Math.min(FASTEST, speed)), moment);
    },
    stop() {
      halt();
      notes = [];
    },
  };
}
