import { lowerBound } from "../../base/math.js";
import { reachOf } from "../build/sorted-ends.js";
import { firstFromEach } from "../build/start-index.js";
import type { EventIndex, EventStore } from "../event-store.js";
import { bandOfLanes, bandsOf, type Band } from "./bands.js";
import { openAt } from "./open-at.js";

/**
 * How many events lie at least partly in each column of each band, exactly: they start before its end and end after its
 * beginning, or they have no length and lie in it. At once where the store has sorted ends; else all events that overlap
 * the columns are looked through.
 *
 * @param store - The store that is asked.
 * @param edges - The instants between which the columns lie, from early to late.
 * @param bands - Lanes that count together. Default: each lane by itself.
 * @returns One number for each cell: `band * columns + column`.
 */
export function countOverlaps(
  store: EventStore,
  edges: Float64Array,
  bands: readonly Band[] = bandsOf(store.lanes),
): Uint32Array {
  const { index, tail } = store;
  const columns = Math.max(0, edges.length - 1);
  const counts = new Uint32Array(bands.length * columns);
  if (columns === 0) return counts;
  const places = new Uint32Array(edges.length);
  const difference = new Int32Array(columns + 1);
  bands.forEach((band, at) => {
    const cells = counts.subarray(at * columns, (at + 1) * columns);
    for (const lane of band) {
      firstFromEach(index, lane, edges, places);
      if (index.sortedEnds) addAtOnce(index, index.sortedEnds, lane, edges, places, cells);
      else {
        difference.fill(0);
        for (const place of openAt({ ...store, tail: { ...tail, count: 0 } }, edges[0]!, [lane]))
          addSpan(difference, edges, index.start[place]!, index.end[place]!);
        for (let place = places[0]!; place < places[columns]!; place++)
          addSpan(difference, edges, index.start[place]!, index.end[place]!);
        addSums(cells, difference);
      }
    }
  });
  const bandOf = bandOfLanes(store.lanes, bands);
  const ofTail = bands.map(() => new Int32Array(tail.count > 0 ? columns + 1 : 0));
  for (let i = 0; i < tail.count; i++) {
    const band = ofTail[bandOf[tail.lane[i]!]!];
    if (band) addSpan(band, edges, tail.start[i]!, tail.end[i]!);
  }
  ofTail.forEach((band, at) => {
    addSums(counts.subarray(at * columns, (at + 1) * columns), band);
  });
  return counts;
}

/** What has started before the end of a column without what has ended before its beginning. */
function addAtOnce(
  { offsets }: EventIndex,
  ends: Float64Array,
  lane: number,
  edges: Float64Array,
  places: Uint32Array,
  cells: Uint32Array,
): void {
  const [first, last] = [offsets[lane], offsets[lane + 1]];
  if (first === undefined || last === undefined) return;
  let ended = first;
  for (let column = 0; column < cells.length; column++) {
    ended = firstBeyond(ends, ended, last, edges[column]!);
    cells[column]! += places[column + 1]! - ended;
  }
}

/** The first place from `from` on with an end after an instant. Found in growing steps, as it is mostly near. */
function firstBeyond(ends: Float64Array, from: number, to: number, instant: number): number {
  let step = 1;
  let low = from;
  while (low + step < to && ends[low + step - 1]! <= instant) {
    low += step;
    step *= 2;
  }
  const high = Math.min(to, low + step);
  return low + lowerBound(high - low, (i) => ends[low + i]! > instant);
}

/** Notes a span where it begins and behind its end; what lies outside of the columns changes nothing. */
function addSpan(difference: Int32Array, edges: Float64Array, start: number, end: number): void {
  const columns = edges.length - 1;
  const from = lowerBound(columns, (column) => edges[column + 1]! > start);
  const to = lowerBound(columns, (column) => edges[column]! >= reachOf(start, end));
  if (to <= from) return;
  difference[from]!++;
  difference[to]!--;
}

function addSums(cells: Uint32Array, difference: Int32Array): void {
  let sum = 0;
  for (let column = 0; column < difference.length - 1; column++) cells[column]! += sum += difference[column]!;
}
