import type { EventFilter } from "../model/filter.js";
import type { EventBase } from "../model/input.js";

/** What a timeline tells its listeners, by type. */
export interface TimelineListeners<E extends EventBase> {
  /** An event was chosen, or none any more. */
  readonly select: {
    /** The author's own object. */
    readonly event: E | undefined;
  };
  /** Another part of time came into view. */
  readonly domain: {
    /** Its start in milliseconds since 1970 on the timeline's clock. */
    readonly from: number;
    /** Its end in the same. */
    readonly to: number;
  };
  /** A range of time was selected with the feature `brush`; `undefined` where there is none any more. */
  readonly range:
    | {
        /** Its start in milliseconds since 1970 on the timeline's clock. */
        readonly from: number;
        /** Its end in the same, always after the start. */
        readonly to: number;
      }
    | undefined;
  /** A group of lanes was folded or unfolded. */
  readonly fold: {
    /** The id of the group. */
    readonly lane: string;
    /** Whether it is folded now. */
    readonly isFolded: boolean;
  };
  /** Other events are wanted, by the feature `search`. */
  readonly filter: {
    /** What was asked for; empty where everything is wanted. */
    readonly filter: EventFilter;
    /** The author's own objects that answer to it, in order of time. */
    readonly matches: readonly E[];
  };
  /** A story went to another step. */
  readonly step: {
    /** The step, from 1; 0 where the story was closed. */
    readonly step: number;
    /** How many there are. */
    readonly count: number;
  };
  /** The timeline was taken away. */
  readonly destroy: undefined;
}
