import { clamp } from "../base/math.js";
import type { LabelBox, MarkBox } from "../layout/boxes.js";
import { CHEVRON } from "../layout/lanes.js";
import type { Box } from "../layout/orientation.js";
import { lieOf } from "../layout/sides.js";
import type { Layout } from "../layout/layout.js";
import type { ResolvedText } from "../model/model.js";
import { placeText } from "./events.js";

/** The part of the plot that belongs to an event: its label where it is shown, else its mark; in pixels. */
export interface Hit extends Box {
  readonly id: string;
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
  const { orientation, axisAt, columns, width, height, mode } = layout;
  const { isUpright, extentOf } = orientation;
  const add = (event: number, box: Omit<Hit, "id">): void => {
    const { id } = columns.events[event]!;
    if (hits.has(id)) return;
    const [x, right] = held(box.x, box.width, width);
    const [y, bottom] = isUpright ? held(box.y, box.height, height) : [box.y, box.y + box.height];
    hits.set(id, { ...box, id, x, y, width: right - x, height: bottom - y });
  };
  const indent = mode === "flags" ? lieOf(isUpright).indent : 0;
  if (mode === "lanes") {
    const labels = new Map(layout.labels.map((box) => [box.event, box]));
    for (const box of layout.marks) add(box.event, rowHit(box, labels.get(box.event), layout));
  }
  for (const { event, along, across, label } of layout.labels) {
    const { length, breadth } = extentOf(label);
    const { x, y } = orientation.box(along + indent, length, mode === "list" ? across : axisAt - across, breadth);
    const size = { width: label.width + 2 * AIR, height: label.height + 2 * AIR };
    add(event, { x: x - AIR, y: y - AIR, ...size, isBar: false });
  }
  for (const { event, along, across, bar } of layout.marks) {
    const length = Math.max(bar ? bar.to - bar.from : 0, TARGET);
    const from = bar ? (bar.from + bar.to - length) / 2 : along - length / 2;
    const depth = (mode === "list" ? across : axisAt - across) - TARGET / 2;
    add(event, { ...orientation.box(from, length, depth, TARGET), isBar: bar !== undefined });
  }
  return hits;
}

/** The two sides of a target, so far apart as they must be and within the plot. */
function held(start: number, size: number, whole: number): readonly [from: number, to: number] {
  const missing = Math.max(TARGET - size, 0) / 2;
  const from = clamp(start - missing, -AIR, whole + AIR - TARGET);
  return [from, clamp(start + size + missing, from + TARGET, whole + AIR)];
}

/** In a lane, a mark and the label in it or beside it are one; what has no row is met where it is drawn. */
function rowHit({ along, across, bar, form }: MarkBox, label: LabelBox | undefined, layout: Layout): Omit<Hit, "id"> {
  const { orientation, axisAt } = layout;
  const half = TARGET / 2;
  const extent = label && orientation.extentOf(label.label);
  const from = Math.min(bar?.from ?? along - half, label?.along ?? Infinity);
  const to = Math.max(bar?.to ?? along + half, label ? label.along + extent!.length + AIR : -Infinity);
  const length = Math.max(to - from, TARGET);
  // Beside an upright axis the label stands farther from it than its mark.
  const far = Math.max(across + half, label ? label.across : -Infinity);
  return { ...orientation.box(from, length, axisAt - far, far - across + half), isBar: form === "trace" };
}

/** The place of a group's name, where it can be folded; in pixels. */
export interface FoldHit extends Omit<Hit, "isBar"> {
  readonly name: ResolvedText;
  readonly isFolded: boolean;
}

/** One target for each group of lanes, from above. */
export function buildFoldHits(layout: Layout): readonly FoldHit[] {
  const { lanes = [], axisAt, inset = 0 } = layout;
  return lanes.flatMap(({ lane, name, indent, across, nameTop, isFolded }): FoldHit[] => {
    if (isFolded === undefined || !lane.label) return [];
    const width = CHEVRON + name.width + AIR;
    const { x, y, side } = placeText(layout, indent - inset, axisAt - across + nameTop, name);
    const left = side === "right" ? x + CHEVRON - width : x - CHEVRON;
    const box = { x: left, y: y - AIR, width, height: name.height + 2 * AIR };
    return [{ id: lane.id, name: lane.label, isFolded, ...box }];
  });
}
