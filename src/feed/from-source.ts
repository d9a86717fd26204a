import type { Door, Feature, FeatureRun, Shown } from "../component/feature.js";
import type { EventSetting } from "../model/event.js";
import type { EventFeed } from "../model/options.js";
import { nameOf, type Crowd } from "../store/crowd.js";
import type { EventSource, Filter, SourceDescription } from "../source/contract.js";
import { countFiltered } from "./count-filtered.js";
import { createFeedCrowd } from "./feed-crowd.js";
import { createKnownEvents } from "./known-events.js";
import { createSignal } from "./signal.js";
import { CSS } from "./css.js";
import { createPlanner, type Seen } from "./planner.js";
import { rangeOfTile } from "./tile.js";
import { createTiles } from "./tiles.js";
import type { SourceMessages } from "./words.js";

/** How a timeline is fed. */
export interface FeedSetting {
  /** Which events count. Default: all. */
  readonly filter?: Filter | undefined;
  /**
   * How many bytes of answers are kept.
   * @defaultValue 67108864
   */
  readonly cache?: number | undefined;
  /** Texts of your own. Default: those of the language of the timeline. */
  readonly messages?: Partial<SourceMessages> | undefined;
}

/** What brings a timeline the events that it needs. */
export interface SourceFeed extends EventFeed {
  /**
   * Shows other events.
   *
   * @param filter - Which ones; without it, all.
   */
  setFilter(filter: Filter | undefined): void;
  /** Asks again for what has failed. */
  retry(): void;
  /** What is going on: `failed` where something could not be brought, `loading` where something is on its way. */
  readonly state: "ready" | "loading" | "failed";
}

/** Up to so many events of a tile are told one by one. */
const TOLD = 256;
const ROOM = 64 * 2 ** 20;
/** What failed is asked for again after so many milliseconds. */
const AGAIN = 10_000;

/**
 * Feeds a timeline from a source: it draws what is there at once, and asks for what its picture needs.
 *
 * @example
 * ```ts
 * const events = fromSource(httpSource("/v1/events"));
 * createTimeline(host, { title: "Ten years", events });
 * ```
 *
 * @param source - Where the events lie.
 * @param setting - See {@link FeedSetting}.
 */
export function fromSource(source: EventSource, setting: FeedSetting = {}): SourceFeed {
  let { filter } = setting;
  let described: SourceDescription | undefined;
  let describing: AbortController | undefined;
  let fault: unknown;
  let door: Door | undefined;
  let crowd: Crowd | undefined;
  let read: object | undefined;
  let seen: Seen | undefined;
  /** The event that is to be chosen once it is there, and what was chosen when it was asked for. */
  let awaited: { readonly id: number; readonly instead: string | undefined } | undefined;
  let selected: string | undefined;
  const timers = new Set<number | undefined>();

  const changed = (): void => {
    crowd = undefined;
    door?.redraw();
  };
  const tiles = createTiles({
    ask: (name, signal) => {
      const [from, to] = rangeOfTile(name);
      const { revision } = described!;
      return source.query({ level: name.level, from, to, limit: TOLD, filter, revision, signal }).catch(onFault);
    },
    changed,
    room: setting.cache ?? ROOM,
  });
  const events = createKnownEvents({
    ask: (ids, signal) => source.byId(ids, { signal }).catch(onFault),
    lanes: () => described?.lanes.map(({ id }) => id) ?? [],
    changed: () => {
      changed();
      if (!awaited || !events.peek(awaited.id)) return;
      const { id, instead } = awaited;
      awaited = undefined;
      // Whoever has chosen another one meanwhile keeps it.
      if (selected === instead) door?.choose(nameOf(id));
    },
    failed: (error) => {
      fault = error;
      changed();
    },
  });

  /** What belongs to a revision that is gone is asked for of the new one. */
  const onFault = (error: unknown): never => {
    if ((error as { readonly code?: unknown }).code === "revision-gone") describe();
    throw error;
  };

  const describe = (): void => {
    describing?.abort();
    const ask = new AbortController();
    describing = ask;
    const { signal } = ask;
    const known = source.describe({ signal });
    const counted = filter === undefined ? known : known.then((all) => countFiltered(source, all, filter!, signal));
    counted.then(
      (description) => {
        if (describing !== ask) return;
        describing = undefined;
        fault = undefined;
        if (described && described.revision !== description.revision) {
          tiles.renew();
          events.renew();
        }
        described = description;
        changed();
      },
      (error: unknown) => {
        if (describing !== ask) return;
        describing = undefined;
        fault = error;
        changed();
      },
    );
  };

  const needs = {
    view(from: number, to: number, pixels: number) {
      seen = { from, to, pixels };
    },
    event(id: number, rank: number) {
      awaited = { id, instead: selected };
      events.get(id, rank);
      later(() => {
        events.pump();
      }, 0);
    },
  };

  /** Does something later, unless the timeline has gone by then; what it returns calls that off. */
  const later = (act: () => void, wait: number): (() => void) => {
    const timer = door?.window.setTimeout(() => {
      timers.delete(timer);
      act();
    }, wait);
    timers.add(timer);
    return () => {
      timers.delete(timer);
      door?.window.clearTimeout(timer);
    };
  };
  const planner = createPlanner(tiles, later);

  const feed: SourceFeed & Feature = {
    name: "source",
    css: CSS,
    get state() {
      if (fault !== undefined || tiles.fault !== undefined) return "failed";
      return described === undefined || tiles.isMissing ? "loading" : "ready";
    },
    crowd(next) {
      if (read !== next && !isSameSetting(read, next)) {
        read = next;
        events.use({ ...(next as EventSetting), report: () => undefined });
        crowd = undefined;
      }
      crowd ??= createFeedCrowd(described, tiles, events, needs);
      return crowd;
    },
    setFilter(next) {
      filter = next;
      tiles.renew();
      events.renew();
      if (door) describe();
      changed();
    },
    retry() {
      fault = undefined;
      if (!described) describe();
      tiles.retry();
      changed();
    },
    start(opened): FeatureRun {
      door = opened;
      const signal = createSignal(opened, setting.messages, {
        later,
        retry: () => {
          feed.retry();
        },
      });
      const release = source.subscribe?.(describe);
      describe();
      let hasPlan = false;
      return {
        drawn(shown: Shown) {
          selected = shown.view.selected;
          if (seen && described) planner.look(seen, described.extent);
          events.pump();
          signal.show(feed.state, shown);
          if (feed.state !== "failed" || hasPlan) return;
          hasPlan = true;
          later(() => {
            hasPlan = false;
            if (feed.state === "failed") feed.retry();
          }, AGAIN);
        },
        stop() {
          release?.();
          describing?.abort();
          tiles.stop();
          events.stop();
          planner.stop();
          for (const timer of timers) opened.window.clearTimeout(timer);
          timers.clear();
          door = undefined;
        },
      };
    },
  };
  return feed;
}

function isSameSetting(one: object | undefined, other: object): boolean {
  const names = Object.keys(other) as (keyof typeof other)[];
  return one !== undefined && names.every((name) => one[name] === other[name]);
}
