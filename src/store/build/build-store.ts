import type { EventStore } from "../event-store.js";
import type { Work } from "../slices.js";
import { buildIndex, type BuildExtras } from "./build-index.js";
import { extrasFor, type IndexSetting } from "./extras.js";
import { createLoose, type ReadEvents } from "./loose-events.js";

/**
 * Puts events that were read into a store.
 *
 * @param events - As `readRows` and `readColumns` leave them; their columns are taken over.
 * @param setting - What the index has beyond what it always has.
 */
export function* storeEvents(events: ReadEvents, setting: IndexSetting = {}): Work<EventStore> {
  return yield* indexEvents(events, extrasFor(events.kinds.length, setting));
}

/** The same with the extras of another choice, or none. */
export function* indexEvents(events: ReadEvents, buildExtras?: BuildExtras): Work<EventStore> {
  const { lanes, kinds, issues } = events;
  return { lanes, kinds, issues, index: yield* buildIndex(events, lanes.length, buildExtras), tail: createLoose(0) };
}
