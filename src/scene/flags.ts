import type { LabelBox, MarkBox } from "../layout/boxes.js";
import { FLAG_INDENT } from "../layout/sides.js";
import type { Layout } from "../layout/layout.js";
import { buildAxis } from "./axis.js";
import { brokenLine, buildTears } from "./breaks.js";
import { eventAt, labelOf, markOf, moreOf, type Parts, type SceneSetting } from "./events.js";
import type { ShapeNode } from "./scene.js";
import { buildTip } from "./tip.js";

/** Flags that hang from poles on one axis. */
export function buildFlags(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, axisAt: y, width } = layout;
  const axis = layout.axis && buildAxis(layout.axis, y, { orientation, width, ...setting });
  const marks = (isWanted: (box: MarkBox) => boolean): ShapeNode[] =>
    layout.marks.filter(isWanted).map((box) => markOf(layout, box, y - box.across, setting));
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
      ...layout.labels.map((box) =>
        labelOf(layout, box, orientation.x(box.along + FLAG_INDENT), y - box.across, setting),
      ),
      ...layout.more.map((box) => moreOf(layout, box, y - box.across, setting)),
      ...(axis ? axis.labels : []),
      ...buildTip(layout, setting),
    ],
  };
}

function poleOf(layout: Layout, box: LabelBox): ShapeNode {
  const { id, kind } = eventAt(layout, box.event);
  const x = layout.orientation.x(box.along);
  const base = box.base ?? 0;
  return {
    kind: "line",
    key: `pole:${id}`,
    className: "mizwala-pole",
    event: id,
    x1: x,
    y1: layout.axisAt - box.across + (box.across < base ? box.label.height : 0),
    x2: x,
    y2: layout.axisAt - base,
    stroke: `hue-${kind.hue}`,
    strokeWidth: 2,
  };
}

/** The line that flags below the axis hang from. */
function lowerLine({ lower, axis, axisAt, orientation, width }: Layout): readonly ShapeNode[] {
  if (lower === undefined) return [];
  const look = { key: "lower", className: "mizwala-axis is-lower", stroke: "axis", strokeWidth: 1 } as const;
  return brokenLine({ ...look, y: axisAt + lower }, axis?.breaks ?? [], { orientation, width });
}
