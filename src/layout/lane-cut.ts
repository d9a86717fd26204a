import type { Words } from "../locale/messages.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { linearScale } from "../time/scale.js";
import type { Domain } from "../view/view.js";
import { cutBar } from "./bars.js";
import type { LabelBox, LaneBox, MarkBox, MoreBox } from "./boxes.js";
import type { LabelSetting } from "./label.js";
import { COLUMN_BAR, COLUMN_BESIDE, COLUMN_COUNTS } from "./lane-columns.js";
import { labelStart, placeRowBar, type LanesPlacement } from "./lane-events.js";
import type { ModeBoxes } from "./mode.js";

/** Events without a row are counted together where they lie within so many pixels. */
const TOGETHER = 96;
/** From the lower edge of a lane to the top of a count, in pixels. */
const MORE_RISE = TYPE.more.line;
/** From the near edge of a lane that runs down to a count, in pixels. */
const MORE_BESIDE = 6;

/**
 * What can be seen of the events in a part of time. The title of a bar stays in sight while there is room for it in what is
 * seen of the bar, in the end without the date; no mark and no text reaches over the start of the axis, where the names of
 * the lanes stand.
 */
export function cutLanes(
  boxes: readonly LaneBox[],
  placed: LanesPlacement,
  domain: Domain,
  length: number,
  words: Words,
  { measurer }: LabelSetting,
): Required<Pick<ModeBoxes, "marks" | "labels" | "more">> {
  const { columns, extents, rowOf, hiddenBy, fineness, isUpright } = placed;
  const scale = linearScale(domain, [0, length]);
  const origin = scale.at(columns.anchor[0] ?? 0);
  const isInView = (from: number, to: number): boolean => to >= 0 && from <= length;
  const marks: MarkBox[] = [];
  const labels: LabelBox[] = [];
  const more: MoreBox[] = [];

  const addMark = (event: number, across: number): void => {
    const bar = placeRowBar(columns.events[event]!.span, scale, fineness, [0, length]);
    const along = scale.at(columns.anchor[event]!);
    const isSeen = bar ? isInView(bar.from, bar.to) : isInView(along, along);
    const form = rowOf[event]! < 0 ? "trace" : isUpright ? "column" : "row";
    if (isSeen) marks.push({ event, along, across, form, bar: bar && cutBar(bar, length) });
  };
  const addLabel = (event: number, middle: number): void => {
    const full = placed.labels[event]!;
    for (const label of [full, full.short]) {
      const along = origin + labelStart(extents[event]!, label, -origin, isUpright);
      if (along > length || along < 0) continue;
      const rise = isUpright ? COLUMN_BAR / 2 + COLUMN_BESIDE + label.width : label.height / 2;
      labels.push({ event, along, across: middle + rise, label });
      return;
    }
  };
  for (const { across, height, rowsTop, row: pitch, events } of boxes) {
    const middleOf = (row: number): number =>
      isUpright ? across - height + rowsTop + row * pitch + COLUMN_BAR / 2 : across - rowsTop - (row + 0.5) * pitch;
    const traces: number[] = [];
    for (const event of events) {
      const { from, end } = extents[event]!;
      const row = rowOf[event]!;
      if (row < 0) traces.push(event);
      if (!isInView(origin + from, origin + end)) continue;
      const middle = middleOf(row);
      addMark(event, row < 0 ? across - height : middle);
      if (row >= 0 && hiddenBy[event]! < 0 && columns.importance[event]! > 0) addLabel(event, middle);
    }
    // Beside a lane that has room for all of them where everything is in view, traces have no counts.
    if (isUpright && rowsTop < COLUMN_COUNTS) continue;
    for (const group of groupsOf(traces, columns, scale.pxPerMs)) {
      const text = words.say("more", { n: group.length });
      const width = measurer.width(text, TYPE.more);
      const along = scale.at(columns.anchor[group[0]!]!);
      const rise = isUpright ? MORE_BESIDE + width : MORE_RISE;
      if (isInView(along, along)) more.push({ along, across: across - height + rise, width, text, events: group });
    }
  }
  return { marks, labels, more };
}

/** Events near each other, in order of time: the same groups wherever one pans to. */
function groupsOf(events: readonly number[], { anchor }: Columns, pxPerMs: number): readonly number[][] {
  const groups: number[][] = [];
  for (const event of events) {
    const group = groups.at(-1);
    if (group && (anchor[event]! - anchor[group[0]!]!) * pxPerMs < TOGETHER) group.push(event);
    else groups.push([event]);
  }
  return groups;
}
