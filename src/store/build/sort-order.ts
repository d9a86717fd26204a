import { eachSlice, SLICE, type Work } from "../slices.js";

/** So few are sorted by insertion. */
const INSERTED = 32;
/** No more bins than this, so that they fit into near memory. */
const MOST_BINS = 2 ** 16;

/**
 * Sorts indexes by the numbers that they point to; equal ones keep their order. About as many equally wide bins as there are
 * numbers; each bin is then sorted in the same way, so that one far number does not throw all others together.
 *
 * @param room - As long as the list of indexes; what is in it is overwritten.
 */
export function* sortOrder(
  order: Uint32Array,
  values: Float64Array,
  room: Uint32Array,
  first = 0,
  last: number = order.length,
): Work<undefined> {
  const count = last - first;
  if (count <= INSERTED) {
    insertAll(order, values, first, last);
    return;
  }
  let [low, high] = [Infinity, -Infinity];
  yield* eachSlice(count, (from, to) => {
    const range = rangeOf(order, values, first + from, first + to);
    low = Math.min(low, range[0]);
    high = Math.max(high, range[1]);
  });
  if (low === high) return;
  const bins = Math.min(count, MOST_BINS);
  // A little less than there are bins, so that rounding never goes beyond them.
  const scale = (bins * (1 - 2 ** -20)) / (high - low);
  if (!(scale > 0 && scale < Infinity)) {
    order.subarray(first, last).sort((a, b) => values[a]! - values[b]!);
    return;
  }
  const next = new Uint32Array(bins + 1);
  yield* eachSlice(count, (from, to) => {
    for (let i = first + from; i < first + to; i++) next[(((values[order[i]!]! - low) * scale) | 0) + 1]!++;
  });
  for (let bin = 0, sum = first; bin <= bins; bin++) next[bin] = sum += next[bin]!;
  yield* eachSlice(count, (from, to) => {
    for (let i = first + from; i < first + to; i++) room[next[((values[order[i]!]! - low) * scale) | 0]!++] = order[i]!;
  });
  order.set(room.subarray(first, last), first);
  let done = 0;
  // Each bin now ends where the next one began.
  for (let bin = 0, from = first; bin < bins; bin++) {
    const to = next[bin]!;
    if (to - from > INSERTED) yield* sortOrder(order, values, room, from, to);
    else {
      insertAll(order, values, from, to);
      done += to - from;
    }
    if (done >= SLICE) {
      yield done;
      done = 0;
    }
    from = to;
  }
}

function rangeOf(order: Uint32Array, values: Float64Array, from: number, to: number): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    const value = values[order[i]!]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function insertAll(order: Uint32Array, values: Float64Array, first: number, last: number): void {
  for (let i = first + 1; i < last; i++) {
    const moved = order[i]!;
    const value = values[moved]!;
    let at = i;
    for (; at > first && values[order[at - 1]!]! > value; at--) order[at] = order[at - 1]!;
    order[at] = moved;
  }
}
