import type { LayoutMode } from "./input.js";

/** What the choice of a layout depends on. */
export interface ModeChoice {
  /** The width of the plot in pixels. */
  readonly width: number;
  /** The number of events. */
  readonly count: number;
  /** The layout where there is room for any. */
  readonly wide: LayoutMode;
  /** The layout so far, where there is one. */
  readonly before: LayoutMode | undefined;
}

/** Below this width a plot is narrow, in pixels. */
const NARROW = 600;
/** What was narrow becomes wide so many pixels later: a scroll bar that comes and goes with the layout is not as wide. */
const SLACK = 24;
/** Nobody scrolls through a list of more events. */
const MOST_IN_LIST = 500;

/** Chooses the layout where none is asked for: a list where it is narrow, or flags where that would be too long. */
export function chooseMode({ width, count, wide, before }: ModeChoice): LayoutMode {
  const narrow = count <= MOST_IN_LIST ? "list" : "flags";
  return width < NARROW + (before === narrow ? SLACK : 0) ? narrow : wide;
}
