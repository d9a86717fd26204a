import type { Domain } from "../view/view.js";

/** Pixels a millisecond, rounded so that panning, which shifts a domain by fractions, never counts as zooming. */
export function zoomScale(domain: Domain, length: number): number {
  return Number((length / (domain[1] - domain[0])).toPrecision(10));
}
