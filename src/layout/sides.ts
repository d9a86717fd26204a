import { clamp } from "../base/math.js";
import type { ResolvedOptions } from "../model/options.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { hangFlags, type HungFlags } from "./flags.js";
import type { Label } from "./label.js";
import { lieLevel, lieUpright, type Orientation } from "./orientation.js";
import { rangeFlags, type FlagRanges } from "./ranges.js";
import { rankFlags } from "./ranking.js";
import type { FlagCrowd } from "./staircase.js";

/** From the highest flag to the edge of the plot, in pixels. */
export const AIR = 8;
/** The first forms of a label are a title alone. */
const COMPACT_FORMS = 2;
/** Above so many events, flags hang on one side unless both are asked for. */
const MANY = 200;
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
  /** Hangs the flags that are active at a scale, in pixels a millisecond. */
  readonly hang: (pxPerMs: number) => HungFlags;
}

/** The room for flags. */
export interface FlagRoom {
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
  ...{ indent: 4, floor: 48, gapAlong: 8, gap: 16, gapCompact: 16 },
  extentOf: lieUpright,
};

/** How flags lie on an axis. */
export function lieOf(isUpright: boolean): FlagLie {
  return isUpright ? UPRIGHT : LEVEL;
}

/**
 * Chooses the flags of each side for every scale. On two sides, of two neighbours one hangs below; an event keeps its side.
 *
 * @param labels - The forms of the label of each event, the smallest first.
 * @param home - The scale that shows everything, in pixels a millisecond.
 */
export function chooseSides(
  columns: Columns,
  labels: readonly (readonly Label[])[],
  home: number,
  { length, breadth, sides, lie }: FlagRoom,
): readonly FlagSide[] {
  const wanted = [...columns.importance.keys()].filter((event) => columns.importance[event]! > 0);
  const roomOf = ([share, least, most]: (typeof ROOM)["one" | "both"], count: number): number =>
    breadth === "auto"
      ? clamp(length * share, least, most)
      : Math.max((breadth - (count - 1) * (lie.floor + AIR)) / count, 0);
  const sideOf = (events: readonly number[], isBelow: boolean, capacity: number): FlagSide =>
    chooseSide(columns, labels, home, { events, isBelow, capacity, isFixed: breadth !== "auto", lie });
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
  const missing = valueOf(wanted) - shownValue(first);
  if (missing <= 0 || wanted.length > MANY) return first;
  const second = both();
  return shownValue(second) > shownValue(first) ? second : first;

  function valueOf(events: readonly number[]): number {
    return events.reduce((sum, event) => sum + columns.importance[event]!, 0);
  }

  function shownValue(all: readonly FlagSide[]): number {
    return all.reduce((sum, { events, hang }) => sum + valueOf(hang(home).shown.map((place) => events[place]!)), 0);
  }
}

interface SideInput extends Pick<FlagSide, "events" | "isBelow" | "capacity"> {
  readonly isFixed: boolean;
  readonly lie: FlagLie;
}

function chooseSide(
  { anchor, importance }: Columns,
  labels: readonly (readonly Label[])[],
  home: number,
  { events, isBelow, capacity, isFixed, lie }: SideInput,
): FlagSide {
  const count = events.reduce((most, event) => Math.max(most, labels[event]!.length), 1);
  const crowd: FlagCrowd = {
    anchors: Float64Array.from(events, (event) => anchor[event]!),
    importance: Float64Array.from(events, (event) => importance[event]!),
    forms: Array.from({ length: count }, (_, form) => {
      const extents = events.map((event) => lie.extentOf(formOf(labels[event]!, form)));
      return {
        widths: Float64Array.from(extents, ({ length }) => lie.indent + length),
        heights: Float64Array.from(extents, ({ breadth }) => breadth),
        gap: form < COMPACT_FORMS ? lie.gapCompact : lie.gap,
      };
    }),
    capacity,
    gapAlong: lie.gapAlong,
  };
  const rank = rankFlags(crowd, home);
  const ranges = rangeFlags(crowd, rank, home);
  const hang = (pxPerMs: number): HungFlags => hangFlags(crowd, rank, ranges, pxPerMs);
  const isWhole = events.every((_, place) => ranges.from.at(-1)![place]! <= 0);
  return { events, isBelow, ranges, hang, capacity: isFixed || !isWhole ? capacity : heightOf(hang(home)) };

  // Further in, what is whole at home never needs more room.
  function heightOf({ shown, bottoms }: HungFlags): number {
    const { heights } = crowd.forms.at(-1)!;
    return shown.reduce((height, place) => Math.max(height, bottoms[place]! + heights[place]!), TYPE.title.line);
  }
}

/** A form of a label; one with fewer forms than others is as large as it gets from its last one on. */
export function formOf(forms: readonly Label[], form: number): Label {
  return forms[Math.min(form, forms.length - 1)]!;
}
