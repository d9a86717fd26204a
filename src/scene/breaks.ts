import { HALF_GAP, type BreakBox } from "../layout/breaks.js";
import type { Layout } from "../layout/layout.js";
import type { Orientation } from "../layout/orientation.js";
import type { LineNode, ShapeNode } from "./scene.js";

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
  const line = { x1: x, y1: top, x2: x, y2: bottom, stroke: "faint", strokeWidth: 1, dash: "1 4" } as const;
  return { kind: "line", key, className: "mizwala-tear-edge", ...line };
}

/** Where a line along the axis lies. */
interface Ruled {
  readonly orientation: Orientation;
  /** How long it is, in pixels. */
  readonly width: number;
}

/** A level line along the axis. */
type Line = Pick<LineNode, "key" | "className" | "stroke" | "strokeWidth"> & { readonly y: number };

/** A line along the axis, with a gap at each break in view. */
export function brokenLine(
  { y, key, ...line }: Line,
  breaks: readonly BreakBox[],
  { orientation, width }: Ruled,
): readonly ShapeNode[] {
  const gaps = breaks.filter(({ along }) => isInView(along, width));
  const starts = [0, ...gaps.map(({ along }) => along + HALF_GAP)];
  return starts.flatMap((from, i): ShapeNode[] => {
    const length = (gaps[i] ? gaps[i].along - HALF_GAP : width) - from;
    const x1 = orientation.left(from, length);
    const name = i === 0 ? key : `${key}:${gaps[i - 1]!.instant}`;
    return length > 0 ? [{ kind: "line", ...line, key: name, x1, y1: y, x2: x1 + length, y2: y }] : [];
  });
}

/** The two strokes at each gap in the line of an axis; they lean in the direction of time. */
export function gapStrokes(y: number, breaks: readonly BreakBox[], { orientation, width }: Ruled): readonly ShapeNode[] {
  return breaks
    .filter(({ along }) => isInView(along, width))
    .map(({ instant, along }): ShapeNode => {
      const strokes = [-HALF_GAP, HALF_GAP].map((side) => {
        const [x1, x2] = [-LEAN, LEAN].map((lean) => orientation.x(along + side + lean).toFixed(2));
        return `M${x1},${y + RISE}L${x2},${y - RISE}`;
      });
      const look = { d: strokes.join(""), fill: "none", stroke: "axis", strokeWidth: 1.5 } as const;
      return { kind: "path", key: `break:${instant}`, className: "mizwala-break", ...look };
    });
}

/** Whether a gap has its place on a line. */
function isInView(along: number, width: number): boolean {
  return along > HALF_GAP && along < width - HALF_GAP;
}
