import type { AxisFormat, DateFormat } from "../locale/dates.js";
import type { TextMeasurer } from "../text/measure.js";
import { TYPE } from "../text/typography.js";
import { DAY, type Instant } from "../time/instant.js";
import { slowerStep, type Step } from "../time/steps.js";
import { chooseStep, ticks } from "../time/ticks.js";
import { linearScale } from "../time/scale.js";
import type { Domain } from "../view/view.js";
import type { TickBox, TickLabelBox } from "./boxes.js";

/** Between two labels of the axis, in pixels. */
const AIR = 12;
/** Between a label that sticks to the edge and the next one, in pixels. */
const STICKY_AIR = 20;
/** From the edge of the plot to a label, in pixels. */
const EDGE = 24;
/** About so many labels at most on the fast tier. */
const MOST = 12;
/** About a month, but so that thirteen in a row meet each month of any calendar. */
const SAMPLE = 29.6 * DAY;

/** The two tiers of the axis: what changes often, and what changes rarely and sticks to the edge. */
export interface AxisBoxes {
  readonly ticks: readonly TickBox[];
  /** The step of the fast tier. */
  readonly step: Step;
  /** Months or years of the second calendar, where there is one. */
  readonly second: readonly TickBox[];
}

/** What the axis needs to know of its surroundings. */
export interface AxisSetting {
  readonly dates: DateFormat;
  readonly measurer: TextMeasurer;
}

/** One axis: what it says, and where. */
interface Ruler {
  readonly domain: Domain;
  readonly length: number;
  readonly format: AxisFormat;
  readonly measurer: TextMeasurer;
}

/** Chooses the steps for a domain over `length` pixels and places ticks and labels so that no two touch. */
export function placeAxis(domain: Domain, length: number, { dates, measurer }: AxisSetting): AxisBoxes {
  const ruler: Ruler = { domain, length, format: dates, measurer };
  const { pxPerMs } = linearScale(domain, [0, length]);
  const widthOf = (step: Step): number => Math.max(widestOf(step, ruler), length / MOST - AIR);
  const step = chooseStep(pxPerMs, widthOf, AIR, dates.steps);
  const slow = slowerStep(step);
  return {
    step,
    ticks: slow ? [...placeFast(step, ruler), ...placeSlow(slow, ruler)] : placeFast(step, ruler),
    second: dates.second ? placeSecond({ ...ruler, format: dates.second }) : [],
  };
}

/** The second calendar has one tier: the finest of its months and years whose full names have room. */
function placeSecond(ruler: Ruler): readonly TickBox[] {
  const { domain, length, format, measurer } = ruler;
  const widthOf = (step: Step): number =>
    step.unit === "month" || step.unit === "year"
      ? Math.max(...samplesOf(step, domain).map((day) => measurer.width(format.slow(day, step.unit), TYPE.tickDetail)))
      : Infinity;
  const step = chooseStep(linearScale(domain, [0, length]).pxPerMs, widthOf, AIR, format.steps);
  return placeSlow(step, ruler);
}

/** Where the tick of a unit stands: a day is named at its middle, every other unit where it begins. */
export function tickInstant(step: Step, instant: Instant): Instant {
  return step.unit === "day" ? instant + DAY / 2 : instant;
}

/** The widest label of a step, whatever part of time is in view, so that panning never changes the step. */
function widestOf(step: Step, { domain, format, measurer }: Ruler): number {
  return Math.max(
    ...samplesOf(step, domain).map((instant) => measurer.width(format.tick(instant, step.unit).text, TYPE.tick)),
  );
}

function samplesOf(step: Step, domain: Domain): readonly Instant[] {
  if (step.unit === "year") return domain;
  if (step.unit === "month") return Array.from({ length: 13 }, (_, month) => 10 * DAY + month * SAMPLE);
  return [DAY * 29.999_999_99];
}

function placeFast(step: Step, { domain, length, format, measurer }: Ruler): TickBox[] {
  const scale = linearScale(domain, [0, length]);
  const spacing = step.duration * scale.pxPerMs;
  const hasDetail = weekOf(step, format).every(
    (detail) => detail !== undefined && measurer.width(detail, TYPE.tickDetail) + AIR <= spacing,
  );
  const labels = ticks(step, [domain[0] - step.duration, domain[1]], format.steps).map((instant) => ({
    instant,
    along: scale.at(tickInstant(step, instant)),
    ...format.tick(instant, step.unit),
  }));
  const boxes: TickBox[] = [];
  let free = -Infinity;
  for (const { instant, along, text, detail } of labels) {
    if (along < 0 || along > length) continue;
    const shownDetail = hasDetail ? detail : undefined;
    const width = Math.max(
      measurer.width(text, TYPE.tick),
      shownDetail === undefined ? 0 : measurer.width(shownDetail, TYPE.tickDetail),
    );
    const isInside = along - width / 2 >= 0 && along + width / 2 <= length && along - width / 2 >= free;
    if (isInside) free = along + width / 2 + AIR;
    const label: TickLabelBox | undefined = isInside ? { along, width, text, detail: shownDetail } : undefined;
    boxes.push({ instant, along, isSlow: false, label });
  }
  return boxes;
}

/** The second lines of seven ticks, whatever part of time is in view, so that panning never shows or hides them all. */
function weekOf(step: Step, format: AxisFormat): readonly (string | undefined)[] {
  return Array.from({ length: 7 }, (_, day) => format.tick(day * DAY, step.unit).detail);
}

function placeSlow(step: Step, { domain, length, format, measurer }: Ruler): TickBox[] {
  const scale = linearScale(domain, [0, length]);
  const starts = ticks(step, [domain[0] - step.duration * 1.1, domain[1]], format.steps);
  const inView = starts.slice(Math.max(0, starts.filter((start) => start <= domain[0]).length - 1));
  const boxes: TickBox[] = [];
  let end = length - EDGE;
  for (const instant of inView.reverse()) {
    const along = scale.at(instant);
    const text = format.slow(instant, step.unit);
    const width = measurer.width(text, TYPE.tickDetail);
    const at = Math.min(Math.max(along, EDGE), end - width);
    const isShown = at >= Math.max(along, 0);
    if (isShown) end = at - STICKY_AIR;
    boxes.push({
      instant,
      along,
      isSlow: true,
      label: isShown ? { along: at, width, text, detail: undefined } : undefined,
    });
  }
  return boxes.reverse();
}
