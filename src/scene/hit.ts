import { FLAG_INDENT, type Layout } from "../layout/layout.js";
import { LIST_INDENT } from "../layout/list.js";

/** The part of the plot that belongs to an event: its label where it is shown, else its mark; in pixels. */
export interface Hit {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isLabel: boolean;
}

/** The smallest side of a target for a pointer, in pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;
/** Air around a label. */
const AIR = 4;

/** One target for each event that can be seen, labels before bare marks. */
export function buildHits(layout: Layout, dir: "ltr" | "rtl"): ReadonlyMap<string, Hit> {
  const hits = new Map<string, Hit>();
  const { orientation, axisAt, columns, width } = layout;
  const add = (
    event: number,
    x: number,
    y: number,
    size: { width: number; height: number },
    isLabel: boolean,
  ): void => {
    const { id } = columns.events[event]!;
    if (!hits.has(id)) hits.set(id, { id, x, y, ...size, isLabel });
  };
  for (const { event, along, across, label } of layout.labels) {
    const size = { width: label.width + 2 * AIR, height: label.height + 2 * AIR };
    if (layout.mode === "list") {
      const x = dir === "rtl" ? width - LIST_INDENT - label.width : LIST_INDENT;
      add(event, x - AIR, across - AIR, size, true);
    } else {
      const x = orientation.left(along + FLAG_INDENT, label.width);
      add(event, x - AIR, axisAt - across - AIR, size, true);
    }
  }
  for (const { event, along, across, bar } of layout.marks) {
    const length = Math.max(bar ? bar.to - bar.from : 0, TARGET);
    const x = orientation.left(bar ? (bar.from + bar.to - length) / 2 : along - length / 2, length);
    add(event, x, axisAt + across - TARGET / 2, { width: length, height: TARGET }, false);
  }
  return hits;
}
