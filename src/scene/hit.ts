import { clamp } from "../base/math.js";
import { FLAG_INDENT } from "../layout/lay-flags.js";
import type { Layout } from "../layout/layout.js";

/** The part of the plot that belongs to an event: its label where it is shown, else its mark; in pixels. */
export interface Hit {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether it is a bar without a label: other marks may lie on it, and pointers meet what is drawn. */
  readonly isBar: boolean;
}

/** The smallest side of a target for a pointer, in pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;
/** Around a label, and around the plot, in pixels. */
const AIR = 4;

/** One target for each event that can be seen, labels before bare marks; none reaches beyond the plot. */
export function buildHits(layout: Layout): ReadonlyMap<string, Hit> {
  const hits = new Map<string, Hit>();
  const { orientation, axisAt, columns, width, mode } = layout;
  const add = (event: number, box: Omit<Hit, "id">): void => {
    const { id } = columns.events[event]!;
    if (hits.has(id)) return;
    const left = clamp(box.x, -AIR, width + AIR - TARGET);
    const right = clamp(box.x + box.width, left + TARGET, width + AIR);
    hits.set(id, { ...box, id, x: left, width: right - left });
  };
  const indent = mode === "list" ? 0 : FLAG_INDENT;
  for (const { event, along, across, label } of layout.labels) {
    const x = orientation.left(along + indent, label.width) - AIR;
    const y = (mode === "list" ? across : axisAt - across) - AIR;
    add(event, { x, y, width: label.width + 2 * AIR, height: label.height + 2 * AIR, isBar: false });
  }
  for (const { event, along, across, bar } of layout.marks) {
    const length = Math.max(bar ? bar.to - bar.from : 0, TARGET);
    const x = orientation.left(bar ? (bar.from + bar.to - length) / 2 : along - length / 2, length);
    add(event, { x, y: axisAt + across - TARGET / 2, width: length, height: TARGET, isBar: bar !== undefined });
  }
  return hits;
}
