import type { Door, Feature, FeatureRun, Shown } from "../component/feature.js";
import type { EventSetting } from "../model/event.js";
import type { EventFeed } from "../model/options.js";
import { nameOf, type Away } from "../store/crowd.js";
import type { EventSource, Filter, SourceDescription } from "../source/contract.js";
import { CSS } from "./css.js";
import { createAway } from "./find.js";
import { createKnownEvents } from "./known-events.js";
import { createLayer, NOTHING, type FeedState, type Layer } from "./layer.js";
import { both, type Asked } from "./reader-filter.js";
import { createSignal } from "./signal.js";
import { listenToWalks } from "./walking.js";
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
  readonly state: FeedState;
}

const ROOM = 64 * 2 ** 20;
/** Those events that the author wants, and what can be asked about them. */
interface Base {
  readonly layer: Layer;
  readonly away: Away;
}

/** Half of what is kept is for all events, half for those that a reader looks for. */
const SHARE = 0.5;
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
  let read: object | undefined;
  /** The event that is to be chosen once it is there. */
  let awaited: object | undefined;
  let selected: string | undefined;
  /** So much that readers wait for is under way. */
  let work = 0;
  const timers = new Set<number | undefined>();
  /** What is looked for, and who hears that more of it is known. */
  const found = new Map<Layer, () => void>();
  const layers = (): readonly Layer[] => [base.layer, ...(coming ? [coming.layer] : []), ...found.keys()];

  const redraw = (): void => door?.redraw();
  const changed = (): void => {
    for (const layer of layers()) layer.renew();
    for (const tell of found.values()) tell();
    redraw();
  };
  const events = createKnownEvents({
    ask: (ids, signal) => source.byId(ids, { signal }).catch(onFault),
    lanes: () => described?.lanes.map(({ id }) => id) ?? [],
    changed,
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
    source.describe({ signal: ask.signal }).then(
      (description) => {
        if (describing !== ask) return;
        describing = undefined;
        fault = undefined;
        if (described && described.revision !== description.revision) events.renew();
        described = description;
        for (const layer of layers()) void layer.describe(description);
      },
      (error: unknown) => {
        if (describing !== ask) return;
        describing = undefined;
        fault = error;
        changed();
      },
    );
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
  const busy = async <Result>(doing: Promise<Result>): Promise<Result> => {
    work++;
    redraw();
    try {
      return await doing;
    } catch (error) {
      if ((error as { readonly name?: unknown } | undefined)?.name !== "AbortError") fault = error;
      throw error;
    } finally {
      work--;
      redraw();
    }
  };
  const seek = (id: number): void => {
    const asked = (awaited = {});
    const instead = selected;
    later(() => {
      events.bring(id).then(
        (known) => {
          // Whoever has chosen another one meanwhile keeps it.
          if (known && awaited === asked && selected === instead) door?.choose(nameOf(id));
        },
        () => undefined,
      );
    }, 0);
  };
  const layerOf = (asked: Asked, away: () => Away, hear: () => void): Layer =>
    createLayer(
      asked,
      {
        ...{ source, events, seek, later, away },
        room: (setting.cache ?? ROOM) * SHARE,
        failed: (error) => {
          if ((error as { readonly code?: unknown }).code === "revision-gone") describe();
        },
      },
      hear,
    );
  /** All events that the author wants, and what can be asked about them. */
  const begin = (): Base => {
    const own = filter;
    const layer = layerOf(
      { filter: own },
      () => away,
      () => {
        if (coming?.layer === layer && layer.description) {
          base.layer.stop();
          base = coming;
          coming = undefined;
        }
        redraw();
      },
    );
    const away = createAway({
      busy,
      describe: () => layer.description ?? NOTHING,
      begin(asked, tell) {
        const next = layerOf({ ...asked, filter: both(own, asked.filter) }, () => away, tell);
        found.set(next, tell);
        if (described) void next.describe(described);
        return next;
      },
      end(ended) {
        ended.stop();
        found.delete(ended);
      },
    });
    return { layer, away };
  };
  let base = begin();
  /** What takes its place as soon as it is known. */
  let coming: Base | undefined;

  const feed: SourceFeed & Feature = {
    name: "source",
    css: CSS,
    get state() {
      const states = layers().map(({ state }) => state);
      if (fault !== undefined || states.includes("failed")) return "failed";
      return work > 0 || states.includes("loading") ? "loading" : "ready";
    },
    crowd(next) {
      if (read !== next && !isSameSetting(read, next)) {
        read = next;
        events.use({ ...(next as EventSetting), report: () => undefined });
        base.layer.renew();
        for (const [layer, tell] of found) {
          layer.renew();
          later(tell, 0);
        }
      }
      return base.layer.crowd;
    },
    setFilter(next) {
      filter = next;
      coming?.layer.stop();
      coming = undefined;
      const begun = begin();
      if (described) {
        coming = begun;
        void begun.layer.describe(described);
      } else base = begun;
      redraw();
    },
    retry() {
      fault = undefined;
      if (!described) describe();
      for (const layer of layers()) layer.retry();
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
      const endWalks = listenToWalks(opened, { events, busy, layer: () => shownLayer(opened) });
      let hasPlan = false;
      return {
        drawn(shown: Shown) {
          selected = shown.view.selected;
          for (const layer of layers()) layer.look();
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
          endWalks();
          describing?.abort();
          for (const layer of layers()) layer.stop();
          found.clear();
          events.stop();
          for (const timer of timers) opened.window.clearTimeout(timer);
          timers.clear();
          door = undefined;
          described = coming = undefined;
          base = begin();
        },
      };
    },
  };
  return feed;

  /** The layer of the events that are wanted now. */
  function shownLayer({ shown }: Door): Layer {
    const wanted = shown().prepared.crowd?.wanted;
    return [...found.keys()].find(({ crowd }) => crowd === wanted) ?? base.layer;
  }
}

function isSameSetting(one: object | undefined, other: object): boolean {
  const names = Object.keys(other) as (keyof typeof other)[];
  return one !== undefined && names.every((name) => one[name] === other[name]);
}
