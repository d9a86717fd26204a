import { clamp } from "../base/math.js";
import type { Words } from "../locale/messages.js";
import type { ResolvedLane } from "../model/lanes.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { stack, textLines, type Label, type LabelSetting, type LooseLine } from "./label.js";

/** From the edge of the plot to the names, to those of groups in groups, and from the names to the axis; in pixels. */
const EDGE = 8;
const DEEPER = 14;
const GUTTER = 20;
/** Before the name of a group, for the sign that it can be folded, in pixels. */
export const CHEVRON = 16;
/** Below this width names stand above the rows of their lanes, in pixels. */
const NARROW = 600;

/** A lane as it is shown: folded away with its group, it is not there. */
export interface LaneRow {
  readonly lane: ResolvedLane;
  readonly depth: number;
  /** Whether it is a group, and folded; `undefined` where it is none. */
  readonly isFolded: boolean | undefined;
  /** Its events, and those of its lanes where it is folded; as their places in the columns, in order of time. */
  readonly events: readonly number[];
}

/** Which lanes are shown, from above, and which events stand in them. */
export function arrangeLanes(
  { events }: Columns,
  lanes: readonly ResolvedLane[],
  folded: ReadonlyMap<string, boolean> | undefined,
): readonly LaneRow[] {
  const own = new Map<string, number[]>();
  events.forEach(({ lane = "" }, event) => {
    const list = own.get(lane);
    if (list) list.push(event);
    else own.set(lane, [event]);
  });
  const allOf = ({ id, lanes }: ResolvedLane): number[] => [...(own.get(id) ?? []), ...lanes.flatMap(allOf)];
  const rowsOf = (lane: ResolvedLane, depth: number): LaneRow[] => {
    if (lane.lanes.length === 0) return [{ lane, depth, isFolded: undefined, events: own.get(lane.id) ?? [] }];
    const isFolded = folded?.get(lane.id) ?? lane.isFolded;
    if (isFolded) return [{ lane, depth, isFolded, events: allOf(lane).sort((a, b) => a - b) }];
    const group = { lane, depth, isFolded, events: own.get(lane.id) ?? [] };
    return [group, ...lane.lanes.flatMap((inner) => rowsOf(inner, depth + 1))];
  };
  return lanes.flatMap((lane) => rowsOf(lane, 0));
}

/** The names of lanes, set. */
export interface LaneNames {
  /** One for each lane that is shown; without lines where it has no name. */
  readonly names: readonly { readonly label: Label; readonly indent: number }[];
  /** What they take beside the start of the axis, in pixels; 0 where they stand above their rows. */
  readonly inset: number;
  readonly isStacked: boolean;
}

/**
 * Breaks and measures the names for a plot of a width.
 *
 * @param counts - How many events each lane has, where its name is to say so. Default: only folded groups say it.
 */
export function setNames(
  rows: readonly LaneRow[],
  setting: LabelSetting,
  words: Words,
  width: number,
  counts?: readonly number[],
): LaneNames {
  const isStacked = width < NARROW;
  const maxWidth = isStacked ? width - 2 * EDGE - CHEVRON : clamp(width * 0.18, 96, 200);
  const hasGroups = rows.some(({ isFolded }) => isFolded !== undefined);
  const names = rows.map(({ lane: { label }, depth, isFolded, events }, i) => {
    const { lines } = label ? textLines("lane", label, maxWidth, isStacked ? 1 : 2, setting) : { lines: [] };
    const n = counts?.[i] ?? (isFolded === true ? events.length : undefined);
    return {
      label: stack(n === undefined ? lines : [...lines, countLine(n, setting, words)]),
      indent: EDGE + depth * DEEPER + (hasGroups ? CHEVRON : 0),
    };
  });
  const widest = Math.max(0, ...names.map(({ label, indent }) => (label.width > 0 ? indent + label.width : 0)));
  return { names, inset: isStacked || widest === 0 ? 0 : widest + GUTTER, isStacked };
}

/** The number of events of a folded group. */
export function countLine(n: number, setting: LabelSetting, words: Words): LooseLine {
  const text = words.say("events", { n });
  const { direction: dir, locale: lang, measurer } = setting;
  return { role: "gap", runs: [{ text }], dir, lang, width: measurer.width(text, TYPE.gap) };
}
