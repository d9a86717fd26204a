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
  /** An event is about to be changed with the feature `editing`, or such a change to be taken back. */
  readonly change: {
    /** What the change does, also where it is taken back. */
    readonly action: "add" | "move" | "resize" | "lane" | "rename" | "remove";
    /** Whether it is made for the first time, taken back, or made again. */
    readonly cause: "edit" | "undo" | "redo";
    /** The event before: your own object, or one that an earlier change made. `undefined` where it comes. */
    readonly before: E | undefined;
    /** The event after: a new object, or your own where a change is taken back. `undefined` where it goes. */
    readonly after: E | undefined;
    /** Keeps the change from being made. */
    readonly refuse: () => void;
  };
  /** The timeline was taken away. */
  readonly destroy: undefined;
}

const TYPES: Readonly<Record<keyof TimelineListeners<EventBase>, true>> = {
  select: true,
  domain: true,
  fold: true,
  filter: true,
  change: true,
  range: true,
  step: true,
  destroy: true,
};

/** All that one can listen to. */
export const messageTypes = (): readonly (keyof TimelineListeners<EventBase>)[] =>
  Object.keys(TYPES) as (keyof TimelineListeners<EventBase>)[];
