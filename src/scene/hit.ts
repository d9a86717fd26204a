import { clamp } from "../base/math.js";
import type { LabelBox, MarkBox } from "../layout/boxes.js";
import { CHEVRON } from "../layout/lanes.js";
import { FLAG_INDENT } from "../layout/sides.js";
import type { Layout } from "../layout/layout.js";
import type { ResolvedText } from "../model/model.js";

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
  const indent = mode === "flags" ? FLAG_INDENT : 0;
  if (mode === "lanes") {
    const labels = new Map(layout.labels.map((box) => [box.event, box]));
    for (const box of layout.marks) add(box.event, rowHit(box, labels.get(box.event), layout));
  }
  for (const { event, along, across, label } of layout.labels) {
    const x = orientation.left(along + indent, label.width) - AIR;
    const y = (mode === "list" ? across : axisAt - across) - AIR;
    add(event, { x, y, width: label.width + 2 * AIR, height: label.height + 2 * AIR, isBar: false });
  }
  for (const { event, along, across, bar } of layout.marks) {
    const length = Math.max(bar ? bar.to - bar.from : 0, TARGET);
    const x = orientation.left(bar ? (bar.from + bar.to - length) / 2 : along - length / 2, length);
    const y = (mode === "list" ? across : axisAt - across) - TARGET / 2;
    add(event, { x, y, width: length, height: TARGET, isBar: bar !== undefined });
  }
  return hits;
}

/** In a lane, a mark and the label in it or beside it are one; what has no row is met where it is drawn. */
function rowHit({ along, across, bar, form }: MarkBox, label: LabelBox | undefined, layout: Layout): Omit<Hit, "id"> {
  const half = TARGET / 2;
  const from = Math.min(bar?.from ?? along - half, label?.along ?? Infinity);
  const to = Math.max(bar?.to ?? along + half, label ? label.along + label.label.width + AIR : -Infinity);
  const length = Math.max(to - from, TARGET);
  const x = layout.orientation.left(from, length);
  return { x, y: layout.axisAt - across - half, width: length, height: TARGET, isBar: form === "trace" };
}

/** The place of a group's name, where it can be folded; in pixels. */
export interface FoldHit extends Omit<Hit, "isBar"> {
  readonly name: ResolvedText;
  readonly isFolded: boolean;
}

/** One target for each group of lanes, from above. */
export function buildFoldHits({ lanes = [], orientation, axisAt, length, width }: Layout): readonly FoldHit[] {
  return lanes.flatMap(({ lane, name, indent, across, nameTop, isFolded }): FoldHit[] => {
    if (isFolded === undefined || !lane.label) return [];
    const extent = CHEVRON + name.width + AIR;
    const x = orientation.left(indent + length - width - CHEVRON, extent);
    const y = axisAt - across + nameTop - AIR;
    return [{ id: lane.id, name: lane.label, isFolded, x, y, width: extent, height: name.height + 2 * AIR }];
  });
}
