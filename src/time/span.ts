import type { Instant } from "./instant.js";

/** How finely a date is known, from coarse to fine. */
export type Precision =
  | "millennium"
  | "century"
  | "decade"
  | "year"
  | "season"
  | "month"
  | "day"
  | "hour"
  | "minute"
  | "second"
  | "millisecond";

/**
 * One end of a span, as far as it is known: the true point lies in the half-open interval `[earliest, latest)`.
 * The edge of a plain day is that whole day; of an exact instant, `earliest` equals `latest`.
 */
export interface KnownEdge {
  /** The first instant at which the edge can lie. */
  readonly earliest: Instant;
  /** The first instant after all those at which the edge can lie. */
  readonly latest: Instant;
  /** How finely this edge was given. */
  readonly precision: Precision;
  /** "About": the source says approximately (EDTF `~` or `%`). */
  readonly approximate: boolean;
  /** "Perhaps": the source doubts it (EDTF `?` or `%`). */
  readonly uncertain: boolean;
}

/** An end of a span: known, `open` (no end set: it goes on), or `unknown` (there is one, nobody knows it). */
export type Edge = KnownEdge | "open" | "unknown";

/**
 * When something happened. A single date has `isInterval` false and equal edges. At least one of the edges is known.
 */
export interface Span {
  /** The start. */
  readonly start: Edge;
  /** The end; the same value as `start` where the date is a single one. */
  readonly end: Edge;
  /** Whether the source gave a start and an end, or one date. */
  readonly isInterval: boolean;
  /** The date as canonical EDTF, as an ISO 8601 date and time, or with its calendar: `1441-11[u-ca=islamic-umalqura]`. */
  readonly text: string;
  /** Whether it goes on: then its end is the present moment. */
  readonly isOngoing?: boolean;
  /** The zone in which this date is to be printed, where it has one of its own. */
  readonly timeZone?: string;
}

/** Whether an edge is known. */
export function isKnown(edge: Edge): edge is KnownEdge {
  return typeof edge === "object";
}
