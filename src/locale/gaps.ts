import { civilFromDay, dayOf } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import { isKnown, type KnownEdge, type Precision, type Span } from "../time/span.js";
import type { Words } from "./messages.js";

/** A unit of time, its mean length, and the shortest time that is counted in it. */
type Unit = readonly [name: "year" | "month" | "day" | "hour" | "minute" | "second", length: number, least: number];

const MEAN_MONTH = 30.436_875 * DAY;
const YEAR: Unit = ["year", 12 * MEAN_MONTH, 23.5 * MEAN_MONTH];
const MONTH: Unit = ["month", MEAN_MONTH, 60 * DAY];
const WHOLE_DAY: Unit = ["day", DAY, DAY];
const HOUR: Unit = ["hour", 3_600_000, 3_600_000];
const MINUTE: Unit = ["minute", 60_000, 120_000];
const SECOND: Unit = ["second", 1000, -Infinity];
const UNITS: readonly Unit[] = [YEAR, MONTH, WHOLE_DAY, HOUR, MINUTE, SECOND];

/** From coarse to fine, the grain in which dates of each precision are counted. */
const GRAINS: readonly (readonly [Precision, count: number, Unit])[] = [
  ["millennium", 1000, YEAR],
  ["century", 100, YEAR],
  ["decade", 10, YEAR],
  ["year", 1, YEAR],
  ["season", 3, MONTH],
  ["month", 1, MONTH],
  ["day", 1, WHOLE_DAY],
  ["hour", 1, HOUR],
  ["minute", 1, MINUTE],
  ["second", 1, SECOND],
  ["millisecond", 0.001, SECOND],
];

/** In the coarsest unit that says enough, and in none that is finer than `finest`. */
export function describeLength(ms: number, words: Words, finest: Unit = SECOND): string {
  const [name, length] = UNITS.find((unit) => ms >= unit[2] || unit === finest)!;
  const n = Math.round(ms / length);
  return words.say(`${name}s`, { n, length: words.length(n, name) });
}

/** How long after one date another is, in milliseconds but no finer than a unit. */
interface Gap {
  readonly ms: number;
  readonly finest: Unit;
  readonly isAbout: boolean;
}

/**
 * Where one span lies against another, no finer than both are known: "after 6 days", "6 days earlier", "on the same day".
 * Days are counted from date to date, not in hours between midnights. An end that is open or unknown is left aside.
 */
export function describeBetween(from: Span, to: Span, words: Words): string {
  const after = gapBetween(lastOf(from), firstOf(to));
  const before = gapBetween(lastOf(to), firstOf(from));
  const isUncertain = [from.start, from.end, to.start, to.end].some((edge) => isKnown(edge) && edge.uncertain);
  const doubt = (text: string, isDoubtful = isUncertain): string =>
    isDoubtful ? words.say("uncertain", { text }) : text;
  if (after.ms > 0) return doubt(words.say("after", { text: describe(after, words) }));
  if (before.ms > 0) return doubt(words.say("before", { text: describe(before, words) }));

  const same = [after, before].find(({ ms, isAbout }) => ms === 0 && !isAbout);
  const isHazy = !same && (after.isAbout || before.isAbout);
  return doubt(describeLength(0, words, same?.finest), isUncertain || isHazy);
}

function describe({ ms, finest, isAbout }: Gap, words: Words): string {
  const text = describeLength(ms, words, finest);
  return isAbout ? words.say("about", { text }) : text;
}

function gapBetween(earlier: KnownEdge, later: KnownEdge): Gap {
  const edges = [earlier, later];
  const [, count, unit] = GRAINS.find(([precision]) => edges.some((edge) => edge.precision === precision))!;
  const grainOf = (at: Instant): number => Math.floor(countOf(at, unit) / count);
  const [from, to] = edges.map(({ earliest, latest }) => grainOf((earliest + latest) / 2));
  /** To the last day rather than the last moment, for which numbers are too coarse in deep time. */
  const isWide = ({ earliest, latest }: KnownEdge): boolean =>
    grainOf(earliest) !== grainOf(latest - Math.min(latest - earliest, DAY) / 2);
  return {
    ms: Math.round((to! - from!) * count) * unit[1],
    finest: unit,
    isAbout: count > 1 || edges.some((edge) => edge.approximate || isWide(edge)),
  };
}

/** An instant as a number of units since some time, months and years as long as they are. */
function countOf(at: Instant, unit: Unit): number {
  const { year, month } = civilFromDay(dayOf(at));
  return unit === YEAR ? year : unit === MONTH ? year * 12 + month - 1 : at / unit[1];
}

function firstOf({ start, end }: Span): KnownEdge {
  return [start, end].find(isKnown)!;
}

function lastOf({ start, end }: Span): KnownEdge {
  return [end, start].find(isKnown)!;
}
