import type { Away, Crowd } from "../store/crowd.js";
import type { EventSource, SourceDescription } from "../source/contract.js";
import { NO_EVENTS } from "../source/tile.js";
import { createFeedCrowd } from "./feed-crowd.js";
import { createGoingOn } from "./going-on.js";
import type { KnownEvent, KnownEvents } from "./known-events.js";
import { besideIn, createNumbers, rootsOf, type Key, type Numbers } from "./numbers.js";
import { createPlanner, type Seen } from "./planner.js";
import { rangeOfTile, type Tile } from "./tile.js";
import { createTiles } from "./tiles.js";
import type { Asked } from "./reader-filter.js";

/** What is going on: `failed` where something could not be brought, `loading` where something is on its way. */
export type FeedState = "ready" | "loading" | "failed";

/** What all layers of a feed have in common. */
export interface LayerSetting {
  readonly source: EventSource;
  readonly events: KnownEvents;
  /** How many bytes of tiles are kept. */
  readonly room: number;
  readonly away: () => Away | undefined;
  /** An event that somebody has asked for by its id or by a press. */
  seek(this: void, id: number, rank: number): void;
  /** Does something after so many milliseconds; what it returns calls that off. */
  later(this: void, act: () => void, wait: number): () => void;
  /** Hears of each fault of the source. */
  failed(this: void, error: unknown): void;
}

/** Some of the events of a source, or all of them: what is known of these, and what is asked for. */
export interface Layer {
  readonly numbers: Numbers;
  /** What the source has, with the counts of these events; `undefined` while nobody knows. */
  readonly description: SourceDescription | undefined;
  readonly state: FeedState;
  /** They as far as they are known. */
  readonly crowd: Crowd;
  /** Whether an event that is known is one of these. */
  has(id: number): boolean;
  /** Brings one of these by its id. */
  bring(id: number): Promise<KnownEvent | undefined>;
  /** The event beside another one in time, where that is known. */
  beside(key: Key, by: 1 | -1): Key | undefined;
  /** Takes over how the source describes itself; what is of another revision is brought anew. */
  describe(all: SourceDescription): Promise<void>;
  /** Knows that more is known. */
  renew(this: void): void;
  /** Asks again for what has failed. */
  retry(): void;
  /** After each picture: asks for what that misses. */
  look(): void;
  stop(): void;
}

/** What a source has of which nobody knows anything. */
export const NOTHING: SourceDescription = { extent: [0, 0], count: 0, revision: "", lanes: [], fields: [] };
/** Up to so many events of a tile are told one by one. */
const TOLD = 256;

/**
 * Makes a layer of those events that are asked for.
 *
 * @param changed - Called whenever more is known.
 */
export function createLayer(asked: Asked, setting: LayerSetting, changed: () => void): Layer {
  const { source, events, later, away } = setting;
  const { filter, lanes } = asked;
  const isAll = filter === undefined && lanes === undefined;
  let described: SourceDescription | undefined;
  /** All that the source has, also while the counts of these are on their way. */
  let whole: SourceDescription | undefined;
  let fault: unknown;
  let crowd: Crowd | undefined;
  let seen: Seen | undefined;
  let aside: Seen | undefined;
  let describing: AbortController | undefined;
  /** Of some events those that tiles have told of; else all are. */
  const own = new Set<number>();

  const renew = (): void => {
    crowd = undefined;
  };
  const tell = (): void => {
    renew();
    changed();
  };
  const onFault = (error: unknown): never => {
    setting.failed(error);
    throw error;
  };
  const query: EventSource["query"] = (question) =>
    source.query({ ...question, filter, lanes, revision: whole?.revision }).catch(onFault);
  const tiles = createTiles({
    ask: (name, signal) => {
      const [from, to] = rangeOfTile(name);
      return query({ level: name.level, from, to, limit: TOLD, signal });
    },
    changed: tell,
    room: setting.room,
  });
  const planner = createPlanner(tiles, later);
  const goingOn = createGoingOn({
    ask: async (at, limit, signal) =>
      (await source.goingOn?.({ at, limit, signal, filter, lanes, revision: whole?.revision }).catch(onFault)) ??
      NO_EVENTS,
    ...{ changed: tell, later },
  });
  const has = (id: number): boolean => isAll || own.has(id);
  const mine: Pick<KnownEvents, "get" | "peek" | "inOrder"> = {
    get(id, rank) {
      own.add(id);
      return events.get(id, rank);
    },
    peek: events.peek,
    inOrder: (): readonly KnownEvent[] => (isAll ? events.inOrder() : events.inOrder().filter(({ id }) => own.has(id))),
  };
  const needs = {
    view(from: number, to: number, pixels: number) {
      seen = { from, to, pixels };
    },
    aside(from: number, to: number, pixels: number) {
      aside = { from, to, pixels };
    },
    event: setting.seek,
  };
  const extent = (): readonly [number, number] => described!.extent;

  /** Counts the events in the tiles in which everything begins; they are the first picture as well. */
  const count = async (all: SourceDescription, signal: AbortSignal): Promise<SourceDescription> => {
    if (isAll) return all;
    const counts = new Map<number, number>();
    let total = 0;
    for (const { slice } of await Promise.all(rootsOf(all.extent).map((name) => tiles.bring(name, signal)))) {
      total += slice.total;
      slice.cells.lane.forEach((lane, i) => counts.set(lane, (counts.get(lane) ?? 0) + slice.cells.count[i]!));
    }
    const own = all.lanes.map((lane, code) => ({ ...lane, count: counts.get(code) ?? 0 }));
    return { ...all, lanes: own, count: total };
  };

  const layer: Layer = {
    numbers: createNumbers({ bring: tiles.bring, query, extent }),
    get description() {
      return described;
    },
    get state() {
      if ([fault, tiles.fault, goingOn.fault].some((one) => one !== undefined)) return "failed";
      const isMissing = tiles.isMissing || goingOn.isMissing;
      return described === undefined || describing || isMissing ? "loading" : "ready";
    },
    get crowd() {
      return (crowd ??= createFeedCrowd(described ?? NOTHING, tiles, goingOn, mine, needs, described && away()));
    },
    has,
    bring(id) {
      own.add(id);
      return events.bring(id);
    },
    beside(key, by) {
      const tile: Tile | undefined = tiles.exact({
        level: 0,
        x: Math.floor(key.start / rangeOfTile({ level: 0, x: 0 })[1]),
      });
      return tile && besideIn(tile, key, by);
    },
    async describe(all) {
      describing?.abort();
      const ask = (describing = new AbortController());
      if (whole && whole.revision !== all.revision) {
        tiles.renew();
        goingOn.renew();
        own.clear();
      }
      whole = all;
      fault = undefined;
      try {
        const next = await count(all, ask.signal);
        if (describing !== ask) return;
        described = next;
        tell();
      } catch (error) {
        // Who has turned away hears of nothing.
        if (describing !== ask) return;
        fault = error;
        tell();
      } finally {
        if (describing === ask) describing = undefined;
      }
    },
    renew,
    retry() {
      if (fault !== undefined && whole) void layer.describe(whole);
      tiles.retry();
      goingOn.retry();
    },
    look() {
      if (!seen || !described) return;
      planner.look(seen, described.extent, aside);
      goingOn.look(seen);
    },
    stop() {
      describing?.abort();
      describing = undefined;
      tiles.stop();
      goingOn.stop();
      planner.stop();
    },
  };
  return layer;
}
