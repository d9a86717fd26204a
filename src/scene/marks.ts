import { times } from "../base/times.js";
import type { BarBox, MarkBox, MarkForm } from "../layout/boxes.js";
import { orient, type Orientation } from "../layout/orientation.js";
import type { Hue, Shape } from "../model/kinds.js";
import type { Span } from "../time/span.js";
import { isKnown } from "../time/span.js";
import type { GroupNode, ShapeNode } from "./scene.js";
import type { Paint } from "./theme.js";

/** How bars are drawn, in pixels: how high, how round, how opaque where the source is certain and where it is not. */
interface BarForm {
  readonly height: number;
  readonly radius: number;
  readonly core: number;
  readonly pale: number;
  /** The thickness of the line at an end that is known exactly. */
  readonly edge: number;
}

const BAR_FORMS: Readonly<Record<MarkForm, BarForm>> = {
  axis: { height: 8, radius: 4, core: 0.36, pale: 0.2, edge: 0 },
  row: { height: 24, radius: 2, core: 0.2, pale: 0.11, edge: 3 },
  column: { height: 12, radius: 2, core: 0.32, pale: 0.18, edge: 3 },
  trace: { height: 4, radius: 2, core: 0.36, pale: 0.2, edge: 0 },
};

const SOFT_OPACITY = 0.2;
const FADE_STEPS = 8;
const HALO = 2;

/** The outlines of the marks, about the origin; all of about the same weight to the eye. */
const OUTLINES: Readonly<Record<Shape, string>> = {
  circle: "M-6,0A6,6,0,1,1,6,0A6,6,0,1,1,-6,0Z",
  square: "M-5.25,-5.25H5.25V5.25H-5.25Z",
  diamond: "M0,-7L7,0L0,7L-7,0Z",
  triangle: "M0,-6.75L7,5.25H-7Z",
};

const SMALL = "M-3,0A3,3,0,1,1,3,0A3,3,0,1,1,-3,0Z";

/** What the mark of an event is made of. */
export interface MarkLook {
  readonly id: string;
  readonly hue: Hue;
  readonly shape: Shape;
  readonly span: Span;
  readonly isSelected: boolean;
  /** Whether it has lost its flag for want of room: then it is small. */
  readonly isSmall: boolean;
}

/** Where time runs down, bars are made as if it ran to the right, and then turned. */
const LEVEL = orient("ltr", 0);

/** The mark of an event, at a depth: a dot at its own time, or a bar as long as what is known of it. */
export function buildMark(box: MarkBox, look: MarkLook, orientation: Orientation, depth: number): GroupNode {
  const form = BAR_FORMS[box.form ?? "axis"];
  const { bar } = box;
  const [x, y] = orientation.point(box.along, depth);
  const isTurned = bar !== undefined && orientation.isUpright;
  const level = isTurned ? LEVEL : orientation;
  const children = bar ? buildBar(bar, form, look, level, level.point(box.along, 0)[0]) : buildDot(look);
  return {
    kind: "group",
    key: `mark:${look.id}`,
    className: `mizwala-mark${box.bar ? " is-bar" : ""}${look.isSelected ? " is-selected" : ""}`,
    event: look.id,
    x,
    y,
    ...(isTurned ? { isTurned } : {}),
    children,
  };
}

