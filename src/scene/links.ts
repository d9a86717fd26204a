import { clamp } from "../base/math.js";
import type { Corner, LinkRoute } from "../layout/lane-links.js";
import type { Layout } from "../layout/layout.js";
import type { Link, LinkBox } from "../layout/links.js";
import { eventAt, hueAt, type SceneSetting } from "./events.js";
import type { ShapeNode } from "./scene.js";

/** From the middle of a mark to where a line begins: at the edge of a dot, at half past one. */
const OFF = 7;
/** The sides of an arrowhead, half of its angle, and half the width of a foot; in pixels and in radians. */
const HEAD = 5;
const OPENING = 0.5;
const FOOT = 3;
/** The corners of lines between lanes, in pixels. */
const ROUND = 4;

/** Writes a point that is given along and from the far edge of the plot. */
type Pen = (...point: Corner) => string;

/** Lines from events to what they led to, and dotted ones to what they are a part of: above an axis, or between lanes. */
export function buildLinks(layout: Layout, setting: SceneSetting): ShapeNode[] {
  const pen: Pen = (along, depth) => layout.orientation.point(along, depth).map(round).join();
  return [
    ...layout.links.map((link) => lineOf(link, drawArc(link, layout.axisAt, pen), layout, setting)),
    ...layout.routes.map((route) => lineOf(route, drawRoute(route, pen), layout, setting)),
    ...feetOf(layout),
  ];
}

function lineOf({ from, to, kind }: Link, d: string, layout: Layout, { selected, hinted }: SceneSetting): ShapeNode {
  const ends = [from, to].map((event) => eventAt(layout, event).id);
  const isHinted = ends.some((id) => id === hinted || id === selected);
  return {
    kind: "path",
    key: `link:${kind}:${ends.join(":")}`,
    className: `mizwala-link is-${kind}${isHinted ? " is-hinted" : ""}`,
    d,
    fill: "none",
    stroke: isHinted ? "ink" : "faint",
    strokeWidth: isHinted ? 2 : 1,
    ...(kind === "part" ? { dash: "1 3" } : {}),
  };
}

/** The mark of an event below the axis stands under the foot of its lines. */
function feetOf(layout: Layout): ShapeNode[] {
  const feet = new Set(layout.links.flatMap(({ from, to }) => [from, to]));
  return layout.marks
    .filter(({ event, across }) => across < 0 && feet.has(event))
    .map(({ event, along }): ShapeNode => ({
      kind: "rect",
      key: `foot:${eventAt(layout, event).id}`,
      className: "mizwala-foot",
      ...layout.orientation.box(along - FOOT, 2 * FOOT, layout.axisAt - FOOT, 2 * FOOT),
      radius: FOOT,
      fill: `hue-${hueAt(layout, event)}`,
    }));
}

/** Up from one dot at half a right angle, along its tier, and down to the other. */
function drawArc({ start, end, across, kind }: LinkBox, axisAt: number, pen: Pen): string {
  const forth = Math.sign(end - start);
  const bend = Math.min(2 * across - OFF, Math.abs(end - start) / 2);
  const corner = (bend + OFF) / 2;
  const at = (along: number, rise: number): string => pen(along, axisAt - rise);
  const [first, last]: readonly Corner[] = [
    [end - forth * corner, axisAt - across],
    [end - forth * OFF, axisAt - OFF],
  ];
  const line = [
    `M${at(start + forth * OFF, OFF)}`,
    `Q${at(start + forth * corner, across)} ${at(start + forth * bend, across)}`,
    `L${at(end - forth * bend, across)}`,
    `Q${pen(...first!)} ${pen(...last!)}`,
  ];
  return line.join("") + drawHead(kind, first!, last!, pen);
}

/** From corner to corner, with the corners rounded. */
function drawRoute({ corners, kind }: LinkRoute, pen: Pen): string {
  const toward = ([x, y]: Corner, [to, down]: Corner): Corner => {
    const share = clamp(ROUND / Math.hypot(to - x, down - y), 0, 0.5);
    return [x + (to - x) * share, y + (down - y) * share];
  };
  const turns = corners.slice(1, -1).map((corner, i) => {
    return `L${pen(...toward(corner, corners[i]!))}Q${pen(...corner)} ${pen(...toward(corner, corners[i + 2]!))}`;
  });
  const [before, last] = corners.slice(-2) as [Corner, Corner];
  return `M${pen(...corners[0]!)}${turns.join("")}L${pen(...last)}${drawHead(kind, before, last, pen)}`;
}

/** An arrowhead at the end of a line that comes from another point; a part has none. */
function drawHead(kind: Link["kind"], [x, y]: Corner, tip: Corner, pen: Pen): string {
  if (kind === "part") return "";
  const angle = Math.atan2(y - tip[1], x - tip[0]);
  const barb = (turn: number): string =>
    pen(tip[0] + HEAD * Math.cos(angle + turn), tip[1] + HEAD * Math.sin(angle + turn));
  return `M${barb(-OPENING)}L${pen(...tip)}L${barb(OPENING)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
