import { HALF_GAP, type BreakBox } from "../layout/breaks.js";
import type { Layout } from "../layout/layout.js";
import type { Orientation } from "../layout/orientation.js";
import { lineAlong } from "./line.js";
import type { LineNode, ShapeNode } from "./scene.js";

/** How far the strokes at a gap rise above their line and lean forward, in pixels. */
const RISE = 7;
const LEAN = 3;

/** The breaks of an axis through what stands on it: a strip of paper between two fine lines. */
export function buildTears({ tears, orientation }: Layout): readonly ShapeNode[] {
  return tears.map(({ instant, along, pieces }): ShapeNode => ({
    kind: "group",
    key: `tear:${instant}`,
    className: "mizwala-tear",
    ...{ x: 0, y: 0 },
    children: pieces.flatMap(([from, to], i): ShapeNode[] => {
      const box = orientation.box(along - HALF_GAP, 2 * HALF_GAP, from, to - from);
      const edges = [-HALF_GAP, HALF_GAP].map((side): ShapeNode => ({
        ...{ kind: "line", key: `edge:${i}:${side}`, className: "mizwala-tear-edge" },
        ...lineAlong(orientation.box(along + side, 0, from, to - from)),
        ...{ stroke: "faint", strokeWidth: 1, dash: "1 4" },
      }));
      const look = { className: "mizwala-paper", radius: 0, fill: "paper" } as const;
      return [{ kind: "rect", key: `paper:${i}`, ...box, ...look }, ...edges];
    }),
  }));
}

/** Where a line along the axis lies. */
interface Ruled {
  readonly orientation: Orientation;
  /** How long it is, in pixels. */
  readonly length: number;
}

/** A line along the axis, at a depth. */
type Line = Pick<LineNode, "key" | "className" | "stroke" | "strokeWidth"> & { readonly depth: number };

/** A line along the axis, with a gap at each break in view. */
export function brokenLine(
  { depth, key, ...line }: Line,
  breaks: readonly BreakBox[],
  { orientation, length }: Ruled,
): readonly ShapeNode[] {
  const gaps = breaks.filter(({ along }) => isInView(along, length));
  const starts = [0, ...gaps.map(({ along }) => along + HALF_GAP)];
  return starts.flatMap((from, i): ShapeNode[] => {
    const extent = (gaps[i] ? gaps[i].along - HALF_GAP : length) - from;
    const name = i === 0 ? key : `${key}:${gaps[i - 1]!.instant}`;
    const ends = lineAlong(orientation.box(from, extent, depth, 0));
    return extent > 0 ? [{ kind: "line", ...line, key: name, ...ends }] : [];
  });
}

/** The two strokes at each gap in the line of an axis; they lean in the direction of time. */
export function gapStrokes(
  depth: number,
  breaks: readonly BreakBox[],
  { orientation, length }: Ruled,
): readonly ShapeNode[] {
  const place = (along: number, at: number): string =>
    orientation
      .point(along, at)
      .map((value) => value.toFixed(2))
      .join();
  return breaks
    .filter(({ along }) => isInView(along, length))
    .map(({ instant, along }): ShapeNode => {
      const strokes = [-HALF_GAP, HALF_GAP].map((side) => {
        return `M${place(along + side - LEAN, depth + RISE)}L${place(along + side + LEAN, depth - RISE)}`;
      });
      const look = { d: strokes.join(""), fill: "none", stroke: "axis", strokeWidth: 1.5 } as const;
      return { kind: "path", key: `break:${instant}`, className: "mizwala-break", ...look };
    });
}

/** Whether a gap has its place on a line. */
function isInView(along: number, length: number): boolean {
  return along > HALF_GAP && along < length - HALF_GAP;
}
