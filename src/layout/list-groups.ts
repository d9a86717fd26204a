import type { DateFormat } from "../locale/dates.js";
import type { ListGroups, ListGroupUnit } from "../model/options.js";
import type { Columns } from "../store/columns.js";
import { isKnown, type KnownEdge, type Precision } from "../time/span.js";
import { floorTo, nextOf, STEPS, type Step, type StepUnit } from "../time/steps.js";

/** Events of a list that follow each other under one heading. */
export interface ListGroup {
  /** The place of the first of them. */
  readonly first: number;
  /** `undefined` where no unit of the calendar holds what is known of the date. */
  readonly heading: string | undefined;
  /** Whether the heading tells the year of them all. */
  readonly hasYear: boolean;
}

/** A stretch of the calendar. */
interface Stretch {
  readonly unit: ListGroupUnit;
  readonly edge: KnownEdge;
}

/** `auto` wants about so many events under a heading, or more. */
const ENOUGH = 3;
/** A list of fewer events has no headings of itself. */
const SHORTEST = 12;

/** From fine to coarse. */
const UNITS: readonly ListGroupUnit[] = ["day", "month", "year", "decade", "century"];
const STEP_OF: Readonly<Record<ListGroupUnit, Step>> = {
  day: stepOf("day", 1),
  month: stepOf("month", 1),
  year: stepOf("year", 1),
  decade: stepOf("year", 10),
  century: stepOf("year", 100),
};
const HAS_YEAR: ReadonlySet<ListGroupUnit> = new Set(["day", "month", "year"]);

function stepOf(unit: StepUnit, count: number): Step {
  return STEPS.find((step) => step.unit === unit && step.count === count)!;
}

/**
 * Puts the events of a list under headings: each under the stretch of time in which it starts, or under a longer one where
 * its start is not known that finely. Empty where there are no headings.
 */
export function groupEvents(columns: Columns, dates: DateFormat, wanted: ListGroups): readonly ListGroup[] {
  return chooseStarts(columns, dates, wanted).map(({ first, stretch }) => ({
    first,
    heading: stretch && nameOf(stretch, dates),
    hasYear: stretch !== undefined && HAS_YEAR.has(stretch.unit),
  }));
}

/** Where a group begins. */
interface Start {
  readonly first: number;
  readonly stretch: Stretch | undefined;
}

function chooseStarts(columns: Columns, dates: DateFormat, wanted: ListGroups): readonly Start[] {
  const count = columns.events.length;
  if (wanted === "none" || (wanted === "auto" && count < SHORTEST)) return [];
  if (wanted !== "auto") return startsOf(wanted, columns, dates, count);
  for (const unit of UNITS) {
    const starts = startsOf(unit, columns, dates, count / ENOUGH);
    if (starts.length <= count / ENOUGH) return starts.length > 1 ? starts : [];
  }
  return [];
}

/** Where the stretches begin; no more than one beyond `most` of them. */
function startsOf(unit: ListGroupUnit, { events }: Columns, dates: DateFormat, most: number): readonly Start[] {
  const units = UNITS.slice(UNITS.indexOf(unit));
  const starts: Start[] = [];
  let current: Stretch | undefined;
  for (let i = 0; i < events.length && starts.length <= most; i++) {
    const { start, end } = events[i]!.span;
    const edge = [start, end].find(isKnown)!;
    const stretch = current?.unit === unit && isWithin(edge, current.edge) ? current : stretchOf(edge, units, dates);
    const isSame = stretch?.unit === current?.unit && stretch?.edge.earliest === current?.edge.earliest;
    if (i > 0 && isSame) continue;
    current = stretch;
    starts.push({ first: i, stretch });
  }
  return starts;
}

/** The finest stretch that holds all that is known of an edge. */
function stretchOf(edge: KnownEdge, units: readonly ListGroupUnit[], { steps }: DateFormat): Stretch | undefined {
  for (const unit of units) {
    const step = STEP_OF[unit];
    const earliest = floorTo(step, edge.earliest, steps);
    const latest = nextOf(step, edge.earliest, steps);
    const isOfCalendar = steps.calendar !== undefined && !HAS_YEAR.has(unit);
    const precision: Precision = isOfCalendar ? "year" : unit;
    const stretch = { earliest, latest, precision, approximate: false, uncertain: false };
    if (isWithin(edge, stretch)) return { unit, edge: stretch };
  }
  return undefined;
}

function isWithin({ earliest, latest }: KnownEdge, stretch: KnownEdge): boolean {
  return earliest >= stretch.earliest && latest <= stretch.latest;
}

function nameOf({ edge }: Stretch, { span }: DateFormat): string {
  return span({ start: edge, end: edge, isInterval: false, text: "" }, { weekday: true });
}
