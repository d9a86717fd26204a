import { MizwalaError, type Issue } from "../base/errors.js";
import { resolveEvent, type EventSetting } from "../model/event.js";
import type { EventFilter } from "../model/filter.js";
import type { ResolvedKind } from "../model/kinds.js";
import type { ResolvedLane } from "../model/lanes.js";
import type { ResolvedEvent } from "../model/model.js";
import { fieldOf } from "../model/parts.js";
import { isObject } from "../model/rules.js";
import type { Instant } from "../time/instant.js";
import { indexEvents } from "./build/build-store.js";
import { talliesFor } from "./build/extras.js";
import { readList } from "./build/read-list.js";
import { countOf, laneAt, readEvent, type EventStore } from "./event-store.js";
import { numberAfter } from "./number-after.js";
import { countCells } from "./query/cells.js";
import { density, type KindGroups } from "./query/density.js";
import type { Band } from "./query/bands.js";
import { edgesBetween } from "./query/edges.js";
import { extentsOf } from "./query/extent.js";
import { tailIn, topAmong } from "./query/top.js";
import { nextInTime, previousInTime } from "./query/walk.js";
import { countStarts, startsIn } from "./query/window.js";
import { winners } from "./query/winners.js";
import { NONE, rowOf } from "./rank.js";
import { continues } from "./rows.js";
import { finish } from "./slices.js";
import { appendEvents, isTailLong, takeIn } from "./tail.js";

/**
 * Events that are too many to be there one by one, and what a picture asks of them. A *place* names one of them; -1 none.
 * What is known of them does not change: who learns more makes another crowd.
 */
export interface Crowd {
  /** The id of each lane, by its code. */
  readonly lanes: readonly string[];
  /** Each kind, by its code, where they are known. */
  readonly kinds?: readonly ResolvedKind[];
  readonly count: number;
  /** Whether nobody knows yet how many there are. */
  readonly isComing: boolean;
  readonly issues: readonly Issue[];
  /** What all events were read from; not there where they lie elsewhere. */
  readonly here?: Here;
  /** Where they lie elsewhere: what can be asked there, as soon as it is known. */
  readonly away?: Away | undefined;
  /** The columns of those of this crowd. */
  readonly store?: EventStore;
  /** The first start and the last one; the first is the later one where there are none. */
  readonly extent: readonly [first: Instant, last: Instant];
  /** How many events a lane has. */
  countLane(lane: number): number;
  /** When the first event of a lane starts, where that is known; else `Infinity`. */
  firstIn(lane: number): Instant;
  /** An event, where it is known. */
  eventAt(place: number): ResolvedEvent | undefined;
  placeOf(id: string): number;
  /** The most important events of each bin of 2^level milliseconds that start in a stretch of time. */
  winners(from: Instant, to: Instant, level: number): readonly number[];
  /** All that start in a stretch of time, where they are known and no more than so many. */
  allIn(from: Instant, to: Instant, most: number): readonly number[] | undefined;
  /** Of each lane the most important of those that go on at an instant, where they are known. */
  goingOn(instant: Instant, most: number): readonly number[];
  /** How many start in a stretch of time. */
  countIn(from: Instant, to: Instant): number;
  /**
   * How many start in each pixel of each band: `band * pixels + pixel`, and the most there are of them in one; by groups of
   * kinds as well, where kinds are known.
   */
  strips(from: Instant, to: Instant, pixels: number, bands: readonly Band[], groups?: KindGroups): Strips;
  /** The same for a picture beside the plot, where what that misses has to be brought. */
  readonly aside?: Crowd["strips"];
  /** The most important event of a band that starts in a stretch of time. */
  topIn(from: Instant, to: Instant, band: Band): number;
  /** Has such an event brought where it is not known yet; it is chosen once it is there. */
  seek(from: Instant, to: Instant, band: Band): void;
  /** The event after a place in order of time, or the first of all. */
  next(place: number): number;
  /** The event before a place in order of time, or the last of all. */
  previous(place: number): number;
}

