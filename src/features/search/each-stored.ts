import { countOf, readEvent, type EventStore, type StoredEvent } from "../../store/event-store.js";
import { rowOf } from "../../store/rank.js";
import { eachSlice, type Work } from "../../store/slices.js";

/** Looks at each event of a store that was read from a row or from one behind it, in slices of a size. */
export function* eachStored(
  store: EventStore,
  firstRow: number,
  look: (stored: StoredEvent, place: number) => void,
  size: number,
): Work<undefined> {
  // Behind the index rows stand in order: where those that are asked for are all there, the index is passed over.
  const { index, tail } = store;
  const begin = tail.count > 0 && rowOf(tail.rank[0]!) <= firstRow ? index.count : 0;
  yield* eachSlice(
    countOf(store) - begin,
    (from, to) => {
      for (let place = begin + from; place < begin + to; place++) {
        const stored = readEvent(store, place);
        if (stored.row >= firstRow) look(stored, place);
      }
    },
    size,
  );
}
