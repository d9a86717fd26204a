import { resolveEvent, type EventSetting } from "../model/event.js";
import type { ResolvedEvent } from "../model/model.js";
import { nameOf } from "../store/crowd.js";
import { rankOf } from "../store/rank.js";
import type { SourceRow } from "../source/contract.js";
import { ENDLESS } from "../source/times.js";

/** An event of a source that was brought. */
export interface KnownEvent {
  readonly id: number;
  readonly start: number;
  readonly lane: number;
  /** See `SliceEvents` of a source. */
  readonly rank: number;
  readonly event: ResolvedEvent;
}

/** The events that were brought one by one. */
export interface KnownEvents {
  /** The event with an id; one that is not there yet is asked for by the next `pump`, the greatest rank first. */
  get(id: number, rank: number): KnownEvent | undefined;
  /** The same once it is there; `undefined` where there is none with such an id. */
  bring(id: number): Promise<KnownEvent | undefined>;
  /** The same, but nothing is asked for. */
  peek(this: void, id: number): KnownEvent | undefined;
  /** All that are known and not out of date, by their starts. */
  inOrder(): readonly KnownEvent[];
  pump(): void;
  /** Asks again for what has failed. */
  retry(): void;
  /** Reads them anew, in another language or zone. */
  use(setting: EventSetting): void;
  /** Takes what is known for out of date: it is shown until there is something newer. */
  renew(): void;
  stop(): void;
}

/** What brings them, and who hears of it. */
export interface KnownEventsSetting {
  ask(this: void, ids: readonly number[], signal: AbortSignal): Promise<readonly SourceRow[]>;
  lanes(this: void): readonly string[];
  changed(this: void): void;
  failed(this: void, error: unknown): void;
}

/** So many are asked for at once, and so many are kept. */
const BATCH = 256;
const KEPT = 8_000;

/** Somebody who waits for an event. */
interface Waiter {
  readonly id: number;
  readonly done: (known: KnownEvent | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/** Makes a keeper of events; it knows none yet. */
export function createKnownEvents({ ask, lanes, changed, failed }: KnownEventsSetting): KnownEvents {
  let setting: EventSetting | undefined;
  let rows = new Map<number, SourceRow>();
  /** Those of the rows that are of the present revision. */
  let fresh = new Set<number>();
  let read = new Map<number, KnownEvent | undefined>();
  let order: readonly KnownEvent[] | undefined;
  let wanted = new Map<number, number>();
  let flight: AbortController | undefined;
  let coming: ReadonlySet<number> = new Set();
  /** Ids that the source does not have, so that nobody asks for them again and again. */
  let absent = new Set<number>();
  /** Ids that could not be brought; somebody who waits for one asks again. */
  const missed = new Set<number>();
  let waiters: readonly Waiter[] = [];

  const resolve = (row: SourceRow): KnownEvent | undefined => {
    const { id, start, lane, importance } = row;
    const draft = setting && resolveEvent(writtenOf(row, lanes()[lane] ?? ""), id, setting);
    const event = draft && { ...draft, id: nameOf(id), parts: [], partOf: undefined, leadsTo: [] };
    return event && { id, start, lane, rank: rankOf(importance, id), event };
  };
  const peek = (id: number): KnownEvent | undefined => {
    if (!read.has(id)) {
      const row = rows.get(id);
      if (!row) return undefined;
      read.set(id, resolve(row));
    }
    return read.get(id);
  };

  const forget = (): void => {
    rows = new Map();
    read = new Map();
    fresh = new Set();
  };

  const take = (asked: readonly number[], found: readonly SourceRow[]): void => {
    if (rows.size + found.length > KEPT) forget();
    order = undefined;
    const ids = new Set(asked);
    for (const row of found) {
      if (!ids.delete(row.id)) continue;
      rows.set(row.id, row);
      read.delete(row.id);
      fresh.add(row.id);
    }
    for (const id of ids) {
      absent.add(id);
      rows.delete(id);
      read.delete(id);
    }
  };

  const pump = (): void => {
    if (flight || wanted.size === 0) return;
    const ids = [...wanted].sort(([, one], [, other]) => other - one).map(([id]) => id);
    const asked = ids.slice(0, BATCH).sort((a, b) => a - b);
    for (const id of asked) wanted.delete(id);
    const stop = new AbortController();
    flight = stop;
    coming = new Set(asked);
    ask(asked, stop.signal).then(
      (found) => {
        if (flight !== stop) return;
        flight = undefined;
        coming = new Set();
        take(asked, found);
        const isDone = ({ id }: Waiter): boolean => fresh.has(id) || absent.has(id);
        const done = waiters.filter(isDone);
        // What the picture still needs it says again.
        waitOn(waiters.filter((waiter) => !isDone(waiter)));
        changed();
        for (const { id, done: tell } of done) tell(peek(id));
        if (waiters.length > 0) pump();
      },
      (error: unknown) => {
        if (flight !== stop) return;
        flight = undefined;
        coming = new Set();
        const left = waiters;
        waitOn([]);
        for (const id of asked) missed.add(id);
        failed(error);
        for (const { fail } of left) fail(error);
      },
    );
  };

  /** Forgets what else was wanted. */
  const waitOn = (who: readonly Waiter[]): void => {
    waiters = who;
    wanted = new Map(who.map(({ id }) => [id, Infinity]));
  };

  const renew = (): void => {
    flight?.abort();
    flight = undefined;
    coming = new Set();
    fresh = new Set();
    order = undefined;
    absent = new Set();
    missed.clear();
    waitOn(waiters);
  };

  return {
    peek,
    bring(id) {
      if (fresh.has(id) || absent.has(id)) return Promise.resolve(peek(id));
      return new Promise((done, fail) => {
        waiters = [...waiters, { id, done, fail }];
        if (!coming.has(id)) wanted.set(id, Infinity);
        pump();
      });
    },
    get(id, rank) {
      const known = peek(id);
      if (![fresh, absent, coming, missed].some((ids) => ids.has(id)))
        wanted.set(id, Math.max(rank, wanted.get(id) ?? rank));
      return known;
    },
    inOrder() {
      order ??= [...fresh].flatMap((id) => peek(id) ?? []).sort((a, b) => a.start - b.start || a.id - b.id);
      return order;
    },
    pump,
    retry() {
      missed.clear();
    },
    use(next) {
      // Times of a source are those of the clock of the timeline already.
      setting = { ...next, timeZone: "UTC" };
      read = new Map();
      order = undefined;
    },
    renew,
    stop() {
      const left = waiters;
      waiters = [];
      renew();
      forget();
      for (const { done } of left) done(undefined);
    },
  };
}

/** The event as an author would write it: with its own date where it has one, else with its instants. */
function writtenOf({ event, start, end, importance }: SourceRow, lane: string): object {
  const date = end <= start ? start : { start, end: end >= ENDLESS ? ".." : end };
  return { date, importance, ...event, ...(lane === "" ? {} : { lane }) };
}
