import { MizwalaError } from "../base/errors.js";
import { resolveKinds, type KindDefinition } from "../model/kinds.js";
import { fieldOf } from "../model/parts.js";
import { indexEvents } from "../store/build/build-store.js";
import { readList } from "../store/build/read-list.js";
import { countOf, numbersAt, readEvent, type EventStore } from "../store/event-store.js";
import { countCells } from "../store/query/cells.js";
import { extentsOf } from "../store/query/extent.js";
import { keepEvents, rowSet } from "../store/query/keep.js";
import { topOf } from "../store/query/top.js";
import { startsIn } from "../store/query/window.js";
import { indexRows, type PlaceOf } from "../store/query/rows.js";
import { NONE, rowOf } from "../store/rank.js";
import { finish } from "../store/slices.js";
import type {
  EventSource,
  Filter,
  GoingOnQuery,
  Slice,
  SliceEvents,
  SourceDescription,
  SourceField,
  SourceQuery,
  SourceRow,
} from "./contract.js";
import { countable, fewValues, MOST_VALUES } from "./few-values.js";
import { checkFilter, matcherOf } from "./filter.js";
import { binLength, checkGoingOn, checkQuery, SLOT_BINS } from "./grid.js";
import { checkRevision } from "./revision.js";
import { isTellable, wholeTimes } from "./times.js";

/** How a list becomes a source. */
export interface ArraySourceOptions {
  /**
   * The IANA zone whose wall clock the timeline shows.
   * @defaultValue "UTC"
   */
  readonly timeZone?: string | undefined;
  /** Kinds of your own, as in the options of a timeline. */
  readonly kinds?: readonly KindDefinition[] | undefined;
  /** The same list as `buildStore` has read it. Default: it is read at once. */
  readonly store?: EventStore | undefined;
  /**
   * What a filter may ask for; their values are found in the events.
   * @defaultValue the title, the kind and the importance
   */
  readonly fields?: readonly Pick<SourceField, "name" | "type">[] | undefined;
  /**
   * See {@link SourceDescription.revision}.
   * @defaultValue "1"
   */
  readonly revision?: string | undefined;
}

const FIELDS: readonly Pick<SourceField, "name" | "type">[] = [
  { name: "title", type: "text" },
  { name: "kind", type: "text" },
  { name: "importance", type: "number" },
];
/** So many filters keep what they have found. */
const KEPT = 4;

/**
 * A source of events that are in memory. The id of an event is its place in the list.
 *
 * @param events - The same that a timeline takes.
 * @param options - See {@link ArraySourceOptions}.
 * @throws MizwalaError for a start more than 142,000 years from 1970.
 */
export function arraySource(events: readonly object[], options: ArraySourceOptions = {}): EventSource {
  const { timeZone = "UTC", kinds, fields = FIELDS, revision = "1" } = options;
  const setting = { locale: "en", direction: "ltr", timeZone, kinds: resolveKinds(kinds) } as const;
  const store = options.store ?? finish(indexEvents(finish(readList(events, setting))));
  const extent = tellableExtent(store);
  const found = new Map<string, EventStore>();
  let placeOf: PlaceOf | undefined;
  let told: readonly SourceField[] | undefined;

  const filtered = (filter: Filter | undefined): EventStore => {
    if (filter === undefined) return store;
    const key = JSON.stringify(checkFilter(filter, fields));
    const known = found.get(key);
    if (known) return known;
    const isMeant = matcherOf(filter);
    const rows: number[] = [];
    events.forEach((row, id) => {
      if (isMeant((name) => fieldOf(row, name))) rows.push(id);
    });
    const kept = finish(keepEvents(store, { rows: rowSet(rows, events.length) }));
    if (found.size === KEPT) found.delete(found.keys().next().value!);
    found.set(key, kept);
    return kept;
  };

  return {
    describe: (ask) =>
      answer(ask, (): SourceDescription => {
        const { counts } = extentsOf(store);
        const lanes = store.lanes.map((id, code) => ({ id, count: counts[code]! }));
        return { extent, count: countOf(store), revision, lanes, fields: (told ??= withValues(fields, store, events)) };
      }),
    query: (query) =>
      answer(query, () => {
        checkQuery(query);
        checkRevision(query.revision, revision);
        return sliceOf(filtered(query.filter), query, revision);
      }),
    goingOn: (query) =>
      answer(query, () => {
        checkGoingOn(query);
        checkRevision(query.revision, revision);
        return goingOnIn(filtered(query.filter), query);
      }),
    byId: (ids, ask) =>
      answer(ask, () => {
        const at = (placeOf ??= finish(indexRows(store)));
        const places = [...new Set(ids)].map(at).filter((place) => place !== NONE);
        return places.map((place) => rowAt(store, events, place));
      }),
  };
}

/** The answer to a question, or what is wrong with it, later. */
async function answer<Answer>(
  ask: { readonly signal?: AbortSignal | undefined } | undefined,
  give: () => Answer,
): Promise<Answer> {
  ask?.signal?.throwIfAborted();
  await Promise.resolve();
  ask?.signal?.throwIfAborted();
  return give();
}

