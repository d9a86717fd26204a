import { clamp } from "../base/math.js";
import { times } from "../base/times.js";
import type { HueCounts, LabelBox, LegendBox, StripBox } from "../layout/boxes.js";
import { NAME_INDENT } from "../layout/lay-density.js";
import type { Layout } from "../layout/layout.js";
import { SWATCH, SWATCH_AIR } from "../layout/legend.js";
import { TYPE } from "../text/typography.js";
import { buildAxis } from "./axis.js";
import { eventAt, hueAt, labelOf, markOf, placeText, type Parts, type SceneSetting } from "./events.js";
import { chevronOf, gridOf, nameOf, paintOf } from "./lanes.js";
import { lineAlong } from "./line.js";
import type { LabelNode, ShapeNode } from "./scene.js";
import type { Paint } from "./theme.js";
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
  const { orientation, axisAt, length, lanes = [], strips = [], legend = [] } = layout;
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
      ...legend.map((box) => swatchOf(layout, box)),
      ...(axis ? axis.lines : []),
      ...marks(true),
      ...layout.labels.flatMap((box) => poleOf(layout, box)),
      ...marks(false),
    ],
    labels: [
      ...layout.labels.map((box) => labelOf(layout, box, box.along + NAME_INDENT, axisAt - box.across, setting)),
      ...lanes.flatMap((box) => nameOf(layout, box)),
      ...(axis ? axis.labels : []),
      ...legend.map((box) => entryOf(layout, box)),
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
  const { lane, across, counts, behind, byHue } = strip;
  const { orientation, axisAt, length } = layout;
  const paint = paintOf(lane.hue);
  const silhouette = (key: string, d: string, fill: Paint, opacity: number): ShapeNode => {
    return { kind: "path", key: `${key}:${lane.id}`, className: "mizwala-strip", lane: lane.id, d, fill, opacity };
  };
  const own = behind ? AMONG : FULL;
  const tops = topsOf(strip, counts);
  const layers = byHue ? layersOf(tops, counts, byHue) : [tops];
  return [
    ...(behind ? [silhouette("behind", outlineOf(layout, strip, topsOf(strip, behind)), paint, TRACE)] : []),
    ...layers.map((top, i) => {
      const hue = byHue?.hues[i];
      const d = outlineOf(layout, strip, top, layers[i - 1]);
      return hue ? silhouette(`strip ${hue}`, d, `hue-${hue}`, AMONG) : silhouette("strip", d, paint, own);
    }),
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

/**
 * How high a silhouette is at each pixel, in whole pixels. Heights grow with the square roots of counts, so that a quiet year
 * is seen beside a loud one; a pixel between empty ones is drawn twice as wide.
 */
function topsOf({ height, most }: StripBox, counts: Uint32Array): Uint16Array {
  const tops = new Uint16Array(counts.length);
  for (let at = 0; at < counts.length; at++) {
    const count = counts[sourceOf(counts, at)]!;
    if (count > 0) tops[at] = Math.max(LEAST, Math.round(height * Math.sqrt(Math.min(count, most) / most)));
  }
  return tops;
}

/** The pixel whose count is drawn at a pixel: itself, or the one before it that stands alone. */
function sourceOf(counts: Uint32Array, at: number): number {
  return !counts[at] && counts[at - 1] && !counts[at - 2] ? at - 1 : at;
}

/**
 * Parts each height by the shares of the colours, upon each other; a colour that is there has a pixel at least. The last layer
 * is as high as all of them.
 */
function layersOf(tops: Uint16Array, counts: Uint32Array, { hues, counts: byHue }: HueCounts): readonly Uint16Array[] {
  const layers = hues.map(() => new Uint16Array(tops.length));
  for (let at = 0; at < tops.length; at++) {
    if (tops[at] === 0) continue;
    const source = sourceOf(counts, at);
    const first = source * hues.length;
    let above = 0;
    for (let hue = 0; hue < hues.length; hue++) if (byHue[first + hue]! > 0) above++;
    const top = Math.max(tops[at]!, above);
    let [below, sum] = [0, 0];
    for (let hue = 0; hue < hues.length; hue++) {
      const many = byHue[first + hue]!;
      if (many > 0) {
        sum += many;
        above--;
        below = clamp(Math.round((top * sum) / counts[source]!), below + 1, top - above);
      }
      layers[hue]![at] = below;
    }
  }
  return layers;
}

/** Makes a function that says a step of a path; each is made once, for a frame has thousands of them. */
function stepsOf(command: "h" | "v"): (pixels: number) => string {
  const known = times(2 * MOST_STEPS, (at) => `${command}${at - MOST_STEPS}`);
  return (pixels) => known[pixels + MOST_STEPS] ?? `${command}${pixels}`;
}
const across = stepsOf("h");
const up = stepsOf("v");

/** The area between two heights, or between a height and the foot. Whole pixels, from one to the next, are short texts. */
function outlineOf(
  { orientation, axisAt, length }: Layout,
  strip: StripBox,
  tops: Uint16Array,
  bottoms?: Uint16Array,
): string {
  const foot = axisAt - strip.across;
  const [start, end] = [0, length].map((along) => orientation.point(along, foot)[0]) as [number, number];
  const xOf = (pixel: number): number => Math.round(start + ((end - start) * pixel) / tops.length);
  let [x, rise] = [xOf(0), 0];
  const steps = [`M${x},${foot}`];
  const go = (pixel: number, to: number): void => {
    if (to === rise) return;
    const toX = xOf(pixel);
    if (toX !== x) steps.push(across(toX - x));
    steps.push(up(rise - to));
    [x, rise] = [toX, to];
  };
  for (let pixel = 0; pixel < tops.length; pixel++) go(pixel, tops[pixel]!);
  if (bottoms) for (let pixel = tops.length; pixel > 0; pixel--) go(pixel, bottoms[pixel - 1]!);
  go(bottoms ? 0 : tops.length, 0);
  return steps.join("");
}

/** A colour and the names of its kinds. */
function swatchOf({ orientation, axisAt }: Layout, { hue, along, across }: LegendBox): ShapeNode {
  const air = (TYPE.meta.line - SWATCH) / 2;
  return {
    kind: "rect",
    key: `legend:${hue}`,
    className: "mizwala-swatch",
    ...orientation.box(along, SWATCH, axisAt - across + air, SWATCH),
    radius: 2,
    fill: `hue-${hue}`,
  };
}

function entryOf(layout: Layout, { hue, along, across, label }: LegendBox): LabelNode {
  return {
    kind: "label",
    key: `legend:${hue}`,
    className: "mizwala-legend",
    ...placeText(layout, along + SWATCH + SWATCH_AIR, layout.axisAt - across, label),
    lines: label.lines,
  };
}
