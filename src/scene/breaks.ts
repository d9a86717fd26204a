import { HALF_GAP } from "../layout/breaks.js";
import type { Layout } from "../layout/layout.js";
import type { Orientation } from "../layout/orientation.js";
import type { ShapeNode } from "./scene.js";

/** How far the strokes at a gap rise above their line and lean forward, in pixels. */
const RISE = 7;
const LEAN = 3;

/** The breaks of an axis through what stands on it: a strip of paper between two fine lines. */
export function buildTears({ tears, orientation }: Layout): readonly ShapeNode[] {
  return tears.map(({ instant, along, pieces }): ShapeNode => {
    const x = orientation.left(along - HALF_GAP, 2 * HALF_GAP);
    return {
      kind: "group",
      key: `tear:${instant}`,
      className: "mizwala-tear",
      ...{ x, y: 0 },
      children: pieces.flatMap(([top, bottom], i): ShapeNode[] => [
        {
          ...{ kind: "rect", key: `paper:${i}`, className: "mizwala-paper", x: 0, y: top },
          ...{ width: 2 * HALF_GAP, height: bottom - top, radius: 0, fill: "paper" },
        },
        edgeOf(`start:${i}`, 0, top, bottom),
        edgeOf(`end:${i}`, 2 * HALF_GAP, top, bottom),
      ]),
    };
  });
}

function edgeOf(key: string, x: number, top: number, bottom: number): ShapeNode {
  const line = { x1: x, y1: top, x2: x, y2: bottom, stroke: "rule", strokeWidth: 1, dash: "1 3" } as const;
  return { kind: "line", key, className: "mizwala-tear-edge", ...line };
}

/** The two strokes at a gap in the line of an axis; they lean in the direction of time. */
export function gapStrokes(key: string, along: number, y: number, orientation: Orientation): readonly ShapeNode[] {
  return [-HALF_GAP, HALF_GAP].map((side, i): ShapeNode => {
    const line = { x1: orientation.x(along + side - LEAN), x2: orientation.x(along + side + LEAN) };
    return {
      ...{ kind: "line", key: `${key}:${i}`, className: "mizwala-break" },
      ...{ ...line, y1: y + RISE, y2: y - RISE, stroke: "axis", strokeWidth: 1.5 },
    };
  });
}
