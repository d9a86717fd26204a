import type { Here } from "../store/crowd.js";
import type { EventStore } from "../store/event-store.js";
import { continues } from "../store/rows.js";
import type { Work } from "../store/slices.js";
import { catchUp, isTailLong, takeIn } from "../store/tail.js";

/** Between pictures it is time for this share of the longest tail: what is in the index costs each picture less. */
const SOON = 1 / 4;
/** A frame has room for so many milliseconds of work beside the picture. */
const SLICE = 4;

/**
 * Makes what takes appended events into the index, a slice after each picture: it begins where the tail has grown long, and
 * gives up what is not shown any more.
 *
 * @param use - Gets the store of all events that are shown, once it is there.
 * @returns Is told what a picture shows; says whether another picture is to follow, for the next slice or with the store.
 */
export function createTidier(use: (store: EventStore) => void): (shown: Here | undefined) => boolean {
  let from: Here | undefined;
  let work: Work<EventStore> | undefined;
  return (shown) => {
    const now = shown && isTailLong(shown.store, SOON) && continues(shown.rows, shown.rows) ? shown : undefined;
    // As long as both are the same, events have only come behind those that are being taken in.
    if (now?.rows !== from?.rows || now?.store.index !== from?.store.index) {
      from = now;
      work = now && takeIn(now.store);
    }
    if (!now || !work) return false;
    const due = performance.now() + SLICE;
    let step = work.next();
    while (step.done !== true && performance.now() < due) step = work.next();
    if (step.done === true) {
      use(catchUp(step.value, from!.store, now.store));
      from = work = undefined;
    }
    return true;
  };
}
