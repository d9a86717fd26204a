import { clamp } from "../base/math.js";
import type { LabelBox, MarkBox } from "../layout/boxes.js";
import { withoutSummary } from "../layout/label.js";
import { FLAG_INDENT, type Layout } from "../layout/layout.js";
import { LIST_INDENT, RAIL } from "../layout/list.js";
import type { ResolvedEvent } from "../model/model.js";
import type { Direction } from "../text/direction.js";
import { TYPE } from "../text/typography.js";
import { buildAxis } from "./axis.js";
import { buildMark } from "./marks.js";
import type { LabelNode, Scene, ShapeNode } from "./scene.js";

/** From the axis to the middle of a count of hidden events, in pixels. */
const MORE_RISE = 30;

/** From the axis to the lower end of a tip, and from its edge to its text, in pixels. */
const TIP_RISE = 22;
const TIP_PADDING = 9;

/** Thickness of what ties an event of a list to its parts, in pixels. */
const BRACKET = 8;

/** What a scene needs to know beside the layout. */
export interface SceneSetting {
  /** The direction and the language of the words of the timeline itself. */
  readonly dir: Direction;
  readonly lang: string;
  readonly selected: string | undefined;
  /** The event that is named even if it has no label. */
  readonly hinted: string | undefined;
}

/** Builds the picture of a layout. */
export function buildScene(layout: Layout, setting: SceneSetting): Scene {
  const { width, height } = layout;
  const parts = layout.mode === "list" ? buildList(layout, setting) : buildFlags(layout, setting);
  return { width, height, ...parts };
}

type Parts = Pick<Scene, "shapes" | "labels">;

function buildFlags(layout: Layout, setting: SceneSetting): Parts {
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

function buildList(layout: Layout, setting: SceneSetting): Parts {
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

function eventAt(layout: Layout, index: number): ResolvedEvent {
  return layout.columns.events[index]!;
}

function markOf(layout: Layout, box: MarkBox, y: number, { selected }: SceneSetting): ReturnType<typeof buildMark> {
  const { id, kind, span } = eventAt(layout, box.event);
  const isSmall = layout.fateOf(box.event).is === "hidden";
  const look = { id, hue: kind.hue, shape: kind.shape, span, isSelected: id === selected, isSmall };
  return buildMark(box, look, layout.orientation, y);
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

function labelOf(layout: Layout, box: LabelBox, x: number, y: number, { selected }: SceneSetting): LabelNode {
  const { id, kind } = eventAt(layout, box.event);
  return {
    kind: "label",
    key: `label:${id}`,
    className: `mizwala-label${id === selected ? " is-selected" : ""}`,
    event: id,
    x,
    y,
    side: layout.orientation.startSide,
    lines: box.label.lines,
    accent: `hue-${kind.hue}`,
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
