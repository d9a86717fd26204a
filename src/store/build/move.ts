/** Moves numbers of one column to their places in another. */
export function moveNumbers(
  source: Float64Array,
  target: Float64Array,
  places: Uint32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) target[places[i]!] = source[i]!;
}

/** The same once more, so that each stays fast. */
export function moveKinds(
  source: Uint16Array,
  target: Uint16Array,
  places: Uint32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) target[places[i]!] = source[i]!;
}
