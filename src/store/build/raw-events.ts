import type { Issue } from "../../base/errors.js";

/** The numbers of events in the author's order, before they are put in order. */
export interface RawEvents {
  readonly count: number;
  /** Not a number for a row that can't be read. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly lane: Uint32Array;
  readonly kind: Uint16Array;
  /** From 0 to 1. */
  readonly importance: Float32Array;
  /** The ids of the lanes, by their codes. */
  readonly lanes: readonly string[];
  /** The names of the kinds, by their codes. */
  readonly kinds: readonly string[];
  /** What was wrong with the rows. */
  readonly issues: readonly Issue[];
}