/** Fields of text with their values, where these are few. */
function withValues(
  fields: readonly Pick<SourceField, "name" | "type">[],
  store: EventStore,
  events: readonly object[],
): readonly SourceField[] {
  const counts = new Map(countable(fields).map(({ name }) => [name, new Map<string, number>()]));
  for (let place = 0; place < countOf(store); place++) {
    const [{ rank }, at] = numbersAt(store, place);
    const event = events[rowOf(rank[at]!)]!;
    for (const [name, tally] of counts) {
      // What is too much is seen by one value more.
      const value = tally.size > MOST_VALUES ? undefined : fieldOf(event, name);
      if (typeof value === "string") tally.set(value, (tally.get(value) ?? 0) + 1);
    }
  }
  return fields.map(({ name, type }) => {
    const tally = counts.get(name);
    const values = tally && fewValues([...tally].map(([value, count]) => ({ value, count })));
    return { name, type, ...(values && { values }) };
  });
}

function sliceOf(store: EventStore, { level, from, to, lanes, limit }: SourceQuery, revision: string): Slice {
  const ordered = lanesIn(store, lanes);
  const cells = countCells(store, { edges: edgesOf(from, to, binLength(level)), bands: ordered.map((code) => [code]) });
  const slots = countCells(store, {
    edges: edgesOf(from, to, SLOT_BINS * binLength(level)),
    bands: ordered.map((code) => [code]),
    hasTop: true,
  });
  const full = indexesOf(cells.counts, (count) => count > 0);
  const won = indexesOf(slots.top!, (place) => place !== NONE);
  const total = cells.counts.reduce((sum, count) => sum + count, 0);
  const rankAt = rankIn(store);
  return {
    ...{ level, from, to, revision, total },
    cells: {
      lane: Uint16Array.from(full, (cell) => ordered[Math.floor(cell / cells.columns)]!),
      bin: Uint16Array.from(full, (cell) => cell % cells.columns),
      count: Uint32Array.from(full, (cell) => cells.counts[cell]!),
    },
    winners: {
      lane: Uint16Array.from(won, (cell) => ordered[Math.floor(cell / slots.columns)]!),
      slot: Uint16Array.from(won, (cell) => cell % slots.columns),
      rank: Float64Array.from(won, (cell) => rankAt(slots.top![cell]!)),
    },
    events:
      total > limit
        ? undefined
        : eventsOf(
            store,
            startsIn(store, { from, to, lanes: ordered }).sort((a, b) => rankAt(b) - rankAt(a)),
          ),
  };
}

/** The codes of the lanes that are asked for, in their order. */
function lanesIn({ lanes: all }: EventStore, lanes: SourceQuery["lanes"]): readonly number[] {
  const wanted = (lanes ?? all.map((_, code) => code)).filter((code) => code < all.length);
  return [...new Set(wanted)].sort((a, b) => a - b);
}

function rankIn(store: EventStore): (place: number) => number {
  return (place) => {
    const [numbers, at] = numbersAt(store, place);
    return numbers.rank[at]!;
  };
}

/** Of each lane the most important events that begin before an instant and end after it, in whole milliseconds. */
function goingOnIn(store: EventStore, { at, limit, lanes }: GoingOnQuery): SliceEvents {
  const isMeant = (place: number): boolean => {
    const event = readEvent(store, place);
    const [start, end] = wholeTimes(event.start, event.end);
    return start < at && end > at;
  };
  const placesIn = (lane: number, looked: number): readonly number[] => {
    const top = topOf(store, { from: at - 1, to: at, lanes: [lane], limit: looked, hasOpen: true });
    const found = top.filter(isMeant);
    return found.length >= limit || top.length < looked ? found.slice(0, limit) : placesIn(lane, 4 * looked);
  };
  return eventsOf(
    store,
    lanesIn(store, lanes).flatMap((lane) => placesIn(lane, 2 * limit)),
  );
}

/** Events as numbers, in the order of their places. */
function eventsOf(store: EventStore, ranked: readonly number[]): SliceEvents {
  const all = ranked.map((place) => readEvent(store, place));
  const times = all.map(({ start, end }) => wholeTimes(start, end));
  return {
    lane: Uint16Array.from(all, ({ lane }) => lane),
    start: Float64Array.from(times, ([start]) => start),
    end: Float64Array.from(times, ([, end]) => end),
    rank: Float64Array.from(ranked, rankIn(store)),
  };
}

function rowAt(store: EventStore, events: readonly object[], place: number): SourceRow {
  const { row: id, lane, importance, ...read } = readEvent(store, place);
  const [start, end] = wholeTimes(read.start, read.end);
  return { id, event: events[id] as SourceRow["event"], start, end, lane, importance };
}

function tellableExtent(store: EventStore): readonly [number, number] {
  const [first, last] = extentsOf(store).extent;
  if (first > last) return [0, 0];
  for (const found of [first, last])
    if (!isTellable(found)) {
      const expected = "starts less than 2^52 ms from 1970";
      throw new MizwalaError({ code: "source-time", path: "events", found, expected });
    }
  return [Math.floor(first), Math.floor(last)];
}

function edgesOf(from: number, to: number, length: number): Float64Array {
  return Float64Array.from({ length: (to - from) / length + 1 }, (_, i) => from + i * length);
}

function indexesOf(values: ArrayLike<number>, isMeant: (value: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) if (isMeant(values[i]!)) found.push(i);
  return found;
}
