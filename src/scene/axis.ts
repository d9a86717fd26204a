import type { AxisBoxes, AxisColumn } from "../layout/axis.js";
import { COLUMN_GAP, DETAIL_AT, SECOND_AIR as COLUMN_AIR } from "../layout/axis-column.js";
import type { TickBox } from "../layout/boxes.js";
import type { BreakBox } from "../layout/breaks.js";
import { opposite, type Orientation } from "../layout/orientation.js";
import type { Direction } from "../text/direction.js";
import { TYPE } from "../text/typography.js";
import { brokenLine, gapStrokes } from "./breaks.js";
import { lineAlong } from "./line.js";
import type { LabelNode, ShapeNode, TextLine } from "./scene.js";

const TICK = 6;
const SLOW_TICK = 9;
/** Between two ticks, in pixels. */
const NEAREST = 8;
/** From the axis to its labels, in pixels. */
const FAST_TOP = 9;
const SLOW_AIR = 3;
/** Above the axis of the second calendar, and from there to its labels, in pixels. */
const SECOND_AIR = 6;
const SECOND_TOP = 4;

/** What an axis is drawn with. */
interface Pen {
  readonly orientation: Orientation;
  readonly length: number;
  /** The direction and the language of its words. */
  readonly dir: Direction;
  readonly lang: string;
}

/** An axis as nodes. */
export interface AxisNodes {
  readonly lines: readonly ShapeNode[];
  readonly labels: readonly LabelNode[];
}

/** The line, the ticks and the two tiers of labels of an axis, and below them the axis of a second calendar. */
export function buildAxis(axis: AxisBoxes, y: number, pen: Pen): AxisNodes {
  if (axis.column) return buildColumns(axis, axis.column, y, pen);
  const fastLines = axis.ticks.some(({ label }) => label?.detail !== undefined) ? 2 : 1;
  const slowTop = y + FAST_TOP + fastLines * TYPE.tick.line + SLOW_AIR;
  const hasSlow = axis.ticks.some(({ isSlow }) => isSlow);
  const secondY = slowTop + (hasSlow ? TYPE.meta.line : 0) + SECOND_AIR;
  const isLabelled = ({ label }: TickBox): boolean => label !== undefined;
  return {
    lines: [
      ...linesOf("axis", "mizwala-axis", y, axis.breaks, pen),
      ...drawn(axis.ticks).flatMap((tick) => tickOf(tick.isSlow ? "slow" : "fast", tick, y, pen)),
      ...(axis.second.length > 0 ? linesOf("second", "mizwala-axis is-second", secondY, axis.breaks, pen) : []),
      ...drawn(axis.second).flatMap((tick) => tickOf(tick.isSlow ? "second" : "second-day", tick, secondY, pen)),
    ],
    labels: [
      ...axis.ticks
        .filter(isLabelled)
        .map((tick) =>
          tick.isSlow ? slowLabel("slow", tick, slowTop, pen) : fastLabel("fast", tick, y + FAST_TOP, pen),
        ),
      ...axis.second
        .filter(isLabelled)
        .map((tick) =>
          tick.isSlow
            ? slowLabel("second", tick, secondY + SECOND_TOP, pen)
            : fastLabel("second-day", tick, secondY + SECOND_TOP, pen),
        ),
      ...axis.breaks.flatMap((box) => wordsOf(box, y + FAST_TOP, pen)),
    ],
  };
}

/** The same beside an upright axis, at a depth: each calendar has one column of labels, and those of months a line above. */
function buildColumns(axis: AxisBoxes, column: AxisColumn, depth: number, pen: Pen): AxisNodes {
  const second = depth + COLUMN_GAP + column.first + COLUMN_AIR;
  const part = (
    tiers: readonly [slow: Tier, fast: Tier],
    ticks: readonly TickBox[],
    at: number,
    width: number,
  ): AxisNodes => {
    const tierOf = ({ isSlow }: TickBox): Tier => tiers[isSlow ? 0 : 1];
    return {
      lines: drawn(ticks).flatMap((tick) => {
        const isHead = tick.isSlow && tick.label?.along === tick.along;
        return tickOf(tierOf(tick), tick, at, pen, isHead ? COLUMN_GAP + width : undefined);
      }),
      labels: ticks.flatMap((tick) => columnLabels(tierOf(tick), tick, at + COLUMN_GAP, pen)),
    };
  };
  const parts = [part(["slow", "fast"], axis.ticks, depth, column.first)];
  const lines = [...linesOf("axis", "mizwala-axis", depth, axis.breaks, pen)];
  if (axis.second.length > 0) {
    parts.push(part(["second", "second-day"], axis.second, second, column.second));
    lines.push(...linesOf("second", "mizwala-axis is-second", second, axis.breaks, pen));
  }
  return {
    lines: [...lines, ...parts.flatMap((one) => one.lines)],
    labels: [
      ...parts.flatMap((one) => one.labels),
      ...axis.breaks.flatMap((box) => wordsOf(box, depth + COLUMN_GAP, pen)),
    ],
  };
}

