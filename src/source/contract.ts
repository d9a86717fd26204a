import type { Instant } from "../time/instant.js";

/**
 * Events that lie elsewhere, in an engine or behind an address, and that answer what a picture asks: how many begin in each
 * stretch of time, which of them are the most important, and what these are.
 *
 * All times are milliseconds from the first moment of 1970 on the clock of the timeline, whole numbers from -2⁵² to below 2⁵². An event
 * counts where it *starts*.
 */
export interface EventSource {
  /**
   * What there is at all. Everything else belongs to the revision that it names.
   *
   * @param ask - May abort it.
   */
  describe(ask?: Ask): Promise<SourceDescription>;
  /**
   * What begins in a stretch of time. It depends on nothing but the revision and the question.
   *
   * @param query - The question.
   */
  query(query: SourceQuery): Promise<Slice>;
  /**
   * What goes on at an instant: of each lane the most important events that begin before it and end after it. It depends on nothing but
   * the revision and the question. Where a source has no such answer, only what begins in view is drawn.
   *
   * @param query - The question.
   */
  goingOn?(query: GoingOnQuery): Promise<SliceEvents>;
  /**
   * The events with these ids, in any order; those that are not there are left out.
   *
   * @param ids - The ids.
   * @param ask - May abort it.
   */
  byId(ids: readonly number[], ask?: Ask): Promise<readonly SourceRow[]>;
  /**
   * Tells of a new revision from now on; what it returns ends that. Data are asked for anew, none come with it.
   *
   * @param listener - Is told.
   */
  subscribe?(listener: (change: SourceChange) => void): () => void;
}

