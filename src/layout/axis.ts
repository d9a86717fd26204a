import type { AxisFormat, DateFormat } from "../locale/dates.js";
import type { TextMeasurer } from "../text/measure.js";
import { TYPE, type TextRole } from "../text/typography.js";
import { DAY, type Instant } from "../time/instant.js";
import { linearScale, type LinearScale } from "../time/scale.js";
import { floorTo, nextOf, slowerStep, type Step } from "../time/steps.js";
import { ticks } from "../time/ticks.js";
import { NO_BREAKS, type Piece, type Warp } from "../time/warp.js";
import type { Domain } from "../view/view.js";
import { eraOf, ERAS, fastStep, hasRoomForDetail, nameStep, numberStep, type Measure } from "./axis-steps.js";
import type { TickBox, TickLabelBox } from "./boxes.js";
import { HALF_GAP, placeBreaks, type BreakBox } from "./breaks.js";

/** Between two labels of the axis at the least, in pixels. */
const AIR = 8;
/** From the edge of the plot to a label that sticks to it, in pixels. */
const EDGE = 24;

/** Between the two lines of a label where they stand behind each other, in pixels. */
const WORD_AIR = 6;

/** Labels fade out so near to the edges of the plot, in pixels: those of ticks keep clear of that. */
const FADE = 12;
/** The room that the axis takes below its line, in pixels, and that of a second calendar below that. */
const HEIGHT = 72;
const SECOND_HEIGHT = 28;

