import type { MarkBox } from "./boxes.js";
import { LANE_ROW } from "./lane-boxes.js";
import { COLUMN_BAR } from "./lane-columns.js";
import type { Link } from "./links.js";
import { marksOf, textsOf, type Patch, type Placed } from "./patch.js";

/** A corner of a route: along, and from the far edge of the plot, in pixels. */
export type Corner = readonly [along: number, top: number];

/** The way of a link between the rows of lanes. */
export interface LinkRoute extends Link {
  readonly corners: readonly Corner[];
}

/** From the middle of a dot, and of a row, to where a line begins, in pixels. */
const DOT = 9;
const HALF_BAR = 12;
const HALF_COLUMN = COLUMN_BAR / 2;
/** From the end of a mark to where a line turns, before the label there; and from there to the start of another mark. */
const OUT = 4;
const IN = 8;
/** From a row to the free way between it and the next, and from a column to the one before it. */
const GUTTER = LANE_ROW / 2;
const GUTTER_COLUMN = HALF_COLUMN + 6;
/** Between a line and a text, in pixels. */
const AIR = 2;
/** More links than this would be a thicket, and cost too much at each step of a movement. */
const MOST = 200;

/**
 * Finds a way for each link whose ends are in view: from the end of one mark to the start of the other, on no text and on as
 * few marks as can be. A link that finds none is left to the words.
 */
export function routeLinks(links: readonly Link[], placed: Placed): readonly LinkRoute[] {
  if (links.length === 0) return [];
  const { marks, axisAt } = placed;
  const { isUpright } = placed.orientation;
  const [texts, others] = [textsOf(placed), marksOf(placed)];
  const ends = new Map(
    marks.filter(({ form }) => form !== "trace").map((mark) => [mark.event, { ...mark, across: axisAt - mark.across }]),
  );
  return links
    .filter(({ from, to }) => ends.has(from) && ends.has(to))
    .slice(0, MOST)
    .flatMap((link): LinkRoute[] => {
      const ways = waysOf(link, ends.get(link.from)!, ends.get(link.to)!, isUpright).filter(
        (way) => countMet(way, texts) === 0,
      );
      const costs = ways.map((way) => countMet(way, others));
      const corners = ways[costs.indexOf(Math.min(...costs))];
      return corners ? [{ ...link, corners }] : [];
    });
}

/** How many patches lie under a way. */
function countMet(way: readonly Corner[], patches: readonly Patch[]): number {
  const legs = way.slice(1).map(([x2, y2], i): Patch => {
    const [x1, y1] = way[i]!;
    return { from: Math.min(x1, x2), to: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
  });
  const isMet = (patch: Patch): boolean =>
    legs.some(
      (leg) =>
        leg.from < patch.to + AIR &&
        leg.to > patch.from - AIR &&
        leg.top < patch.bottom + AIR &&
        leg.bottom > patch.top - AIR,
    );
  return patches.filter(isMet).length;
}

/** The ways that a link can take, the simplest first. */
function waysOf({ kind }: Link, source: MarkBox, target: MarkBox, isUpright: boolean): readonly (readonly Corner[])[] {
  const [halfBar, gutterAt] = isUpright ? [HALF_COLUMN, GUTTER_COLUMN] : [HALF_BAR, GUTTER];
  const [y1, y2] = [source.across, target.across];
  const down = Math.sign(y2 - y1) || 1;
  const [from, to] = [source.bar?.from ?? source.along - DOT, source.bar?.to ?? source.along + DOT];
  const [start, end] = [target.bar?.from ?? target.along - DOT, target.bar?.to ?? target.along + DOT];
  const edgeOf = ({ bar }: MarkBox): number => (bar ? halfBar : DOT);
  if (kind === "part" && target.bar && source.along > start && source.along < end) {
    const way: Corner[] = [
      [source.along, y1 + down * edgeOf(source)],
      [source.along, y2 - down * halfBar],
    ];
    return y1 === y2 ? [] : [way];
  }
  if (source.bar?.end === "cut" || target.bar?.start === "cut") return [];
  const [out, into] = [to + OUT, start - IN];
  if (into >= out) {
    const by = (gutter: number): readonly Corner[] => [
      [to, y1],
      [out, y1],
      [out, gutter],
      [into, gutter],
      [into, y2],
      [start, y2],
    ];
    const elbow: readonly Corner[] = [
      [to, y1],
      [out, y1],
      [out, y2],
      [start, y2],
    ];
    return [...(y1 === y2 ? [] : [elbow]), by(y2 - down * gutterAt), by(y1 + down * gutterAt)];
  }
  if (y1 === y2 || into < from) return [];
  return [
    [
      [into, y1 + down * edgeOf(source)],
      [into, y2],
      [start, y2],
    ],
  ];
}
