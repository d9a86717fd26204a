import { clamp } from "../base/math.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { DAY } from "../time/instant.js";
import { isKnown, type Edge } from "../time/span.js";
import type { Step } from "../time/steps.js";
import { isDoubtful, isPoint, lookOf } from "./bars.js";
import type { BarBox, GapBox, HeadingBox, LabelBox, MarkBox } from "./boxes.js";
import { nameLine, type EraBox, type EraRun } from "./eras.js";
import { setLabel, type LabelLine, type LabelSetting } from "./label.js";
import type { ListGroup } from "./list-groups.js";

/** From the start side of the plot to the rail, in pixels. */
export const RAIL = 18;
/** From the start side of the plot to the labels, in pixels. */
export const LIST_INDENT = 38;
const END_AIR = 16;
/** Longer lines are hard to read, in pixels. */
const WIDEST = 640;
const TOP = 16;
/** Between two events of a list, in pixels. */
const PITCH = 36;
/** From the top of a heading to its first event, and more than usual above it, in pixels. */
const HEADING = 36;
const HEADING_AIR = 12;
/** The name of an era, in pixels. */
const ERA_LINE = 24;
/** A dotted piece of rail, in pixels. */
const SILENCE = 56;
/** A silence is at least this many times the usual distance between two events. */
const LONG = 3;
/** What is known to a day is a dot; anything else is drawn along the rail. */
const EXACT: Step = { unit: "day", count: 1, duration: DAY };
/** From the end of a bar to the middle of the mark there, and the length over which it fades, in pixels. */
const BAR_AIR = 8;
const FRINGE = 16;

/**
 * The same events down the page: labels, marks on the rail, headings, and silences in words. `across` grows downwards here.
 * Bars run down the rail, from and to so many pixels below their mark; they tell what kind of time it is, not how long.
 */
export interface ListBoxes {
  readonly labels: readonly LabelBox[];
  readonly marks: readonly MarkBox[];
  readonly gaps: readonly GapBox[];
  readonly headings: readonly HeadingBox[];
  readonly eras: readonly EraBox[];
  readonly height: number;
}

/** Places all events below each other in `width` pixels. */
export function placeList(
  columns: Columns,
  width: number,
  setting: LabelSetting,
  groups: readonly ListGroup[],
  runs: readonly EraRun[],
): ListBoxes {
  const room = { maxWidth: clamp(width - LIST_INDENT - END_AIR, 40, WIDEST), titleLines: 4, summaryLines: 6 };
  const { events } = columns;
  const isSilence = silences(columns);
  const starts = new Map(groups.map((group) => [group.first, group]));
  const labels: LabelBox[] = [];
  const gaps: GapBox[] = [];
  let own = ownSetting(setting, undefined);
  let across = TOP;
  events.forEach((event, i) => {
    if (i > 0 && isSilence(i)) {
      const text = setting.dates.between(events[i - 1]!.span, event.span);
      gaps.push({ across, length: SILENCE, line: setLine("gap", text, setting) });
      across += SILENCE;
    } else if (i > 0) across += PITCH;
    const group = starts.get(i);
    if (group) own = ownSetting(setting, group);
    if (group?.heading !== undefined) across += HEADING + (i > 0 ? HEADING_AIR : 0);
    across += namesAbove(i, runs);
    const label = setLabel(event, room, own);
    labels.push({ event: i, along: LIST_INDENT, across, label });
    across += label.height;
  });
  return {
    labels,
    marks: labels.map((box) => ({
      event: box.event,
      along: RAIL,
      across: middleOf(box),
      bar: barOf(box, labels, columns),
    })),
    gaps,
    headings: placeHeadings(groups, labels, setting, runs),
    eras: placeRuns(runs, labels, room.maxWidth, setting),
    height: across + TOP,
  };
}

