import type { Door, Feature, FeatureRun, Shown } from "../component/feature.js";
import { hearWeakly } from "../component/listen.js";
import type { EventSetting } from "../model/event.js";
import type { EventFeed } from "../model/options.js";
import { nameOf } from "../store/crowd.js";
import type { EventSource, Filter, SourceDescription } from "../source/contract.js";
import { carefulSource } from "./careful-source.js";
import { CSS } from "./css.js";
import { createKnownEvents } from "./known-events.js";
import { createLayers } from "./layers.js";
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
  readonly state: "ready" | "loading" | "failed";
}

const ROOM = 64 * 2 ** 20;
/** What failed is asked for again after so many milliseconds. */
const AGAIN = 10_000;

/** Ends the listening of timelines that went without being destroyed. */
const gone = /* @__PURE__ */ new FinalizationRegistry<() => void>((release) => {
  release();
});

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
  const asked = carefulSource(source);
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

  const redraw = (): void => door?.redraw();
  const changed = (): void => {
    layers.renew();
    redraw();
  };
  const events = createKnownEvents({
    ask: (ids, signal) => asked.byId(ids, { signal }).catch(onFault),
    lanes: () => described?.lanes.map(({ id }) => id) ?? [],
    changed,
    failed: (error) => {
      fault = error;
      changed();
    },
  });

  /** What belongs to a revision that is gone is asked for of the new one. */
  const onFault = (error: unknown): never => {
    if (isGone(error)) describe();
    throw error;
  };

  const describe = (): void => {
    describing?.abort();
    const ask = new AbortController();
    describing = ask;
    asked.describe({ signal: ask.signal }).then(
      (description) => {
        if (describing !== ask) return;
        describing = undefined;
        fault = undefined;
        if (described && described.revision !== description.revision) events.renew();
        described = description;
        layers.describe(description);
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
    const wanted = (awaited = {});
    const instead = selected;
    later(() => {
      events.bring(id).then(
        (known) => {
          // Whoever has chosen another one meanwhile keeps it.
          if (known && awaited === wanted && selected === instead) door?.choose(nameOf(id));
        },
        () => undefined,
      );
    }, 0);
  };
  const layers = createLayers({
    ...{ source: asked, events, seek, later, busy, redraw },
    room: setting.cache ?? ROOM,
    filter: setting.filter,
    described: () => described,
    failed: (error) => {
      if (isGone(error)) describe();
    },
  });

  const feed: SourceFeed & Feature = {
    name: "source",
    css: CSS,
    get state() {
      const states = layers.all().map(({ state }) => state);
      if (fault !== undefined || states.includes("failed")) return "failed";
      return work > 0 || states.includes("loading") ? "loading" : "ready";
    },
    crowd(next) {
      if (read !== next && !isSameSetting(read, next)) {
        read = next;
        events.use({ ...(next as EventSetting), report: () => undefined });
        layers.renew((tell) => {
          later(tell, 0);
        });
      }
      return layers.base.crowd;
    },
    setFilter(next) {
      layers.setFilter(next);
      redraw();
    },
    retry() {
      fault = undefined;
      if (!described) describe();
      events.retry();
      for (const layer of layers.all()) layer.retry();
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
      let release: (() => void) | undefined;
      try {
        release = asked.subscribe?.(hearWeakly(new WeakRef(describe)));
      } catch (error) {
        opened.can.report(error);
      }
      if (release) gone.register(opened.page.root, release);
      describe();
      const endWalks = listenToWalks(opened, {
        events,
        busy,
        layer: () => layers.of(opened.shown().prepared.crowd?.wanted),
      });
      let hasPlan = false;
      return {
        drawn(shown: Shown) {
          selected = shown.view.selected;
          for (const layer of layers.all()) layer.look();
          events.pump();
          signal.show(feed.state, shown);
          if (feed.state !== "failed" || hasPlan) return;
          hasPlan = true;
          later(() => {
            hasPlan = false;
            if (feed.state === "failed" && opened.page.root.isConnected) feed.retry();
          }, AGAIN);
        },
        stop() {
          release?.();
          endWalks();
          describing?.abort();
          layers.stop();
          events.stop();
          for (const timer of timers) opened.window.clearTimeout(timer);
          timers.clear();
          door = undefined;
          described = undefined;
        },
      };
    },
  };
  return feed;
}

function isGone(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === "revision-gone";
}

function isSameSetting(one: object | undefined, other: object): boolean {
  const names = Object.keys(other) as (keyof typeof other)[];
  return one !== undefined && names.every((name) => one[name] === other[name]);
}
