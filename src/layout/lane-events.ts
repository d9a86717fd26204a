import type { ResolvedEvent } from "../model/model.js";
import type { Columns } from "../store/columns.js";
import { emphasized, TYPE } from "../text/typography.js";
import { wrapText } from "../text/wrap.js";
import { DAY } from "../time/instant.js";
import { linearScale, type LinearScale } from "../time/scale.js";
import type { Span } from "../time/span.js";
import { NARROWEST, placeBar } from "./bars.js";
import type { BarBox } from "./boxes.js";
import { stack, type Label, type LabelRun, type LabelSetting } from "./label.js";
import type { LaneRow } from "./lanes.js";
import { packRows } from "./pack.js";

/** From the middle of a dot to where it ends, with what shows that it is approximate; in pixels. */
const DOT = 8;
/** From a mark to the label beside it, and from the edge of a bar to the label in it, in pixels. */
const BESIDE = 8;
const INSIDE = 8;
/** Between two events in a row, in pixels. */
const AIR = 12;
/** More than numbers are inexact by, in pixels. */
const SLACK = 0.01;
/** No title is longer, in pixels. */
export const LONGEST = 280;

const BOLD = emphasized(TYPE.bar);

/** The title of an event in a lane, with its date and without. */
export interface LaneTitle {
  readonly full: Label;
  readonly short: Label;
}

/** The label of an event in a lane, and the same without the date. */
export interface LaneLabel extends Label {
  readonly short: Label;
}

/**
 * The title of an event in a lane in one line, and with the date behind it. The title is a piece of its own, so that it
 * neither joins its letters with the date nor lends it its direction; two blanks stand between.
 *
 * @param maxWidth - The room for the title alone, in pixels.
 */
export function setLaneTitle(event: ResolvedEvent, maxWidth: number, setting: LabelSetting): LaneTitle {
  const { dates, measurer, direction, locale, hasYear } = setting;
  const { runs, text, dir, lang } = event.title;
  // Pieces follow each other in the direction of the line, so a title in the other direction is one piece.
  const { lines, widths, isShortened } = wrapText<LabelRun>(dir === direction ? runs : [{ text }], {
    measure: (piece) => measurer.width(piece, BOLD),
    maxWidth,
    maxLines: 1,
    isGlued: dates.isGlued,
  });
  const own = { dir, ...(lang === undefined ? {} : { lang }), isEmphasized: true };
  const bold = lines.flat().map((run): LabelRun => ({ ...own, ...run }));
  const date = `\u00a0\u00a0${dates.span(event.span, { year: hasYear })}`;
  const width = widths[0] ?? 0;
  const line = { role: "bar", dir: direction, lang: locale } as const;
  const short = stack([{ ...line, runs: bold, width }], true);
  const full = stack(
    [{ ...line, runs: [...bold, { text: date }], width: width + measurer.width(date, TYPE.bar) }],
    isShortened,
  );
  return { full, short };
}

/**
 * The bar of an event in a lane, or `undefined` where a dot says it all: also for an interval that is known exactly and
 * narrower than a dot.
 *
 * @param fineness - Shorter single dates than this are dots, in milliseconds.
 */
export function placeRowBar(
  span: Span,
  scale: LinearScale,
  fineness: number,
  [first, last]: readonly [number, number],
): BarBox | undefined {
  const bar = placeBar(span, scale, last, { duration: fineness }, first);
  if (!bar) return undefined;
  const [isStartExact, isEndExact] = [bar.start === "sharp", bar.end === "sharp"];
  const isShort = bar.to - bar.from < NARROWEST + SLACK;
  if (isShort && span.isInterval && isStartExact && isEndExact && !bar.isUncertain) return undefined;
  return { ...bar, ...(isStartExact && { coreFrom: bar.from }), ...(isEndExact && { coreTo: bar.to }) };
}

/** How far an event reaches along the axis at one scale, in pixels from the first event. */
export interface Extent {
  readonly from: number;
  /** The end of its mark. */
  readonly to: number;
  /** The end of its label, or of its mark where that has the label inside or none. */
  readonly end: number;
  /** Where a label inside it may start, or `undefined` where the label stands beside it. */
  readonly inside: number | undefined;
}