/** A list has room for both calendars; the year of one calendar is left out where the heading tells it. */
function ownSetting(setting: LabelSetting, group: ListGroup | undefined): LabelSetting {
  const { dates } = setting;
  const hasYear = dates.second !== undefined || (setting.hasYear && group?.hasYear !== true);
  return {
    ...setting,
    hasYear,
    dates: { ...dates, span: (span, style) => dates.span(span, { ...style, both: true }) },
  };
}

function placeHeadings(
  groups: readonly ListGroup[],
  labels: readonly LabelBox[],
  setting: LabelSetting,
  runs: readonly EraRun[],
): readonly HeadingBox[] {
  return groups.flatMap(({ first, heading }, i) => {
    if (heading === undefined) return [];
    const across = labels[first]!.across - namesAbove(first, runs) - HEADING;
    const last = labels[(groups[i + 1]?.first ?? labels.length) - 1]!;
    const length = last.across + last.label.height - across;
    return [{ event: first, across, length, line: setLine("group", heading, setting) }];
  });
}

/** The names of the eras that begin with an event stand above it, between its heading and its label; in pixels. */
function namesAbove(event: number, runs: readonly EraRun[]): number {
  return runs.filter(({ first }) => first === event).length * ERA_LINE;
}

function placeRuns(
  runs: readonly EraRun[],
  labels: readonly LabelBox[],
  maxWidth: number,
  { measurer }: LabelSetting,
): readonly EraBox[] {
  return runs.map(({ era, tier, first, end }, i) => {
    const from = labels[first]!.across - namesAbove(first, runs.slice(i));
    const last = labels[end - 1]!;
    const to = last.across + last.label.height;
    const fadeOf = (edge: Edge): number => (isKnown(edge) && !edge.approximate && !edge.uncertain ? 0 : FRINGE);
    const line = nameLine(era, maxWidth, measurer);
    return {
      ...{ era, tier, from, to, name: line && { along: LIST_INDENT, line } },
      coreFrom: from + fadeOf(era.span.start),
      coreTo: to - fadeOf(era.span.end),
    };
  });
}

/** The middle of the first line of a label, where its mark stands. */
function middleOf({ across }: LabelBox): number {
  return across + TYPE.meta.line / 2;
}

/** The piece of rail that belongs to an event that lasts, or is not known to the day: beside its label and its parts. */
function barOf(box: LabelBox, labels: readonly LabelBox[], { events, byId }: Columns): BarBox | undefined {
  const { span, parts } = events[box.event]!;
  if (isPoint(span, EXACT)) return undefined;
  const own = middleOf(box);
  const others = parts.map((part) => middleOf(labels[byId.get(part)!]!) - own);
  const from = Math.min(0, ...others) - BAR_AIR;
  const to = Math.max(box.across + box.label.height - own, ...others.map((other) => other + BAR_AIR));
  const [start, end] = [lookOf(span.start, span), lookOf(span.end, span)];
  const fringeOf = (look: BarBox["start"]): number => (look === "sharp" || look === "open" ? 0 : FRINGE);
  return {
    from,
    to,
    coreFrom: from + fringeOf(start),
    coreTo: to - fringeOf(end),
    start,
    end,
    isUncertain: isDoubtful(span),
  };
}

/** Tells which events come long after the end of the one before, against the usual distance. */
function silences({ anchor, from, to, events }: Columns): (event: number) => boolean {
  const distanceTo = (event: number): number => anchor[event]! - anchor[event - 1]!;
  const distances = events
    .slice(1)
    .map((_, i) => distanceTo(i + 1))
    .filter((distance) => distance > 0);
  const usual = distances.sort((a, b) => a - b)[Math.floor((distances.length - 1) / 2)] ?? Infinity;
  return (event) => distanceTo(event) >= Math.max(LONG * usual, 2 * DAY) && from[event]! > to[event - 1]!;
}

function setLine(role: "gap" | "group", text: string, { measurer, direction, locale }: LabelSetting): LabelLine {
  return { role, runs: [{ text }], dir: direction, lang: locale, width: measurer.width(text, TYPE[role]), top: 0 };
}
