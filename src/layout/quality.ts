import { TYPE } from "../text/typography.js";
import { linearScale } from "../time/scale.js";
import { COLUMN_GAP, labelStretch, SECOND_AIR } from "./axis-column.js";
import type { TickBox } from "./boxes.js";
import type { Layout } from "./layout.js";
import { textsOf, type Patch } from "./patch.js";

/** Texts that stand nearer to each other are hard to tell apart, in pixels; lines have air of their own above and below. */
const NEAR = 8;
const NEAR_ACROSS = 4;
/** No mark is drawn wider because of what it is: so much of an interval may be in view without its dot, in pixels. */
const DOT = 12;
/** More than numbers are inexact by, in pixels. */
const SLACK = 0.05;

/** How good a picture is, in numbers. */
export interface Quality {
  /**
   * Pairs of texts of events, counts, lanes, eras and the axis that lie upon each other, or stand nearer than 8 pixels beside
   * or 4 above each other.
   */
  readonly overlaps: number;
  /** Poles that cross the label of another event, or a count. */
  readonly crossings: number;
  /** Events in view that have neither a label nor a mark and are not counted. */
  readonly lost: number;
  /** Labels and counts that reach beyond the plot; where one has panned to, its edges cut some. */
  readonly outside: number;
  /** The importance of the events in view that have a label, as a share of that of all in view. */
  readonly importance: number;
  /** Events in view with a whole label. */
  readonly shown: number;
  /** Events in view whose label lacks a part of its text. */
  readonly shortened: number;
  /** Events in view without room for a label. */
  readonly hidden: number;
  /** Those of them of which a count in view tells; the others have a mark of their own, or are counted beyond an edge. */
  readonly counted: number;
}

/** Measures one picture. Of overlaps, crossings and lost events there should be none. */
export function measureQuality(layout: Layout): Quality {
  const { columns, labels, marks, more, fateOf } = layout;
  const texts = placedTexts(layout);
  const labelled = new Set(labels.map(({ event }) => event));
  const counted = new Set(more.flatMap(({ events }) => events));
  const noticed = new Set([...labelled, ...counted, ...marks.map(({ event }) => event)]);
  const inView = eventsInView(layout);
  const withFate = (fate: ReturnType<typeof fateOf>["is"]): readonly number[] =>
    inView.filter((event) => fateOf(event).is === fate);
  const importanceOf = (events: readonly number[]): number =>
    events.reduce((sum, event) => sum + columns.importance[event]!, 0);
  const hidden = withFate("hidden");
  const wanted = importanceOf(inView);
  return {
    overlaps: countOverlaps(texts, layout.orientation.isUpright),
    crossings: countCrossings(layout, texts),
    lost: inView.filter((event) => !noticed.has(event)).length,
    outside: texts.filter((text) => text.strip === undefined && isCut(text, layout)).length,
    importance: wanted > 0 ? importanceOf(inView.filter((event) => labelled.has(event))) / wanted : 1,
    shown: withFate("shown").length,
    shortened: withFate("shortened").length,
    hidden: hidden.length,
    counted: hidden.filter((event) => counted.has(event)).length,
  };
}

/** The events of which something is in the part of time in view: all of them in a list. */
function eventsInView({ mode, onAxis, domain, length }: Layout): readonly number[] {
  const { events, anchor, from, to } = onAxis;
  const places = [...events.keys()];
  if (mode === "list") return places;
  const scale = linearScale(domain, [0, length]);
  return places.filter((event) => {
    const along = scale.at(anchor[event]!);
    const part = Math.min(to[event]!, domain[1]) - Math.max(from[event]!, domain[0]);
    return (along >= 0 && along <= length) || (events[event]!.span.isInterval && part * scale.pxPerMs > DOT);
  });
}

/** A text of a picture. */
interface Text extends Patch {
  /** Whose label it is. */
  readonly event?: number;
  /** The strip and the row of it that such texts have for themselves. */
  readonly strip?: "axis" | "eras";
  readonly row?: number;
}

function placedTexts(layout: Layout): readonly Text[] {
  const { labels, mode } = layout;
  if (mode === "list") return listTexts(layout);
  const texts = textsOf({ ...layout, eras: [] });
  return [
    ...labels.map(({ event }, i): Text => ({ ...texts[i]!, event })),
    ...texts.slice(labels.length),
    ...axisTexts(layout),
    ...eraTexts(layout),
  ];
}

