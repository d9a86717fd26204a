import { createStaircase, greatest, type FlagCrowd, type Staircase } from "./staircase.js";
import { zoomLevels, type ZoomLevels, type ZoomSpan } from "./zoom-levels.js";

/** How many doublings of scale further out and further in than home flags are chosen for. */
const FURTHEST: ZoomSpan = { out: 6, in: 60 };

/** From which zoom on each flag is shown, and in which form. */
export interface FlagRanges {
  /**
   * The level of a scale in pixels a millisecond; home is 0, larger levels are further in. What holds at a level further out
   * than home is first chosen when it is asked for.
   */
  readonly levelOf: (pxPerMs: number) => number;
  /** The scale from which on a flag is shown, in pixels a millisecond; `Infinity` where it never is. */
  readonly scaleFrom: (place: number) => number;
  /** For each form, the first level at which each flag has it or a larger one; `Infinity` where none is. */
  readonly from: readonly Float64Array[];
  /** For a flag that is hidden somewhere, the one that leaves no room for it at the last level where it is; else -1. */
  readonly hiddenBy: Int32Array;
}

/**
 * Gives each flag one range of zoom in which it is active, from some scale inwards, and so each of its forms: zooming in
 * never takes away a flag or a line of one, zooming out never adds one (Been, Daiches and Yap, "Dynamic Map Labeling", 2006).
 *
 * The choice is made level by level from the innermost one outwards. At each, the flags that the one before shows are hung in
 * their rank while the staircase fits, in the smallest form; then they grow in the same rank. Between two levels the choice
 * of the outer one holds. What stands alone needs no choice, so n flags cost about n log n.
 *
 * @param rank - The places in the order in which they are hung.
 * @param home - The scale of level 0, in pixels a millisecond.
 */
export function rangeFlags(
  crowd: FlagCrowd,
  rank: readonly number[],
  home: number,
  span: ZoomSpan = FURTHEST,
): FlagRanges {
  const { anchors, forms, capacity } = crowd;
  const levels = zoomLevels(rank.length, home, span);
  const { innermost, outermost } = levels;
  const meetings = meetingLevels(crowd, levels);
  const staircase = createStaircase(crowd);
  const from = forms.map(() => new Float64Array(anchors.length).fill(Infinity));
  const hiddenBy = new Int32Array(anchors.length).fill(-1);
  const largest = new Int8Array(anchors.length).fill(-1);
  const order = new Int32Array(anchors.length);
  const isTied = (place: number): boolean =>
    anchors[place] === anchors[place - 1] || anchors[place] === anchors[place + 1];

  rank.forEach((place, at) => {
    order[place] = at;
    // Where nothing is near, a flag has the largest form that the plot can hold.
    largest[place] = forms.findLastIndex(({ heights }) => heights[place]! <= capacity);
    for (let form = 0; form <= largest[place]; form++) from[form]![place] = -Infinity;
  });
  const waiting = rank.filter((place) => largest[place]! >= 0).sort((a, b) => meetings[b]! - meetings[a]!);
  let byTime: readonly number[] = [];
  let byRank: readonly number[] = [];
  let met = 0;
  let level = innermost;
  chooseUntil(0);
  return {
    levelOf: (pxPerMs) => {
      const asked = Math.min(innermost, levels.levelOf(pxPerMs));
      chooseUntil(asked);
      return asked;
    },
    scaleFrom: (place) => {
      chooseUntil(outermost);
      return levels.scaleOf(from[0]![place]!);
    },
    from,
    hiddenBy,
  };

  function chooseUntil(asked: number): void {
    const last = Math.max(asked, outermost);
    for (; level >= last && (met < waiting.length || byRank.length > 0); level--) chooseAt(level);
  }

  function chooseAt(level: number): void {
    const first = met;
    while (met < waiting.length && meetings[waiting[met]!]! >= level) met++;
    if (met > first) {
      const meeting = waiting.slice(first, met);
      byTime = join(byTime, meeting, (place) => place);
      byRank = join(byRank, meeting, (place) => order[place]!);
    }
    staircase.begin(levels.scaleOf(level));
    if (staircase.hangAll(byTime, largest)) return;
    const crowded = byRank.filter((place) => staircase.formOf(place) < 0);
    hangByRank(staircase, crowded, largest, (place) => (hiddenBy[place] = staircase.blocker));
    for (const place of crowded) shrink(place, level);
    const isShown = (place: number): boolean => largest[place]! >= 0;
    byTime = byTime.filter(isShown);
    byRank = byRank.filter(isShown);
  }

  /** From this level outwards, a flag has no larger form than it hangs in; nor further in, where it meets the same ones. */
  function shrink(place: number, level: number): void {
    const form = staircase.formOf(place);
    const isSameFurtherIn = level === innermost || (level === meetings[place] && isTied(place));
    for (let lost = largest[place]!; lost > form; lost--)
      from[lost]![place] = isSameFurtherIn ? Infinity : Math.max(from[lost]![place]!, level + 1);
    largest[place] = form;
  }
}

/** Hangs flags while they fit, the first ones first: all in the smallest form, then the shown ones in each larger one. */
function hangByRank(
  staircase: Staircase,
  byRank: readonly number[],
  largest: ArrayLike<number>,
  hide: (place: number) => void,
): void {
  for (const place of byRank) if (!staircase.hang(place, 0)) hide(place);
  let growing = byRank;
  for (let form = 1; growing.length > 0; form++) {
    growing = growing.filter((place) => largest[place]! >= form && staircase.formOf(place) === form - 1);
    for (const place of growing) staircase.hang(place, form);
  }
}

/** Both lists as one, each in ascending order of `keyOf`; the second may come unsorted. */
function join(sorted: readonly number[], added: number[], keyOf: (place: number) => number): readonly number[] {
  added.sort((a, b) => keyOf(a) - keyOf(b));
  const all: number[] = [];
  let at = 0;
  for (const place of added) {
    while (at < sorted.length && keyOf(sorted[at]!) < keyOf(place)) all.push(sorted[at++]!);
    all.push(place);
  }
  while (at < sorted.length) all.push(sorted[at++]!);
  return all;
}

/**
 * The innermost level at which each flag is to be compared with others: the last at which it may reach another pole or be
 * reached; for those at the same instant one level further in, where only they are compared, but home at the latest.
 */
function meetingLevels({ anchors, forms, gapAlong }: FlagCrowd, { levelOf }: ZoomLevels): Float64Array {
  const count = anchors.length;
  const reach = gapAlong + Math.max(...forms.map(({ widths }) => greatest(widths)));
  const levels = new Float64Array(count);
  for (let start = 0, end = 0; start < count; start = end) {
    while (end < count && anchors[end] === anchors[start]) end++;
    const distance = Math.min(
      start > 0 ? anchors[start]! - anchors[start - 1]! : Infinity,
      end < count ? anchors[end]! - anchors[start]! : Infinity,
    );
    const met = levelOf(reach / distance);
    levels.fill(end - start > 1 ? Math.max(met + 1, 0) : met, start, end);
  }
  return levels;
}
