import type { Hue } from "../model/kinds.js";
import type { Columns } from "../store/columns.js";
import type { Domain } from "../view/view.js";
import type { AxisBoxes } from "./axis.js";
import type {
  GapBox,
  HeadingBox,
  LabelBox,
  LaneBox,
  LabelFate,
  LegendBox,
  MarkBox,
  MoreBox,
  StripBox,
} from "./boxes.js";
import type { EraBox, EraTiers } from "./eras.js";
import type { LayoutInput } from "./input.js";
import type { Label } from "./label.js";

/** What a mode is a function of. */
export interface ModeInput extends LayoutInput {
  /** The same events as they lie on the axis: `columns` are for texts, these for places. */
  readonly onAxis: Columns;
  /** Whether time runs down the page. */
  readonly isUpright: boolean;
  /** How long the plot is along the axis, in pixels. */
  readonly length: number;
  /** How far it reaches across, without the names of eras, or as far as it needs; in pixels. */
  readonly breadth: number | "auto";
  /** Those on the axis, of which the ones that go on reach to now. What hangs on `onAxis` alone lasts while time goes by. */
  readonly until: Columns;
  /** The links above the axis take so many pixels of what is below the lowest label. */
  readonly floor: number;
  readonly eraTiers: EraTiers;
}

/** What a mode places; what it has nothing of is left out. */
export interface ModeBoxes {
  /** How far the plot reaches across, in pixels; in a list, how high it is. */
  readonly breadth: number;
  /** What stands before the start of the axis takes so many pixels of the length, such as the names of lanes. */
  readonly inset?: number;
  /** From the far edge of the plot to the axis in pixels; 0 in a list, where `across` runs down from the top. */
  readonly axisAt: number;
  /** The stretch of the axis that shows everything. */
  readonly home: Domain;
  /** The stretch of the axis in view. */
  readonly domain: Domain;
  readonly axis?: AxisBoxes;
  readonly marks: readonly MarkBox[];
  readonly labels: readonly LabelBox[];
  readonly more?: readonly MoreBox[];
  readonly gaps?: readonly GapBox[];
  /** Where there is no axis: the bands of eras, down the page. */
  readonly eras?: readonly EraBox[];
  /** The lanes, from above. */
  readonly lanes?: readonly LaneBox[];
  /** How many events begin when, lane by lane, where they are too many to be there one by one. */
  readonly strips?: readonly StripBox[];
  /** What colours mean, below what the axis takes. */
  readonly legend?: readonly LegendBox[];
  /** Those events that belong into a list of what is shown; not said where all do. */
  readonly listed?: Columns;
  /** The colour of an event by its lane. */
  readonly hueOf?: (event: number) => Hue | undefined;
  /** Where flags hang below the axis too: from the axis to the line that they hang from, in pixels. */
  readonly lower?: number;
  readonly headings?: readonly HeadingBox[];
  /** From which scale on an event has a label, in pixels a millisecond; not said where no zoom gives it one for certain. */
  readonly shownFrom?: (event: number) => number;
  /** What became of the label of each event. */
  readonly fateOf: (event: number) => LabelFate;
  /** The text of an event, whether it is shown or not. */
  readonly labelOf: (event: number) => Label;
}

/** One way of laying events out: a pure function whose passes remember their results. */
export interface ModeLayout {
  readonly lay: (input: ModeInput) => ModeBoxes;
  readonly passes: Readonly<Record<string, { readonly runs: number }>>;
}
