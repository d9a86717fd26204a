import type { LabelBox, MarkBox } from "../layout/boxes.js";
import { lieOf } from "../layout/sides.js";
import type { Layout } from "../layout/layout.js";
import { buildAxis } from "./axis.js";
import { brokenLine, buildTears } from "./breaks.js";
import { eventAt, labelOf, markOf, moreOf, type Parts, type SceneSetting } from "./events.js";
import { lineAlong } from "./line.js";
import type { ShapeNode } from "./scene.js";
import { buildTip } from "./tip.js";

/** Flags that hang from poles on one axis. */
export function buildFlags(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, axisAt, length } = layout;
  const { indent } = lieOf(orientation.isUpright);
  const axis = layout.axis && buildAxis(layout.axis, axisAt, { orientation, length, ...setting });
  const marks = (isWanted: (box: MarkBox) => boolean): ShapeNode[] =>
    layout.marks.filter(isWanted).map((box) => markOf(layout, box, axisAt - box.across, setting));
  const isHidden = ({ event }: MarkBox): boolean => layout.fateOf(event).is === "hidden";
  return {
    shapes: [
      ...marks(({ bar }) => bar !== undefined),
      ...buildTears(layout),
      ...(axis ? axis.lines : []),
      ...lowerLine(layout),
      ...marks((box) => !box.bar && isHidden(box)),
      ...layout.labels.map((box) => poleOf(layout, box)),
      ...marks((box) => !box.bar && !isHidden(box)),
    ],
    labels: [
      ...layout.labels.map((box) => labelOf(layout, box, box.along + indent, axisAt - box.across, setting)),
      ...layout.more.map((box) => moreOf(layout, box, setting)),
      ...(axis ? axis.labels : []),
      ...buildTip(layout, setting),
    ],
  };
}

function poleOf(layout: Layout, box: LabelBox): ShapeNode {
  const { id, kind } = eventAt(layout, box.event);
  const { axisAt, orientation } = layout;
  const { across, base = 0, label, along } = box;
  // Above the axis a pole ends at the far edge of its flag, and so it does below.
  const end = across < base ? across - orientation.extentOf(label).breadth : across;
  const [depth, breadth] = [axisAt - Math.max(base, end), Math.abs(end - base)];
  return {
    kind: "line",
    key: `pole:${id}`,
    className: "mizwala-pole",
    event: id,
    ...lineAlong(orientation.box(along, 0, depth, breadth)),
    stroke: `hue-${kind.hue}`,
    strokeWidth: 2,
  };
}

/** The line that flags below the axis hang from. */
function lowerLine({ lower, axis, axisAt, orientation, length }: Layout): readonly ShapeNode[] {
  if (lower === undefined) return [];
  const look = { key: "lower", className: "mizwala-axis is-lower", stroke: "axis", strokeWidth: 1 } as const;
  return brokenLine({ ...look, depth: axisAt + lower }, axis?.breaks ?? [], { orientation, length });
}
