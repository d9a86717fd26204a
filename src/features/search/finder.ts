import type { Door, Shown } from "../../component/feature.js";
import type { EventFilter } from "../../model/filter.js";
import type { ResolvedEvent } from "../../model/model.js";
import { buildColumns } from "../../store/columns.js";
import type { Away } from "../../store/crowd.js";
import type { Instant } from "../../time/instant.js";
import { answered, createAwaySearch, matchesAway } from "./away.js";
import { createCrowdSearch } from "./crowd-search.js";
import { matchEvents } from "./match.js";
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
  /**
   * Finds them in what is shown now.
   *
   * @param wait - So many milliseconds later, where it costs something to ask.
   * @returns Whether what was found stays, and only more is looked for.
   */
  find(shown: Shown, wait: number): boolean;
  /** Has the picture show what was found, from the next frame on; true where that are others than before. */
  draw(): boolean;
  /** Goes to the match after or before in time, around the ends. */
  step(by: 1 | -1, shown: Shown): void;
  /** The match to go to first: the one stepped to, or else the first in view. */
  first(shown: Shown): ResolvedEvent | undefined;
  /** Finds nothing more. */
  stop(): void;
}

/** What is told of what is found. */
export interface FinderNews {
  /** Something was found; of a crowd also while more may come. */
  readonly found: (isAll: boolean) => void;
  /** The reader has come to a match. */
  readonly stepped: (event: ResolvedEvent) => void;
  /** Something went wrong. */
  readonly failed: (error: unknown) => void;
}

const NONE: Matches = matchesInList([], buildColumns([]));

/** Finds events in a timeline and leaves the others a trace, or nothing. */
export function createFinder(
  door: Door,
  unmatched: "trace" | "none",
  filter: EventFilter,
  { found, stepped, failed }: FinderNews,
): Finder {
  let isDrawn = true;
  let listed: readonly ResolvedEvent[] | undefined;

  const show = (matches: Matches): void => {
    const { now } = finder;
    Object.assign(finder, { matches, at: now === undefined ? -1 : matches.numberOf(now) });
    if (finder.at < 0) finder.now = undefined;
    isDrawn = false;
  };

  const inCrowd = createCrowdSearch((matches, isAll) => {
    show(matches);
    found(isAll);
  }, failed);
  const away = createAwaySearch(door.window, {
    found(which) {
      show(matchesAway(which));
      found(true);
    },
    changed(which) {
      finder.matches = matchesAway(which);
      isDrawn = false;
      finder.draw();
    },
  });
  const findAway = (source: Away, { prepared: { lanes }, options }: Shown, wait: number): void => {
    finder.filter = answered(finder.filter, source);
    finder.isIdle = isIdle(finder.filter);
    const setting = { lanes, kinds: options.kinds, locale: options.locale };
    away.ask(source, finder.isIdle ? undefined : finder.filter, setting, wait);
    if (!finder.isIdle) return;
    show({ ...NONE, count: source.count, has: () => true });
    found(true);
  };
  const goTo = (event: ResolvedEvent, at: number): void => {
    Object.assign(finder, { at, now: event.id });
    finder.draw();
    door.dispatch({ type: "hint", id: event.id });
    if (door.reveal(event.id)) stepped(event);
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
    find(shown: Shown, wait: number) {
      const { prepared, options } = shown;
      const { all, lanes, crowd } = prepared;
      const here = crowd?.here;
      if (!here || finder.isIdle) inCrowd.stop();
      if (crowd && !here) {
        listed = undefined;
        if (crowd.away) findAway(crowd.away, shown, wait);
        return false;
      }
      away.stop();
      const setting = { lanes, kinds: options.kinds, timeZone: options.timeZone, locale: options.locale };
      if (!here) {
        const events = finder.isIdle ? all.events : matchEvents(all, finder.filter, setting);
        const isAlike = listed?.length === events.length && events.every((event, i) => event === listed![i]);
        if (!isAlike) show(matchesInList(events, all));
        listed = events;
        found(true);
        return false;
      }
      listed = undefined;
      if (!finder.isIdle)
        return inCrowd.follow(here, { ...setting, filter: finder.filter }, [finder.filter, options.lanes]);
      show(matchesInCrowd(here, here.store));
      found(true);
      return false;
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
      if (finder.isIdle || count === 0) return;
      if (away.found) {
        away.step(by, at, startOfView(shown), goTo);
        return;
      }
      const next = at >= 0 ? (at + by + count) % count : by > 0 ? matches.from(startOfView(shown)) : count - 1;
      const event = matches.at(next);
      if (event) goTo(event, next);
    },
    first(shown: Shown) {
      const { matches, at } = finder;
      if (away.found) return firstKnown(shown, finder.now, matches);
      return matches.at(at >= 0 ? at : matches.from(startOfView(shown)));
    },
    stop() {
      inCrowd.stop();
      away.stop();
    },
  };
  return finder;
}

function isIdle(filter: EventFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** Where time in view begins; before all of it where there is no axis. */
function startOfView({ layout }: Shown): Instant {
  return layout?.axis ? layout.warp.domainInTime(layout.domain)[0] : -Infinity;
}

/** The match that was stepped to, or else the first one in view that is there by itself. */
function firstKnown(shown: Shown, now: string | undefined, matches: Matches): ResolvedEvent | undefined {
  const { events, anchor, byId } = shown.prepared.columns;
  const from = startOfView(shown);
  return events[byId.get(now ?? "") ?? -1] ?? events.find((event, i) => anchor[i]! >= from && matches.has(event));
}