/** What every question may bring with it. */
export interface Ask {
  /** Where it is aborted, the engine stops, and the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What a source has. */
export interface SourceDescription {
  /** The first start and the last one. */
  readonly extent: readonly [first: Instant, last: Instant];
  /** How many events there are. */
  readonly count: number;
  /** Another one whenever an answer may be another one: letters, digits, `.`, `_` and `-`, at most 64 of them. */
  readonly revision: string;
  /** The lanes; the code of a lane is its place in this list. Events that name none are in one with an empty id. */
  readonly lanes: readonly SourceLane[];
  /** What a filter may ask for. */
  readonly fields: readonly SourceField[];
}

/** A lane of a source. */
export interface SourceLane {
  /** Its name. */
  readonly id: string;
  /** How many events it has. */
  readonly count: number;
}

/** A field of events that a filter may ask for. */
export interface SourceField {
  /** What filters call it. */
  readonly name: string;
  /** What it holds. */
  readonly type: "text" | "number";
  /**
   * The different values of a field of text, the most frequent first, and of those that are as frequent the one that comes first by its
   * code units. Left out where there are more than 64 of them, or one has more than 100 UTF-16 units; of fields of text only the first
   * 16 are looked at.
   */
  readonly values?: readonly SourceValue[] | undefined;
}

/** One of the values that events have in a field. */
export interface SourceValue {
  /** The value, as filters ask for it. */
  readonly value: string;
  /** How many events have it. */
  readonly count: number;
}

/** A question about a stretch of time. */
export interface SourceQuery extends Ask {
  /** Bins of the answer are 2^level milliseconds long, and slots 16 of them; from 0 to 44. */
  readonly level: number;
  /** Where the stretch begins: a multiple of the length of a slot. */
  readonly from: Instant;
  /** Where it ends: a multiple of the length of a slot; the stretch has at most 8,192 bins. */
  readonly to: Instant;
  /** The codes of the lanes that are asked for. Default: all. */
  readonly lanes?: readonly number[] | undefined;
  /** Up to so many events in the stretch are told one by one; where there are more, none is. At most 1,024. */
  readonly limit: number;
  /** Which events count. Default: all. */
  readonly filter?: Filter | undefined;
  /** The revision that is asked for; another one is refused with the code `revision-gone`. Default: the newest. */
  readonly revision?: string | undefined;
}

/** A question about an instant; the answer is in the order of lanes and, in a lane, the most important event first. */
export interface GoingOnQuery extends Ask, Pick<SourceQuery, "lanes" | "filter" | "revision"> {
  /** The instant, a whole number. */
  readonly at: Instant;
  /** Up to so many events of each lane; from 1 to 16. */
  readonly limit: number;
}

/** Which events count: a comparison, or some of them put together. */
export type Filter =
  | Comparison
  | {
      /** Those that all of these mean. */
      readonly and: readonly Filter[];
    }
  | {
      /** Those that any of these means. */
      readonly or: readonly Filter[];
    }
  | {
      /** Those that this one does not mean. */
      readonly not: Filter;
    };

/** A field compared with a value. No comparison is true of an event that does not have the field. */
export interface Comparison {
  /** One of the fields that the source describes. */
  readonly field: string;
  /**
   * `lt`, `le`, `gt` and `ge` are for numbers. `contains` looks for a text in another one, without regard to case; `finds` as readers
   * do, for up to 100 characters without regard to case, accents, diacritics, and the forms of Arabic letters and digits.
   */
  readonly op: "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "in" | "contains" | "finds";
  /** A text for a field of text, a finite number for one of numbers; for `in` up to 256 of them. */
  readonly value: FilterValue | readonly FilterValue[];
}

/** What a field may be compared with. */
export type FilterValue = string | number;

/** What begins in a stretch of time. Of equal questions, all sources of the same events give equal answers. */
export interface Slice {
  /** As in the question. */
  readonly level: number;
  /** As in the question. */
  readonly from: Instant;
  /** As in the question. */
  readonly to: Instant;
  /** To which it belongs. */
  readonly revision: string;
  /** How many events start in the stretch. */
  readonly total: number;
  /** How many start in each bin, in the order of lanes and, in a lane, of bins. Empty bins are left out. */
  readonly cells: SliceCells;
  /** Who is the most important one of each slot, in the order of lanes and slots. Empty slots are left out. */
  readonly winners: SliceWinners;
  /** All events of the stretch, the most important one first; `undefined` where there are more than the limit. */
  readonly events: SliceEvents | undefined;
}

/** Counts, one of each column for a bin. */
export interface SliceCells {
  /** The code of its lane. */
  readonly lane: Uint16Array;
  /** From the beginning of the stretch. */
  readonly bin: Uint16Array;
  /** How many events start in it. */
  readonly count: Uint32Array;
}

/** The most important events, one of each column for a slot. */
export interface SliceWinners {
  /** The code of its lane. */
  readonly lane: Uint16Array;
  /** From the beginning of the stretch. */
  readonly slot: Uint16Array;
  /** See {@link SliceEvents.rank}. */
  readonly rank: Float64Array;
}

/** Events as numbers. */
export interface SliceEvents {
  /** The code of its lane. */
  readonly lane: Uint16Array;
  /** Where it starts. */
  readonly start: Float64Array;
  /** The first instant after the event; its start where it has no length. */
  readonly end: Float64Array;
  /** The importance, from 0 to 1, in steps of 2⁻¹⁸, times 2⁵², and 2³⁴ - 1 - id: the greater one goes first. */
  readonly rank: Float64Array;
}

/** An event as its author would write it. */
export interface SourceRow {
  /** From 0 to below 2³⁴. */
  readonly id: number;
  /** Its fields, as in `events` of a timeline: `title`, `kind`, `summary` and so on. Times and lane stand beside. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Where it starts. */
  readonly start: Instant;
  /** The first instant after it; its start where it has no length. */
  readonly end: Instant;
  /** The code of its lane. */
  readonly lane: number;
  /** From 0 to 1. */
  readonly importance: number;
}

/** What has become of a source. */
export interface SourceChange {
  /** The new one. */
  readonly revision: string;
}
