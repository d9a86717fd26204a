import { numberAfter } from "../number-after.js";
import { SLICE, type Work } from "../slices.js";
import { sortOrder } from "./sort-order.js";

/**
 * The ends of each lane in order. An event without length counts as ending just after its start, so that it overlaps the
 * stretch that begins there.
 */
export function* sortEnds(start: Float64Array, end: Float64Array, lanes: Uint32Array): Work<Float64Array> {
  const sorted = new Float64Array(end.length);
  const longest = lanes.reduce((most, to, lane) => Math.max(most, to - (lanes[lane - 1] ?? 0)), 0);
  const room = new Uint32Array(longest);
  const order = new Uint32Array(longest);
  const reach = new Float64Array(longest);
  let done = 0;
  for (let lane = 0; lane < lanes.length - 1; lane++) {
    const [from, count] = [lanes[lane]!, lanes[lane + 1]! - lanes[lane]!];
    for (let low = 0; low < count; low += SLICE) {
      const high = Math.min(count, low + SLICE);
      for (let i = low; i < high; i++) {
        order[i] = i;
        reach[i] = reachOf(start[from + i]!, end[from + i]!);
      }
      done += high - low;
      if (done >= SLICE) yield done;
      if (done >= SLICE) done = 0;
    }
    yield* sortOrder(order, reach, room, 0, count);
    for (let i = 0; i < count; i++) sorted[from + i] = reach[order[i]!]!;
  }
  return sorted;
}

/** The end; of what has no length, the first number after it. */
export function reachOf(start: number, end: number): number {
  return end > start ? end : numberAfter(start);
}
