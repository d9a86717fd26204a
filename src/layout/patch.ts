import { TYPE } from "../text/typography.js";
import type { EraBox } from "./eras.js";
import type { ModeBoxes } from "./mode.js";
import type { Orientation } from "./orientation.js";
import { lieOf } from "./sides.js";

/** A part of the plot, in pixels: along, and from the far edge of the plot, which is the top of a level one. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is placed on a plot with an axis. */
export interface Placed extends Omit<ModeBoxes, "eras"> {
  readonly eras: readonly EraBox[];
  /** What one tier of their names takes across, in pixels. */
  readonly strip: number;
  readonly orientation: Pick<Orientation, "isUpright" | "extentOf">;
}

/** What dots and bars in lanes take on both sides of their middle, in rows and in columns; in pixels. */
const HALF = 12;
const HALF_COLUMN = 6;

/** Where the texts are that nothing may cross: of events, counts, eras and lanes. */
export function textsOf(placed: Placed): readonly Patch[] {
  const { axisAt, labels, lanes, more = [], eras, inset = 0, strip, orientation } = placed;
  const patch = (from: number, top: number, width: number, height: number): Patch => {
    const { length, breadth } = orientation.extentOf({ width, height });
    return { from, to: from + length, top, bottom: top + breadth };
  };
  const indent = lanes ? 0 : lieOf(orientation.isUpright).indent;
  return [
    ...labels.map(({ along, across, label }) => patch(along + indent, axisAt - across, label.width, label.height)),
    ...more.map(({ along, across, width }) => patch(along, axisAt - across, width, TYPE.more.line)),
    ...eras.flatMap(({ name, tier }) =>
      name
        ? [
            {
              ...patch(name.along, tier * strip, name.line.width, TYPE.meta.line),
              top: tier * strip,
              bottom: (tier + 1) * strip,
            },
          ]
        : [],
    ),
    ...(lanes ?? []).map(({ indent, name, across, nameTop }) =>
      patch(indent - inset, axisAt - across + nameTop, name.width, name.height),
    ),
  ];
}

/** Where something is drawn that is no text: the poles of flags, or what stands in the rows of lanes. */
export function marksOf({ axisAt, labels, lanes, marks, orientation }: Placed): readonly Patch[] {
  const half = orientation.isUpright ? HALF_COLUMN : HALF;
  if (lanes)
    return marks.map(({ along, across, bar }) => ({
      from: bar?.from ?? along - HALF,
      to: bar?.to ?? along + HALF,
      top: axisAt - across - half,
      bottom: axisAt - across + half,
    }));
  return labels.map(({ along, across, base = 0 }) => ({
    from: along,
    to: along,
    top: axisAt - across,
    bottom: axisAt - base,
  }));
}
