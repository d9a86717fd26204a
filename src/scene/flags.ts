import { clamp } from "../base/math.js";
import type { LabelBox, MarkBox } from "../layout/boxes.js";
import { withoutSummary } from "../layout/label.js";
import { FLAG_INDENT } from "../layout/lay-flags.js";
import type { Layout } from "../layout/layout.js";
import { buildAxis } from "./axis.js";
import { eventAt, labelOf, markOf, type Parts, type SceneSetting } from "./events.js";
import type { LabelNode, ShapeNode } from "./scene.js";

/** From the axis to the middle of a count of hidden events, in pixels. */
const MORE_RISE = 30;

/** From the axis to the lower end of a tip, and from its edge to its text, in pixels. */
const TIP_RISE = 22;
const TIP_PADDING = 9;

/** Flags that hang from poles on one axis. */
export function buildFlags(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, axisAt: y, width } = layout;
  const axis = layout.axis && buildAxis(layout.axis, y, { orientation, width, ...setting });
  const marks = (isWanted: (box: MarkBox) => boolean): ShapeNode[] =>
    layout.marks.filter(isWanted).map((box) => markOf(layout, box, y, setting));
  const isHidden = ({ event }: MarkBox): boolean => layout.fateOf(event).is === "hidden";
  return {
    shapes: [
      ...marks(({ bar }) => bar !== undefined),
      ...(axis ? axis.lines : []),
      ...marks((box) => !box.bar && isHidden(box)),
      ...layout.labels.map((box) => poleOf(layout, box)),
      ...marks((box) => !box.bar && !isHidden(box)),
    ],
    labels: [
      ...layout.labels.map((box) =>
        labelOf(layout, box, orientation.x(box.along + FLAG_INDENT), y - box.across, setting),
      ),
      ...layout.more.map(({ along, text, events }): LabelNode => ({
        kind: "label",
        key: `more:${eventAt(layout, events[0]!).id}`,
        className: "mizwala-more",
        event: eventAt(layout, events[0]!).id,
        x: orientation.x(along),
        y: y - MORE_RISE,
        side: orientation.startSide,
        lines: [{ role: "more", runs: [{ text }], dir: setting.dir, lang: setting.lang, top: 0 }],
        count: events.length,
      })),
      ...(axis ? axis.labels : []),
      ...tipOf(layout, setting),
    ],
  };
}

function poleOf(layout: Layout, box: LabelBox): ShapeNode {
  const { id, kind } = eventAt(layout, box.event);
  const x = layout.orientation.x(box.along);
  return {
    kind: "line",
    key: `pole:${id}`,
    className: "mizwala-pole",
    event: id,
    x1: x,
    y1: layout.axisAt - box.across,
    x2: x,
    y2: layout.axisAt,
    stroke: `hue-${kind.hue}`,
    strokeWidth: 2,
  };
}

/** The name of an event without a label, above its mark. */
function tipOf(layout: Layout, { hinted }: SceneSetting): LabelNode[] {
  const mark = layout.marks.find(({ event }) => eventAt(layout, event).id === hinted);
  if (!mark || layout.labels.some(({ event }) => event === mark.event)) return [];
  const { id, kind } = eventAt(layout, mark.event);
  const label = withoutSummary(layout.labelOf(mark.event));
  const width = label.width + 2 * TIP_PADDING;
  return [
    {
      kind: "label",
      key: `tip:${id}`,
      className: "mizwala-tip",
      x: clamp(layout.orientation.x(mark.along) - width / 2, 0, layout.width - width),
      y: Math.max(layout.axisAt - TIP_RISE - label.height, TIP_PADDING),
      side: "left",
      lines: label.lines,
      accent: `hue-${kind.hue}`,
    },
  ];
}
