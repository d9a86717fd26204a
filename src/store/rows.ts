/** The rows of an author, in order. They are never changed: each function makes a new list. */
export type Rows<E> = readonly E[];

/** The id of a row; `undefined` where it has none. */
export type IdOf = (row: unknown) => string | undefined;

/** What should be a list: anything else is data that can't be read, and is kept as one row that becomes an issue. */
export function listOf<Row>(value: unknown): Rows<Row> {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Rows<Row>;
}

/** Of a list that was made of a shorter one, the shorter one. */
const shorter = new WeakMap<Rows<unknown>, WeakRef<Rows<unknown>>>();

/** The rows, and more of them behind. */
export function appendRows<E>(rows: Rows<E>, more: Rows<E>): Rows<E> {
  const longer = [...rows, ...more];
  shorter.set(longer, new WeakRef(rows));
  return longer;
}

/** Whether the rows are those of another list, and more that were put behind them. */
export function isLonger(rows: Rows<unknown>, than: Rows<unknown>): boolean {
  return shorter.get(rows)?.deref() === than;
}

/** The rows, in which others take the place of those with the same id; those with an id of their own come behind. */
export function upsertRows<E>(rows: Rows<E>, others: Rows<E>, idOf: IdOf): Rows<E> {
  const next = [...rows];
  const places = new Map<string, number>();
  rows.forEach((row, place) => {
    const id = idOf(row);
    if (id !== undefined && !places.has(id)) places.set(id, place);
  });
  for (const row of others) {
    const id = idOf(row);
    const place = id === undefined ? next.length : (places.get(id) ?? next.length);
    next[place] = row;
    if (id !== undefined) places.set(id, place);
  }
  return next;
}

/** The rows without those that have one of some ids. */
export function removeRows<E>(rows: Rows<E>, ids: ReadonlySet<string>, idOf: IdOf): Rows<E> {
  return rows.filter((row) => {
    const id = idOf(row);
    return id === undefined || !ids.has(id);
  });
}
