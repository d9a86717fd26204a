/** The rows of an author, in order. The author's own list is never changed. */
export type Rows<E> = readonly E[];

/** The id of a row; `undefined` where it has none. */
export type IdOf = (row: unknown) => string | undefined;

/** What should be a list: anything else is data that can't be read, and is kept as one row that becomes an issue. */
export function listOf<Row>(value: unknown): Rows<Row> {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Rows<Row>;
}

/** Of each list that grows, the one that it was copied from. */
const origins = new WeakMap<Rows<unknown>, WeakRef<Rows<unknown>>>();

/**
 * The rows, and more of them behind. The list that this makes is copied once and then grows at its end, so that what comes
 * costs no more than itself: whoever keeps it and is not to see later rows keeps its length as well.
 */
export function appendRows<E>(rows: Rows<E>, more: Rows<E>): Rows<E> {
  const longer = origins.has(rows) ? (rows as E[]) : [...rows];
  if (longer !== rows) origins.set(longer, new WeakRef(rows));
  for (const row of more) longer.push(row);
  return longer;
}

/** Whether the rows are those of another list, and maybe more that were put behind them. */
export function continues(rows: Rows<unknown>, before: Rows<unknown>): boolean {
  const origin = origins.get(rows);
  return origin !== undefined && (rows === before || origin.deref() === before);
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
