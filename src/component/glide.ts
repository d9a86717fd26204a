import type { Domain } from "../view/view.js";

/** A short movement from one domain to another. */
export interface Glide {
  /**
   * Moves to a domain, from the one that is shown; with `isInstant`, in one step. Where it leads to the domain that shows
   * everything, it ends with `undefined`, so that this stays true when events or sizes change.
   */
  to(from: Domain, to: Domain, how: { readonly isInstant: boolean; readonly isWhole: boolean }): void;
  /** Stays where it is. */
  stop(): void;
  /** Where it is on its way to. */
  readonly target: Domain | undefined;
}

/** In milliseconds. */
const DURATION = 200;

/** Makes a glide on the frames of a window. A point that both domains show in the same place stays there throughout. */
export function createGlide(window: Window, show: (domain: Domain | undefined) => void): Glide {
  let frame: number | undefined;
  let target: Domain | undefined;
  const stop = (): void => {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = undefined;
    target = undefined;
  };
  return {
    stop,
    get target() {
      return target;
    },
    to(from, to, { isInstant, isWhole }) {
      stop();
      if (isInstant) {
        show(isWhole ? undefined : to);
        return;
      }
      let start: number | undefined;
      target = to;
      const step = (now: number): void => {
        start ??= now;
        const share = Math.min((now - start) / DURATION, 1);
        const at = 1 - (1 - share) ** 3;
        if (share === 1) {
          stop();
          show(isWhole ? undefined : to);
          return;
        }
        show([mix(from[0], to[0], at), mix(from[1], to[1], at)]);
        // Only now: what is shown is drawn in the next frame too, and before the next step.
        frame = window.requestAnimationFrame(step);
      };
      frame = window.requestAnimationFrame(step);
    },
  };
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
