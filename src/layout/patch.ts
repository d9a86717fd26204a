import { TYPE } from "../text/typography.js";
import { ERA_STRIP, type EraBox } from "./eras.js";
import type { ModeBoxes } from "./mode.js";
import { FLAG_INDENT } from "./sides.js";

/** A part of the plot, in pixels: along, and from the top of the plot. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is placed on a plot with an axis. */
export type Placed = Omit<ModeBoxes, "eras"> & { readonly eras: readonly EraBox[] };

/** What dots and bars in lanes take on both sides of their middle, in pixels. */
const HALF = 12;

/** Where the texts are that nothing may cross: of events, counts, eras and lanes. */
export function textsOf({ axisAt, labels, lanes, more = [], eras, inset = 0 }: Placed): readonly Patch[] {
  const patch = (from: number, width: number, top: number, height: number): Patch => {
    return { from, to: from + width, top, bottom: top + height };
  };
  const indent = lanes ? 0 : FLAG_INDENT;
  return [
    ...labels.map(({ along, across, label }) => patch(along + indent, label.width, axisAt - across, label.height)),
    ...more.map(({ along, across, width }) => patch(along, width, axisAt - across, TYPE.more.line)),
    ...eras.flatMap(({ name, tier }) =>
      name ? [patch(name.along, name.line.width, tier * ERA_STRIP, ERA_STRIP)] : [],
    ),
    ...(lanes ?? []).map(({ indent, name, across, nameTop }) =>
      patch(indent - inset, name.width, axisAt - across + nameTop, name.height),
    ),
  ];
}

/** Where something is drawn that is no text: the poles of flags, or what stands in the rows of lanes. */
export function marksOf({ axisAt, labels, lanes, marks }: Placed): readonly Patch[] {
  if (lanes)
    return marks.map(({ along, across, bar }) => ({
      from: bar?.from ?? along - HALF,
      to: bar?.to ?? along + HALF,
      top: axisAt - across - HALF,
      bottom: axisAt - across + HALF,
    }));
  return labels.map(({ along, across, base = 0 }) => ({
    from: along,
    to: along,
    top: axisAt - across,
    bottom: axisAt - base,
  }));
}
