import type { EventFilter } from "../model/filter.js";
import type { ResolvedKind } from "../model/kinds.js";
import type { ResolvedLane } from "../model/lanes.js";
import type { ResolvedEvent } from "../model/model.js";
import type { Instant } from "../time/instant.js";
import type { Crowd } from "./crowd.js";

/** What can be asked where the events of a crowd lie. It is the same one while what is learnt from there changes. */
export interface Away {
  /** How many events there are before anybody looks for some. */
  readonly count: number;
  /** The parts of a filter that are answered there; the others are not. */
  readonly parts: ReadonlySet<keyof EventFilter>;
  /** How many events have each value of a field, where that is known. */
  tally(field: keyof EventFilter): readonly Tallied[];
  /**
   * Looks for events; from then on it knows them better and better.
   *
   * @param changed - Called whenever more is known.
   */
  find(filter: EventFilter, setting: FindSetting, changed: () => void): Found;
}

/** A value, and how many events have it. */
export interface Tallied {
  readonly value: string;
  readonly count: number;
}

/** What the words of a filter are read with. */
export interface FindSetting {
  readonly lanes: readonly ResolvedLane[];
  readonly kinds: ReadonlyMap<string, ResolvedKind>;
  readonly locale: string;
}

/** Events that were looked for where they lie, numbered from 0 in order of time. */
export interface Found {
  /** They as far as they are known; `undefined` while nobody knows how many there are. */
  readonly crowd: Crowd | undefined;
  /** Whether an event that is known is one of them. */
  has(event: ResolvedEvent): boolean;
  /** The number of the first one that starts at an instant or later; their count where there is none. */
  from(instant: Instant): Promise<number>;
  /** Brings the one with a number; `undefined` where there is none. */
  at(number: number): Promise<Numbered | undefined>;
  /** Asks for nothing more; what is known stays. */
  stop(): void;
}

/** An event and its number. */
export interface Numbered {
  readonly event: ResolvedEvent;
  readonly number: number;
  /** More than one where so many start at once that the source does not tell them apart: then it is the most important one. */
  readonly size: number;
}
