import type { Instant } from "./instant.js";

/** A straight map from time to pixels. */
export interface LinearScale {
  /** The pixel of an instant, inside the range or not. */
  at(instant: Instant): number;
  /** The instant at a pixel. */
  invert(px: number): Instant;
  /** Pixels in a millisecond, never negative. */
  readonly pxPerMs: number;
}

/**
 * A scale from `domain` to `range`; a range that runs backwards mirrors it. It counts from the start of the domain, so
 * that a millisecond is as exact far from 1970 as the instants themselves are. A domain without length maps to the start.
 */
export function linearScale(domain: readonly [Instant, Instant], range: readonly [number, number]): LinearScale {
  const [from, to] = domain;
  const [first, last] = range;
  const slope = to === from ? 0 : (last - first) / (to - from);
  return {
    at: (instant) => (slope === 0 ? first : first + (instant - from) * slope),
    invert: (px) => (slope === 0 ? from : from + (px - first) / slope),
    pxPerMs: Math.abs(slope),
  };
}
