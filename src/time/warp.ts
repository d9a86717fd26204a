import { clamp, lowerBound } from "../base/math.js";
import type { Instant } from "./instant.js";

/** A stretch of time that an axis leaves out: what lies after `from` and before `to`. */
export interface Break {
  readonly from: Instant;
  readonly to: Instant;
}

/** A piece of time between two breaks; the first begins and the last ends nowhere. */
export interface Piece extends Break {
  /** Where it lies on the axis. */
  readonly start: Instant;
  readonly end: Instant;
  /** From an instant of it to its place on the axis, in milliseconds. */
  readonly shift: number;
}

/** From one instant up to another. */
type Stretch = readonly [from: Instant, to: Instant];

/**
 * What time becomes on an axis with breaks. There a break has no length, and everywhere else a millisecond is as long as
 * ever: so all that holds for an axis without breaks holds for one with them. Where there are none, both are the same.
 */
export interface Warp {
  /** In order of time; at least one. */
  readonly pieces: readonly Piece[];
  /** Where an instant lies on the axis; all of a break lies at one place. */
  readonly onAxis: (instant: Instant) => Instant;
  /** The stretch of the axis for one of time; for one that lies in a break, as long a stretch around that. */
  readonly domainOnAxis: (domain: Stretch) => Stretch;
  /** The stretch of time for one of the axis; it neither starts nor ends inside a break. */
  readonly domainInTime: (domain: Stretch) => Stretch;
}

const WHOLE: Piece = { from: -Infinity, to: Infinity, start: -Infinity, end: Infinity, shift: 0 };

/** Time as it is. */
export const NO_BREAKS: Warp = {
  pieces: [WHOLE],
  onAxis: (instant) => instant,
  domainOnAxis: (domain) => domain,
  domainInTime: (domain) => domain,
};

/** Makes the warp of an axis with breaks, given in any order; those that meet are one. */
export function createWarp(breaks: readonly Break[]): Warp {
  const pieces = piecesOf(merge(breaks));
  if (pieces.length === 1) return NO_BREAKS;
  // A domain of the axis comes back as the very one that it was.
  const known = new WeakMap<Stretch, Stretch>();
  const last = pieces.length - 1;
  const onAxis = (instant: Instant): Instant => {
    const { start, end, shift } = pieces[lowerBound(last, (i) => pieces[i]!.to >= instant)]!;
    return clamp(instant + shift, start, end);
  };
  return {
    pieces,
    onAxis,
    domainOnAxis: (domain) => {
      const axis = known.get(domain) ?? spread(onAxis(domain[0]), onAxis(domain[1]), domain[1] - domain[0]);
      known.set(domain, axis);
      return axis;
    },
    domainInTime: (domain) => {
      const first = pieces[lowerBound(last, (i) => pieces[i]!.end > domain[0])]!;
      const final = pieces[lowerBound(last, (i) => pieces[i]!.end >= domain[1])]!;
      const time: Stretch = [inTime(domain[0], first), inTime(domain[1], final)];
      known.set(time, domain);
      return time;
    },
  };
}

/** The breaks of a warp, each with its place on the axis. */
export function breaksOf({ pieces }: Warp): readonly (Break & { readonly at: Instant })[] {
  return pieces.slice(1).map(({ from, start }, i) => ({ from: pieces[i]!.to, to: from, at: start }));
}

function inTime(at: Instant, { from, to, shift }: Piece): Instant {
  return clamp(at - shift, from, to);
}

function spread(from: Instant, to: Instant, length: number): Stretch {
  return to > from ? [from, to] : [from - length / 2, from + length / 2];
}

function merge(breaks: readonly Break[]): readonly Break[] {
  const merged: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of [...breaks].sort((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/**
 * The piece that holds 1970, or is nearest to it, stays where it is and the others come nearer: so no instant is less exact on
 * the axis than it is.
 */
function piecesOf(breaks: readonly Break[]): readonly Piece[] {
  const pieces = [...breaks, undefined].map((next, i): Piece => {
    return { ...WHOLE, from: breaks[i - 1]?.to ?? -Infinity, to: next?.from ?? Infinity };
  });
  const distances = pieces.map(({ from, to }) => Math.abs(clamp(0, from, to)));
  const still = distances.indexOf(Math.min(...distances));
  pieces[still] = { ...pieces[still]!, start: pieces[still]!.from, end: pieces[still]!.to };
  for (let i = still + 1; i < pieces.length; i++) {
    const { from, to } = pieces[i]!;
    const start = pieces[i - 1]!.end;
    pieces[i] = { from, to, start, end: to + (start - from), shift: start - from };
  }
  for (let i = still - 1; i >= 0; i--) {
    const { from, to } = pieces[i]!;
    const end = pieces[i + 1]!.start;
    pieces[i] = { from, to, start: from + (end - to), end, shift: end - to };
  }
  return pieces;
}
