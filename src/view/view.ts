import type { Filter } from "../store/sift.js";
import type { Instant } from "../time/instant.js";

/** The part of time in view: from the first instant up to, not including, the second. */
export type Domain = readonly [from: Instant, to: Instant];

/** The size of the plot in CSS pixels; a width of 0 means that it can't be seen yet. */
export interface Size {
  readonly width: number;
}

/** The part of the plot that can be seen and a little more, in pixels from its top. */
export type Sight = readonly [top: number, bottom: number];

/** What of a timeline is looked at: everything about the picture that data and options do not say. */
export interface View {
  readonly size: Size;
  /** What is drawn of a long list; `undefined` draws everything. */
  readonly seen: Sight | undefined;
  /** The part of time in view; `undefined` shows everything. */
  readonly domain: Domain | undefined;
  /** The event that is selected, whose details are open. */
  readonly selected: string | undefined;
  /** The events that share one place and are listed in its stead. */
  readonly listed: readonly string[] | undefined;
  /** The event that arrows start from and that Tab comes back to. */
  readonly current: string | undefined;
  /** Which groups of lanes the reader has folded or unfolded, by id; the others are as the author said. */
  readonly folded: ReadonlyMap<string, boolean> | undefined;
  /** Which events are wanted; `undefined` is all. */
  readonly filter: Filter | undefined;
  /** The event under the pointer or in focus, which is named if it has no label. */
  readonly hinted: string | undefined;
  /** The present moment where it moves on; `undefined` where it is the one in the options. */
  readonly now: Instant | undefined;
}

/** The view before anything happened. */
export const FIRST_VIEW: View = {
  size: { width: 0 },
  seen: undefined,
  domain: undefined,
  selected: undefined,
  listed: undefined,
  current: undefined,
  folded: undefined,
  filter: undefined,
  hinted: undefined,
  now: undefined,
};

/** Whether two domains are the same part of time, or two sights the same part of the plot. */
export function isSame(a: Domain | Sight | undefined, b: Domain | Sight | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
