import type { LaneBox, MarkBox } from "../layout/boxes.js";
import { CHEVRON } from "../layout/lanes.js";
import type { Layout } from "../layout/layout.js";
import { textsOf } from "../layout/patch.js";
import { TYPE } from "../text/typography.js";
import { buildAxis } from "./axis.js";
import { buildTears } from "./breaks.js";
import { labelOf, markOf, moreOf, placeText, type Parts, type SceneSetting } from "./events.js";
import { lineAlong } from "./line.js";
import type { LabelNode, ShapeNode } from "./scene.js";
import type { Paint } from "./theme.js";
import { buildTip } from "./tip.js";

/** Between a line of the grid and a text, in pixels. */
const GRID_AIR = 4;

/** Events in rows with names, over the lines of the axis. */
export function buildLanes(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, axisAt, length, inset = 0, lanes = [] } = layout;
  const axis = layout.axis && buildAxis(layout.axis, axisAt, { orientation, length, ...setting });
  // Between two lanes: in rows at the top of the lower one, in columns at the near edge of the next one.
  const edgeOf = ({ across, height }: LaneBox): number => axisAt - across + (orientation.isUpright ? height : 0);
  const marks = (isWanted: (box: MarkBox) => boolean): ShapeNode[] =>
    layout.marks.filter(isWanted).map((box) => markOf(layout, box, axisAt - box.across, setting));
  return {
    shapes: [
      ...gridOf(layout),
      ...lanes.slice(1).map((box): ShapeNode => {
        const line = lineAlong(orientation.box(-inset, length + inset, edgeOf(box), 0));
        const key = `rule:${box.lane.id}`;
        return { kind: "line", key, className: "mizwala-rule", ...line, stroke: "rule", strokeWidth: 1 };
      }),
      ...lanes.flatMap((box) => chevronOf(layout, box)),
      ...(axis ? axis.lines : []),
      ...marks(({ form }) => form === "trace"),
      ...marks(({ form, bar }) => form !== "trace" && bar !== undefined),
      ...buildTears(layout),
      ...marks(({ form, bar }) => form !== "trace" && bar === undefined),
    ],
    labels: [
      ...layout.labels.map((box): LabelNode => ({
        ...labelOf(layout, box, box.along, axisAt - box.across, setting),
        accent: "ink",
      })),
      ...layout.more.map((box) => moreOf(layout, box, setting)),
      ...lanes.flatMap((box) => nameOf(layout, box)),
      ...(axis ? axis.labels : []),
      ...buildTip(layout, setting),
    ],
  };
}

/** Faint lines through all lanes at the ticks of the fast tier; they break off before texts. */
export function gridOf(layout: Layout): ShapeNode[] {
  const { axis, axisAt, orientation, length, top } = layout;
  const texts = textsOf({ ...layout, more: [], eras: [] });
  return (axis?.ticks ?? [])
    .filter(({ isSlow, along }) => !isSlow && along >= 0 && along <= length)
    .map(({ instant, along }): ShapeNode => {
      const breaks = texts
        .filter((box) => along > box.from - GRID_AIR && along < box.to + GRID_AIR)
        .flatMap((box) => [box.top, box.bottom])
        .sort((a, b) => a - b);
      const pieces = [top, ...breaks, axisAt].map((depth, i) => {
        return `${i % 2 === 0 ? "M" : "L"}${orientation.point(along, depth).map(round).join()}`;
      });
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

export function nameOf(layout: Layout, { lane, name, indent, across, nameTop }: LaneBox): LabelNode[] {
  if (name.lines.length === 0) return [];
  const { axisAt, inset = 0 } = layout;
  return [
    {
      kind: "label",
      key: `lane:${lane.id}`,
      className: "mizwala-lane",
      lane: lane.id,
      ...placeText(layout, indent - inset, axisAt - across + nameTop, name),
      lines: name.lines.map((line) => ({
        ...line,
        runs: line.role === "lane" ? line.runs.map((run) => ({ ...run, isEmphasized: true })) : line.runs,
      })),
      accent: paintOf(lane.hue),
    },
  ];
}

/** Before the name of a group: it points down where its lanes follow, else in the direction of time. */
export function chevronOf(layout: Layout, box: LaneBox): ShapeNode[] {
  const { lane, name, indent, across, nameTop, isFolded } = box;
  if (isFolded === undefined) return [];
  const { axisAt, inset = 0 } = layout;
  const place = placeText(layout, indent - inset, axisAt - across + nameTop, name);
  const ahead = place.side === "right" ? -4 : 4;
  const x = place.x - Math.sign(ahead) * CHEVRON * 0.6;
  const y = place.y + TYPE.lane.line / 2;
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

export function paintOf(hue: LaneBox["lane"]["hue"]): Paint {
  return hue === undefined ? "muted" : `hue-${hue}`;
}
