import { lowerBound } from "../../base/math.js";
import type { Instant } from "../../time/instant.js";
import { firstFrom } from "../build/buckets.js";
import type { EventIndex } from "../event-store.js";

/** Where there are fewer events for each column they are looked through; else each edge is searched. */
const FEW = 4;

/** The edges of columns that are equally wide: one more than there are columns. */
export function edgesBetween(from: Instant, to: Instant, columns: number): Float64Array {
  return Float64Array.from({ length: columns + 1 }, (_, i) => from + ((to - from) * i) / columns);
}

/** Writes for each edge the place of the first event of a lane that starts there or later. */
export function placesOfEdges(index: EventIndex, lane: number, edges: Float64Array, out: Uint32Array): void {
  const last = edges.length - 1;
  const [from, to] = [firstFrom(index, lane, edges[0]!), firstFrom(index, lane, edges[last]!)];
  if (to - from < FEW * last) scan(index.start, from, to, edges, out);
  else for (let i = 0; i <= last; i++) out[i] = firstFrom(index, lane, edges[i]!);
}

function scan(start: Float64Array, from: number, to: number, edges: Float64Array, out: Uint32Array): void {
  let edge = 0;
  for (let place = from; place < to; place++) {
    const at = start[place]!;
    while (edges[edge]! <= at) out[edge++] = place;
  }
  out.fill(to, edge, edges.length);
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
