import type { MarkBox } from "../layout/boxes.js";
import type { Layout } from "../layout/layout.js";
import { LIST_INDENT, RAIL } from "../layout/list.js";
import { orient } from "../layout/orientation.js";
import { TYPE } from "../text/typography.js";
import { labelOf, markOf, type Parts, type SceneSetting } from "./events.js";
import type { GroupNode, LabelNode, ShapeNode } from "./scene.js";

/** Thickness of what ties an event of a list to its parts, in pixels. */
const BRACKET = 8;
/** From the middle of a mark to its edge, in pixels. */
const MARK = 16;
/** All of a list that has no more events than this is drawn, so that a page can search and print it as it is. */
const SHORT = 300;
/** Bars of a list are made as if time ran to the right, and then turned. */
const LEVEL = orient("ltr", 0);

/** The events down a rail, with silences dotted and headings. */
export function buildList(layout: Layout, setting: SceneSetting): Parts {
  const { orientation, columns, gaps, headings, height } = layout;
  const railX = orientation.point(RAIL, 0)[0];
  const [top, bottom] = (columns.events.length > SHORT ? setting.seen : undefined) ?? [-Infinity, Infinity];
  const isSeen = (from: number, to: number): boolean => to >= top && from <= bottom;
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
  const level = { ...layout, orientation: LEVEL };
  const mark = (box: MarkBox): ShapeNode => {
    const made = markOf(level, { ...box, along: 0 }, box.across, setting) as GroupNode;
    return { ...made, x: railX, ...(box.bar ? { isTurned: true } : {}) };
  };
  const marks = layout.marks.filter(({ across, bar }) =>
    isSeen(across + (bar?.from ?? -MARK), across + (bar?.to ?? MARK)),
  );
  return {
    shapes: [
      ...(columns.events.length > 0 ? pieces : []),
      ...layout.marks.flatMap((box) => bracketOf(layout, box, railX)),
      ...marks.filter(({ bar }) => bar).map(mark),
      ...marks.filter(({ bar }) => !bar).map(mark),
    ],
    labels: [
      ...layout.labels
        .filter(({ across, label }) => isSeen(across, across + label.height))
        .map((box) => labelOf(layout, box, box.along, box.across, setting)),
      ...gaps.map(({ across, length, line }, i): LabelNode => ({
        kind: "label",
        key: `gap:${i}`,
        className: "mizwala-gap",
        x: orientation.point(LIST_INDENT, 0)[0],
        y: across + (length - TYPE.gap.line) / 2,
        side: orientation.startSide,
        lines: [line],
      })),
      ...headings
        .filter(({ across, length }) => isSeen(across, across + length))
        .map(({ event, across, length, line }): LabelNode => ({
          kind: "label",
          key: `heading:${event}`,
          className: "mizwala-heading",
          x: orientation.point(LIST_INDENT, 0)[0],
          y: across,
          side: orientation.startSide,
          reach: length,
          lines: [line],
        })),
    ],
  };
}

/** Along the rail of a list, from an event of one day to the last of its parts. */
function bracketOf({ columns, marks }: Layout, { event, across, bar }: MarkBox, x: number): ShapeNode[] {
  const { id, kind, parts } = columns.events[event]!;
  if (parts.length === 0 || bar) return [];
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
