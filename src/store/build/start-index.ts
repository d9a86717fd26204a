import type { Instant } from "../../time/instant.js";
import { eachSlice, type Work } from "../slices.js";

/** How many events one entry stands for. */
const SHARE = 16;
/** Where there are so many more entries than instants, each instant is searched for by itself. */
const FAR = 64;

/**
 * A sparse index of the starts: that of every 16th event. Of all events it takes so little room that it stays in near memory,
 * and a list of instants goes through it in one pass.
 */
export function* buildStartIndex(start: Float64Array): Work<Float64Array> {
  const entries = new Float64Array(Math.ceil(start.length / SHARE));
  yield* eachSlice(entries.length, (from, to) => {
    for (let i = from; i < to; i++) entries[i] = start[i * SHARE]!;
  });
  return entries;
}

/** What is searched for places by time: an index. */
interface Searchable {
  readonly start: Float64Array;
  readonly offsets: Uint32Array;
  readonly startIndex: Float64Array;
}

/** The place of the first event of a lane that starts at an instant or later; where there is none, behind the last one. */
export function firstFrom({ start, offsets, startIndex }: Searchable, lane: number, instant: Instant): number {
  if (lane >= offsets.length - 1) return offsets[offsets.length - 1]!;
  const [from, to] = [offsets[lane]!, offsets[lane + 1]!];
  const first = Math.ceil(from / SHARE);
  const entry = halve(startIndex, first, Math.ceil(to / SHARE), instant);
  return halve(start, placeBehind(entry, first, from), Math.min(to, entry * SHARE), instant);
}

/** Writes for each instant of a list, from early to late, what {@link firstFrom} says of it. */
export function firstFromEach(index: Searchable, lane: number, instants: Float64Array, out: Uint32Array): void {
  const { start, offsets, startIndex } = index;
  const [from, to] = [offsets[lane] ?? 0, offsets[lane + 1] ?? 0];
  const [first, last] = [Math.ceil(from / SHARE), Math.ceil(to / SHARE)];
  if (lane >= offsets.length - 1 || last - first > FAR * instants.length) {
    for (let i = 0; i < instants.length; i++) out[i] = firstFrom(index, lane, instants[i]!);
    return;
  }
  let entry = halve(startIndex, first, last, instants[0]!);
  for (let i = 0; i < instants.length; i++) {
    const instant = instants[i]!;
    while (entry < last && startIndex[entry]! < instant) entry++;
    out[i] = placeBehind(entry, first, from);
  }
  for (let i = 0; i < instants.length; i++) {
    const instant = instants[i]!;
    const low = out[i]!;
    if (low === from || low + SHARE > to) {
      out[i] = halve(start, low, Math.min(to, Math.ceil(low / SHARE) * SHARE), instant);
      continue;
    }
    // The fifteen between two entries, by halves without a question: so no instant waits for the one before.
    let place = low + (Number(start[low + 7]! < instant) << 3);
    place += Number(start[place + 3]! < instant) << 2;
    place += Number(start[place + 1]! < instant) << 1;
    out[i] = place + Number(start[place]! < instant);
  }
}

/** Where what is not before an instant can begin, by the first entry that is not before it. */
function placeBehind(entry: number, first: number, from: number): number {
  return entry > first ? (entry - 1) * SHARE + 1 : from;
}

/** The first place of a range with a number that is not before an instant. */
function halve(values: Float64Array, from: number, to: number, instant: Instant): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
