import { eachSlice, type Work } from "../slices.js";

/** How many entries one entry of the next level stands for. */
export const FAN_OUT = 16;

/** The greatest of every 16 numbers, of every 16 of those, and so on up to a single one. */
export interface Pyramid {
  /** All levels, the finest first. */
  readonly values: Float64Array;
  /** Where each level begins. */
  readonly offsets: Uint32Array;
}

/** Builds the pyramid over a column. */
export function* buildPyramid(column: Float64Array): Work<Pyramid> {
  const lengths: number[] = [];
  for (let length = column.length; length > 1; lengths.push(length)) length = Math.ceil(length / FAN_OUT);
  const offsets = new Uint32Array(lengths.length);
  for (let level = 1; level < lengths.length; level++) offsets[level] = offsets[level - 1]! + lengths[level - 1]!;
  const values = new Float64Array(lengths.reduce((sum, length) => sum + length, 0));
  let below = column;
  for (let level = 0; level < lengths.length; level++) {
    const at = values.subarray(offsets[level], offsets[level]! + lengths[level]!);
    const from = below;
    yield* eachSlice(from.length, (first, last) => {
      fillLevel(from, at, first, last);
    });
    below = at;
  }
  return { values, offsets };
}

function fillLevel(below: Float64Array, level: Float64Array, first: number, last: number): void {
  for (let block = first; block < last; block += FAN_OUT) {
    let greatest = -Infinity;
    const end = Math.min(last, block + FAN_OUT);
    for (let i = block; i < end; i++) if (below[i]! > greatest) greatest = below[i]!;
    level[block / FAN_OUT] = greatest;
  }
}

/** The greatest number in a range of a column; `-Infinity` where it is empty. */
export function maxIn(column: Float64Array, { values, offsets }: Pyramid, from: number, to: number): number {
  let greatest = -Infinity;
  let [level, offset, low, high] = [column, 0, from | 0, to | 0];
  for (let next = 0; next < offsets.length && high - low > 2 * FAN_OUT; next++) {
    const [left, right] = [(low + FAN_OUT - 1) & ~(FAN_OUT - 1), high & ~(FAN_OUT - 1)];
    for (let i = offset + low; i < offset + left; i++) if (level[i]! > greatest) greatest = level[i]!;
    for (let i = offset + right; i < offset + high; i++) if (level[i]! > greatest) greatest = level[i]!;
    low = left / FAN_OUT;
    high = right / FAN_OUT;
    level = values;
    offset = offsets[next]!;
  }
  for (let i = offset + low; i < offset + high; i++) if (level[i]! > greatest) greatest = level[i]!;
  return greatest;
}

/** The first place in a range with a number at least so great; `to` where there is none. Whole blocks are passed over. */
export function firstAtLeast(column: Float64Array, pyramid: Pyramid, from: number, to: number, least: number): number {
  const { values, offsets } = pyramid;
  let [level, width, at] = [-1, 1, from];
  while (at * width < to) {
    const value = level < 0 ? column[at]! : values[offsets[level]! + at]!;
    if (value >= least) {
      if (level < 0) return at;
      level--;
      width /= FAN_OUT;
      at *= FAN_OUT;
    } else {
      at++;
      for (; at % FAN_OUT === 0 && level < offsets.length - 1; level++) {
        at /= FAN_OUT;
        width *= FAN_OUT;
      }
    }
  }
  return to;
}

/** The last place in a range with a number at least so great; -1 where there is none. */
export function lastAtLeast(column: Float64Array, pyramid: Pyramid, from: number, to: number, least: number): number {
  const { values, offsets } = pyramid;
  let [level, width, at] = [-1, 1, to - 1];
  while (at >= 0 && (at + 1) * width > from) {
    const value = level < 0 ? column[at]! : values[offsets[level]! + at]!;
    if (value >= least) {
      if (level < 0) return at;
      level--;
      width /= FAN_OUT;
      at = at * FAN_OUT + FAN_OUT - 1;
    } else {
      at--;
      for (; at >= 0 && at % FAN_OUT === FAN_OUT - 1 && level < offsets.length - 1; level++) {
        at = (at + 1) / FAN_OUT - 1;
        width *= FAN_OUT;
      }
    }
  }
  return -1;
}
