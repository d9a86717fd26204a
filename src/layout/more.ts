import { clamp, lowerBound } from "../base/math.js";
import type { Columns } from "../store/columns.js";
import type { Domain } from "../view/view.js";
import type { MoreBox } from "./boxes.js";
import type { ModeBoxes } from "./mode.js";
import type { Orientation } from "./orientation.js";
import { greatest } from "./staircase.js";

/** From the axis, or from what stands on it, to a count, in pixels. */
export const MORE_RISE = 12;
/** Hidden events nearer than this to each other are counted together, in pixels. */
const TOGETHER = 48;
/** Between a count and a pole, and between two counts, in pixels. */
const AIR = 6;
const AIR_BETWEEN = 8;

/** Around events that are zoomed to, in pixels. */
const AROUND = 48;
/** A label takes no more than this share of the width when one zooms to its event. */
const LABEL_SHARE = 0.5;
/** More than scales are inexact by. */
const SURELY = 1 + 1e-6;

/** A count that is not hung at a height yet. */
export type PlainCount = Omit<MoreBox, "across">;

/**
 * Counts the hidden events where they are: between the poles of the shown ones, so that a count never lies on a pole. Where
 * two poles leave no room for it, the events are counted in the next gap that has room.
 *
 * @param hidden - The hidden events, ascending.
 * @param shown - The events with a pole, ascending.
 * @param polesOf - Where each event stands, in pixels along the axis.
 * @param labelOf - The text of a count, its width, and how long it is along the axis, in pixels.
 */
export function countHidden(
  hidden: readonly number[],
  shown: readonly number[],
  polesOf: ArrayLike<number>,
  labelOf: (count: number) => { text: string; width: number; length: number },
): PlainCount[] {
  const boxes: PlainCount[] = [];
  let waiting: readonly number[] = [];
  let counted = 0;
  let left = -Infinity;
  for (const pole of [...shown, Infinity]) {
    const right = (polesOf[pole] ?? Infinity) - AIR;
    const end = lowerBound(hidden.length, (i) => hidden[i]! > pole);
    const events = [...waiting, ...hidden.slice(counted, end)];
    const placed = placeInGap(groupsOf(events, polesOf), left, right) ?? placeInGap([events], left, right);
    boxes.push(...(placed ?? []));
    waiting = placed ? [] : events;
    counted = end;
    left = right + 2 * AIR;
  }
  return boxes;

  /** A count for each group, or `undefined` where there is no room for all. */
  function placeInGap(groups: readonly (readonly number[])[], left: number, right: number): PlainCount[] | undefined {
    const placed: PlainCount[] = [];
    let start = left;
    for (const events of groups) {
      const { text, width, length } = labelOf(events.length);
      if (start + length > right) return undefined;
      const along = clamp(polesOf[events[0]!]! - length / 2, start, right - length);
      placed.push({ along, width, text, events });
      start = along + length + AIR_BETWEEN;
    }
    return placed;
  }
}

/** Events that stand near each other. */
function groupsOf(events: readonly number[], polesOf: ArrayLike<number>): number[][] {
  const groups: number[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last && polesOf[event]! - polesOf[last.at(-1)!]! <= TOGETHER) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** What decides whether events can be told apart. */
interface Crowded extends Pick<ModeBoxes, "labelOf" | "shownFrom"> {
  readonly onAxis: Columns;
  readonly length: number;
  readonly orientation: Pick<Orientation, "extentOf">;
}

/**
 * The stretch of the axis in which all events of a count are in view, and as many of them have a flag as can: those of all, where
 * that is no closer than they fit. `undefined` where no zoom gives any of them a flag while all are in view.
 *
 * @param layout - The picture that they are counted in.
 * @param events - The events, ascending.
 * @param shortest - The shortest domain that may be shown, in milliseconds.
 */
export function domainApart(layout: Crowded, events: readonly number[], shortest: number): Domain | undefined {
  const { onAxis, length, labelOf, orientation, shownFrom = () => Infinity } = layout;
  const scales = events
    .map((event) => shownFrom(event) * SURELY)
    .filter((scale) => scale <= length / shortest)
    .sort((a, b) => a - b);
  const [first, last] = [onAxis.anchor[events[0]!]!, onAxis.anchor[events.at(-1)!]!];
  const reach = Math.min(
    greatest(events.map((event) => orientation.extentOf(labelOf(event)).length)),
    length * LABEL_SHARE,
  );
  const scale = Math.min(scales.at(-1) ?? 0, Math.max(length - reach - 2 * AROUND, 1) / (last - first));
  if (!(scale >= scales[0]!)) return undefined;
  const from = first - (length / scale - (last - first) - reach / scale) / 2;
  return [from, from + length / scale];
}
