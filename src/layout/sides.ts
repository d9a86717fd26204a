import { clamp } from "../base/math.js";
import type { ResolvedOptions } from "../model/options.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { linearScale } from "../time/scale.js";
import type { Domain } from "../view/view.js";
import { END_AIR } from "./fit.js";
import { hangFlags, type HungFlags } from "./flags.js";
import type { LabelForms } from "./label-forms.js";
import { lieLevel, lieUpright, type Orientation } from "./orientation.js";
import { rangeFlags, type FlagRanges } from "./ranges.js";
import { rankFlags } from "./ranking.js";
import type { FlagCrowd } from "./staircase.js";
import { zoomScale } from "./zoom-scale.js";

/** From the highest flag to the edge of the plot, in pixels. */
export const AIR = 8;
/** The first forms of a label are a title alone. */
const COMPACT_FORMS = 2;
/** Above so many events, flags hang on one side unless both are asked for. */
export const MANY = 200;
/** More than places are inexact by, in pixels. */
const SLACK = 0.01;
/** The room of a side whose height is free, as a share of the width, and its bounds in pixels. */
const ROOM = { one: [0.4, 172, 424], both: [0.22, 132, 240] } as const;

/** On which sides of the axis flags hang. */
export type FlagSides = ResolvedOptions["sides"];

/** The flags on one side of the axis, chosen for every scale. */
export interface FlagSide {
  /** Its events, as their places in the columns, in order of time; elsewhere a place is one in this list. */
  readonly events: readonly number[];
  readonly isBelow: boolean;
  /** How high its flags rise from their line at most, in pixels. */
  readonly capacity: number;
  readonly ranges: FlagRanges;
  /** The importance of all flags that are shown at home. */
  readonly worth: number;
  /** Hangs the flags that are active at a scale, in pixels a millisecond. */
  readonly hang: (pxPerMs: number) => HungFlags;
}

/** The room for flags. */
export interface FlagRoom {
  /** The stretch of the axis that shows everything. */
  readonly home: Domain;
  /** Along the axis, in pixels. */
  readonly length: number;
  /** Above the floor of the upper side, in pixels, or what the flags need. */
  readonly breadth: number | "auto";
  readonly sides: FlagSides;
  readonly lie: FlagLie;
}

/** How flags lie: text is never turned, so beside an upright axis it is its height that lies along. Everything in pixels. */
export interface FlagLie {
  /** From a pole to the text of its flag. */
  readonly indent: number;
  /** From a line to the lowest flag on it: room for counts. */
  readonly floor: number;
  /** From the end of a flag to the next pole. */
  readonly gapAlong: number;
  /** Between two flags across, and between one of the first forms and the next. */
  readonly gap: number;
  readonly gapCompact: number;
  readonly extentOf: Orientation["extentOf"];
}

const LEVEL: FlagLie = {
  ...{ indent: 10, floor: 44, gapAlong: 12, gap: 20, gapCompact: 4 },
  extentOf: lieLevel,
};
const UPRIGHT: FlagLie = {
  ...{ indent: 4, floor: 60, gapAlong: 8, gap: 16, gapCompact: 16 },
  extentOf: lieUpright,
};

/** How flags lie on an axis. */
export function lieOf(isUpright: boolean): FlagLie {
  return isUpright ? UPRIGHT : LEVEL;
}

/**
 * Chooses the flags of each side for every scale. On two sides, of two neighbours one hangs below; an event keeps its side.
 */
export function chooseSides(
  columns: Columns,
  labels: LabelForms,
  { home, length, breadth, sides, lie }: FlagRoom,
): readonly FlagSide[] {
  const wanted = wantedEvents(columns);
  const roomOf = ([share, least, most]: (typeof ROOM)["one" | "both"], count: number): number =>
    breadth === "auto"
      ? clamp(length * share, least, most)
      : Math.max((breadth - (count - 1) * (lie.floor + AIR)) / count, 0);
  const sideOf = (events: readonly number[], isBelow: boolean, capacity: number): FlagSide =>
    chooseSide(columns, labels, { home, length, lie, events, isBelow, capacity, isFixed: breadth !== "auto" });
  const one = (): FlagSide[] => [sideOf(wanted, false, roomOf(ROOM.one, 1))];
  const both = (): FlagSide[] =>
    [false, true].map((isBelow) =>
      sideOf(
        wanted.filter((_, at) => (at % 2 === 1) === isBelow),
        isBelow,
        roomOf(ROOM.both, 2),
      ),
    );
  if (sides !== "auto") return sides === "one" ? one() : both();
  const first = one();
  if (worthOf(columns, wanted) <= first[0]!.worth || wanted.length > MANY) return first;
  const second = both();
  return second[0]!.worth + second[1]!.worth > first[0]!.worth ? second : first;
}

/** The events that want a flag, in order of time. */
export function wantedEvents({ importance }: Columns): readonly number[] {
  return [...importance.keys()].filter((event) => importance[event]! > 0);
}

/** The importance of some events together. */
export function worthOf({ importance }: Columns, events: readonly number[]): number {
  return events.reduce((sum, event) => sum + importance[event]!, 0);
}

interface SideInput
  extends Pick<FlagSide, "events" | "isBelow" | "capacity">, Pick<FlagRoom, "home" | "length" | "lie"> {
  readonly isFixed: boolean;
}

function chooseSide(
  columns: Columns,
  labels: LabelForms,
  { home, length, lie, events, isBelow, capacity, isFixed }: SideInput,
): FlagSide {
  const { anchor, importance } = columns;
  const scale = zoomScale(home, length);
  const crowd: FlagCrowd = {
    anchors: Float64Array.from(events, (event) => anchor[event]!),
    importance: Float64Array.from(events, (event) => importance[event]!),
    forms: labels.sizes.map(({ widths, heights }, form) => {
      const extents = events.map((event) => lie.extentOf({ width: widths[event]!, height: heights[event]! }));
      return {
        widths: Float64Array.from(extents, ({ length }) => lie.indent + length),
        heights: Float64Array.from(extents, ({ breadth }) => breadth),
        gap: form < COMPACT_FORMS ? lie.gapCompact : lie.gap,
      };
    }),
    capacity,
    gapAlong: lie.gapAlong,
  };
  const rank = rankFlags(crowd, scale);
  const ranges = rangeFlags(crowd, rank, scale);
  // At home nothing reaches beyond the plot: there, labels near its end are as short as it takes.
  const plot = linearScale(home, [0, length]);
  crowd.forms.slice(1).forEach(({ widths }, at) => {
    events.forEach((event, place) => {
      const isOut = plot.at(anchor[event]!) + widths[place]! > length - END_AIR + SLACK;
      const from = ranges.from[at + 1]!;
      if (isOut) from[place] = Math.max(from[place]!, 1);
    });
  });
  const hang = (pxPerMs: number): HungFlags => hangFlags(crowd, rank, ranges, pxPerMs);
  const hung = hang(scale);
  const worth = worthOf(
    columns,
    hung.shown.map((place) => events[place]!),
  );
  const isWhole = events.every((_, place) => ranges.from.at(-1)![place]! <= 0);
  return { events, isBelow, ranges, worth, hang, capacity: isFixed || !isWhole ? capacity : heightOf(hung) };

  // Further in, what is whole at home never needs more room.
  function heightOf({ shown, bottoms }: HungFlags): number {
    const { heights } = crowd.forms.at(-1)!;
    return shown.reduce((height, place) => Math.max(height, bottoms[place]! + heights[place]!), TYPE.title.line);
  }
}
