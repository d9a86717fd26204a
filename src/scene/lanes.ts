import type { LaneBox, MarkBox } from "../layout/boxes.js";
import { CHEVRON } from "../layout/lanes.js";
import type { Layout } from "../layout/layout.js";
import { TYPE } from "../text/typography.js";
import { buildAxis } from "./axis.js";
import { buildTears } from "./breaks.js";
import { labelOf, markOf, moreOf, type Parts, type SceneSetting } from "./events.js";
import type { LabelNode, ShapeNode } from "./scene.js";
import type { Paint } from "./theme.js";
import { buildTip } from "./tip.js";

/** Between a line of the grid and a text, in pixels. */
const GRID_AIR = 4;

/** Events in rows with names, over the lines of the axis. */
export function buildLanes(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, axisAt, length, lanes = [] } = layout;
  const axis = layout.axis && buildAxis(layout.axis, axisAt, { orientation, width: length, ...setting });
  const marks = (isWanted: (box: MarkBox) => boolean): ShapeNode[] =>
    layout.marks.filter(isWanted).map((box) => markOf(layout, box, axisAt - box.across, setting));
  return {
    shapes: [
      ...gridOf(layout),
      ...lanes.slice(1).map(({ lane, across }) => ruleOf(`rule:${lane.id}`, 0, layout.width, axisAt - across)),
      ...lanes.flatMap((box) => chevronOf(layout, box)),
      ...(axis ? axis.lines : []),
      ...marks(({ form }) => form === "trace"),
      ...marks(({ form, bar }) => form !== "trace" && bar !== undefined),
      ...buildTears(layout),
      ...marks(({ form, bar }) => form !== "trace" && bar === undefined),
    ],
    labels: [
      ...layout.labels.map((box): LabelNode => ({
        ...labelOf(layout, box, orientation.x(box.along), axisAt - box.across, setting),
        accent: "ink",
      })),
      ...layout.more.map((box) => moreOf(layout, box, axisAt - box.across, setting)),
      ...lanes.flatMap((box) => nameOf(layout, box)),
      ...(axis ? axis.labels : []),
      ...buildTip(layout, setting),
    ],
  };
}

/** Faint lines through all lanes at the ticks of the fast tier; they break off before texts. */
function gridOf({ axis, axisAt, orientation, width, length, labels, lanes = [], top }: Layout): ShapeNode[] {
  const texts = [
    ...labels,
    ...lanes.map(({ indent, across, nameTop, name }) => {
      return { along: indent + length - width, across: across - nameTop, label: name };
    }),
  ];
  return (axis?.ticks ?? [])
    .filter(({ isSlow, along }) => !isSlow && along >= 0 && along <= length)
    .map(({ instant, along }): ShapeNode => {
      const breaks = texts
        .filter((box) => along > box.along - GRID_AIR && along < box.along + box.label.width + GRID_AIR)
        .flatMap(({ across, label }) => [axisAt - across, axisAt - across + label.height])
        .sort((a, b) => a - b);
      const x = round(orientation.x(along));
      const stops = [top, ...breaks, axisAt].map(round);
      const pieces = stops.map((y, i) => (i % 2 === 0 ? `M${x},${y}` : `V${y}`));
      return {
        kind: "path",
        key: `grid:${instant}`,
        className: "mizwala-grid",
        d: pieces.join(""),
        fill: "none",
        stroke: "rule",
        strokeWidth: 1,
      };
    });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function ruleOf(key: string, x1: number, x2: number, y: number): ShapeNode {
  return { kind: "line", key, className: "mizwala-rule", x1, y1: y, x2, y2: y, stroke: "rule", strokeWidth: 1 };
}

function nameOf(layout: Layout, { lane, name, indent, across, nameTop }: LaneBox): LabelNode[] {
  if (name.lines.length === 0) return [];
  const { orientation, axisAt, length, width } = layout;
  return [
    {
      kind: "label",
      key: `lane:${lane.id}`,
      className: "mizwala-lane",
      lane: lane.id,
      x: orientation.x(indent + length - width),
      y: axisAt - across + nameTop,
      side: orientation.startSide,
      lines: name.lines.map((line) => ({
        ...line,
        runs: line.role === "lane" ? line.runs.map((run) => ({ ...run, isEmphasized: true })) : line.runs,
      })),
      accent: paintOf(lane.hue),
    },
  ];
}

/** Before the name of a group: it points down where its lanes follow, else in the direction of time. */
function chevronOf({ orientation, axisAt, length, width }: Layout, box: LaneBox): ShapeNode[] {
  const { lane, indent, across, nameTop, isFolded } = box;
  if (isFolded === undefined) return [];
  const x = orientation.x(indent + length - width - CHEVRON * 0.6);
  const y = axisAt - across + nameTop + TYPE.lane.line / 2;
  const ahead = orientation.time === "rtl" ? -4 : 4;
  return [
    {
      kind: "group",
      key: `chevron:${lane.id}`,
      className: "mizwala-chevron",
      lane: lane.id,
      x,
      y,
      children: [
        {
          kind: "path",
          key: "sign",
          className: "mizwala-sign",
          d: isFolded ? `M${-ahead / 2},-4L${ahead / 2},0L${-ahead / 2},4` : "M-4,-2L0,2L4,-2",
          fill: "none",
          stroke: paintOf(lane.hue),
          strokeWidth: 2,
        },
      ],
    },
  ];
}

function paintOf(hue: LaneBox["lane"]["hue"]): Paint {
  return hue === undefined ? "muted" : `hue-${hue}`;
}
