import { times } from "../base/times.js";
import type { AxisFormat } from "../locale/dates.js";
import type { TextRole } from "../text/typography.js";
import { dayFromCivil } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import { floorTo, slowerStep, STEPS, type Step, type StepOptions, type StepUnit } from "../time/steps.js";
import { chooseStep, shortestOf, ticks } from "../time/ticks.js";
import type { Domain } from "../view/view.js";

/** Between two labels where a step is chosen, in pixels: a little more than they need, for digits of uneven width. */
const AIR = 10;
/** About so many labels at most on the fast tier, and so many at least on both. */
const MOST = 12;
const LEAST = 3;
/** Labels of ticks fade out so near to the edges of the plot, in pixels, and keep clear of that. */
export const FADE = 12;

/** What the room on an axis depends on beside the part of time. */
export interface Measure {
  readonly format: AxisFormat;
  /** Length of the axis in pixels. */
  readonly length: number;
  /** Pixels in a millisecond. */
  readonly pxPerMs: number;
  /** Whether the instants in view are near enough to today for a `number` to tell times of day apart. */
  readonly hasTimes: boolean;
  /** Whether labels are as short as they can be, and the slow tier says what they leave out. */
  readonly isBrief: boolean;
  /** How long a line of text is along the axis, in pixels. */
  readonly extentOf: (text: string, role: TextRole) => number;
}

/** A part of time in which the numbers of years are about as long. */
export interface Era {
  readonly from: Instant;
  readonly to: Instant;
  /** The first instant of a year whose number is as long as any in it. */
  readonly sample: Instant;
}

const startOf = (year: number): Instant => dayFromCivil(year, 1, 1) * DAY;

/** Numbers of years get separators at 10,000, and words at a million; where these end, the axis does. */
const LIMITS = [1, 1e4, 1e6, 1e9, 1e11];

const AFTER_CHRIST = LIMITS.slice(1).map((limit, i): Era => {
  return { from: startOf(LIMITS[i]!), to: startOf(limit), sample: startOf(Math.floor((limit * 8) / 9)) };
});
const BEFORE_CHRIST = LIMITS.slice(1).map((limit, i): Era => {
  return { from: startOf(2 - limit), to: startOf(2 - LIMITS[i]!), sample: startOf(1 - Math.floor((limit * 8) / 9)) };
});

const ORDINARY = AFTER_CHRIST[0]!;
/** Years of up to four digits. */
const NEAR: readonly Era[] = [ORDINARY, BEFORE_CHRIST[0]!];

/** In the order of time. */
export const ERAS: readonly Era[] = [...BEFORE_CHRIST.reverse(), ...AFTER_CHRIST];

/** The era that decides about days and months: only far away, where years have many digits, another than the ordinary one. */
export function eraOf(instant: Instant): Era {
  return ERAS.find(({ from, to }) => instant >= from && instant < to && to !== ORDINARY.from) ?? ORDINARY;
}

/** The finest step of the fast tier in an era: its labels have room, and so have those of the slow tier in their units. */
export function fastStep(measure: Measure, era: Era): Step {
  const hasContext = (slow: Step | undefined): boolean =>
    !slow || AIR + widestName(slow, era, "meta", measure) <= shortestOf(slow, measure.format.steps) * measure.pxPerMs;
  const { isBrief } = measure;
  return finest(measure, (step) => (hasContext(slowerStep(step, isBrief)) ? roomOfTick(step, era, measure) : Infinity));
}

/**
 * Whether a step has labels enough, wherever they fall: those that have room whole, and one of the slow tier. While years
 * have up to four digits, the scale alone decides.
 */
export function hasEnough(step: Step, [from, to]: Domain, measure: Measure): boolean {
  const isInView = (era: Era): boolean => NEAR.includes(era) || (era.from < to && era.to > from);
  const parts = step.unit === "year" ? ERAS.filter(isInView).map((era) => [era, fastStep(measure, era)] as const) : [];
  return (parts.length > 0 ? parts : [[ORDINARY, step] as const]).every(([era, own]) => {
    const room = measure.length - 2 * FADE - widestTick(own, era, "tick", measure);
    const ofSlow = slowerStep(own, measure.isBrief) ? 1 : 0;
    return Math.floor(room / (own.duration * measure.pxPerMs)) + ofSlow >= LEAST;
  });
}

/** The finest step of which the full names have room: years, months, or, where asked for, days. */
export function nameStep(measure: Measure, hasDays: boolean): Step {
  const isNamed = ({ unit, count }: Step): boolean =>
    unit === "year" || unit === "month" || (unit === "day" && count === 1 && hasDays);
  return finest(measure, (step) => (isNamed(step) ? widestName(step, ORDINARY, "tickDetail", measure) : Infinity));
}

/** The finest step of days of which the numbers have room; a coarser one where none have. */
export function numberStep(measure: Measure): Step {
  const isNumbered = ({ unit }: Step): boolean => unit === "day" || unit === "week";
  return finest(measure, (step) => (isNumbered(step) ? widestTick(step, ORDINARY, "tickDetail", measure) : Infinity));
}

/** Whether the second lines of the days have room, whichever weekdays are in view. */
export function hasRoomForDetail(step: Step, { format, pxPerMs, extentOf }: Measure): boolean {
  const room = shortestOf(step, format.steps) * pxPerMs - AIR;
  return sampleTicks(step, ORDINARY, format, false).every(
    ({ detail }) => detail !== undefined && extentOf(detail, "tickDetail") <= room,
  );
}

