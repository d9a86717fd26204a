import type { TextMeasurer } from "../text/measure.js";
import type { Instant } from "../time/instant.js";
import type { LinearScale } from "../time/scale.js";
import type { Piece, Warp } from "../time/warp.js";
import type { Domain } from "../view/view.js";
import type { Measure } from "./axis-steps.js";
import { HALF_GAP, type BreakBox } from "./breaks.js";

/** Between two labels of the axis at the least, in pixels. */
export const AIR = 8;
/** From the edge of the plot to a label that sticks to it, in pixels. */
const EDGE = 24;

/** How the lines of the labels lie: along a level axis, or across an upright one. */
export type LabelLie = "along" | "across";

/** One piece of an axis: what it says, and where. */
export interface Ruler extends Measure {
  /** The part of time of the piece that is in view. */
  readonly domain: Domain;
  readonly scale: Pick<LinearScale, "at">;
  /** From when on, where a break comes before it. */
  readonly since: Instant;
  readonly start: RulerEnd;
  readonly end: RulerEnd;
  readonly measurer: TextMeasurer;
  readonly lie: LabelLie;
}

/** How near to an end of a piece its texts and ticks may come, in pixels along the axis. */
interface RulerEnd {
  readonly ticks: number;
  readonly fast: number;
  /** Where a label of the slow tier sticks, and how far it may be pushed from there by the next one. */
  readonly slow: number;
  readonly least: number;
}

/** The pieces of an axis that are in view, each with the part of time that is. */
export function piecesInView(
  { pieces }: Warp,
  [from, to]: Domain,
): readonly { place: number; piece: Piece; part: Domain }[] {
  return pieces.flatMap((piece, place) => {
    const { shift } = piece;
    const part: Domain = [Math.max(piece.from, from - shift), Math.min(piece.to, to - shift)];
    return piece.start > to || piece.end < from ? [] : [{ place, piece, part }];
  });
}

/** The start of a piece: a break, or the edge of the plot where that comes later. */
export function startOf(before: BreakBox | undefined, edge: number): RulerEnd {
  const { along, clear } = before ?? { along: -Infinity, clear: 0 };
  return {
    ticks: Math.max(along + HALF_GAP, 0),
    fast: Math.max(along + clear, edge),
    slow: Math.max(along + HALF_GAP + AIR / 2, EDGE),
    least: Math.max(along + HALF_GAP + AIR / 2, 0),
  };
}

/** The end of a piece: a break, or the edge of the plot where that comes earlier. */
export function endOf(after: BreakBox | undefined, edge: number, length: number): RulerEnd {
  const { along, clear } = after ?? { along: Infinity, clear: 0 };
  const slow = Math.min(along - HALF_GAP - AIR / 2, length - edge);
  return {
    ticks: Math.min(along - HALF_GAP, length),
    fast: Math.min(along - clear, length - edge),
    ...{ slow, least: slow },
  };
}
