/** `value` held between `low` and `high`; `low` wins where they cross. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** The remainder with the sign of the divisor: `modulo(-1, 7)` is 6. */
export function modulo(value: number, divisor: number): number {
  return value - divisor * Math.floor(value / divisor);
}

/** The first index in `[0, length)` for which `isAtOrAfter` holds, or `length`; it must hold from there on. */
export function lowerBound(length: number, isAtOrAfter: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAtOrAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
