import type { Domain } from "../view/view.js";
import type { AxisBoxes } from "./axis.js";
import type { GapBox, LabelBox, LabelFate, MarkBox, MoreBox } from "./boxes.js";
import type { LayoutInput } from "./input.js";
import type { Label } from "./label.js";

/** What a mode places; what it has nothing of is left out. */
export interface ModeBoxes {
  readonly height: number;
  /** What stands beside the start of the axis takes so many pixels of the width, such as the names of lanes. */
  readonly inset?: number;
  /** From the top of the plot to the axis in pixels; 0 in a list, where `across` runs down from the top. */
  readonly axisAt: number;
  /** The domain that shows everything. */
  readonly home: Domain;
  readonly domain: Domain;
  readonly axis?: AxisBoxes;
  readonly marks: readonly MarkBox[];
  readonly labels: readonly LabelBox[];
  readonly more?: readonly MoreBox[];
  readonly gaps?: readonly GapBox[];
  /** What became of the label of each event. */
  readonly fateOf: (event: number) => LabelFate;
  /** The text of an event, whether it is shown or not. */
  readonly labelOf: (event: number) => Label;
}

/** One way of laying events out: a pure function whose passes remember their results. */
export interface ModeLayout {
  readonly lay: (input: LayoutInput) => ModeBoxes;
  readonly passes: Readonly<Record<string, { readonly runs: number }>>;
}
