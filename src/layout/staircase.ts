import { createLine } from "./line.js";

/** Flags that may hang from one axis, on one side of it; a place is an index into each column, in order of time. */
export interface FlagCrowd {
  /** Where each pole stands in time, ascending. */
  readonly anchors: ArrayLike<number>;
  /** What it is worth to show a flag; 0 or less: never. */
  readonly importance: ArrayLike<number>;
  /** The sizes that each flag can have, the smallest first. */
  readonly forms: readonly FlagForm[];
  /** How high the staircase may rise, in pixels. */
  readonly capacity: number;
  /** The least distance from the end of a flag to the next pole, in pixels. */
  readonly gapAlong: number;
}

/** A column of numbers. */
type Numbers = Float64Array | readonly number[];

/** One size of all flags. */
export interface FlagForm {
  /** How far each flag reaches from its pole along the axis, in pixels. */
  readonly widths: Numbers;
  /** How high each flag is, in pixels. */
  readonly heights: Numbers;
  /** The least distance from a flag in this form to one above it, in pixels. */
  readonly gap: number;
}

/**
 * Flags that hang from poles: of two, the earlier hangs higher where the later one's pole stands within it. So no flag
 * covers another and no pole crosses a flag, whatever the sizes.
 */
export interface Staircase {
  /** Takes all flags down, and goes on at a scale, in pixels a millisecond. */
  begin(pxPerMs: number): void;
  /**
   * Hangs flags where none hang at all, each in the form that is given for it. Where flags within reach of each other do not
   * all fit, none of those is hung.
   *
   * @param places - In order of time.
   * @returns Whether all are hung.
   */
  hangAll(places: ArrayLike<number>, forms: ArrayLike<number>): boolean;
  /**
   * Hangs a flag in a form, or changes the form of one that hangs, where the staircase then still fits.
   *
   * @returns Whether it does; if not, nothing has changed and `blocker` says why.
   */
  hang(place: number, form: number): boolean;
  /** The form in which a flag hangs, or -1. */
  formOf(place: number): number;
  /** The lower end of a flag that hangs, in pixels above the lowest place. */
  bottomOf(place: number): number;
  /** The flag that left no room for the last one that was refused; -1 where that is too high by itself. */
  readonly blocker: number;
}

/** Makes an empty staircase. A flag is only compared with those that hang within its reach, so each costs the same in any crowd. */
export function createStaircase({ anchors, forms, capacity, gapAlong }: FlagCrowd): Staircase {
  const count = anchors.length;
  const formOf = new Int8Array(count);
  const bottoms = new Float64Array(count);
  // The size in which a flag hangs: how far it reaches in milliseconds, its height, and the gap above it.
  const reaches = new Float64Array(count);
  const heights = new Float64Array(count);
  const gaps = new Float64Array(count);
  const widest = forms.reduce((most, { widths }) => Math.max(most, greatest(widths)), 0);
  const line = createLine(count);
  const { next, previous } = line;
  const changed: number[] = [];
  const before: number[] = [];
  let changes = 0;
  let scale = 0;
  let longest = 0;
  let base = -1;
  let blocker = -1;

  const setForm = (place: number, form: number): void => {
    formOf[place] = form;
    if (form < 0) return;
    const { widths, heights: all, gap } = forms[form]!;
    reaches[place] = (widths[place]! + gapAlong) / scale;
    heights[place] = all[place]!;
    gaps[place] = gap;
  };

  /** The lowest place for a flag above all those whose poles it reaches; `base` is the highest of them. */
  const settle = (place: number): number => {
    const end = anchors[place]! + reaches[place]!;
    let bottom = 0;
    base = -1;
    for (let other = next[place]!; other >= 0 && anchors[other]! <= end; other = next[other]!) {
      const top = bottoms[other]! + heights[other]! + gaps[other]!;
      if (top > bottom) {
        bottom = top;
        base = other;
      }
    }
    return bottom;
  };

  /** Moves a flag, and all that hang over it, to where they belong; stops where one would rise too high. */
  const raise = (place: number): boolean => {
    let nearest = place;
    for (let at = place; at >= 0 && anchors[nearest]! - anchors[at]! <= longest; at = previous[at]!) {
      const bottom = settle(at);
      if (at !== place && bottom === bottoms[at]) continue;
      if (bottom + heights[at]! > capacity) {
        blocker = at === place ? base : at;
        return false;
      }
      changed[changes] = at;
      before[changes++] = bottoms[at]!;
      bottoms[at] = bottom;
      nearest = at;
    }
    return true;
  };

  return {
    begin(pxPerMs) {
      scale = pxPerMs;
      longest = (widest + gapAlong) / scale;
      formOf.fill(-1);
      line.clear();
    },
    hangAll(places, wanted) {
      let areAll = true;
      let isFull = false;
      for (let at = places.length - 1, end = at; at >= 0; at--) {
        const place = places[at]!;
        if (!isFull) {
          setForm(place, wanted[place]!);
          line.addFirst(place);
          bottoms[place] = settle(place);
          isFull = bottoms[place] + heights[place]! > capacity;
        }
        if (at > 0 && anchors[place]! - anchors[places[at - 1]!]! <= longest) continue;
        // Nothing earlier reaches as far as here.
        for (let other = at; isFull && other <= end; other++) {
          if (formOf[places[other]!]! < 0) continue;
          line.remove(places[other]!);
          formOf[places[other]!] = -1;
        }
        areAll &&= !isFull;
        isFull = false;
        end = at - 1;
      }
      return areAll;
    },
    hang(place, form) {
      const formBefore = formOf[place]!;
      const reach = reaches[place];
      const height = heights[place];
      const gap = gaps[place];
      changes = 0;
      setForm(place, form);
      if (formBefore < 0) line.add(place);
      else if (reaches[place] === reach && heights[place] === height && gaps[place] === gap) return true;
      if (raise(place)) return true;
      setForm(place, formBefore);
      if (formBefore < 0) line.remove(place);
      for (let at = 0; at < changes; at++) bottoms[changed[at]!] = before[at]!;
      return false;
    },
    formOf: (place) => formOf[place]!,
    bottomOf: (place) => bottoms[place]!,
    get blocker() {
      return blocker;
    },
  };
}

/** The greatest of any number of values, or 0. */
export function greatest(values: Numbers): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