/** Events that lie in this page. */
export interface Here {
  /** May have more behind those that were read. */
  readonly rows: readonly unknown[];
  /** How many of them were read. */
  readonly read: number;
  /** How they were read. */
  readonly setting: EventSetting;
  /** The columns of all of them. */
  readonly store: EventStore;
  readonly whole: Crowd;
  /** What was made of single rows. */
  readonly memory: Memory;
  /** A crowd of some of them, in the stretch of time of all. */
  keep(store: EventStore): Crowd;
}

/** What can be asked where the events of a crowd lie. It is the same one while what is learnt from there changes. */
export interface Away {
  /** How many events there are before anybody looks for some. */
  readonly count: number;
  /** The parts of a filter that are answered there; the others are not. */
  readonly parts: ReadonlySet<keyof EventFilter>;
  /** The values of a field that events have, the most frequent first, where they are known. */
  tally(field: keyof EventFilter): readonly Tallied[];
  /**
   * Looks for events; from then on it knows them better and better.
   *
   * @param changed - Called whenever more is known.
   */
  find(filter: EventFilter, setting: FindSetting, changed: () => void): Found;
}

/** A value, and how many events have it, where that is known. */
export interface Tallied {
  readonly value: string;
  readonly count: number | undefined;
}

/** What the words of a filter are read with. */
export interface FindSetting {
  readonly lanes: readonly ResolvedLane[];
  readonly kinds: ReadonlyMap<string, ResolvedKind>;
  readonly locale: string;
}

/** Events that were looked for where they lie, numbered from 0 in order of time. */
export interface Found {
  /** They as far as they are known; `undefined` while nobody knows how many there are. */
  readonly crowd: Crowd | undefined;
  /** Whether an event that is known is one of them. */
  has(event: ResolvedEvent): boolean;
  /** The number of the first one that starts at an instant or later; their count where there is none. */
  from(instant: Instant): Promise<number>;
  /** Brings the one with a number; `undefined` where there is none. */
  at(number: number): Promise<Numbered | undefined>;
  /** Asks for nothing more; what is known stays. */
  stop(): void;
}

/** An event and its number. */
export interface Numbered {
  readonly event: ResolvedEvent;
  readonly number: number;
  /** More than one where so many start at once that the source does not tell them apart: then it is the most important one. */
  readonly size: number;
}

/** Counts of pixels. */
export interface Strips {
  readonly counts: Uint32Array;
  readonly most: number;
  /** `(band * pixels + pixel) * groups + group`, where it was asked for. */
  readonly byGroup?: Uint32Array | undefined;
}

/** So many events are kept as they were read. */
const KEPT = 4_000;

/** What crowds of the same rows remember together. */
interface Memory {
  /** By rows: the event, and the place where it was found last. */
  readonly events: Map<number, { readonly event: ResolvedEvent; place: number }>;
  /** By ids: the row; below 0 where the first rows have none, `-1 - row` of them. */
  readonly rows: Map<string, number>;
}

/**
 * Reads a crowd from a list, or takes the store that was built of it. Where all that is new since another list lies behind the
 * rest, only that is read.
 */
export function readCrowd(events: readonly unknown[], setting: EventSetting, built?: EventStore, before?: Here): Crowd {
  const isAlike = DECISIVE.every((name) => setting[name] === before?.setting[name]);
  const known = before && isAlike && continues(events, before.rows) ? before : undefined;
  const store = built ?? readMore(events, setting, known);
  const memory = known?.memory ?? { events: new Map(), rows: new Map() };
  const ask = (some: EventStore): Crowd => askStore(some, events, setting, memory);
  const whole = ask(store);
  const keep = (some: EventStore): Crowd => ({ ...ask(some), extent: whole.extent, here });
  const here: Here = { rows: events, read: events.length, setting, store, memory, whole, keep };
  return { ...whole, here };
}

/** What decides how a row is read. */
const DECISIVE = ["timeZone", "kinds", "now", "locale", "direction"] as const;

/** A tail that grows faster than it is taken in between pictures is taken in at once. */
function readMore(events: readonly unknown[], setting: EventSetting, before: Here | undefined): EventStore {
  const more = finish(readList(events, setting, { ...before?.store, firstRow: before?.read }));
  if (!before) return finish(indexEvents(more, talliesFor(more.kinds.length)));
  const longer = appendEvents(before.store, more);
  return isTailLong(longer, 2) ? finish(takeIn(longer)) : longer;
}