function finest({ format, length, pxPerMs, hasTimes }: Measure, extent: (step: Step) => number): Step {
  const isOut = ({ duration }: Step): boolean => duration * pxPerMs < length / MOST || (duration < DAY && !hasTimes);
  return chooseStep(pxPerMs, (step) => (isOut(step) ? Infinity : extent(step)), AIR, format.steps);
}

/** What a label takes; where there is little room, the long names of months may take that of short ones beside them. */
function roomOfTick(step: Step, era: Era, measure: Measure): number {
  if (!measure.isBrief || step.unit !== "month") return widestTick(step, era, "tick", measure);
  const names = [...new Set(sampleTicks(step, era, measure.format, true).map(({ text }) => text))];
  return names.reduce((sum, name) => sum + measure.extentOf(name, "tick"), 0) / names.length;
}

function widestTick(step: Step, era: Era, role: TextRole, { format, extentOf, isBrief }: Measure): number {
  return Math.max(...sampleTicks(step, era, format, isBrief).map(({ text }) => extentOf(text, role)));
}

function widestName(step: Step, era: Era, role: TextRole, { format, extentOf, isBrief }: Measure): number {
  return Math.max(...sampleNames(step, era, format, isBrief).map((text) => extentOf(text, role)));
}

const MONTH = STEPS.find(({ unit }) => unit === "month")!;
/** From the first of a month to a day of two digits. */
const LATE = 20 * DAY;
/** So long that it holds a whole Hebrew year of thirteen months; all Gregorian years have the same. */
const YEARS = 1200 * DAY;
const YEAR = 366 * DAY;
/** A year of which the era has a long name where eras are short, in Japan. */
const OLD = startOf(1750);
/** 20:48:48.888 and 23:33:33.333. */
const WIDE_TIMES = [74_928_888, 84_813_333];

type Sample = (step: Step, from: Instant, steps: StepOptions) => readonly Instant[];

const timesOfDay: Sample = (_, from) => WIDE_TIMES.map((time) => from + time);
const daysOfWeek: Sample = (_, from, steps) => {
  const late = floorTo(MONTH, from, steps) + LATE;
  return times(7, (day) => late + day * DAY);
};
const monthsOfYears: Sample = (step, from, steps) => ticks(step, [from, from + (steps.calendar ? YEARS : YEAR)], steps);

/** Ticks of each unit that have the longest labels. */
const SAMPLES: Readonly<Record<StepUnit, Sample>> = {
  millisecond: timesOfDay,
  second: timesOfDay,
  minute: timesOfDay,
  hour: timesOfDay,
  day: daysOfWeek,
  week: daysOfWeek,
  month: monthsOfYears,
  year: (step, from, steps) => [from, ...(from === ORDINARY.sample ? [OLD] : [])].map((at) => floorTo(step, at, steps)),
};

const sampleTicks = remembered((step, { sample }, { steps, tick }, isBrief) =>
  SAMPLES[step.unit](step, sample, steps).map((instant) => tick(instant, step.unit, isBrief)),
);

const sampleNames = remembered((step, { sample }, { steps, slow }, isBrief) =>
  step.duration <= DAY
    ? monthsOfYears(MONTH, sample, steps).map((first) => slow(first + LATE + WIDE_TIMES[0]!, step.unit, isBrief))
    : SAMPLES[step.unit](step, sample, steps).map((instant) => slow(instant, step.unit, isBrief)),
);

type Write<Texts> = (step: Step, era: Era, format: AxisFormat, isBrief: boolean) => Texts;

/** Texts never change while their format lives, and are asked for in every frame. */
function remembered<Texts>(write: Write<Texts>): Write<Texts> {
  const known = new WeakMap<AxisFormat, Map<string, Texts>>();
  return (step, era, format, isBrief) => {
    const texts = known.get(format) ?? new Map<string, Texts>();
    known.set(format, texts);
    const key = `${step.count} ${step.unit} ${era.sample} ${isBrief}`;
    const found = texts.get(key) ?? write(step, era, format, isBrief);
    texts.set(key, found);
    return found;
  };
}

/**
 * How wide the widest labels of both tiers are that an axis can have in a domain or further in, in pixels.
 *
 * @param roles - How the texts of the fast and the slow tier are set.
 * @param detailAt - From the start of a label to its second line where that stands behind the first, in pixels.
 */
export function widestLabels(
  measure: Measure,
  domain: Domain,
  roles: readonly [fast: TextRole, slow: TextRole],
  detailAt: number,
): readonly [fast: number, slow: number] {
  const { format, extentOf, isBrief } = measure;
  let [fast, slow] = [0, 0];
  for (const era of new Set(domain.map(eraOf))) {
    const { duration } = fastStep(measure, era);
    for (const step of STEPS.filter((finer) => finer.duration <= duration)) {
      for (const { text, detail = "" } of sampleTicks(step, era, format, isBrief))
        fast = Math.max(fast, extentOf(text, roles[0]), detail === "" ? 0 : detailAt + extentOf(detail, "tickDetail"));
      const slower = slowerStep(step, isBrief);
      if (slower) slow = Math.max(slow, widestName(slower, era, roles[1], measure));
    }
  }
  return [fast, slow];
}