function listTexts({ labels, headings, gaps }: Layout): readonly Text[] {
  const indent = labels[0]?.along ?? 0;
  const texts = labels.map(({ event, along, across, label }): Text => {
    return { event, from: along, to: along + label.width, top: across, bottom: across + label.height };
  });
  const lines = [
    ...headings.map(({ across, line }) => ({ line, top: across })),
    ...gaps.map(({ across, length, line }) => ({ line, top: across + (length - TYPE[line.role].line) / 2 })),
  ];
  return [
    ...texts,
    ...lines.map(({ line, top }): Text => {
      return { from: indent, to: indent + line.width, top, bottom: top + TYPE[line.role].line };
    }),
  ];
}

/** The names of ticks, each as high as the strip below the axis that is theirs; where time runs down, in columns. */
function axisTexts({ axis, axisAt, lower, breadth }: Layout): readonly Text[] {
  if (axis?.column) {
    const { first, second } = axis.column;
    const top = axisAt + COLUMN_GAP;
    const half = TYPE.gap.line / 2;
    return [
      ...columnTexts(axis.ticks, top, first),
      ...axis.breaks.flatMap(({ along, label }): Text[] =>
        label ? [{ from: along - half, to: along + half, top, bottom: top + first }] : [],
      ),
      ...columnTexts(axis.second, top + COLUMN_GAP + first + SECOND_AIR, second),
    ];
  }
  const place = { top: axisAt + NEAR, bottom: lower === undefined ? breadth : axisAt + lower, strip: "axis" } as const;
  return [axis?.ticks, axis?.second].flatMap((ticks = [], calendar) =>
    ticks.flatMap(({ isSlow, label }): Text[] => {
      if (!label) return [];
      const from = isSlow ? label.along : label.along - label.width / 2;
      return [{ ...place, from, to: from + label.width, row: calendar === 1 ? 2 : Number(isSlow) }];
    }),
  );
}

function columnTexts(ticks: readonly TickBox[], top: number, width: number): Text[] {
  return ticks.flatMap((tick): Text[] => {
    if (!tick.label) return [];
    const [from, to] = labelStretch(tick, tick.label);
    return [{ from, to, top, bottom: top + width }];
  });
}

function eraTexts({ eras, strip, orientation }: Layout): readonly Text[] {
  return eras.flatMap(({ name, tier }): Text[] => {
    if (!name) return [];
    const top = tier * strip;
    const { length } = orientation.extentOf({ width: name.line.width, height: TYPE.meta.line });
    const place = { from: name.along, to: name.along + length, top, bottom: top + strip };
    return [{ ...place, strip: "eras", row: tier }];
  });
}

function countOverlaps(texts: readonly Text[], isUpright: boolean): number {
  const [nearAlong, nearAcross] = isUpright ? [NEAR_ACROSS, NEAR] : [NEAR, NEAR_ACROSS];
  const sorted = texts.filter(({ from, to }) => to > from).sort((a, b) => a.top - b.top);
  let pairs = 0;
  sorted.forEach((text, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j]!.top < text.bottom + nearAcross - SLACK; j++)
      if (isNear(text, sorted[j]!)) pairs++;
  });
  return pairs;

  /** Whether two texts touch or nearly do; rows of one strip are set apart where they are drawn. */
  function isNear(a: Text, b: Text): boolean {
    if (a.strip !== undefined && a.strip === b.strip && a.row !== b.row) return false;
    const along = Math.max(a.from, b.from) - Math.min(a.to, b.to);
    const across = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
    return along < nearAlong - SLACK && across < nearAcross - SLACK;
  }
}

function countCrossings({ mode, labels, axisAt, orientation }: Layout, texts: readonly Text[]): number {
  if (mode !== "flags") return 0;
  return labels.reduce((sum, { event, along, across, base = 0, label }) => {
    const { breadth } = orientation.extentOf(label);
    const [end, start] = [axisAt - across + (across < base ? breadth : 0), axisAt - base];
    const [top, bottom] = [Math.min(start, end), Math.max(start, end)];
    const isCrossed = (text: Text): boolean =>
      text.event !== event && text.from < along && text.to > along && text.top < bottom && text.bottom > top;
    return sum + texts.filter(isCrossed).length;
  }, 0);
}

function isCut({ from, to, top, bottom }: Text, { length, inset = 0, breadth }: Layout): boolean {
  return from < -inset - SLACK || to > length + SLACK || top < -SLACK || bottom > breadth + SLACK;
}
