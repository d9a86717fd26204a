import type { EventStore } from "../event-store.js";
import type { Work } from "../slices.js";
import { buildIndex, type IndexSetting } from "./build-index.js";
import { createLoose, type ReadEvents } from "./loose-events.js";

/** Puts events that were read into a store. */
export function* storeEvents(events: ReadEvents, setting: IndexSetting = {}): Work<EventStore> {
  const { lanes, kinds, issues } = events;
  const index = yield* buildIndex(events, lanes.length, kinds.length, setting);
  return { lanes, kinds, issues, index, tail: createLoose(0) };
}
