import { countOf, numbersAt, type EventStore } from "../event-store.js";
import { NONE, rowOf } from "../rank.js";
import { eachSlice, type Work } from "../slices.js";

/**
 * Tells the place of the event of a row, or -1 where it has none in this store.
 *
 * @param row - Its number in the author's list.
 */
export type PlaceOf = (row: number) => number;

/**
 * Finds places by rows, for 4 bytes a row.
 *
 * @param store - The store that is asked.
 */
export function* indexRows(store: EventStore): Work<PlaceOf> {
  const count = countOf(store);
  let last = -1;
  yield* eachRow(store, count, (row) => {
    if (row > last) last = row;
  });
  const places = new Uint32Array(last + 1);
  yield* eachRow(store, count, (row, place) => {
    places[row] = place + 1;
  });
  return (row) => (places[row] ?? 0) - 1;
}

function eachRow(store: EventStore, count: number, job: (row: number, place: number) => void): Work<undefined> {
  return eachSlice(count, (from, to) => {
    for (let place = from; place < to; place++) {
      const [numbers, at] = numbersAt(store, place);
      job(rowOf(numbers.rank[at]!), place);
    }
  });
}

/**
 * Tells the row of an id, or -1 where no row has it. Of several rows with the same id it is the first.
 *
 * @param id - As the author wrote it.
 */
export type RowOf = (id: string) => number;

const ID_SLICE = 2 ** 13;

/**
 * Finds rows by ids, for about 8 bytes a row: the ids themselves are not kept. Open addressing with linear probing.
 *
 * @param count - How many rows there are.
 * @param idOf - The id of a row, the same each time; `undefined` where it has none.
 */
export function* indexIds(count: number, idOf: (row: number) => string | undefined): Work<RowOf> {
  const size = 2 ** Math.ceil(Math.log2(1.4 * count + 1));
  const table = new Uint32Array(size);
  /** The slot that holds the id, or the free one in which it belongs. */
  const slotOf = (id: string): number => {
    let slot = hash(id) & (size - 1);
    for (; table[slot] !== 0; slot = (slot + 1) & (size - 1)) if (idOf(table[slot]! - 1) === id) break;
    return slot;
  };
  yield* eachSlice(
    count,
    (from, to) => {
      for (let row = from; row < to; row++) {
        const id = idOf(row);
        const slot = id === undefined ? NONE : slotOf(id);
        if (slot >= 0 && table[slot] === 0) table[slot] = row + 1;
      }
    },
    ID_SLICE,
  );
  return (id) => table[slotOf(id)]! - 1;
}

/** FNV-1a over the code units, mixed once more so that the low bits depend on all. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