/** Answers from a store, and from the rows that it was built of. */
function askStore(store: EventStore, events: readonly unknown[], setting: EventSetting, memory: Memory): Crowd {
  const ownId = (row: number): unknown => (isObject(events[row]) ? fieldOf(events[row], "id") : undefined);
  const idOf = (row: number): string => {
    const id = ownId(row);
    return typeof id === "string" && id !== "" ? id : nameOf(row);
  };
  const eventOf = (row: number, place: number): { readonly event: ResolvedEvent; place: number } | undefined => {
    const found = memory.events.get(row);
    if (found) return found;
    const input = events[row];
    const draft = isObject(input) ? resolveEvent(input, row, setting) : undefined;
    if (!draft) return undefined;
    if (memory.events.size === KEPT) {
      memory.events.clear();
      memory.rows.clear();
    }
    const event = { ...draft, id: idOf(row), parts: [], partOf: undefined, leadsTo: [] };
    const made = { event, place };
    memory.events.set(row, made);
    memory.rows.set(event.id, row);
    return made;
  };
  const eventAt = (place: number): ResolvedEvent => {
    const { row } = readEvent(store, place);
    const found = eventOf(row, place);
    if (!found) {
      const expected = "what buildStore makes of the same events";
      throw new MizwalaError({ code: "option-value", path: "options.store", found: events[row], expected });
    }
    found.place = place;
    return found.event;
  };
  const rowOfId = (id: string): number => {
    const named = Number(/^event-(\d{1,9})$/.exec(id)?.[1] ?? NONE);
    if (named in events && idOf(named) === id) return named;
    let row = memory.rows.get(id) ?? NONE;
    if (row < 0) {
      for (row = NONE - row; row < events.length && ownId(row) !== id;) row++;
      if (row === events.length) row = NONE - row;
      memory.rows.set(id, row);
    }
    return row;
  };
  const placeOf = (id: string): number => {
    const row = rowOfId(id);
    const found = eventOf(row, NONE);
    if (!found) return NONE;
    const { place } = found;
    const isThere = place !== NONE && place < countOf(store) && readEvent(store, place).row === row;
    return isThere ? place : (found.place = placeOfRow(store, row));
  };
  const { extent, counts, firsts, later } = extentsOf(store);
  return {
    store,
    lanes: store.lanes,
    kinds: store.kinds.map((name) => setting.kinds.get(name) ?? setting.kinds.get("event")!),
    count: countOf(store),
    isComing: false,
    issues: store.issues,
    extent,
    countLane: (lane) => counts[lane] ?? 0,
    firstIn: (lane) => firsts[lane] ?? Infinity,
    eventAt,
    placeOf,
    winners: (from, to, level) =>
      [...winners(store, from, to, level).places].filter((place) => {
        if (place === NONE) return false;
        const { start } = readEvent(store, place);
        return start >= from && start < to;
      }),
    allIn: (from, to, most) => (countStarts(store, { from, to }) <= most ? startsIn(store, { from, to }) : undefined),
    goingOn(from, limit) {
      const query = { from, to: numberAfter(from), limit, hasOpen: true };
      const open = from < later ? [] : tailIn(store, query);
      return store.lanes.flatMap((_, lane) =>
        topAmong(
          store,
          { ...query, lanes: [lane] },
          open.filter((place) => laneAt(store, place) === lane),
        ),
      );
    },
    countIn: (from, to) => countStarts(store, { from, to }),
    strips: (from, to, pixels, bands, groups) =>
      density(store, { edges: edgesBetween(from, to, pixels), bands, groupOf: groups?.of, groups: groups?.count }),
    topIn: (from, to, band) =>
      countCells(store, { edges: Float64Array.of(from, to), bands: [band], hasTop: true }).top![0] ?? NONE,
    seek: () => undefined,
    next: (place) => nextInTime(store, place),
    previous: (place) => previousInTime(store, place),
  };
}

function placeOfRow({ index, tail }: EventStore, row: number): number {
  const isRow = (rank: number): boolean => rowOf(rank) === row;
  const later = tail.rank.subarray(0, tail.count).findIndex(isRow);
  return later < 0 ? index.rank.findIndex(isRow) : index.count + later;
}

/** The id of an event that has none of its own. */
export function nameOf(index: number): string {
  return `event-${index}`;
}