function buildDot({ shape, hue, span, isSmall }: MarkLook): ShapeNode[] {
  const paint: Paint = `hue-${hue}`;
  const d = OUTLINES[shape];
  if (isSmall) return [{ kind: "path", key: "dot", className: "mizwala-dot", d: SMALL, fill: paint, opacity: 0.7 }];
  const { approximate, uncertain } = [span.start, span.end].find(isKnown)!;
  const halo: ShapeNode = {
    kind: "path",
    key: "halo",
    className: "mizwala-halo",
    d,
    fill: "paper",
    stroke: "paper",
    strokeWidth: HALO * 2,
  };
  const dot: ShapeNode = uncertain
    ? {
        kind: "path",
        key: "dot",
        className: "mizwala-dot",
        d,
        fill: "paper",
        stroke: paint,
        strokeWidth: 2,
        dash: "3 2",
      }
    : { kind: "path", key: "dot", className: "mizwala-dot", d, fill: paint };
  if (!approximate) return [halo, dot];
  const soft = [14, 11].map((radius): ShapeNode => ({
    kind: "path",
    key: `soft${radius}`,
    className: "mizwala-soft",
    d: `M-${radius},0A${radius},${radius},0,1,1,${radius},0A${radius},${radius},0,1,1,-${radius},0Z`,
    fill: paint,
    opacity: SOFT_OPACITY,
  }));
  return [...soft, halo, dot];
}

/** Pieces of a bar, from its earlier to its later end, relative to `originX`. */
function buildBar(
  bar: BarBox,
  form: BarForm,
  { hue, span }: MarkLook,
  orientation: Orientation,
  originX: number,
): ShapeNode[] {
  const paint: Paint = `hue-${hue}`;
  const piece = (key: string, from: number, to: number, opacity: number, radius = 0): ShapeNode[] =>
    to - from < 0.05
      ? []
      : [
          {
            kind: "rect",
            key,
            className: "mizwala-bar",
            x: orientation.box(from, to - from, 0, 0).x - originX,
            y: -form.height / 2,
            width: to - from,
            height: form.height,
            radius,
            fill: paint,
            opacity,
          },
        ];
  const isPlain = bar.coreFrom === bar.from && bar.coreTo === bar.to;
  const fringe = (key: string, outer: number, core: number, isFaded: boolean): ShapeNode[] => {
    const [from, to] = outer < core ? [outer, core] : [core, outer];
    if (!isFaded) return piece(key, from, to, form.pale);
    return times(FADE_STEPS, (i) => {
      const at = (share: number): number => outer + (core - outer) * share;
      const [a, b] = [at(i / FADE_STEPS), at((i + 1) / FADE_STEPS)];
      return piece(`${key}${i}`, Math.min(a, b), Math.max(a, b), (form.core * (i + 0.5)) / FADE_STEPS);
    }).flat();
  };
  const shapes = [
    ...fringe("start", bar.from, bar.coreFrom, bar.start === "faded"),
    ...piece("core", bar.coreFrom, bar.coreTo, form.core, isPlain ? form.radius : 0),
    ...fringe("end", bar.to, bar.coreTo, bar.end === "faded"),
  ];
  // A single date lies somewhere in its bar; only an interval has ends that can be exact.
  const edge = span.isInterval ? form.edge : 0;
  if (bar.start === "sharp") shapes.push(...piece("first", bar.from, bar.from + edge, 1));
  if (bar.end === "sharp") shapes.push(...piece("last", bar.to - edge, bar.to, 1));
  if (bar.isUncertain) {
    shapes.push({
      kind: "rect",
      key: "dashes",
      className: "mizwala-outline",
      x: orientation.box(bar.from, bar.to - bar.from, 0, 0).x - originX,
      y: -form.height / 2,
      width: bar.to - bar.from,
      height: form.height,
      radius: form.radius,
      fill: "none",
      stroke: paint,
      dash: "3 2",
    });
  }
  const arrow = (key: string, along: number, isLater: boolean): ShapeNode => {
    const tip = orientation.point(along, 0)[0] - originX;
    const back = orientation.point(along + (isLater ? -9 : 9), 0)[0] - originX;
    return {
      kind: "path",
      key,
      className: "mizwala-arrow",
      d: `M${round(tip)},0L${round(back)},-7V7Z`,
      fill: paint,
    };
  };
  if (bar.start === "open") shapes.push(arrow("before", bar.from, false));
  if (bar.end === "open") shapes.push(arrow("after", bar.to, true));
  return shapes;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
