import type { Direction } from "../text/direction.js";

/** A side of the picture. */
export type Side = "left" | "right";

/** A rectangle of the picture, in pixels from its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The size of what is never turned, such as text: along the axis, and across it. */
export interface Extent {
  readonly length: number;
  readonly breadth: number;
}

/** The other side. */
export function opposite(side: Side): Side {
  return side === "left" ? "right" : "left";
}

/** How far text reaches along a level axis and across it, and along an upright one. */
export const lieLevel = ({ width: length, height: breadth }: Pick<Box, "width" | "height">): Extent => ({
  length,
  breadth,
});
export const lieUpright = ({ width: breadth, height: length }: Pick<Box, "width" | "height">): Extent => ({
  length,
  breadth,
});

/**
 * Where time runs in the picture: to one side, or down the page. Layout speaks of `along` (pixels in the direction of time,
 * from the edge at which the domain starts) and `across` (pixels away from the axis, towards the flags), or of depth, the
 * same from the far edge: what is `across` lies at the depth `axisAt - across`. This is the only place that turns them into
 * x and y.
 */
export interface Orientation {
  /** Whether time runs down the page. */
  readonly isUpright: boolean;
  /** The direction of time where it runs to one side, else of the text. */
  readonly time: Direction;
  /** The side on which the domain starts; where time runs down, the side of the axis. */
  readonly startSide: Side;
  readonly point: (this: void, along: number, depth: number) => readonly [x: number, y: number];
  /** The rectangle that starts at a point and has a length along the axis and a breadth across it. */
  readonly box: (along: number, length: number, depth: number, breadth: number) => Box;
  /** The position along the axis of a point. */
  readonly along: (x: number, y: number) => number;
  readonly extentOf: (this: void, size: Pick<Box, "width" | "height">) => Extent;
}

/**
 * The orientation of a level axis.
 *
 * @param width - The width of the plot in CSS pixels.
 * @param inset - From the edge at which time starts to the start of the axis, in CSS pixels.
 */
export function orient(time: Direction, width: number, inset = 0): Orientation {
  const isMirrored = time === "rtl";
  const x = (along: number): number => (isMirrored ? width - inset - along : inset + along);
  return {
    isUpright: false,
    time,
    startSide: isMirrored ? "right" : "left",
    point: (along, depth) => [x(along), depth],
    box: (along, length, depth, breadth) => {
      return { x: isMirrored ? x(along) - length : x(along), y: depth, width: length, height: breadth };
    },
    along: (at) => (isMirrored ? width - inset - at : at - inset),
    extentOf: lieLevel,
  };
}

/**
 * The orientation of an upright axis, down which time runs. It stands on the side on which text starts.
 *
 * @param width - The width of the plot in CSS pixels.
 * @param inset - From the top of the plot to the start of the axis, in CSS pixels.
 */
export function orientDown(text: Direction, width: number, inset = 0): Orientation {
  const isMirrored = text === "rtl";
  return {
    isUpright: true,
    time: text,
    startSide: isMirrored ? "right" : "left",
    point: (along, depth) => [isMirrored ? depth : width - depth, inset + along],
    box: (along, length, depth, breadth) => {
      return { x: isMirrored ? depth : width - depth - breadth, y: inset + along, width: breadth, height: length };
    },
    along: (_, y) => y - inset,
    extentOf: lieUpright,
  };
}
