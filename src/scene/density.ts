import type { LabelBox, StripBox } from "../layout/boxes.js";
import { NAME_INDENT } from "../layout/lay-density.js";
import type { Layout } from "../layout/layout.js";
import { buildAxis } from "./axis.js";
import { eventAt, hueAt, labelOf, markOf, type Parts, type SceneSetting } from "./events.js";
import { chevronOf, gridOf, nameOf, paintOf } from "./lanes.js";
import { lineAlong } from "./line.js";
import type { ShapeNode } from "./scene.js";
import { buildTip } from "./tip.js";

/** However many there are elsewhere, one event is so many pixels high. */
const LEAST = 2;
/** How much colour a silhouette has; one that stands among all others has more, and they have less. */
const FULL = 0.35;
const AMONG = 0.6;
const TRACE = 0.14;
/** Steps shorter than so many pixels are made beforehand. */
const MOST_STEPS = 64;

/** Strips with a silhouette of how many events begin when, and the names of the most important ones above them. */
export function buildDensity(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, axisAt, length, lanes = [], strips = [] } = layout;
  const axis = layout.axis && buildAxis(layout.axis, axisAt, { orientation, length, ...setting });
  const marks = (isSmall: boolean): ShapeNode[] =>
    layout.marks
      .filter(({ form }) => (form === "trace") === isSmall)
      .map((box) => markOf(layout, box, axisAt - box.across, setting));
  return {
    shapes: [
      ...gridOf(layout),
      ...strips.flatMap((strip) => stripOf(layout, strip)),
      ...lanes.flatMap((box) => chevronOf(layout, box)),
      ...(axis ? axis.lines : []),
      ...marks(true),
      ...layout.labels.flatMap((box) => poleOf(layout, box)),
      ...marks(false),
    ],
    labels: [
      ...layout.labels.map((box) => labelOf(layout, box, box.along + NAME_INDENT, axisAt - box.across, setting)),
      ...lanes.flatMap((box) => nameOf(layout, box)),
      ...(axis ? axis.labels : []),
      ...buildTip(layout, setting),
    ],
  };
}

/** From the name of an event to where it begins, if that is in view. */
function poleOf(layout: Layout, { event, along, across, base }: LabelBox): ShapeNode[] {
  if (base === undefined) return [];
  const { orientation, axisAt } = layout;
  const { id } = eventAt(layout, event);
  return [
    {
      kind: "line",
      key: `pole:${id}`,
      className: "mizwala-pole",
      event: id,
      ...lineAlong(orientation.box(along, 0, axisAt - across, across - base)),
      stroke: `hue-${hueAt(layout, event)}`,
      strokeWidth: 2,
    },
  ];
}

/** The silhouettes of a strip and the line that they stand on. */
function stripOf(layout: Layout, strip: StripBox): ShapeNode[] {
  const { lane, across, counts, behind } = strip;
  const { orientation, axisAt, length } = layout;
  const paint = paintOf(lane.hue);
  const silhouette = (key: string, own: Uint32Array, opacity: number): ShapeNode => {
    const d = outlineOf(layout, strip, own);
    return {
      kind: "path",
      key: `${key}:${lane.id}`,
      className: "mizwala-strip",
      lane: lane.id,
      d,
      fill: paint,
      opacity,
    };
  };
  return [
    ...(behind ? [silhouette("behind", behind, TRACE)] : []),
    silhouette("strip", counts, behind ? AMONG : FULL),
    {
      kind: "line",
      key: `foot:${lane.id}`,
      className: "mizwala-foot",
      lane: lane.id,
      ...lineAlong(orientation.box(0, length, axisAt - across, 0)),
      stroke: paint,
      strokeWidth: 1,
    },
  ];
}

/** Makes a function that says a step of a path; each is made once, for a frame has thousands of them. */
function stepsOf(command: "h" | "v"): (pixels: number) => string {
  const known = Array.from({ length: 2 * MOST_STEPS }, (_, at) => `${command}${at - MOST_STEPS}`);
  return (pixels) => known[pixels + MOST_STEPS] ?? `${command}${pixels}`;
}
const across = stepsOf("h");
const up = stepsOf("v");

/**
 * Heights grow with the square roots of counts, so that a quiet year is seen beside a loud one; a pixel between empty ones is
 * drawn twice as wide. Whole pixels, from one to the next, are short texts.
 */
function outlineOf({ orientation, axisAt, length }: Layout, strip: StripBox, counts: Uint32Array): string {
  const { height, most } = strip;
  const foot = axisAt - strip.across;
  const [start, end] = [0, length].map((along) => orientation.point(along, foot)[0]) as [number, number];
  const xOf = (column: number): number => Math.round(start + ((end - start) * column) / counts.length);
  let [x, rise] = [xOf(0), 0];
  const steps = [`M${x},${foot}`];
  const go = (toX: number, toRise: number): void => {
    if (toX !== x) steps.push(across(toX - x));
    if (toRise !== rise) steps.push(up(rise - toRise));
    [x, rise] = [toX, toRise];
  };
  for (let column = 0, next = 1; column < counts.length; column = next++) {
    const count = counts[column]!;
    while (counts[next] === count) next++;
    if (count === 0) {
      go(x, 0);
      continue;
    }
    const isAlone = next === column + 1 && !counts[column - 1] && !counts[next];
    const top = Math.max(LEAST, Math.round(height * Math.sqrt(Math.min(count, most) / most)));
    go(xOf(column), top);
    go(xOf(isAlone ? next + 1 : next), top);
  }
  go(x, 0);
  return steps.join("");
}
