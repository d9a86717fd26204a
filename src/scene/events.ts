import type { LabelBox, MarkBox, MoreBox } from "../layout/boxes.js";
import type { Layout } from "../layout/layout.js";
import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import { opposite, type Side } from "../layout/orientation.js";
import type { Hue } from "../model/kinds.js";
import type { ResolvedEvent } from "../model/model.js";
import { describeCount } from "./describe.js";
import { buildMark } from "./marks.js";
import type { LabelNode, Scene, ShapeNode } from "./scene.js";
import type { Direction } from "../text/direction.js";
import { TYPE } from "../text/typography.js";
import type { Sight } from "../view/view.js";

/** What a scene needs to know beside the layout. */
export interface SceneSetting {
  /** The direction and the language of the words of the timeline itself. */
  readonly dir: Direction;
  readonly lang: string;
  readonly selected: string | undefined;
  /** What says counts in words; without it nothing does. */
  readonly speech?: Speech | undefined;
  /** The event that is named even if it has no label. */
  readonly hinted: string | undefined;
  /** What of the plot is wanted, in pixels from its top; a long list leaves out the rest. Everything where it is not said. */
  readonly seen?: Sight | undefined;
}

/** How counts are told in words. */
export interface Speech {
  readonly dates: DateFormat;
  readonly words: Words;
}

/** What one way of laying out looks like. */
export type Parts = Pick<Scene, "shapes" | "labels">;

/** The event at a place in the columns. */
export function eventAt(layout: Layout, index: number): ResolvedEvent {
  return layout.columns.events[index]!;
}

/** The colour of an event: that of its lane where it stands in one, else that of its kind. */
export function hueAt(layout: Layout, index: number): Hue {
  return layout.hueOf?.(index) ?? eventAt(layout, index).kind.hue;
}

/** The mark of an event, so many pixels from the far edge of the plot. */
export function markOf(layout: Layout, box: MarkBox, depth: number, { selected }: SceneSetting): ShapeNode {
  const { id, kind, span } = eventAt(layout, box.event);
  const isSmall = box.form === undefined ? layout.fateOf(box.event).is === "hidden" : box.form === "trace";
  const look = { id, hue: hueAt(layout, box.event), shape: kind.shape, span, isSelected: id === selected, isSmall };
  const mark = buildMark(box, look, layout.orientation, depth);
  return layout.columns.isQuiet?.[box.event] ? { ...mark, className: `${mark.className} is-quiet` } : mark;
}

/** Where a text of some size is, whose corner is so many pixels along and from the far edge of the plot. */
export function placeText(
  { orientation }: Layout,
  along: number,
  depth: number,
  size: { readonly width: number; readonly height: number },
  side: Side = orientation.startSide,
): Pick<LabelNode, "x" | "y" | "side"> {
  const { length, breadth } = orientation.extentOf(size);
  const { x, y, width } = orientation.box(along, length, depth, breadth);
  return { x: side === "right" ? x + width : x, y, side };
}

/** The label of an event, whose corner is so many pixels along and from the far edge of the plot. */
export function labelOf(
  layout: Layout,
  box: LabelBox,
  along: number,
  depth: number,
  { selected }: SceneSetting,
): LabelNode {
  const { id, kind } = eventAt(layout, box.event);
  // Below an upright axis, text ends at its pole.
  const isTurned = layout.orientation.isUpright && (box.base ?? 0) < 0;
  const side = isTurned ? opposite(layout.orientation.startSide) : undefined;
  return {
    kind: "label",
    key: `label:${id}`,
    className: `mizwala-label${id === selected ? " is-selected" : ""}${layout.columns.isQuiet?.[box.event] ? " is-quiet" : ""}`,
    event: id,
    ...placeText(layout, along, depth, box.label, side),
    lines: box.label.lines,
    accent: `hue-${kind.hue}`,
  };
}

/** A count of events without a label. */
export function moreOf(
  layout: Layout,
  { along, across, width, text, events }: MoreBox,
  setting: SceneSetting,
): LabelNode {
  const { dir, lang, speech } = setting;
  const { id } = eventAt(layout, events[0]!);
  return {
    kind: "label",
    key: `more:${id}`,
    className: "mizwala-more",
    event: id,
    ...placeText(layout, along, layout.axisAt - across, { width, height: TYPE.more.line }),
    lines: [{ role: "more", runs: [{ text }], dir, lang, top: 0 }],
    count: events.length,
    ...(speech && { name: nameOf(layout, events, speech, dir) }),
  };
}

/** The names of counts by their lists of events, which stay the same while one pans. */
const names = new WeakMap<readonly number[], { readonly dates: DateFormat; readonly name: string }>();

function nameOf(layout: Layout, events: readonly number[], { dates, words }: Speech, dir: Direction): string {
  const before = names.get(events);
  if (before?.dates === dates) return before.name;
  const counted = events.map((event) => eventAt(layout, event));
  const name = describeCount(counted, dates, words, dir);
  names.set(events, { dates, name });
  return name;
}
