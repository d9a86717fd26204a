const word = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** The least number above another one. */
export function numberAfter(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  if (!(value < Infinity)) return value;
  word.setFloat64(0, value);
  word.setBigInt64(0, word.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return word.getFloat64(0);
}
