import type { Columns } from "../store/columns.js";
import type { AxisFormat } from "../locale/dates.js";
import { TYPE, type TextRole } from "../text/typography.js";
import { wrapText } from "../text/wrap.js";
import type { Warp } from "../time/warp.js";
import type { Domain } from "../view/view.js";
import { placeAxis, type AxisBoxes, type AxisColumn, type AxisSetting } from "./axis.js";
import { widestLabels } from "./axis-steps.js";
import type { TickBox, TickLabelBox } from "./boxes.js";
import type { BreakBox } from "./breaks.js";
import { fitDomain } from "./fit.js";

/** From an upright axis to its labels, and from those to the axis of the second calendar; in pixels. */
export const COLUMN_GAP = 10;
export const SECOND_AIR = 12;
/** From the start of the number of a day to its weekday, in pixels. */
export const DETAIL_AT = 26;
/** Between two labels below each other, in pixels. */
const AIR = 4;
/** The names of months and days take two lines rather than more than so many pixels. */
export const COLUMN_NAME = 96;
const SECOND_NAME = 76;
/** No column is wider than this share of the plot. */
const SHARE = 0.4;
/** On a plot that is narrower than this there is no column for a second calendar, in pixels. */
const NARROW = 560;

/** What the columns need for any label that one comes to by zooming in on all events; the same wherever one pans to. */
export function columnOf(
  columns: Columns,
  length: number,
  breadth: number,
  { dates, measurer }: AxisSetting,
  warp: Warp,
): AxisColumn {
  const onAxis = fitDomain(columns, [], length);
  const home = warp.domainInTime(onAxis);
  const extentOf = (text: string, role: TextRole): number => measurer.width(text, TYPE[role]);
  const pxPerMs = length / (onAxis[1] - onAxis[0]);
  const widthOf = (format: AxisFormat, name: number, ...roles: [TextRole, TextRole]): number => {
    const measure = { format, length, pxPerMs, hasTimes: true, isBrief: false, extentOf };
    const [fast, slow] = widestLabels(measure, home, roles, DETAIL_AT);
    return Math.ceil(Math.min(Math.max(fast, Math.min(slow, name)), breadth * SHARE));
  };
  const second = breadth < NARROW ? undefined : dates.second;
  return {
    first: widthOf(dates, COLUMN_NAME, "tick", "meta"),
    second: second ? widthOf(second, SECOND_NAME, "tickDetail", "tickDetail") : 0,
  };
}

/** What an upright axis takes beside its line, in pixels. */
export function columnBreadth({ first, second }: AxisColumn): number {
  return COLUMN_GAP + first + (second > 0 ? SECOND_AIR + COLUMN_GAP + second : 0);
}

/**
 * The axis of `placeAxis` with all its labels in one column, and those of a second calendar in another one: what changes
 * rarely stands among the other labels, in two lines where one is too long, and takes the place of those it would touch. The
 * words of breaks stand there too.
 */
export function placeColumn(
  domain: Domain,
  length: number,
  column: AxisColumn,
  setting: AxisSetting,
  warp: Warp,
): AxisBoxes {
  const axis = placeAxis(domain, length, setting, "across", warp);
  const breaks = axis.breaks.map((one): BreakBox => {
    return one.label && one.label.width <= column.first ? one : { ...one, label: undefined };
  });
  const half = TYPE.gap.line / 2;
  const words = breaks.map(({ along, label }): Stretch => (label ? [along - half, along + half] : [along, along]));
  const silent = breaks.map(({ along }): Stretch => [along, along]);
  return {
    ...axis,
    column,
    breaks,
    ticks: inColumn(axis.ticks, length, column.first, words, setting),
    second: column.second > 0 ? inColumn(axis.second, length, column.second, silent, setting) : [],
  };
}

/** A part of the axis, in pixels. */
type Stretch = readonly [from: number, to: number];

/** The part of the axis that a label takes, in pixels. */
export function labelStretch({ isSlow }: TickBox, { along, detail }: TickLabelBox): Stretch {
  const { line } = TYPE.tick;
  if (!isSlow) return [along - line / 2, along + line / 2];
  return [along, along + (detail === undefined ? line : 2 * line)];
}

/** @param stops - Where the axis is broken, and what the words of that take: between two of them a label keeps its side. */
function inColumn(
  ticks: readonly TickBox[],
  length: number,
  width: number,
  stops: readonly Stretch[],
  setting: AxisSetting,
): readonly TickBox[] {
  const taken = [...stops];
  let next = length + AIR;
  const placed = new Map<TickBox, TickLabelBox>();
  for (const tick of ticks.filter(({ isSlow }) => isSlow).reverse()) {
    const label = tick.label && fitted(tick.label, width, setting);
    if (label) {
      const [from, to] = labelStretch(tick, label);
      const before = stops.findLast(([start, end]) => (start + end) / 2 <= from);
      const after = stops.find(([start, end]) => (start + end) / 2 > from);
      const least = before ? before[1] + AIR : 0;
      const along = Math.min(Math.max(from, least), Math.min(next, after?.[0] ?? Infinity) - AIR - (to - from));
      if (along >= least) {
        placed.set(tick, { ...label, along });
        taken.push([along, along + (to - from)]);
        next = along;
      }
    }
    next = Math.min(next, tick.along);
  }
  const isFree = ([from, to]: Stretch): boolean =>
    taken.every(([start, end]) => from >= end + AIR || to <= start - AIR);
  return ticks.map((tick): TickBox => {
    if (tick.isSlow) return { ...tick, label: placed.get(tick) };
    const { label } = tick;
    const isShown = label && label.width <= width + COLUMN_GAP && isFree(labelStretch(tick, label));
    return isShown ? tick : { ...tick, label: undefined };
  });
}

/** A label in as many lines as it needs, at most two. */
function fitted(label: TickLabelBox, width: number, { measurer }: AxisSetting): TickLabelBox | undefined {
  if (label.width <= width) return label;
  const measure = (text: string): number => measurer.width(text, TYPE.meta);
  const { lines, widths, isShortened } = wrapText([{ text: label.text }], { measure, maxWidth: width, maxLines: 2 });
  if (isShortened) return undefined;
  const [text, detail] = lines.map((line) => line.map((run) => run.text).join(""));
  return { ...label, text: text!, detail, width: Math.max(...widths) };
}
