import type { EventStore, EventTail } from "../event-store.js";
import type { Work } from "../slices.js";
import { buildIndex, type IndexSetting } from "./build-index.js";
import type { RawEvents } from "./raw-events.js";

/** Builds a store of events that were read. */
export function* buildFrom(raw: RawEvents, setting: IndexSetting = {}): Work<EventStore> {
  const { lanes, kinds, issues } = raw;
  return { lanes, kinds, issues, index: yield* buildIndex(raw, setting), tail: createTail(0) };
}

/** A tail with room for so many events. */
export function createTail(room: number): EventTail {
  return {
    count: 0,
    start: new Float64Array(room),
    end: new Float64Array(room),
    rank: new Float64Array(room),
    kind: new Uint16Array(room),
    lane: new Uint32Array(room),
  };
}
