import type { ResolvedEra } from "../model/eras.js";
import type { Instant } from "../time/instant.js";
import { isKnown } from "../time/span.js";
import type { Break } from "../time/warp.js";
import type { Columns } from "./columns.js";

/** A silence is worth a break where it takes at least this share of the axis. */
const SHARE = 1 / 4;
/** It is at least so many times the usual distance between two events. */
const LONG = 5;
/** More breaks than this would be a puzzle. */
const MOST = 6;
/** What is left of a silence on each side of a break, as a share of the axis; all breaks together have a quarter of it. */
const MARGIN = 0.06;
const MARGINS = 0.12;

/**
 * The long silences of a timeline, the longest first, without what is left of each on both sides. In a silence no event is:
 * none starts there, ends there, or goes on there; and no era starts or ends there, or goes on there without any event.
 *
 * @param now - Nor does it hold the present moment, where there is one.
 */
export function findSilences(
  columns: Columns,
  eras: readonly Pick<ResolvedEra, "span">[],
  now: Instant | undefined,
): readonly Break[] {
  const { anchor, from, to } = columns;
  const events = [...anchor.keys()].map((place): Break => ({ from: from[place]!, to: to[place]! }));
  const others = eras.flatMap((era) => stretchesOf(era, events));
  if (now !== undefined) others.push({ from: now, to: now });
  const ends = events.flatMap((event) => [event.from, event.to]).filter(Number.isFinite);
  const first = ends.reduce((a, b) => Math.min(a, b), Infinity);
  const last = ends.reduce((a, b) => Math.max(a, b), -Infinity);
  const silences = gapsBetween([...events, ...others])
    .filter((gap) => gap.from >= first && gap.to <= last)
    .sort((a, b) => lengthOf(b) - lengthOf(a));

  const least = LONG * usualDistance(anchor);
  let rest = last - first;
  let count = 0;
  for (const length of silences.map(lengthOf)) {
    if (count === MOST || !(length >= least) || length < SHARE * rest) break;
    rest -= length;
    count++;
  }
  const share = Math.min(MARGIN, MARGINS / count);
  const margin = (rest * share) / (1 - 2 * share * count);
  return silences
    .slice(0, count)
    .map((gap) => ({ from: gap.from + margin, to: gap.to - margin }))
    .filter((gap) => gap.from < gap.to);
}

function stretchesOf({ span: { start, end } }: Pick<ResolvedEra, "span">, events: readonly Break[]): readonly Break[] {
  const edges = [start, end].filter(isKnown).map(({ earliest, latest }): Break => ({ from: earliest, to: latest }));
  const [from, to] = [edges[0]!.from, edges.at(-1)!.to];
  const isEmpty = edges.length === 2 && !events.some((event) => event.from < to && event.to > from);
  return isEmpty ? [{ from, to }] : edges;
}

function gapsBetween(stretches: readonly Break[]): readonly Break[] {
  const gaps: Break[] = [];
  let reach: Instant | undefined;
  for (const { from, to } of [...stretches].sort((a, b) => (a.from === b.from ? 0 : a.from - b.from))) {
    if (reach !== undefined && from > reach) gaps.push({ from: reach, to: from });
    reach = Math.max(reach ?? to, to);
  }
  return gaps;
}

/** The middle one of all distances between events at different times; no number where there are none. */
function usualDistance(anchor: Float64Array): number {
  const distances = anchor.map((instant, place) => instant - anchor[place - 1]!).filter((distance) => distance > 0);
  return distances.sort()[Math.floor((distances.length - 1) / 2)] ?? NaN;
}

function lengthOf({ from, to }: Break): number {
  return to - from;
}
