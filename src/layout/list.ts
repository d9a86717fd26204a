import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { DAY } from "../time/instant.js";
import type { GapBox, LabelBox, MarkBox } from "./boxes.js";
import { setLabel, type Label, type LabelLine, type LabelSetting } from "./label.js";

/** From the start side of the plot to the rail, in pixels. */
export const RAIL = 18;
/** From the start side of the plot to the labels, in pixels. */
export const LIST_INDENT = 38;
const END_AIR = 16;
const TOP = 16;
/** Between two events of a list, in pixels. */
const PITCH = 36;
/** A dotted piece of rail, in pixels. */
const SILENCE = 56;
/** A silence is at least this many times the usual distance between two events. */
const LONG = 3;

/** The same events down the page: labels, dots on the rail, and silences in words. `across` grows downwards here. */
export interface ListBoxes {
  readonly labels: readonly LabelBox[];
  readonly marks: readonly MarkBox[];
  readonly gaps: readonly GapBox[];
  readonly height: number;
}

/** Places all events below each other in `width` pixels. */
export function placeList(columns: Columns, width: number, setting: LabelSetting): ListBoxes {
  const room = { maxWidth: Math.max(width - LIST_INDENT - END_AIR, 40), titleLines: 4, summaryLines: 6 };
  const isSilence = silences(columns);
  const labels: LabelBox[] = [];
  const marks: MarkBox[] = [];
  const gaps: GapBox[] = [];
  let across = TOP;
  columns.events.forEach((event, i) => {
    if (i > 0) {
      const silence = columns.anchor[i]! - columns.anchor[i - 1]!;
      if (isSilence(silence)) {
        gaps.push({ across, length: SILENCE, line: gapLine(silence, setting) });
        across += SILENCE;
      } else across += PITCH;
    }
    const label: Label = setLabel(event, room, setting);
    labels.push({ event: i, along: LIST_INDENT, across, label });
    marks.push({ event: i, along: RAIL, across: across + TYPE.meta.line / 2, bar: undefined });
    across += label.height;
  });
  return { labels, marks, gaps, height: across + TOP };
}

/** Which distances between neighbours are long against the usual one, and worth a word. */
function silences({ anchor, events }: Columns): (distance: number) => boolean {
  const distances = events
    .slice(1)
    .map((_, i) => anchor[i + 1]! - anchor[i]!)
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b);
  const usual = distances[Math.floor((distances.length - 1) / 2)] ?? Infinity;
  return (distance) => distance >= LONG * usual && distance >= 2 * DAY;
}

function gapLine(silence: number, { dates, measurer, direction, locale }: LabelSetting): LabelLine {
  const text = dates.gap(silence);
  const width = measurer.width(text, TYPE.gap);
  return { role: "gap", runs: [{ text }], dir: direction, lang: locale, width, top: 0 };
}
