import type { Door } from "../../component/feature.js";
import { holdWithin, panBy } from "../../view/zoom.js";

/** Moves what is in view while something is dragged over an end of the axis. */
export interface EdgePan {
  /** Where the pointer is along the axis, in pixels. */
  reach(along: number): void;
  stop(): void;
}

/** So near to an end of the axis the view moves, in pixels, and so fast: a share of what is in view, a frame. */
const EDGE = 16;
const SPEED = 0.008;

/**
 * Makes an edge that moves the view, on the frames of a window.
 *
 * @param moved - After each movement.
 */
export function createEdgePan(door: Door, moved: () => void): EdgePan {
  const { window, camera } = door;
  let frame: number | undefined;
  let direction = 0;
  const stop = (): void => {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = undefined;
  };
  const step = (): void => {
    frame = undefined;
    const before = camera.domain();
    const next = holdWithin(panBy(before, direction * SPEED), camera.limits());
    if (next[0] === before[0]) return;
    camera.show(next);
    door.flush();
    moved();
    frame ??= window.requestAnimationFrame(step);
  };
  return {
    reach(along) {
      const length = door.shown().layout?.length ?? 0;
      direction = along < EDGE ? -1 : along > length - EDGE ? 1 : 0;
      if (direction === 0) stop();
      else frame ??= window.requestAnimationFrame(step);
    },
    stop,
  };
}