/** The two tiers of the axis: what changes often, and what changes rarely and sticks to the edge. */
export interface AxisBoxes {
  readonly ticks: readonly TickBox[];
  /** The step of the fast tier, at one scale the same from 9999 BC to the year 9999. */
  readonly step: Step;
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

/** How the lines of the labels lie: along a level axis, or across an upright one. */
export type LabelLie = "along" | "across";

/** One piece of an axis: what it says, and where. */
interface Ruler extends Measure {
  /** The part of time of the piece that is in view. */
  readonly domain: Domain;
  readonly scale: Pick<LinearScale, "at">;
  /** From when on, where a break comes before it. */
  readonly since: Instant;
  readonly start: RulerEnd;
  readonly end: RulerEnd;
  readonly measurer: TextMeasurer;
  readonly lie: LabelLie;
}

/** How near to an end of a piece its texts and ticks may come, in pixels along the axis. */
interface RulerEnd {
  readonly ticks: number;
  readonly fast: number;
  /** Where a label of the slow tier sticks, and how far it may be pushed from there by the next one. */
  readonly slow: number;
  readonly least: number;
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
  const rulersOf = (format: AxisFormat): readonly Ruler[] =>
    pieces.map(({ place, piece, part }) => ({
      domain: part,
      scale: { at: (instant) => scale.at(instant + piece.shift) },
      since: piece.from,
      start: startOf(breaks[place - 1], edge),
      end: endOf(breaks[place], edge, length),
      pxPerMs: steady(scale.pxPerMs),
      ...{ length, hasTimes, format, measurer, lie, extentOf },
    }));
  const rulers = rulersOf(dates);
  const steps = rulers.map((ruler) => fastStep(ruler, eraOf((ruler.domain[0] + ruler.domain[1]) / 2)));
  const step = steps.reduce((coarsest, one) => (one.duration > coarsest.duration ? one : coarsest));
  const slow = slowerStep(step);
  return {
    step,
    ticks: rulers.flatMap((ruler) => [...placeFast(step, ruler), ...(slow ? placeSlow(slow, "meta", ruler) : [])]),
    second: dates.second ? rulersOf(dates.second).flatMap((ruler) => placeSecond(step.duration < DAY, ruler)) : [],
    breaks,
  };
}

/** The pieces of an axis that are in view, each with the part of time that is. */
function piecesInView({ pieces }: Warp, [from, to]: Domain): readonly { place: number; piece: Piece; part: Domain }[] {
  return pieces.flatMap((piece, place) => {
    const { shift } = piece;
    const part: Domain = [Math.max(piece.from, from - shift), Math.min(piece.to, to - shift)];
    return piece.start > to || piece.end < from ? [] : [{ place, piece, part }];
  });
}

/** The start of a piece: a break, or the edge of the plot where that comes later. */
function startOf(before: BreakBox | undefined, edge: number): RulerEnd {
  const { along, clear } = before ?? { along: -Infinity, clear: 0 };
  return {
    ticks: Math.max(along + HALF_GAP, 0),
    fast: Math.max(along + clear, edge),
    slow: Math.max(along + HALF_GAP + AIR / 2, EDGE),
    least: Math.max(along + HALF_GAP + AIR / 2, 0),
  };
}

/** The end of a piece: a break, or the edge of the plot where that comes earlier. */
function endOf(after: BreakBox | undefined, edge: number, length: number): RulerEnd {
  const { along, clear } = after ?? { along: Infinity, clear: 0 };
  const slow = Math.min(along - HALF_GAP - AIR / 2, length - edge);
  return {
    ticks: Math.min(along - HALF_GAP, length),
    fast: Math.min(along - clear, length - edge),
    ...{ slow, least: slow },
  };
}

/** Rounded so that panning, which shifts a domain by fractions, never counts as zooming. */
function steady(pxPerMs: number): number {
  return Number(pxPerMs.toPrecision(9));
}

/** A part of the axis in pixels. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The label that a tick would have, and what that takes. */
interface Wish extends Stretch {
  readonly instant: Instant;
  readonly label: TickLabelBox;
}

/** Where the tick of a unit stands: a day is named at its middle, every other unit where it begins. */
export function tickInstant(step: Step, instant: Instant): Instant {
  return step.unit === "day" ? instant + DAY / 2 : instant;
}

function placeFast(step: Step, ruler: Ruler): TickBox[] {
  const hasDetail = ruler.lie === "across" || hasRoomForDetail(step, ruler);
  const [from, to] = around(step, ruler);
  const parts: readonly (readonly [Step, Domain])[] =
    step.unit === "year"
      ? ERAS.filter((era) => era.from <= to && era.to > from).map((era) => [
          fastStep(ruler, era),
          [Math.max(era.from, from), Math.min(era.to - DAY, to)],
        ])
      : [[step, [from, to]]];
  const wishes = parts.flatMap(([own, part]) =>
    ticks(own, part, ruler.format.steps).map((instant) => wishAt(instant, own, hasDetail, "tick", ruler)),
  );
  return grant(wishes, ruler);
}

/** The domain, and on either side a step that reaches into it or decides what has room in it. */
function around({ duration }: Step, { domain }: Ruler): Domain {
  return [domain[0] - duration, domain[1] + duration];
}

function wishAt(instant: Instant, step: Step, hasDetail: boolean, role: TextRole, ruler: Ruler): Wish {
  const along = ruler.scale.at(tickInstant(step, instant));
  const { text, detail } = ruler.format.tick(instant, step.unit);
  const lines = [ruler.measurer.width(text, TYPE[role])];
  const shown = hasDetail ? detail : undefined;
  if (shown !== undefined) lines.push(ruler.measurer.width(shown, TYPE.tickDetail));
  const isInRow = ruler.lie === "across";
  const width = isInRow ? lines.reduce((sum, line) => sum + WORD_AIR + line) : Math.max(...lines);
  const half = (isInRow ? TYPE[role].line : width) / 2;
  return { instant, label: { along, width, text, detail: shown }, from: along - half, to: along + half };
}

/** A tick for each wish in view; its label where that is inside, clear of the next one and of what is taken, and says more. */
function grant(wishes: readonly Wish[], { start, end }: Ruler, taken: readonly Stretch[] = []): TickBox[] {
  const boxes: TickBox[] = [];
  let next: Wish | undefined;
  let kept = Infinity;
  for (const wish of [...wishes].reverse()) {
    const { instant, label, from, to } = wish;
    const isClear = !next || (next.from - to >= AIR && next.label.text !== label.text);
    if (isClear) next = wish;
    // The years of two eras meet anywhere: of two ticks that all but touch, the one with the label stays.
    const isNear = kept - label.along < AIR;
    if (isNear && !isClear) continue;
    if (isNear && boxes.at(-1)?.along === kept) boxes.pop();
    kept = label.along;
    if (label.along < start.ticks || label.along > end.ticks) continue;
    const isInside =
      from >= start.fast && to <= end.fast && !taken.some((one) => from < one.to + AIR && to > one.from - AIR);
    boxes.push({ instant, along: label.along, isSlow: false, label: isClear && isInside ? label : undefined });
  }
  return boxes.reverse();
}

/** Each label stands at the start of its unit, or as near to that as is in view, where the unit has room for it. */
function placeSlow(step: Step, role: TextRole, ruler: Ruler): TickBox[] {
  const { domain, scale, since, start, end, format, measurer, extentOf } = ruler;
  const all = ticks(step, [floorTo(step, domain[0], format.steps), domain[1]], format.steps);
  const starts = all.filter((_, i) => (all[i + 1] ?? Infinity) > since);
  const texts = starts.map((instant) => format.slow(instant, step.unit));
  return starts.map((instant, i) => {
    const along = scale.at(instant);
    const text = texts[i]!;
    const last = Math.min(scale.at(nextOf(step, instant, format.steps)) - AIR, end.slow) - extentOf(text, role);
    const hasRoom = last >= Math.max(along, start.least) && text !== texts[i + 1];
    const width = measurer.width(text, TYPE[role]);
    const label = { along: Math.min(Math.max(along, start.slow), last), width, text, detail: undefined };
    // What begins in a break, or in the gap of its line, has its label but no tick.
    const isTorn = since > -Infinity && along < start.ticks;
    return {
      instant: Math.max(instant, since),
      along: isTorn || along > end.ticks ? -Infinity : along,
      isSlow: true,
      label: hasRoom ? label : undefined,
    };
  });
}

/** One row: the names of months, years or, below a day, whole dates; and between those of months the numbers of days. */
function placeSecond(isTimed: boolean, ruler: Ruler): readonly TickBox[] {
  const named = nameStep(ruler, isTimed);
  const names = placeSlow(named, "tickDetail", ruler);
  const numbered = numberStep(ruler);
  if (named.unit !== "month" || named.count > 1 || numbered.unit === "year") return names;
  const taken = names.flatMap(({ label }) =>
    label ? [{ from: label.along, to: label.along + ruler.extentOf(label.text, "tickDetail") }] : [],
  );
  const wishes = ticks(numbered, around(numbered, ruler), ruler.format.steps).map((instant) =>
    wishAt(instant, numbered, false, "tickDetail", ruler),
  );
  return [...grant(wishes, ruler, taken), ...names];
}

/** The room that the axis takes below its line, in pixels. */
export function axisHeight({ dates }: Pick<AxisSetting, "dates">): number {
  return dates.second ? HEIGHT + SECOND_HEIGHT : HEIGHT;
}
