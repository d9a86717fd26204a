import type { EventNumbers } from "../event-store.js";
import { eachSlice, SLICE, type Work } from "../slices.js";
import { moveKinds, moveNumbers } from "./move.js";
import { sortOrder } from "./sort-order.js";

/**
 * Sorts stretches of columns by start.
 *
 * @param offsets - Where each stretch begins, and where the last one ends.
 */
export function* sortStretches(
  { start, end, rank, kind }: Omit<EventNumbers, "count">,
  offsets: Uint32Array,
  isUnsorted: Uint8Array,
): Work<undefined> {
  const longest = isUnsorted.reduce((most, flag, i) => Math.max(most, flag * (offsets[i + 1]! - offsets[i]!)), 0);
  const order = new Uint32Array(longest);
  const places = new Uint32Array(longest);
  const spare = new Float64Array(longest);
  const spareKinds = new Uint16Array(longest);
  for (let i = 0; i < isUnsorted.length; i++) {
    if (i % SLICE === SLICE - 1) yield SLICE;
    if (isUnsorted[i] === 0) continue;
    const [from, to] = [offsets[i]!, offsets[i + 1]!];
    const count = to - from;
    for (let at = 0; at < count; at++) order[at] = at;
    yield* sortOrder(order, start.subarray(from, to), places, 0, count);
    yield* eachSlice(count, (first, last) => {
      for (let at = first; at < last; at++) places[order[at]!] = at;
    });
    for (const column of [start, end, rank]) {
      const target = column.subarray(from, to);
      spare.set(target);
      yield* eachSlice(count, (first, last) => {
        moveNumbers(spare, target, places, first, last);
      });
    }
    spareKinds.set(kind.subarray(from, to));
    yield* eachSlice(count, (first, last) => {
      moveKinds(spareKinds, kind.subarray(from, to), places, first, last);
    });
  }
}
