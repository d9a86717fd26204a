import type { MarkBox } from "../layout/boxes.js";
import type { Layout } from "../layout/layout.js";
import { LIST_INDENT, RAIL } from "../layout/list.js";
import { TYPE } from "../text/typography.js";
import { labelOf, markOf, type Parts, type SceneSetting } from "./events.js";
import type { LabelNode, ShapeNode } from "./scene.js";

/** Thickness of what ties an event of a list to its parts, in pixels. */
const BRACKET = 8;

/** The events down a rail, with silences dotted. */
export function buildList(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, columns, gaps, height } = layout;
  const railX = orientation.x(RAIL);
  const rail = (key: string, from: number, to: number, dash?: string): ShapeNode => ({
    kind: "line",
    key,
    className: "mizwala-rail",
    x1: railX,
    y1: from,
    x2: railX,
    y2: to,
    stroke: dash === undefined ? "axis" : "faint",
    strokeWidth: 1.5,
    ...(dash === undefined ? {} : { dash }),
  });
  const stops = [0, ...gaps.flatMap(({ across, length }) => [across, across + length]), height];
  const pieces = stops.slice(1).map((to, i) => rail(`rail:${i}`, stops[i]!, to, i % 2 === 1 ? "2 5" : undefined));
  return {
    shapes: [
      ...(columns.events.length > 0 ? pieces : []),
      ...layout.marks.flatMap((box) => bracketOf(layout, box, railX)),
      ...layout.marks.map((box) => markOf(layout, box, box.across, setting)),
    ],
    labels: [
      ...layout.labels.map((box) => labelOf(layout, box, orientation.x(box.along), box.across, setting)),
      ...gaps.map(({ across, length, line }, i): LabelNode => ({
        kind: "label",
        key: `gap:${i}`,
        className: "mizwala-gap",
        x: orientation.x(LIST_INDENT),
        y: across + (length - TYPE.gap.line) / 2,
        side: orientation.startSide,
        lines: [line],
      })),
    ],
  };
}

/** Along the rail of a list, from an event to the last of its parts. */
function bracketOf({ columns, marks }: Layout, { event, across }: MarkBox, x: number): ShapeNode[] {
  const { id, kind, parts } = columns.events[event]!;
  if (parts.length === 0) return [];
  const ends = parts.map((part) => marks[columns.byId.get(part)!]!.across);
  const [from, to] = [Math.min(across, ...ends), Math.max(across, ...ends)];
  return [
    {
      kind: "rect",
      key: `bracket:${id}`,
      className: "mizwala-bracket",
      event: id,
      x: x - BRACKET / 2,
      y: from - BRACKET,
      width: BRACKET,
      height: to - from + 2 * BRACKET,
      radius: BRACKET / 2,
      fill: `hue-${kind.hue}`,
      opacity: 0.3,
    },
  ];
}
