import type { Direction } from "../text/direction.js";

/** A side of the picture. */
export type Side = "left" | "right";

/**
 * Where time runs in the picture. Layout speaks of `along` (pixels in the direction of time, from the edge at which the
 * domain starts) and `across` (pixels upwards from the axis); this is the only place that turns them into x and y.
 */
export interface Orientation {
  /** The direction of time. */
  readonly time: Direction;
  /** The side on which the domain starts. */
  readonly startSide: Side;
  /** The x of a position along the axis. */
  readonly x: (along: number) => number;
  /** The left x of something that starts at `along` and is `length` long. */
  readonly left: (along: number, length: number) => number;
  /** The position along the axis of an x. */
  readonly along: (x: number) => number;
}

/**
 * The orientation of a horizontal axis.
 *
 * @param width - The width of the plot in CSS pixels.
 * @param inset - From the edge at which time starts to the start of the axis, in CSS pixels.
 */
export function orient(time: Direction, width: number, inset = 0): Orientation {
  const isMirrored = time === "rtl";
  const x = (along: number): number => (isMirrored ? width - inset - along : inset + along);
  return {
    time,
    startSide: isMirrored ? "right" : "left",
    x,
    left: (along, length) => (isMirrored ? x(along) - length : x(along)),
    along: (at) => (isMirrored ? width - inset - at : at - inset),
  };
}
