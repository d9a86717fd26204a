import type { TimelineEvent } from "../../model/input.js";
import { civilFromDay } from "../../time/civil.js";
import { DAY } from "../../time/instant.js";
import { LAST_EPOCH } from "../../time/zone.js";
import { getterOf, lengthOf, type Column, type EventColumns } from "./read-columns.js";

/** Columns with texts: each further one gives the field of its name, such as `title`, `id` or `summary`. */
export interface NamedColumns extends EventColumns {
  /** What each event is called. */
  readonly title: Column;
  /** The ids. Default: `event-` and the place in the columns. */
  readonly id?: Column | undefined;
  readonly [field: string]: Column | undefined;
}

const INDEX = /^(?:0|[1-9]\d{0,9})$/;

/**
 * The events of columns as a list that a timeline takes: each is made when it is asked for, so that the list takes no memory
 * however long it is. Nobody can change it.
 *
 * @param columns - One column for each field; a value that is not there leaves its field out.
 *
 * @example
 * ```ts
 * async function draw(columns: NamedColumns): Promise<Timeline> {
 *   const store = await buildStore({ columns });
 *   return createTimeline(host, { events: columnEvents(columns), store });
 * }
 * ```
 */
export function columnEvents(columns: NamedColumns): readonly TimelineEvent[] {
  const { start, end, ...others } = columns;
  const count = lengthOf(start) ?? 0;
  const [startAt, endAt] = [getterOf(start), getterOf(end)];
  const fields = Object.entries(others).map(([name, column]) => [name, getterOf(column)] as const);
  const dateAt = (index: number): unknown => {
    const [first, last] = [dateOf(startAt(index)), dateOf(endAt(index))];
    return last === undefined ? first : { start: first, end: last };
  };
  const eventAt = (index: number): object =>
    Object.fromEntries([
      ["date", dateAt(index)],
      ...fields
        .map(([name, valueAt]) => [name, valueAt(index) ?? undefined] as const)
        .filter(([, value]) => value !== undefined),
    ]);
  const indexOf = (key: string | symbol): number => (typeof key === "string" && INDEX.test(key) ? Number(key) : count);
  return new Proxy<TimelineEvent[]>([], {
    get(list, key) {
      const index = indexOf(key);
      if (index < count) return eventAt(index);
      return key === "length" ? count : (Reflect.get(list, key) as unknown);
    },
    has: (list, key) => indexOf(key) < count || Reflect.has(list, key),
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}

/** A value of a column as an event has it; the years that no `Date` reaches by their names. */
function dateOf(given: unknown): unknown {
  const value = typeof given === "bigint" ? Number(given) : given;
  if (value === null || Number.isNaN(value)) return undefined;
  if (value === Infinity) return "..";
  const isFar = typeof value === "number" && Math.abs(value) > LAST_EPOCH;
  return isFar ? `Y${civilFromDay(Math.floor(value / DAY)).year}` : value;
}
