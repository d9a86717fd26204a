import type { Words } from "../locale/messages.js";
import type { ResolvedEvent } from "../model/model.js";
import type { ResolvedLane } from "../model/lanes.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import type { Domain } from "../view/view.js";
import { COLUMN_GAP, COLUMN_NAME } from "./axis-column.js";
import type { LaneBox } from "./boxes.js";
import { stack, textLines, type LabelSetting, type LooseLine } from "./label.js";
import type { LaneLabel } from "./lane-events.js";
import { countLine, CHEVRON, type LaneRow } from "./lanes.js";

/** Thickness of a bar that runs down, and from it to the title beside it; in pixels. */
export const COLUMN_BAR = 12;
export const COLUMN_BESIDE = 7;
/** From a title to the next bar, in pixels. */
const GAP = 10;
/** From the axis to the first lane, and from the edges of a lane to its rows, in pixels. */
const FIRST = 10;
const PAD = 10;
/** The same at the near edge of a lane where counts stand, in pixels. */
export const COLUMN_COUNTS = 36;
/** How wide rows may be, in pixels: the widest that fits is taken. */
const WIDTHS = [240, 216, 192, 168, 148, 132, 118, 104];
/** What an upright axis takes at the least, in pixels. */
const AXIS = COLUMN_GAP + COLUMN_NAME;
const LEAST = WIDTHS.at(-1)!;
/** Rows are no narrower than this only to make room for counts, in pixels. */
const NARROWEST = 84;
/** Of more events than this, the rows are the narrowest: wider ones would not be enough, and cost a try each. */
const MANY = 300;
/** Titles are cut after so many lines. */
const TITLE_LINES = 4;
const DATE_LINES = 2;
/** Above and below the names of lanes, and from the name of a group to those of its lanes, in pixels. */
const NAME_AIR = 8;
const NAME_STEP = TYPE.lane.line + 4;
const NAME_LINES = 2;
/** A name that is no wider than this has room for sure, in pixels. */
const SURE = 56;

/** How lanes stand beside each other. */
export interface LaneColumns {
  readonly labels: readonly LaneLabel[];
  readonly home: Domain;
  /** How many rows each lane has, and how wide a row is, in pixels. */
  readonly counts: readonly number[];
  readonly row: number;
  /** From the near edge of each lane to the first of its rows, in pixels. */
  readonly starts: readonly number[];
}

/** Whether lanes, folded as their author says, can stand beside an upright axis on a plot of some width. */
export function hasColumnRoom(lanes: readonly ResolvedLane[], width: number): boolean {
  const count = (lane: ResolvedLane): number =>
    lane.isFolded || lane.lanes.length === 0 ? 1 : lane.lanes.reduce((sum, inner) => sum + count(inner), 0);
  const columns = lanes.reduce((sum, lane) => sum + count(lane), 0);
  return AXIS + FIRST + columns * laneBreadth(1, LEAST, PAD) <= width;
}

/** What a width of rows leads to: the domain that shows everything, and how many rows each lane needs there. */
export type TryColumns = (labels: readonly LaneLabel[]) => {
  readonly home: Domain;
  readonly needs: readonly number[];
};

/**
 * Finds the widest rows with which all lanes fit beside each other. Where even the narrowest are too many, lanes get fewer
 * rows than they need; and where one each is too much, they share the breadth.
 */
export function fitColumns(
  rows: readonly LaneRow[],
  columns: Columns,
  breadth: number,
  setting: LabelSetting,
  attempt: TryColumns,
): LaneColumns {
  const isEmpty = rows.map(({ isFolded, events }) => isFolded === false && events.length === 0);
  const startsFor = (needs: readonly number[], counts: readonly number[]): readonly number[] =>
    needs.map((need, i) => (need > counts[i]! ? COLUMN_COUNTS : PAD));
  const breadthOf = (counts: readonly number[], row: number, starts: readonly number[]): number =>
    counts.reduce((sum, count, i) => sum + laneBreadth(count, row, starts[i]!), FIRST);
  for (const row of columns.events.length > MANY ? [] : WIDTHS) {
    const labels = setColumnLabels(columns, row, setting);
    const { home, needs } = attempt(labels);
    const counts = needs.map((need, i) => (isEmpty[i] ? 0 : Math.max(need, 1)));
    const starts = startsFor(needs, counts);
    if (breadthOf(counts, row, starts) <= breadth) return { labels, home, counts, row, starts };
  }
  const labels = setColumnLabels(columns, LEAST, setting);
  const { home, needs } = attempt(labels);
  for (let most = Math.max(1, ...needs); most >= 1; most--) {
    const counts = needs.map((need, i) => (isEmpty[i] ? 0 : Math.min(Math.max(need, 1), most)));
    const starts = startsFor(needs, counts);
    if (breadthOf(counts, LEAST, starts) <= breadth) return { labels, home, counts, row: LEAST, starts };
  }
  const counts = isEmpty.map((hasNone) => (hasNone ? 0 : 1));
  const share = (starts: readonly number[]): LaneColumns => {
    const row = Math.max((breadth - breadthOf(counts, 0, starts)) / counts.filter((count) => count > 0).length, 0);
    return { labels: setColumnLabels(columns, row, setting), home, counts, row, starts };
  };
  const counted = share(startsFor(needs, counts));
  return counted.row < NARROWEST ? share(counts.map(() => PAD)) : counted;
}

