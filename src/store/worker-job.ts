import type { IndexSetting } from "./build/extras.js";
import { storeEvents } from "./build/build-store.js";
import type { ReadEvents } from "./build/loose-events.js";
import type { EventStore } from "./event-store.js";
import { finish } from "./slices.js";

/** What a worker says first: that it is there. Before that, nothing is given out of hand. */
export const READY = "mizwala-store-ready";

/** What a worker is to do. */
export interface StoreJob {
  readonly events: ReadEvents;
  readonly setting: IndexSetting;
}

/** What a worker gives back, and the memory that goes over with it. */
export interface StoreReply {
  readonly store: EventStore;
  readonly transfer: ArrayBuffer[];
}

/** Builds a store in one go. */
export function doStoreJob({ events, setting }: StoreJob): StoreReply {
  const store = finish(storeEvents(events, setting));
  return { store, transfer: buffersOf(store) };
}

/** The memory of all columns in an object, each once, so that it can go over without a copy. */
export function buffersOf(value: object): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const collect = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) found.add(part.buffer);
    } else if (typeof part === "object" && part !== null && !Array.isArray(part)) Object.values(part).forEach(collect);
  };
  collect(value);
  return [...found];
}
