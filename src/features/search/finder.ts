import type { Door, Shown } from "../../component/feature.js";
import { createPace } from "../../component/pace.js";
import type { EventFilter } from "../../model/filter.js";
import type { ResolvedEvent } from "../../model/model.js";
import { buildColumns } from "../../store/columns.js";
import type { Here } from "../../store/crowd.js";
import { keepEvents } from "../../store/query/keep.js";
import { finishInSlices } from "../../store/slices.js";
import { matchCrowd } from "./crowd-match.js";
import { matchEvents, type MatchSetting } from "./match.js";
import { matchesInCrowd, matchesInList, type Matches } from "./matches.js";

/** What is asked for, what was found, and where among it the reader is. */
export interface Finder {
  readonly filter: EventFilter;
  /** Whether nothing is asked for, so that everything is wanted. */
  readonly isIdle: boolean;
  readonly matches: Matches;
  /** The number of the match that the reader has stepped to; -1 where there is none. */
  readonly at: number;
  /** The id of that. */
  readonly now: string | undefined;
  /** Asks for other events. */
  want(filter: EventFilter): void;
  /** Finds them in what is shown now. */
  find(shown: Shown): void;
  /** Has the picture show what was found, from the next frame on; true where that are others than before. */
  draw(): boolean;
  /** Goes to the match after or before in time, around the ends; the event, where there is one. */
  step(by: 1 | -1, shown: Shown): ResolvedEvent | undefined;
  /** The match to go to first: the one stepped to, or else the first in view. */
  first(shown: Shown): ResolvedEvent | undefined;
  /** Finds nothing more. */
  stop(): void;
}

/** What is told of what is found. */
export interface FinderNews {
  /** Something was found; of a crowd also while more may come. */
  readonly found: (isAll: boolean) => void;
  /** Something went wrong. */
  readonly failed: (error: unknown) => void;
}

/** What was found of a crowd so far is shown after so many milliseconds, then after four times as many, and so on. */
const FIRST = 100;
const LATER = 4;

const NONE: Matches = matchesInList([], buildColumns([]));

/** Finds events in a timeline and leaves the others a trace, or nothing. */
export function createFinder(
  door: Door,
  unmatched: "trace" | "none",
  filter: EventFilter,
  { found, failed }: FinderNews,
): Finder {
  let isDrawn = true;
  let search: AbortController | undefined;
  let listed: readonly ResolvedEvent[] | undefined;

  const show = (matches: Matches): void => {
    const { now } = finder;
    Object.assign(finder, { matches, at: now === undefined ? -1 : matches.numberOf(now) });
    if (finder.at < 0) finder.now = undefined;
    isDrawn = false;
  };

  const lookThrough = async (here: Here, setting: MatchSetting, signal: AbortSignal): Promise<void> => {
    const rows = new Uint32Array(Math.ceil(here.rows.length / 32));
    const pace = createPace(signal);
    const take = async (isAll: boolean): Promise<void> => {
      const matches = matchesInCrowd(here, await finishInSlices(keepEvents(here.store, { rows }), pace), rows);
      signal.throwIfAborted();
      show(matches);
      found(isAll);
    };
    const work = matchCrowd(here, finder.filter, setting, rows);
    let due = performance.now() + FIRST;
    for (let wait = FIRST; work.next().done !== true;) {
      if (!pace.isDue()) continue;
      await pace.rest();
      signal.throwIfAborted();
      if (performance.now() < due) continue;
      await take(false);
      wait *= LATER;
      due = performance.now() + wait;
    }
    await take(true);
  };

  const finder = {
    filter,
    isIdle: isIdle(filter),
    matches: NONE,
    at: -1,
    now: undefined as string | undefined,
    want(next: EventFilter) {
      finder.filter = next;
      finder.isIdle = isIdle(next);
      if (finder.at >= 0) door.dispatch({ type: "hint", id: undefined });
      finder.at = -1;
      finder.now = undefined;
    },
    find({ prepared, options }: Shown) {
      search?.abort();
      search = undefined;
      const { all, lanes } = prepared;
      const setting = { lanes, kinds: options.kinds, timeZone: options.timeZone, locale: options.locale };
      const here = prepared.crowd?.here;
      if (!here) {
        const events = finder.isIdle ? all.events : matchEvents(all, finder.filter, setting);
        const isAlike = listed?.length === events.length && events.every((event, i) => event === listed![i]);
        if (!isAlike) show(matchesInList(events, all));
        listed = events;
        found(true);
        return;
      }
      listed = undefined;
      if (finder.isIdle) {
        show(matchesInCrowd(here, here.store));
        found(true);
      } else {
        const begun = (search = new AbortController());
        lookThrough(here, setting, begun.signal).catch((error: unknown) => {
          if (!begun.signal.aborted) failed(error);
        });
      }
    },
    draw() {
      if (isDrawn) return false;
      isDrawn = true;
      const { isIdle, matches } = finder;
      door.dispatch({ type: "filter", filter: isIdle ? undefined : { ...matches.shown, rest: unmatched } });
      return true;
    },
    step(by: 1 | -1, shown: Shown) {
      const { matches, at } = finder;
      const { count } = matches;
      if (finder.isIdle || count === 0) return undefined;
      const next = at >= 0 ? (at + by + count) % count : by > 0 ? firstInView(matches, shown) : count - 1;
      const event = matches.at(next);
      if (!event) return undefined;
      Object.assign(finder, { at: next, now: event.id });
      finder.draw();
      door.dispatch({ type: "hint", id: event.id });
      return door.reveal(event.id) ? event : undefined;
    },
    first: (shown: Shown) => finder.matches.at(finder.at >= 0 ? finder.at : firstInView(finder.matches, shown)),
    stop() {
      search?.abort();
    },
  };
  return finder;
}

function isIdle(filter: EventFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** The first one that has not yet gone out of view; the first of all where there is none. */
function firstInView(matches: Matches, { layout }: Shown): number {
  return layout?.axis ? matches.from(layout.warp.domainInTime(layout.domain)[0]) : 0;
}
