import { clamp } from "../base/math.js";
import type { ResolvedOptions } from "../model/options.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { hangFlags, type HungFlags } from "./flags.js";
import type { Label } from "./label.js";
import { rangeFlags, type FlagRanges } from "./ranges.js";
import { rankFlags } from "./ranking.js";
import type { FlagCrowd } from "./staircase.js";

/** From a pole to the text of its flag, in pixels. */
export const FLAG_INDENT = 10;
/** From a line to the lowest flag on it, in pixels: room for counts. */
export const FLOOR = 44;
/** From the highest flag to the edge of the plot, in pixels. */
export const AIR = 8;
const GAP_ALONG = 12;
/** Between two flags above each other, in pixels: less above one of the first forms, which are a title alone. */
const GAP_ACROSS = 20;
const GAP_COMPACT = 4;
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
  readonly width: number;
  /** Above the floor of the upper side, in pixels, or what the flags need. */
  readonly height: number | "auto";
  readonly sides: FlagSides;
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
  { width, height, sides }: FlagRoom,
): readonly FlagSide[] {
  const wanted = [...columns.importance.keys()].filter((event) => columns.importance[event]! > 0);
  const roomOf = ([share, least, most]: (typeof ROOM)["one" | "both"], count: number): number =>
    height === "auto" ? clamp(width * share, least, most) : Math.max((height - (count - 1) * (FLOOR + AIR)) / count, 0);
  const sideOf = (events: readonly number[], isBelow: boolean, capacity: number): FlagSide =>
    chooseSide(columns, labels, home, { events, isBelow, capacity, isFixed: height !== "auto" });
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
}

function chooseSide(
  { anchor, importance }: Columns,
  labels: readonly (readonly Label[])[],
  home: number,
  { events, isBelow, capacity, isFixed }: SideInput,
): FlagSide {
  const count = events.reduce((most, event) => Math.max(most, labels[event]!.length), 1);
  const crowd: FlagCrowd = {
    anchors: Float64Array.from(events, (event) => anchor[event]!),
    importance: Float64Array.from(events, (event) => importance[event]!),
    forms: Array.from({ length: count }, (_, form) => ({
      widths: Float64Array.from(events, (event) => FLAG_INDENT + formOf(labels[event]!, form).width),
      heights: Float64Array.from(events, (event) => formOf(labels[event]!, form).height),
      gap: form < COMPACT_FORMS ? GAP_COMPACT : GAP_ACROSS,
    })),
    capacity,
    gapAlong: GAP_ALONG,
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
