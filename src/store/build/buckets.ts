import { lowerBound } from "../../base/math.js";
import type { Instant } from "../../time/instant.js";
import { eachSlice, SLICE, type Work } from "../slices.js";

/** So many events share a bucket on average. */
const SHARE = 4;
/** Lanes with fewer events have no buckets: they are searched by halves. */
const FEWEST = 16;

/**
 * For each lane, equally long stretches of time with the place of the first event that is not before each of them: so the
 * place of an instant is found at once where events are spread evenly, and by halving one bucket where they are not.
 */
export interface Buckets {
  /** Where the entries of each lane begin; one more entry is the count of all. A lane with n buckets has n + 1 entries. */
  readonly offsets: Uint32Array;
  /** The place of each entry. */
  readonly places: Uint32Array;
  /** Buckets per millisecond in each lane. */
  readonly scale: Float64Array;
}

/** Builds the buckets of all lanes. */
export function* buildBuckets(start: Float64Array, lanes: Uint32Array): Work<Buckets> {
  const count = lanes.length - 1;
  const offsets = new Uint32Array(count + 1);
  const scale = new Float64Array(count);
  for (let lane = 0; lane < count; lane++) {
    const [from, to] = [lanes[lane]!, lanes[lane + 1]!];
    const buckets = to - from < FEWEST ? 0 : Math.floor((to - from) / SHARE);
    const perTime = buckets / (start[to - 1]! - start[from]!);
    // Those at the same time, or nearly, are not told apart by buckets.
    scale[lane] = perTime < Infinity ? perTime : 0;
    offsets[lane + 1] = offsets[lane]! + (scale[lane]! > 0 ? buckets + 1 : 0);
  }
  const places = new Uint32Array(offsets[count]!);
  let done = 0;
  for (let lane = 0; lane < count; lane++) {
    const [from, to] = [lanes[lane]!, lanes[lane + 1]!];
    const entries = places.subarray(offsets[lane], offsets[lane + 1]);
    if (entries.length > 0) {
      let next = 0;
      yield* eachSlice(to - from, (first, last) => {
        next = fillBuckets(entries, next, start, from + first, from + last, scale[lane]!, start[from]!);
      });
      entries.fill(to, next);
    } else if ((done += 1) % SLICE === 0) yield SLICE;
  }
  return { offsets, places, scale };
}

/** The bucket of an instant that is not before the first one. It never falls while time rises, so rounding does no harm. */
function bucketOf(instant: Instant, first: Instant, scale: number, buckets: number): number {
  const bucket = ((instant - first) * scale) | 0;
  return bucket < buckets ? bucket : buckets - 1;
}

/** Writes for each bucket up to that of the last event the place of the first event that is not before it. */
function fillBuckets(
  entries: Uint32Array,
  filled: number,
  start: Float64Array,
  from: number,
  to: number,
  scale: number,
  first: Instant,
): number {
  let next = filled;
  for (let place = from; place < to; place++) {
    const bucket = bucketOf(start[place]!, first, scale, entries.length - 1);
    while (next <= bucket) entries[next++] = place;
  }
  return next;
}

/** What is searched for places by time: an index. */
interface Searchable {
  readonly start: Float64Array;
  readonly offsets: Uint32Array;
  readonly buckets: Buckets;
}

/** The place of the first event of a lane that starts at an instant or later; where there is none, behind the last one. */
export function firstFrom({ start, offsets, buckets }: Searchable, lane: number, instant: Instant): number {
  if (lane >= offsets.length - 1) return offsets[offsets.length - 1]!;
  let low = offsets[lane]!;
  let high = offsets[lane + 1]!;
  if (low === high || start[low]! >= instant) return low;
  if (start[high - 1]! < instant) return high;
  const scale = buckets.scale[lane]!;
  if (scale > 0) {
    const at = buckets.offsets[lane]!;
    const bucket = at + bucketOf(instant, start[low]!, scale, buckets.offsets[lane + 1]! - at - 1);
    low = buckets.places[bucket]!;
    high = buckets.places[bucket + 1]!;
  }
  return halve(start, low, high, instant);
}

/** Writes for each instant of a list, from early to late, what {@link firstFrom} says of it. */
export function firstFromEach(index: Searchable, lane: number, instants: Float64Array, out: Uint32Array): void {
  const { start, offsets, buckets } = index;
  const scale = buckets.scale[lane] ?? 0;
  if (scale === 0) {
    for (let i = 0; i < instants.length; i++) out[i] = firstFrom(index, lane, instants[i]!);
    return;
  }
  const [from, to, at] = [offsets[lane]!, offsets[lane + 1]!, buckets.offsets[lane]!];
  const [first, last, count] = [start[from]!, start[to - 1]!, buckets.offsets[lane + 1]! - at - 1];
  const { places } = buckets;
  const begin = firstAfter(instants, first);
  const end = firstAfter(instants, last);
  out.fill(from, 0, begin).fill(to, end, instants.length);
  for (let i = begin; i < end; i++) out[i] = places[at + bucketOf(instants[i]!, first, scale, count)]!;
  for (let i = begin; i < end; i++) {
    const instant = instants[i]!;
    const low = out[i]!;
    if (low + 4 > to) {
      out[i] = halve(start, low, to, instant);
      continue;
    }
    // Those behind the bucket are later: without a question about its end, no instant waits for the one before.
    let past = Number(start[low]! < instant) + Number(start[low + 1]! < instant);
    past += Number(start[low + 2]! < instant) + Number(start[low + 3]! < instant);
    if (past < 4) out[i] = low + past;
    else out[i] = halve(start, low + 4, places[at + bucketOf(instant, first, scale, count) + 1]!, instant);
  }
}

function firstAfter(instants: Float64Array, instant: Instant): number {
  return lowerBound(instants.length, (i) => instants[i]! > instant);
}

/** The first place of a range with a start that is not before an instant. */
function halve(start: Float64Array, from: number, to: number, instant: Instant): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
