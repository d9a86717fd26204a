/** Lanes that are drawn together, by their codes. No lane is in two bands. */
export type Band = readonly number[];

/** Each lane in a band of its own. */
export function bandsOf(lanes: readonly string[]): readonly Band[] {
  return lanes.map((_, lane) => [lane]);
}

/** The band of each lane, or -1. */
export function bandOfLanes(lanes: readonly string[], bands: readonly Band[]): Int32Array {
  const bandOf = new Int32Array(lanes.length).fill(-1);
  bands.forEach((band, at) => {
    for (const lane of band) bandOf[lane] = at;
  });
  return bandOf;
}
