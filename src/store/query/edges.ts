import { lowerBound } from "../../base/math.js";
import type { Instant } from "../../time/instant.js";

/**
 * The edges of columns that are equally wide: one more than there are columns.
 *
 * @param from - Where the first column begins.
 * @param to - Where the last one ends.
 * @param columns - How many there are.
 */
export function edgesBetween(from: Instant, to: Instant, columns: number): Float64Array {
  const edges = new Float64Array(columns + 1);
  for (let i = 0; i <= columns; i++) edges[i] = from + ((to - from) * i) / columns;
  return edges;
}

/** The column in which an instant lies, or -1. */
export function columnOf(edges: Float64Array, instant: Instant): number {
  const columns = edges.length - 1;
  const [first, last] = [edges[0]!, edges[columns]!];
  if (!(instant >= first && instant < last)) return -1;
  const guess = Math.min(columns - 1, Math.floor(((instant - first) / (last - first)) * columns));
  if (edges[guess]! <= instant && instant < edges[guess + 1]!) return guess;
  return lowerBound(columns, (column) => edges[column + 1]! > instant);
}