function laneBreadth(count: number, row: number, start: number): number {
  return count === 0 ? 0 : start + count * row + PAD - GAP;
}

/** The labels of events in rows of a width: the title in lines, and the date below it where that fits. */
function setColumnLabels({ events }: Columns, row: number, setting: LabelSetting): readonly LaneLabel[] {
  const width = row - COLUMN_BAR - COLUMN_BESIDE - GAP;
  return events.map((event) => setColumnLabel(event, width, setting));
}

function setColumnLabel(event: ResolvedEvent, width: number, setting: LabelSetting): LaneLabel {
  const { dates, measurer, direction: dir, locale: lang, hasYear } = setting;
  const title = textLines("bar", event.title, width, TITLE_LINES, { ...setting, measurer: bold(measurer) });
  const lines = title.lines.map((line): LooseLine => ({
    ...line,
    runs: line.runs.map((run) => ({ ...run, isEmphasized: true })),
  }));
  const text = dates.span(event.span, { year: hasYear });
  const date = textLines("gap", { runs: [{ text }], text, dir, lang }, width, DATE_LINES, setting);
  const isWhole = !date.isShortened && date.lines.every((line) => line.width <= width);
  const short = stack(lines, true);
  return { ...(isWhole ? stack([...lines, ...date.lines], title.isShortened) : short), short };
}

function bold(measurer: LabelSetting["measurer"]): LabelSetting["measurer"] {
  return { width: (text, style) => measurer.width(text, { ...style, weight: 700 }) };
}

/** What the names of lanes take above the axis, in pixels: those of groups stand above those of their lanes. */
export function nameStrip(rows: readonly LaneRow[], { measurer }: Pick<LabelSetting, "measurer">): number {
  const names = rows.flatMap(({ lane, depth, isFolded }) => {
    if (!lane.label) return [];
    const isLong = isFolded !== false && measurer.width(lane.label.text, TYPE.lane) > SURE;
    return [depth * NAME_STEP + (isLong ? NAME_LINES : 1) * TYPE.lane.line];
  });
  const folded = rows.some(({ isFolded }) => isFolded === true) ? TYPE.gap.line : 0;
  return names.length > 0 ? 2 * NAME_AIR + Math.max(...names) + folded : 0;
}

/** The lanes beside each other, the first one at the axis, with their names above them. */
export function standBoxes(
  rows: readonly LaneRow[],
  { counts, row, starts }: LaneColumns,
  axisAt: number,
  setting: LabelSetting,
  words: Words,
): readonly LaneBox[] {
  let near = FIRST;
  const places = rows.map((_, i) => {
    const height = laneBreadth(counts[i]!, row, starts[i]!);
    near += height;
    return { height, across: near };
  });
  return rows.map(({ lane, depth, isFolded, events }, i): LaneBox => {
    const { height, across } = places[i]!;
    // The name of a group has the room of all its lanes.
    const inner = rows.findIndex((other, j) => j > i && other.depth <= depth);
    const end = places[(inner < 0 ? rows.length : inner) - 1]!.across;
    const sign = isFolded === undefined ? 0 : CHEVRON;
    const room = Math.min(end, axisAt) - across + height - sign - PAD;
    const name = setName(lane, events.length, isFolded, room, setting, words);
    const nameTop = height - PAD / 2 - sign - name.width;
    return {
      ...{ lane, name, isFolded, events, across, height, nameTop, row },
      indent: NAME_AIR + depth * NAME_STEP,
      rowsTop: starts[i]!,
    };
  });
}

function setName(
  { label }: LaneRow["lane"],
  count: number,
  isFolded: boolean | undefined,
  room: number,
  setting: LabelSetting,
  words: Words,
): LaneBox["name"] {
  const most = isFolded === false ? 1 : NAME_LINES;
  const { lines } = label ? textLines("lane", label, Math.max(room, 0), most, setting) : { lines: [] };
  return stack(isFolded === true ? [...lines, countLine(count, setting, words)] : lines);
}
