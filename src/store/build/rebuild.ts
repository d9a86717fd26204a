import type { EventStore } from "../event-store.js";
import type { Work } from "../slices.js";
import { takeIn } from "../tail.js";
import { extrasFor, type IndexSetting } from "./extras.js";

/**
 * Takes the tail into the index.
 *
 * @param store - The store with its tail.
 * @param setting - What the new index has beyond what it always has. Default: as the store.
 */
export function* rebuild(store: EventStore, setting: IndexSetting = {}): Work<EventStore> {
  const hasSortedEnds = setting.hasSortedEnds ?? store.index.sortedEnds !== undefined;
  return yield* takeIn(store, extrasFor(store.kinds.length, { hasSortedEnds }));
}
