import { DAY } from "../time/instant.js";
import type { Columns } from "../store/columns.js";
import type { Domain } from "../view/view.js";

/** From the edge of the plot to the first event, in pixels. */
const START_AIR = 48;
/** From the end of the last label or bar to the edge of the plot, in pixels. */
export const END_AIR = 24;
/** A single day is shown among about this many. */
const NEIGHBOURS = 8;

/**
 * The domain in which every event, the labels of the last ones included, fits into `width` pixels.
 *
 * @param widths - How far the label of each event reaches along the axis; nothing where it has none.
 * @param starts - From when it reaches so far. Default: from the anchor.
 * @param widest - No label takes more than this share of the width.
 */
export function fitDomain(
  columns: Columns,
  widths: ArrayLike<number>,
  width: number,
  starts: ArrayLike<number> = columns.anchor,
  widest = 0.45,
): Domain {
  const { anchor, from, to, events } = columns;
  if (events.length === 0 || width <= 0) return [0, DAY];
  let first = Infinity;
  let shortest = Infinity;
  for (let i = 0; i < events.length; i++) {
    first = Math.min(first, Number.isFinite(from[i]!) ? Math.min(from[i]! + DAY / 2, anchor[i]!) : anchor[i]!);
    if (Number.isFinite(to[i]! - from[i]!)) shortest = Math.min(shortest, to[i]! - from[i]!);
  }
  const room = Math.max(width - START_AIR - END_AIR, 1);
  let length = Number.isFinite(shortest) ? NEIGHBOURS * shortest : 0;
  for (let i = 0; i < events.length; i++) {
    const flag = Math.min(widths[i] ?? 0, width * widest);
    length = Math.max(length, ((starts[i]! - first) * width) / Math.max(room - flag, 1));
    if (Number.isFinite(to[i]!)) length = Math.max(length, ((to[i]! - first) * width) / room);
  }
  if (length === 0) length = DAY;
  const start = first - (length * START_AIR) / width;
  return [start, start + length];
}
