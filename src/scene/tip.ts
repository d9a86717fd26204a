import { clamp } from "../base/math.js";
import { withoutSummary } from "../layout/label.js";
import type { Layout } from "../layout/layout.js";
import { eventAt, hueAt, type SceneSetting } from "./events.js";
import type { LabelNode } from "./scene.js";

/** From the middle of a mark to the end of the text of its tip, which is clear of counts, and from the edge of a tip to its text; in pixels. */
const RISE = 48;
const PADDING = 9;

/** The name of the event that is hinted at, above its mark, where it has no label. */
export function buildTip(layout: Layout, { hinted }: SceneSetting): readonly LabelNode[] {
  const mark = layout.marks.find(({ event }) => eventAt(layout, event).id === hinted);
  if (!mark || layout.labels.some(({ event }) => event === mark.event)) return [];
  const { id } = eventAt(layout, mark.event);
  const label = withoutSummary(layout.labelOf(mark.event));
  const width = label.width + 2 * PADDING;
  const [x, y] = layout.orientation.point(mark.along, layout.axisAt - mark.across);
  return [
    {
      kind: "label",
      key: `tip:${id}`,
      className: "mizwala-tip",
      event: id,
      x: clamp(x - width / 2, 0, layout.width - width),
      y: Math.max(y - RISE - label.height, PADDING),
      side: "left",
      lines: label.lines,
      accent: layout.mode === "lanes" ? "ink" : `hue-${hueAt(layout, mark.event)}`,
    },
  ];
}
