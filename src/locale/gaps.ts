import { civilFromDay, dayOf } from "../time/civil.js";
import { DAY } from "../time/instant.js";
import { isKnown, type Edge, type KnownEdge, type Precision, type Span } from "../time/span.js";
import { isTimed } from "./edges.js";
import type { MessageKey, Words } from "./messages.js";

const MONTH = 30.436_875 * DAY;
/** The units of silences: the shortest silence that is counted in each, and its length. */
const GAPS: readonly (readonly [least: number, length: number, key: MessageKey])[] = [
  [23.5 * MONTH, 12 * MONTH, "afterYears"],
  [60 * DAY, MONTH, "afterMonths"],
  [DAY, DAY, "afterDays"],
  [3_600_000, 3_600_000, "afterHours"],
  [-Infinity, 60_000, "afterMinutes"],
];

/** A length of time in words: "after 6 days". */
export function describeGap(ms: number, words: Words): string {
  const [, length, key] = GAPS.find(([least]) => ms >= least)!;
  return words.say(key, { n: Math.round(ms / length) });
}

/** The unit of a gap between two dates that are known no finer than this. */
const COUNTED: Partial<Record<Precision, "years" | "months" | "days">> = {
  year: "years",
  season: "months",
  month: "months",
  day: "days",
};

/**
 * How long after one span another begins, no finer than both are known: in whole days from date to date, not in hours
 * between midnights. `undefined` where they touch, or where an end is open, unknown, marked, or known to a decade.
 */
export function describeBetween({ end }: Span, { start }: Span, words: Words): string | undefined {
  if (!isExact(end) || !isExact(start)) return undefined;
  const plain = [end.precision, start.precision].filter((precision) => !isTimed(precision));
  if (plain.length === 0)
    return start.earliest > end.latest ? describeGap(start.earliest - end.latest, words) : undefined;

  const units = plain.map((precision) => COUNTED[precision]);
  const from = dayOf(end.latest > end.earliest ? end.latest - DAY : end.latest);
  const to = dayOf(start.earliest);
  const [first, last] = [civilFromDay(from), civilFromDay(to)];
  const years = last.year - first.year;
  const months = years * 12 + last.month - first.month;
  const count = (n: number, key: MessageKey): string | undefined => (n > 0 ? words.say(key, { n }) : undefined);
  if (units.includes(undefined)) return undefined;
  if (units.includes("years")) return count(years, "afterYears");
  if (units.includes("months"))
    return months < 24 ? count(months, "afterMonths") : count(Math.round(months / 12), "afterYears");
  return to > from ? describeGap((to - from) * DAY, words) : undefined;
}

function isExact(edge: Edge): edge is KnownEdge {
  return isKnown(edge) && !edge.approximate && !edge.uncertain;
}
