import type { Hue } from "../model/kinds.js";
import type { ResolvedLane } from "../model/lanes.js";
import type { Instant } from "../time/instant.js";
import type { Label, LabelLine } from "./label.js";

/**
 * A placed label. `along` is where its pole stands, in pixels in the direction of time; the text starts a little later.
 * `across` is its far edge in pixels from the axis, or in a list its top below the top of the plot.
 */
export interface LabelBox {
  /** The event, as its place in the columns. */
  readonly event: number;
  readonly along: number;
  readonly across: number;
  /** Where its pole stands on a line, in pixels from the axis: not said where that is the axis. */
  readonly base?: number;
  readonly label: Label;
}

/** The mark of an event on the axis, or on the rail of a list. */
export interface MarkBox {
  readonly event: number;
  readonly along: number;
  readonly across: number;
  /** The stretch of time it covers where that is wider than a dot, else `undefined`. */
  readonly bar: BarBox | undefined;
  /**
   * How it is drawn: on the axis by default; high in a row of a lane, slim where that runs down; or as a small trace where a
   * lane has no row for it.
   */
  readonly form?: MarkForm;
}

/** How a mark is drawn. */
export type MarkForm = "axis" | "row" | "column" | "trace";

/**
 * How an end of a bar looks: sharp; imprecise (somewhere in the pale piece); faded (approximate, or nobody knows it); open
 * (an arrow); or cut, where it goes on out of view.
 */
export type BarEnd = "sharp" | "imprecise" | "faded" | "open" | "cut";

/** A stretch along the axis, cut to what can be seen. It is certain between `coreFrom` and `coreTo`. */
export interface BarBox {
  readonly from: number;
  readonly to: number;
  readonly coreFrom: number;
  readonly coreTo: number;
  readonly start: BarEnd;
  readonly end: BarEnd;
  /** Whether the source doubts it: drawn with a dashed outline. */
  readonly isUncertain: boolean;
}

/** Events without a flag, counted where they are. */
export interface MoreBox {
  readonly along: number;
  /** Its far edge in pixels from the axis. */
  readonly across: number;
  /** Of its text. */
  readonly width: number;
  readonly text: string;
  /** The events, as their places in the columns, in order of time. */
  readonly events: readonly number[];
}

/** A lane: a strip along the plot, with its name. */
export interface LaneBox {
  readonly lane: ResolvedLane;
  /** Its name, and of a folded group the number of its events; without lines where it has no name. */
  readonly name: Label;
  /** From the edge of the plot before the axis to its name, in pixels. */
  readonly indent: number;
  /** Its far edge in pixels from the axis, and how far it reaches across. */
  readonly across: number;
  readonly height: number;
  /** From its far edge to its name, in pixels. */
  readonly nameTop: number;
  /** From its far edge to the first of its rows, or where time runs down from its near edge; in pixels. */
  readonly rowsTop: number;
  /** From one row to the next, in pixels. */
  readonly row: number;
  /** Whether it is a group, and folded; `undefined` where it is none. */
  readonly isFolded: boolean | undefined;
  /** The events that stand in it, as their places in the columns, in order of time. */
  readonly events: readonly number[];
}

/** How many events begin in each pixel of a lane. */
export interface StripBox {
  readonly lane: ResolvedLane;
  /** Its line in pixels from the axis, and how high it may rise above it. */
  readonly across: number;
  readonly height: number;
  /** One count for each pixel in the direction of time. */
  readonly counts: Uint32Array;
  /** The same by colours of kinds, where those are told apart. */
  readonly byHue: HueCounts | undefined;
  /** The same of all events, where those that are not wanted leave a trace. */
  readonly behind: Uint32Array | undefined;
  /** The count that is as high as the strip: the same for all strips. */
  readonly most: number;
}

/** How many events of each colour begin in each pixel. */
export interface HueCounts {
  /** From below. */
  readonly hues: readonly Hue[];
  /** `pixel * hues + hue`. */
  readonly counts: Uint32Array;
}

/** A colour and the names of its kinds, below the axis. */
export interface LegendBox {
  readonly hue: Hue;
  readonly along: number;
  /** Its far edge in pixels from the axis: below it. */
  readonly across: number;
  readonly label: Label;
}

/** A tick of the axis. Its label is left out where it would touch another one. */
export interface TickBox {
  /** Where its unit begins. */
  readonly instant: Instant;
  readonly along: number;
  readonly isSlow: boolean;
  readonly label: TickLabelBox | undefined;
}

/** The label of a tick: one or two lines, centred on `along` (fast tier) or starting there (slow tier). */
export interface TickLabelBox {
  readonly along: number;
  readonly width: number;
  readonly text: string;
  readonly detail: string | undefined;
}

/** A silence between two events of a list: where the dotted piece of rail is, and how long it lasts in words. */
export interface GapBox {
  readonly across: number;
  readonly length: number;
  readonly line: LabelLine;
}

/** The heading of some events of a list that follow each other. */
export interface HeadingBox {
  /** The first of its events, as its place in the columns. */
  readonly event: number;
  readonly across: number;
  /** From its top to the end of its events: so long it stays in sight. */
  readonly length: number;
  readonly line: LabelLine;
}

/** What became of the label of an event, and why. */
export type LabelFate =
  | { readonly is: "shown" }
  | { readonly is: "shortened" }
  | { readonly is: "hidden"; readonly by: number }
  | { readonly is: "unwanted" };
