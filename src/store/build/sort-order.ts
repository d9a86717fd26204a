import { eachSlice, type Work } from "../slices.js";

const BITS = 11;
const BINS = 2 ** BITS;
/** Up to so many, keys of two digits tell nearly all apart. */
const SHORT = 2 ** 20;
/** So few are sorted by insertion, and so few by comparison. */
const INSERTED = 32;
const COMPARED = 128;

/** Room for sorting so many; made once for many sorts. */
export interface SortRoom {
  readonly key: Uint32Array;
  readonly nextKey: Uint32Array;
  readonly nextOrder: Uint32Array;
}

/** Makes room for sorting at most so many. */
export function createSortRoom(count: number): SortRoom {
  return { key: new Uint32Array(count), nextKey: new Uint32Array(count), nextOrder: new Uint32Array(count) };
}

/**
 * Sorts indexes by the numbers that they point to; equal ones keep their order. A radix sort of short keys that rise with
 * the numbers; where numbers share a key without being in order, they are sorted again by keys of their own.
 */
export function* sortOrder(
  order: Uint32Array,
  values: Float64Array,
  room: SortRoom,
  first = 0,
  last: number = order.length,
): Work<undefined> {
  const count = last - first;
  if (count <= INSERTED) insertAll(order, values, first, last);
  else if (count <= COMPARED) compareAll(order, values, first, last);
  if (count <= COMPARED) return;
  const range = { low: Infinity, high: -Infinity };
  yield* eachPart(first, last, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[order[i]!]!;
      if (value < range.low) range.low = value;
      if (value > range.high) range.high = value;
    }
  });
  const digits = count <= SHORT ? 2 : 3;
  // A little less than there are keys, so that rounding never goes beyond them; of 32 bits there are not 33.
  const scale = (Math.min(2 ** 32, 2 ** (digits * BITS)) * (1 - 2 ** -20)) / (range.high - range.low);
  if (range.high === range.low) return;
  if (!Number.isFinite(scale) || scale === 0) {
    compareAll(order, values, first, last);
    return;
  }
  yield* sortByKeys(order, values, room, first, last, range.low, scale, digits);
  yield* sortRuns(order, values, room, first, last);
}

function eachPart(first: number, last: number, job: (from: number, to: number) => void): Work<undefined> {
  return eachSlice(last - first, (from, to) => {
    job(first + from, first + to);
  });
}

function* sortByKeys(
  order: Uint32Array,
  values: Float64Array,
  { key, nextKey, nextOrder }: SortRoom,
  first: number,
  last: number,
  low: number,
  scale: number,
  digits: number,
): Work<undefined> {
  const tallies = new Uint32Array(BINS * 3);
  yield* eachPart(first, last, (from, to) => {
    for (let i = from; i < to; i++) {
      const k = ((values[order[i]!]! - low) * scale) >>> 0;
      key[i] = k;
      tallies[k & (BINS - 1)]!++;
      tallies[BINS + ((k >>> BITS) & (BINS - 1))]!++;
      tallies[2 * BINS + (k >>> (2 * BITS))]!++;
    }
  });
  let [fromKey, fromOrder, toKey, toOrder] = [key, order, nextKey, nextOrder];
  for (let digit = 0; digit < digits; digit++) {
    const next = tallies.subarray(digit * BINS, (digit + 1) * BINS);
    if (next.includes(last - first)) continue;
    let place = first;
    for (let bin = 0; bin < BINS; bin++) {
      const size = next[bin]!;
      next[bin] = place;
      place += size;
    }
    const [ks, os, nks, nos] = [fromKey, fromOrder, toKey, toOrder];
    yield* eachPart(first, last, (from, to) => {
      moveByDigit(ks, os, nks, nos, next, digit * BITS, from, to);
    });
    [fromKey, fromOrder, toKey, toOrder] = [toKey, toOrder, fromKey, fromOrder];
  }
  if (fromOrder !== order) {
    order.set(fromOrder.subarray(first, last), first);
    key.set(fromKey.subarray(first, last), first);
  }
}

function moveByDigit(
  key: Uint32Array,
  order: Uint32Array,
  nextKey: Uint32Array,
  nextOrder: Uint32Array,
  next: Uint32Array,
  shift: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const k = key[i]!;
    const place = next[(k >>> shift) & (BINS - 1)]!++;
    nextKey[place] = k;
    nextOrder[place] = order[i]!;
  }
}

/** Sorts what has the same key and is not in order yet. */
function* sortRuns(
  order: Uint32Array,
  values: Float64Array,
  room: SortRoom,
  first: number,
  last: number,
): Work<undefined> {
  const { key } = room;
  let run = first;
  let isSorted = true;
  for (let i = first + 1; i <= last; i++) {
    if (i < last && key[i] === key[run]) {
      if (values[order[i]!]! < values[order[i - 1]!]!) isSorted = false;
    } else {
      if (!isSorted) yield* sortOrder(order, values, room, run, i);
      run = i;
      isSorted = true;
    }
    if ((i - first) % 2 ** 16 === 0) yield 2 ** 16;
  }
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

function compareAll(order: Uint32Array, values: Float64Array, first: number, last: number): void {
  order.subarray(first, last).sort((a, b) => values[a]! - values[b]!);
}
