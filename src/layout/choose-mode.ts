import type { ResolvedOptions } from "../model/options.js";
import type { LayoutChoice, LayoutMode } from "./input.js";

/** What the choice of a layout depends on. */
export interface ModeChoice extends Pick<ResolvedOptions, "layout" | "orientation"> {
  /** The width of the plot in pixels. */
  readonly width: number;
  /** The number of events. */
  readonly count: number;
  /** The layout where there is room for any. */
  readonly wide: LayoutMode;
  /** Whether lanes have room beside each other. */
  readonly hasColumnRoom: boolean;
  /** The layout so far, where there is one. */
  readonly before?: LayoutChoice | undefined;
}

/** Below this width a plot is narrow, in pixels. */
const NARROW = 600;
/** What was narrow becomes wide so many pixels later: a scroll bar that comes and goes with the layout is not as wide. */
const SLACK = 24;
/** Nobody scrolls through a list of more events. */
const MOST_IN_LIST = 500;

/**
 * Chooses the layout where none is asked for. Where it is narrow that is a list; or flags down the page, where a list would be
 * too long or time is to run down. Lanes without room beside each other lie below each other.
 */
export function chooseMode(choice: ModeChoice): LayoutChoice {
  const { layout, orientation, width, count, wide, hasColumnRoom, before } = choice;
  const isVertical = orientation === "vertical";
  const inMode = (mode: LayoutMode): LayoutChoice => ({
    mode,
    isUpright: isVertical && (mode === "flags" || (mode === "lanes" && hasColumnRoom)),
  });
  if (layout !== "auto") return inMode(layout);
  const hasList = count <= MOST_IN_LIST && !isVertical;
  const narrow: LayoutChoice = hasList
    ? { mode: "list", isUpright: false }
    : { mode: "flags", isUpright: orientation !== "horizontal" };
  const wasNarrow = before?.mode === narrow.mode && before.isUpright === narrow.isUpright;
  return width < NARROW + (wasNarrow ? SLACK : 0) ? narrow : inMode(wide);
}
