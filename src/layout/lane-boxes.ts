import { clamp } from "../base/math.js";
import { TYPE } from "../text/typography.js";
import type { LaneBox } from "./boxes.js";
import type { LaneNames, LaneRow } from "./lanes.js";

/** Above the first lane, and from the edges of a lane to its rows, in pixels. */
const TOP = 8;
const PAD = 16;
/** From one row of a lane to the next, in pixels. */
export const LANE_ROW = 32;
/** Around a name, in pixels. */
const NAME_PAD = 9;

/** How many rows each lane has, so that they fit together into a height as far as that goes; at least one each. */
export function shareRows(
  rows: readonly LaneRow[],
  needs: readonly number[],
  names: LaneNames,
  height: number | "auto",
): readonly number[] {
  const atMost = (most: number): readonly number[] =>
    rows.map(({ isFolded, events }, i) => (isFolded === false && events.length === 0 ? 0 : clamp(needs[i]!, 1, most)));
  let most = Math.max(1, ...needs);
  while (height !== "auto" && most > 1 && heightOf(atMost(most), names) > height) most--;
  return atMost(most);
}

function heightOf(counts: readonly number[], names: LaneNames): number {
  return counts.reduce((sum, count, i) => sum + measure(count, i, names).height, TOP);
}

/** The parts of a lane, in pixels from its top. */
function measure(
  count: number,
  index: number,
  { names, isStacked }: LaneNames,
): Pick<LaneBox, "height" | "rowsTop" | "nameTop"> {
  const name = names[index]!.label;
  const strip = name.height === 0 ? 0 : name.height + 2 * NAME_PAD;
  const rowsTop = isStacked && strip > 0 ? strip - NAME_PAD : PAD;
  if (count === 0) return { height: strip, rowsTop, nameTop: NAME_PAD };
  const height = Math.max(rowsTop + count * LANE_ROW + PAD, strip);
  if (isStacked) return { height, rowsTop, nameTop: NAME_PAD };
  // Beside one row a name of any height stands in the middle, beside several its first line beside the first row.
  const beside = count === 1 ? name.height : TYPE.lane.line;
  return { height, rowsTop, nameTop: rowsTop + (LANE_ROW - beside) / 2 };
}

/** The lanes below each other, and from the top of the plot to the axis below them; what is left of the height is shared. */
export function stackBoxes(
  rows: readonly LaneRow[],
  counts: readonly number[],
  names: LaneNames,
  height: number | "auto",
): { readonly boxes: readonly LaneBox[]; readonly axisAt: number } {
  const needed = heightOf(counts, names);
  const axisAt = height === "auto" ? needed : Math.max(needed, height);
  const air = rows.length === 0 ? 0 : (axisAt - needed) / rows.length;
  let across = axisAt - TOP;
  const boxes = rows.map(({ lane, isFolded, events }, i): LaneBox => {
    const { label: name, indent } = names.names[i]!;
    const { height, rowsTop, nameTop } = measure(counts[i]!, i, names);
    const box = { lane, name, indent, isFolded, events, across, height: height + air, row: LANE_ROW };
    across -= box.height;
    return { ...box, rowsTop: rowsTop + air / 2, nameTop: nameTop + air / 2 };
  });
  return { boxes, axisAt };
}
