import { reachOf } from "../build/sorted-ends.js";
import type { EventIndex } from "../event-store.js";
import { SLICE, type Work } from "../slices.js";

/** Stands for all rows beyond those that can be told apart. */
export const NO_ROW: number = 2 ** 16 - 1;

/** The rows in which events of the same lane do not overlap. */
export interface LanePacking {
  /** The row of each place in its lane, from 0 on; 65,535 for those that have none. */
  readonly rows: Uint16Array;
  /** How many rows each lane needs. */
  readonly counts: Uint32Array;
}

/**
 * Gives each event the first row of its lane that is free where it starts. It looks at all events, not at those in sight,
 * so that none changes its row while a reader moves; and no lane has more rows than events that go on at once (interval
 * partitioning; Kleinberg and Tardos 2005, 4.1). The tail has no rows.
 *
 * @param index - The index of a store.
 */
export function* packLanes({ count, offsets, start, end }: EventIndex): Work<LanePacking> {
  const rows = new Uint16Array(count);
  const counts = new Uint32Array(offsets.length - 1);
  let done = 0;
  for (let lane = 0; lane < counts.length; lane++) {
    const pack = createPacker();
    for (let place = offsets[lane]!; place < offsets[lane + 1]!; place++) {
      rows[place] = Math.min(NO_ROW, pack.place(start[place]!, reachOf(start[place]!, end[place]!)));
      if (++done % (SLICE / 4) === 0) yield SLICE / 4;
    }
    counts[lane] = Math.min(NO_ROW, pack.count());
  }
  return { rows, counts };
}

interface Packer {
  /** The row for what is not before anything that was placed so far. */
  readonly place: (start: number, end: number) => number;
  readonly count: () => number;
}

function createPacker(): Packer {
  const busy: number[] = [];
  const busyRows: number[] = [];
  const free: number[] = [];
  const noRows: number[] = [];
  let count = 0;
  return {
    place: (start, end) => {
      while (busy.length > 0 && busy[0]! <= start) {
        const row = busyRows[0]!;
        takeFirst(busy, busyRows);
        put(free, noRows, row, 0);
      }
      const row = free.length > 0 ? free[0]! : count++;
      if (free.length > 0) takeFirst(free, noRows);
      put(busy, busyRows, end, row);
      return row;
    },
    count: () => count,
  };
}

/** Puts a key into a heap with the least key first, and with it a value. */
function put(keys: number[], values: number[], key: number, value: number): void {
  let at = keys.length;
  while (at > 0) {
    const above = (at - 1) >>> 1;
    if (keys[above]! <= key) break;
    keys[at] = keys[above]!;
    values[at] = values[above]!;
    at = above;
  }
  keys[at] = key;
  values[at] = value;
}

function takeFirst(keys: number[], values: number[]): void {
  const [key, value] = [keys.pop()!, values.pop()!];
  if (keys.length === 0) return;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below + 1 < keys.length && keys[below + 1]! < keys[below]!) below++;
    if (below >= keys.length || keys[below]! >= key) break;
    keys[at] = keys[below]!;
    values[at] = values[below]!;
    at = below;
  }
  keys[at] = key;
  values[at] = value;
}
