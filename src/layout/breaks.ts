import type { DateFormat } from "../locale/dates.js";
import type { TextMeasurer } from "../text/measure.js";
import { TYPE } from "../text/typography.js";
import type { Instant } from "../time/instant.js";
import type { LinearScale } from "../time/scale.js";
import { breaksOf, type Warp } from "../time/warp.js";

/** Half of the gap in the line of an axis where it is broken, in pixels. */
export const HALF_GAP = 5;
/** Between the words of a break and the labels of ticks, in pixels. */
const AIR = 8;
/** Where a break has no words, labels keep so far from it, in pixels. */
const CLEAR = HALF_GAP + AIR;

/** Where the axis is broken. */
export interface BreakBox {
  /** When what is left out begins. */
  readonly instant: Instant;
  readonly along: number;
  /** How much is left out, in words centred on the break, where they have room. */
  readonly label: { readonly width: number; readonly text: string } | undefined;
  /** Labels of ticks keep so far from it, in pixels; also where its words are out of view. */
  readonly clear: number;
}

/** What the words of breaks are written with. */
interface BreakSetting {
  readonly dates: Pick<DateFormat, "skip">;
  readonly measurer: TextMeasurer;
  /** How long a line of text is along the axis, in pixels. */
  readonly extentOf: (text: string, role: "gap") => number;
}

/** Places all breaks of an axis, in order of time; between two that are near each other neither has words. */
export function placeBreaks(
  warp: Warp,
  scale: Pick<LinearScale, "at">,
  [first, last]: readonly [number, number],
  { dates, measurer, extentOf }: BreakSetting,
): readonly BreakBox[] {
  const all = breaksOf(warp).map((one) => {
    const { text } = dates.skip(one);
    return { text, instant: one.from, along: scale.at(one.at), half: extentOf(text, "gap") / 2 };
  });
  return all.map(({ text, instant, along, half }, i) => {
    const isFree = [all[i - 1], all[i + 1]].every(
      (other) => !other || Math.abs(other.along - along) >= half + other.half + AIR,
    );
    const isInside = along - half >= first && along + half <= last;
    const label = isFree && isInside ? { text, width: measurer.width(text, TYPE.gap) } : undefined;
    return { instant, along, label, clear: isFree ? half + AIR : CLEAR };
  });
}
