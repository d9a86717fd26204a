import type { BreakBox } from "../layout/breaks.js";
import type { AxisBoxes } from "../layout/axis.js";
import type { Orientation } from "../layout/orientation.js";
import type { Direction } from "../text/direction.js";
import type { TickBox } from "../layout/boxes.js";
import { TYPE } from "../text/typography.js";
import { brokenLine, gapStrokes } from "./breaks.js";
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
  readonly width: number;
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
  y: number,
  breaks: readonly BreakBox[],
  pen: Pen,
): readonly ShapeNode[] {
  if (key === "second") return brokenLine({ key, className, y, stroke: "rule", strokeWidth: 1 }, breaks, pen);
  const line = brokenLine({ key, className, y, stroke: "axis", strokeWidth: 2 }, breaks, pen);
  return [...line, ...gapStrokes(y, breaks, pen)];
}

/** How much a break leaves out, below it. */
function wordsOf({ instant, along, label }: BreakBox, y: number, pen: Pen): readonly LabelNode[] {
  if (!label) return [];
  const node = { key: `break:${instant}`, className: "mizwala-gap", x: pen.orientation.x(along), y } as const;
  return [{ kind: "label", ...node, side: "middle", lines: [textLine("gap", label.text, 0, pen)] }];
}

function tickOf(tier: Tier, { instant, along }: TickBox, y: number, { orientation, width }: Pen): ShapeNode[] {
  if (along < 0 || along > width) return [];
  const x = orientation.x(along);
  return [
    {
      kind: "line",
      key: `tick:${tier}:${instant}`,
      className: `mizwala-tick${isOfSecond(tier) ? " is-second" : ""}`,
      x1: x,
      y1: y + 1,
      x2: x,
      y2: y + 1 + (tier === "slow" ? SLOW_TICK : TICK),
      stroke: tier === "slow" ? "axis" : "faint",
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
    x: pen.orientation.x(along),
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
    x: pen.orientation.x(along),
    y,
    side: pen.orientation.startSide,
    lines: [textLine(isOfSecond(tier) ? "tickDetail" : "meta", text, 0, pen)],
  };
}

function textLine(role: TextLine["role"], text: string, top: number, { dir, lang }: Pen): TextLine {
  return { role, runs: [{ text }], dir, lang, top };
}
