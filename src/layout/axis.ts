import type { AxisFormat, DateFormat } from "../locale/dates.js";
import type { TextMeasurer } from "../text/measure.js";
import { TYPE } from "../text/typography.js";
import { DAY } from "../time/instant.js";
import { linearScale } from "../time/scale.js";
import { slowerStep, type Step } from "../time/steps.js";
import { NO_BREAKS, type Warp } from "../time/warp.js";
import type { Domain } from "../view/view.js";
import { eraOf, FADE, fastStep, hasEnough } from "./axis-steps.js";
import { endOf, piecesInView, startOf, type LabelLie, type Ruler } from "./axis-ruler.js";
import { placeFast, placeSecond, placeSlow } from "./axis-tiers.js";
import type { TickBox } from "./boxes.js";
import { placeBreaks, type BreakBox } from "./breaks.js";

/** The room that the axis takes below its line, in pixels, and that of a second calendar below that. */
const HEIGHT = 72;
const SECOND_HEIGHT = 28;

/** The two tiers of the axis: what changes often, and what changes rarely and sticks to the edge. */
export interface AxisBoxes {
  readonly ticks: readonly TickBox[];
  /** The step of the fast tier, at one scale the same from 9999 BC to the year 9999. */
  readonly step: Step;
  /** Whether labels are as short as they can be, because longer ones would be too few. */
  readonly isBrief: boolean;
  /** The second calendar, where there is one: slow ticks are months, years or whole dates, fast ones days of a month. */
  readonly second: readonly TickBox[];
  /** Where it is broken, in order of time, also out of view. */
  readonly breaks: readonly BreakBox[];
  /** Beside an upright axis: the widths of its columns of labels. */
  readonly column?: AxisColumn;
}

/** The widths of the columns of labels beside an upright axis, in pixels; that of the second calendar is 0 without one. */
export interface AxisColumn {
  readonly first: number;
  readonly second: number;
}

/** What the axis needs to know of its surroundings. */
export interface AxisSetting {
  readonly dates: DateFormat;
  readonly measurer: TextMeasurer;
}

/**
 * Chooses the steps for a domain of the axis over `length` pixels and places ticks and labels so that no two touch, one piece
 * between two breaks after the other. In years of up to four digits the scale alone decides which ticks there are and what
 * they say, so that panning changes nothing but the cut at the edges. Where labels lie across, they take the height of a line
 * along the axis, and their second line stands behind the first.
 */
export function placeAxis(
  domain: Domain,
  length: number,
  setting: AxisSetting,
  lie: LabelLie = "along",
  warp: Warp = NO_BREAKS,
): AxisBoxes {
  const { dates, measurer } = setting;
  const extentOf: Ruler["extentOf"] = (text, role) =>
    lie === "across" ? TYPE[role].line : measurer.width(text, TYPE[role]);
  const edge = lie === "along" ? FADE : 0;
  const scale = linearScale(domain, [0, length]);
  const breaks = placeBreaks(warp, scale, [edge, length - edge], { dates, measurer, extentOf });
  const pieces = piecesInView(warp, domain);
  const hasTimes = pieces.every(({ part }) => part.every((instant) => Math.abs(instant) <= Number.MAX_SAFE_INTEGER));
  const rulersOf = (format: AxisFormat, isBrief = false): readonly Ruler[] =>
    pieces.map(({ place, piece, part }) => ({
      domain: part,
      scale: { at: (instant) => scale.at(instant + piece.shift) },
      since: piece.from,
      start: startOf(breaks[place - 1], edge),
      end: endOf(breaks[place], edge, length),
      pxPerMs: steady(scale.pxPerMs),
      ...{ length, hasTimes, isBrief, format, measurer, lie, extentOf },
    }));
  const whole = rulersOf(dates);
  // Across, lines are as high as ever.
  const isBrief = lie === "along" && !whole.every((ruler) => hasEnough(coarsest(whole), ruler.domain, ruler));
  const rulers = isBrief ? rulersOf(dates, true) : whole;
  const step = coarsest(rulers);
  const slow = slowerStep(step, isBrief);
  return {
    step,
    isBrief,
    ticks: rulers.flatMap((ruler) => [...placeFast(step, ruler), ...(slow ? placeSlow(slow, "meta", ruler) : [])]),
    second: dates.second ? rulersOf(dates.second).flatMap((ruler) => placeSecond(step.duration < DAY, ruler)) : [],
    breaks,
  };
}

/** The step that has room on each piece. */
function coarsest(rulers: readonly Ruler[]): Step {
  const steps = rulers.map((ruler) => fastStep(ruler, eraOf((ruler.domain[0] + ruler.domain[1]) / 2)));
  return steps.reduce((coarsest, step) => (step.duration > coarsest.duration ? step : coarsest));
}

/** Rounded so that panning, which shifts a domain by fractions, never counts as zooming. */
function steady(pxPerMs: number): number {
  return Number(pxPerMs.toPrecision(9));
}

/** The room that the axis takes below its line, in pixels. */
export function axisHeight({ dates }: Pick<AxisSetting, "dates">): number {
  return dates.second ? HEIGHT + SECOND_HEIGHT : HEIGHT;
}
