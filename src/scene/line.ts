import type { Box } from "../layout/orientation.js";
import type { LineNode } from "./scene.js";

/** From one corner of a box without width or height to the other. */
export function lineAlong({ x, y, width, height }: Box): Pick<LineNode, "x1" | "y1" | "x2" | "y2"> {
  return { x1: x, y1: y, x2: x + width, y2: y + height };
}