/** The label of a tick, which ends at the axis; behind a day stands its weekday. */
function columnLabels(tier: Tier, { instant, isSlow, label }: TickBox, depth: number, pen: Pen): LabelNode[] {
  if (!label) return [];
  const { along, text, detail } = label;
  const { startSide } = pen.orientation;
  const role = isOfSecond(tier) ? "tickDetail" : isSlow ? "meta" : "tick";
  const { line } = TYPE[role];
  const [x, y] = pen.orientation.point(isSlow ? along : along - line / 2, depth);
  const node = { kind: "label", className: `mizwala-tick-label is-${tier}`, y } as const;
  const key = `tick-label:${tier}:${instant}`;
  const lines = [textLine(role, text, 0, pen)];
  if (detail !== undefined && isSlow) lines.push(textLine(role, detail, line, pen));
  const first: LabelNode = { ...node, key, x, side: opposite(startSide), lines };
  if (detail === undefined || isSlow) return [first];
  const [end] = pen.orientation.point(along, depth + DETAIL_AT);
  const behind = [textLine("tickDetail", detail, 0, pen)];
  return [first, { ...node, key: `${key}:detail`, x: end, side: first.side, lines: behind }];
}

/** Of two ticks that would look like one, the longer; a day is named at its middle, a month where it begins. */
function drawn(ticks: readonly TickBox[]): readonly TickBox[] {
  const slow = ticks.filter(({ isSlow }) => isSlow);
  return ticks.filter((tick) => tick.isSlow || slow.every(({ along }) => Math.abs(along - tick.along) >= NEAREST));
}

/** The second calendar has names of months, years or whole dates, and in between numbers of days. */
type Tier = "fast" | "slow" | "second" | "second-day";

const isOfSecond = (tier: Tier): boolean => tier.startsWith("second");

/** The line of an axis, with a gap and two strokes where it is broken; that of a second calendar has the gap alone. */
function linesOf(
  key: "axis" | "second",
  className: string,
  depth: number,
  breaks: readonly BreakBox[],
  pen: Pen,
): readonly ShapeNode[] {
  if (key === "second") return brokenLine({ key, className, depth, stroke: "rule", strokeWidth: 1 }, breaks, pen);
  const line = brokenLine({ key, className, depth, stroke: "axis", strokeWidth: 2 }, breaks, pen);
  return [...line, ...gapStrokes(depth, breaks, pen)];
}

/** How much a break leaves out: below it, or among the labels beside an upright axis. */
function wordsOf(
  { instant, along, label }: BreakBox,
  depth: number,
  { orientation, ...pen }: Pen,
): readonly LabelNode[] {
  if (!label) return [];
  const { isUpright, startSide } = orientation;
  const [x, y] = orientation.point(isUpright ? along - TYPE.gap.line / 2 : along, depth);
  const lines = [textLine("gap", label.text, 0, { orientation, ...pen })];
  const node = { key: `break:${instant}`, className: "mizwala-gap", x, y, lines } as const;
  return [{ kind: "label", ...node, side: isUpright ? opposite(startSide) : "middle" }];
}

function tickOf(
  tier: Tier,
  { instant, along }: TickBox,
  depth: number,
  { orientation, length }: Pen,
  head?: number,
): ShapeNode[] {
  if (along < 0 || along > length) return [];
  return [
    {
      kind: "line",
      key: `tick:${tier}:${instant}`,
      className: `mizwala-tick${isOfSecond(tier) ? " is-second" : ""}`,
      ...lineAlong(orientation.box(along, 0, depth + 1, head ?? (tier === "slow" ? SLOW_TICK : TICK))),
      stroke: head !== undefined ? "rule" : tier === "slow" ? "axis" : "faint",
      strokeWidth: 1,
    },
  ];
}

function fastLabel(tier: Tier, { instant, label }: TickBox, y: number, pen: Pen): LabelNode {
  const { along, text, detail } = label!;
  return {
    kind: "label",
    key: `tick-label:${tier}:${instant}`,
    className: `mizwala-tick-label${isOfSecond(tier) ? " is-second" : ""}`,
    x: pen.orientation.point(along, y)[0],
    y,
    side: "middle",
    lines: [
      textLine(isOfSecond(tier) ? "tickDetail" : "tick", text, 0, pen),
      ...(detail === undefined ? [] : [textLine("tickDetail", detail, TYPE.tick.line, pen)]),
    ],
  };
}

function slowLabel(tier: Tier, { instant, label }: TickBox, y: number, pen: Pen): LabelNode {
  const { along, text } = label!;
  return {
    kind: "label",
    key: `tick-label:${tier}:${instant}`,
    className: `mizwala-tick-label is-${tier}`,
    x: pen.orientation.point(along, y)[0],
    y,
    side: pen.orientation.startSide,
    lines: [textLine(isOfSecond(tier) ? "tickDetail" : "meta", text, 0, pen)],
  };
}

function textLine(role: TextLine["role"], text: string, top: number, { dir, lang }: Pen): TextLine {
  return { role, runs: [{ text }], dir, lang, top };
}
