import { clamp } from "../base/math.js";
import type { Instant } from "../time/instant.js";
import type { Domain } from "./view.js";

/** How far one may zoom. */
export interface ZoomRange {
  /** The shortest domain, in milliseconds. */
  readonly min: number;
  /** The longest domain, in milliseconds. */
  readonly max: number;
}

/** How far one may zoom and pan. */
export interface DomainLimits extends ZoomRange {
  /** The part of time that may come into view at all. */
  readonly extent: Domain;
}

/** Scales a domain by `factor` (above 1 zooms out) so that `anchor` keeps its place in the picture. */
export function zoomAround(domain: Domain, factor: number, anchor: Instant): Domain {
  return [anchor + (domain[0] - anchor) * factor, anchor + (domain[1] - anchor) * factor];
}

/** Moves a domain by a share of its own length; positive is later. */
export function panBy(domain: Domain, share: number): Domain {
  const shift = (domain[1] - domain[0]) * share;
  return [domain[0] + shift, domain[1] + shift];
}

/**
 * The nearest domain within the limits: its length first, so that `anchor` keeps its place, then its place. The same
 * object where it lies within them.
 */
export function holdWithin(
  domain: Domain,
  limits: DomainLimits,
  anchor: Instant = (domain[0] + domain[1]) / 2,
): Domain {
  const [first, last] = limits.extent;
  const length = domain[1] - domain[0];
  const held = clamp(length, limits.min, Math.min(limits.max, last - first));
  const sized = held === length ? domain : zoomAround(domain, held / length, anchor);
  const from = clamp(sized[0], first, last - held);
  return from === sized[0] ? sized : [from, from + held];
}

/** The domain of the same length, moved by as little as brings `[from, to]` into view; its start where it is longer. */
export function reveal(domain: Domain, from: Instant, to: Instant): Domain {
  if (from >= domain[0] && to <= domain[1]) return domain;
  const length = domain[1] - domain[0];
  const start = from < domain[0] || to - from > length ? from : to - length;
  return [start, start + length];
}
