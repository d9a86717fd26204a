import { clamp } from "../../base/math.js";
import type { Instant } from "../../time/instant.js";
import type { Domain } from "../../view/view.js";
import type { ZoomRange } from "../../view/zoom.js";

/** What the part in view may be: within the whole, and as long as zooming allows. */
export interface WindowLimits extends ZoomRange {
  /** What the strip shows. */
  readonly whole: Domain;
}

/** The same window, moved by so many milliseconds, as far as the whole reaches. */
export function moveWindow([from, to]: Domain, shift: number, { whole }: WindowLimits): Domain {
  // One that lies outside already is not pulled back by a touch.
  const first = Math.min(whole[0], from);
  const last = Math.max(whole[1], to);
  const start = clamp(from + shift, first, last - (to - from));
  return [start, start + (to - from)];
}

/** The window with one edge at an instant; it never passes the other one. */
export function resizeWindow(window: Domain, edge: 0 | 1, instant: Instant, limits: WindowLimits): Domain {
  const [from, to] = window;
  const max = Math.max(limits.max, to - from);
  const min = Math.min(limits.min, to - from);
  if (edge === 0) return [clamp(instant, Math.max(Math.min(limits.whole[0], from), to - max), to - min), to];
  return [from, clamp(instant, from + min, Math.min(Math.max(limits.whole[1], to), from + max))];
}

/** A new window from one instant to another, whichever comes first. */
export function drawWindow(pressed: Instant, instant: Instant, { whole, min, max }: WindowLimits): Domain {
  const [start, end] = [pressed, instant].map((at) => clamp(at, whole[0], whole[1])) as [Instant, Instant];
  const length = clamp(Math.abs(end - start), Math.min(min, whole[1] - whole[0]), max);
  const from = clamp(end >= start ? start : start - length, whole[0], whole[1] - length);
  return [from, from + length];
}

/** The window with its middle at an instant, as far as the whole reaches. */
export function centreWindow([from, to]: Domain, instant: Instant, { whole }: WindowLimits): Domain {
  const length = to - from;
  const start = clamp(instant - length / 2, whole[0], Math.max(whole[1] - length, whole[0]));
  return [start, start + length];
}
