import { TYPE, type TextRole } from "../text/typography.js";
import { DAY, type Instant } from "../time/instant.js";
import { floorTo, nextOf, type Step } from "../time/steps.js";
import { ticks } from "../time/ticks.js";
import type { Domain } from "../view/view.js";
import { AIR, type Ruler } from "./axis-ruler.js";
import { ERAS, fastStep, hasRoomForDetail, nameStep, numberStep } from "./axis-steps.js";
import type { TickBox, TickLabelBox } from "./boxes.js";

/** Between the two lines of a label where they stand behind each other, in pixels. */
const WORD_AIR = 6;
const YEAR = 400 * DAY;

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

/** The fast tier: what changes often; and the eras that brief years leave out. */
export function placeFast(step: Step, ruler: Ruler): TickBox[] {
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
  return [...grant(wishes, ruler), ...(ruler.isBrief && step.unit === "year" ? placeEras(wishes, ruler) : [])];
}

/** The domain, and on either side what reaches into it or decides what has room in it: a step, or the names of a year. */
function around({ duration, unit }: Step, { domain, isBrief }: Ruler): Domain {
  const beyond = isBrief && unit === "month" ? YEAR : duration;
  return [domain[0] - duration, domain[1] + beyond];
}

function wishAt(instant: Instant, step: Step, hasDetail: boolean, role: TextRole, ruler: Ruler): Wish {
  const along = ruler.scale.at(tickInstant(step, instant));
  const { text, detail } = ruler.format.tick(instant, step.unit, ruler.isBrief);
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

/** The units of the slow tier. */
export function placeSlow(step: Step, role: TextRole, ruler: Ruler): TickBox[] {
  const { domain, scale, since, format, isBrief } = ruler;
  const all = ticks(step, [floorTo(step, domain[0], format.steps), domain[1]], format.steps);
  const starts = all.filter((_, i) => (all[i + 1] ?? Infinity) > since);
  const units = starts.map((instant): Unit => {
    const until = scale.at(nextOf(step, instant, format.steps));
    return { instant, along: scale.at(instant), until, text: format.slow(instant, step.unit, isBrief) };
  });
  return placeUnits(units, role, ruler);
}

/** The eras that years leave out, each from its first tick on. */
function placeEras(years: readonly Wish[], ruler: Ruler): TickBox[] {
  const { format } = ruler;
  if (years.every(({ instant, label }) => format.tick(instant, "year").text === label.text)) return [];
  const units: Unit[] = [];
  for (const { instant, label } of years) {
    const text = format.era(instant);
    const before = units.at(-1);
    if (text === before?.text) continue;
    if (before && label.along - before.along < AIR) units.pop();
    else if (before) before.until = label.along;
    units.push({ instant, along: label.along, until: Infinity, text });
  }
  return placeUnits(units, "meta", ruler);
}

/** A unit of the slow tier: where it begins and ends, and its name. */
interface Unit {
  readonly instant: Instant;
  readonly along: number;
  until: number;
  readonly text: string;
}

/** Each label stands at the start of its unit, or as near to that as is in view, where the unit has room for it. */
function placeUnits(units: readonly Unit[], role: TextRole, ruler: Ruler): TickBox[] {
  const { since, start, end, measurer, extentOf } = ruler;
  return units.map(({ instant, along, until, text }, i) => {
    const last = Math.min(until - AIR, end.slow) - extentOf(text, role);
    const hasRoom = last >= Math.max(along, start.least) && text !== units[i + 1]?.text;
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
export function placeSecond(isTimed: boolean, ruler: Ruler): readonly TickBox[] {
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