/**
 * How far each event reaches, its label included. Where time runs down the page, labels stand beside their marks, from the
 * start of a bar on.
 *
 * @param fineness - Shorter single dates than this are dots, in milliseconds.
 */
export function extentsAt(
  { events, anchor, importance }: Columns,
  labels: readonly Label[],
  pxPerMs: number,
  fineness: number,
  isUpright: boolean,
): readonly Extent[] {
  const origin = anchor[0] ?? 0;
  const scale = linearScale([origin, origin + DAY], [0, pxPerMs * DAY]);
  return events.map(({ span }, i) => {
    const bar = placeRowBar(span, scale, fineness, [-Infinity, Infinity]);
    const at = scale.at(anchor[i]!);
    const [from, to] = bar ? [bar.from, bar.to] : [at - DOT, at + DOT];
    if (isUpright) {
      const start = bar ? from : at - TYPE.bar.line / 2;
      const end = importance[i]! > 0 && Number.isFinite(start) ? Math.max(to, start + labels[i]!.height) : to;
      return { from: Math.min(from, start), to, end, inside: start };
    }
    const { width } = labels[i]!;
    const inner = bar?.start === "faded" ? bar.coreFrom : from;
    // An open start is never in view, so its label stands beside the end.
    const isInside = bar?.start !== "open" && to - inner >= width + 2 * INSIDE;
    const inside = bar && isInside ? inner + INSIDE : undefined;
    const hasRoom = inside !== undefined || !(importance[i]! > 0);
    return { from, to, end: hasRoom ? to : to + BESIDE + width, inside };
  });
}

/** Where the label of an event starts so that as much of it as can be is behind `edge`; in pixels. */
export function labelStart(
  { to, inside }: Extent,
  { width, height }: Pick<Label, "width" | "height">,
  edge: number,
  isUpright: boolean,
): number {
  if (inside === undefined) return to + BESIDE;
  if (isUpright)
    return Math.max(Math.min(Math.max(inside, edge), to - height), Number.isFinite(inside) ? inside : -Infinity);
  return Math.min(Math.max(inside, edge + INSIDE), to - INSIDE - width);
}

/** The events of all lanes in their rows, at one scale; the same wherever one pans to. */
export interface LanesPlacement {
  readonly columns: Columns;
  readonly labels: readonly LaneLabel[];
  readonly isUpright: boolean;
  /** Shorter single dates than this are dots, in milliseconds. */
  readonly fineness: number;
  readonly extents: readonly Extent[];
  /** The row of each event in its lane, or -1 where it has none. */
  readonly rowOf: Int32Array;
  /** For an event without its label, one that took its place; else -1. */
  readonly hiddenBy: Int32Array;
  /** How many rows each lane uses. */
  readonly counts: readonly number[];
}

/** Packs the events of each lane into at most so many rows as `most` says. */
export function packLanes(
  lanes: readonly LaneRow[],
  columns: Columns,
  labels: readonly LaneLabel[],
  pxPerMs: number,
  fineness: number,
  most: readonly number[],
  isUpright: boolean,
): LanesPlacement {
  const extents = extentsAt(columns, labels, pxPerMs, fineness, isUpright);
  const rowOf = new Int32Array(extents.length).fill(-1);
  const hiddenBy = new Int32Array(extents.length).fill(-1);
  const counts = lanes.map(({ events }, lane) => {
    const items = events.map((event) => {
      const { from, to, end } = extents[event]!;
      return { from, to: to + AIR, end: end + AIR, importance: columns.importance[event]! };
    });
    const packing = packRows(items, most[lane]!);
    events.forEach((event, i) => {
      rowOf[event] = packing.rows[i]!;
      hiddenBy[event] = events[packing.hiddenBy[i]!] ?? -1;
    });
    return packing.count;
  });
  return { columns, labels, isUpright, fineness, extents, rowOf, hiddenBy, counts };
}
