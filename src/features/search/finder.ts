import type { Door, Shown } from "../../component/feature.js";
import type { EventFilter } from "../../model/filter.js";
import type { ResolvedEvent } from "../../model/model.js";
import { matchEvents } from "./match.js";

/** What is asked for, what was found, and where among it the reader is. */
export interface Finder {
  readonly filter: EventFilter;
  /** Whether nothing is asked for, so that everything is wanted. */
  readonly isIdle: boolean;
  /** In order of time. */
  readonly matches: readonly ResolvedEvent[];
  /** Their ids. */
  readonly ids: ReadonlySet<string>;
  /** The match that the reader has stepped to, as its place among them; -1 where there is none. */
  readonly at: number;
  /** Asks for other events. */
  want(filter: EventFilter): void;
  /** Finds them in what is shown now. */
  find(shown: Shown): void;
  /** Has the picture show what was found, from the next frame on; true where that are others than before. */
  draw(): boolean;
  /** Goes to the match after or before in time, around the ends; false where there is none. */
  step(by: 1 | -1, shown: Shown): boolean;
  /** The match to go to first: the one stepped to, or else the first in view. */
  first(shown: Shown): ResolvedEvent | undefined;
}

/** Finds events in a timeline and leaves the others a trace, or nothing. */
export function createFinder(door: Door, unmatched: "trace" | "none", filter: EventFilter): Finder {
  let isDrawn = true;
  const finder = {
    filter,
    isIdle: isIdle(filter),
    matches: [] as readonly ResolvedEvent[],
    ids: new Set<string>() as ReadonlySet<string>,
    at: -1,
    want(next: EventFilter) {
      finder.filter = next;
      finder.isIdle = isIdle(next);
      if (finder.at >= 0) door.dispatch({ type: "hint", id: undefined });
      finder.at = -1;
    },
    find({ prepared, options }: Shown) {
      const { matches: before, at } = finder;
      const { all, lanes } = prepared;
      const setting = { lanes, timeZone: options.timeZone };
      const matches = finder.isIdle ? all.events : matchEvents(all, finder.filter, setting);
      const isAlike = before.length === matches.length && before.every((event, place) => event === matches[place]);
      if (isAlike) return;
      const ids = new Set(matches.map(({ id }) => id));
      const now = before[at]?.id;
      const next = now === undefined ? -1 : matches.findIndex(({ id }) => id === now);
      Object.assign(finder, { matches, ids, at: next });
      isDrawn = false;
    },
    draw() {
      if (isDrawn) return false;
      isDrawn = true;
      const { isIdle, ids } = finder;
      door.dispatch({ type: "filter", filter: isIdle ? undefined : { ids, rest: unmatched } });
      return true;
    },
    step(by: 1 | -1, shown: Shown) {
      const { matches, at } = finder;
      const count = matches.length;
      if (finder.isIdle || count === 0) return false;
      finder.at = at >= 0 ? (at + by + count) % count : by > 0 ? firstInView(finder.matches, shown) : count - 1;
      finder.draw();
      const { id } = matches[finder.at]!;
      door.dispatch({ type: "hint", id });
      return door.reveal(id);
    },
    first: (shown: Shown) => finder.matches[finder.at >= 0 ? finder.at : firstInView(finder.matches, shown)],
  };
  return finder;
}

function isIdle(filter: EventFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** The first one that has not yet gone out of view; the first of all where there is none. */
function firstInView(matches: readonly ResolvedEvent[], { layout, prepared }: Shown): number {
  if (!layout?.axis) return 0;
  const { anchor, byId } = prepared.all;
  const [start] = layout.warp.domainInTime(layout.domain);
  return Math.max(
    matches.findIndex(({ id }) => anchor[byId.get(id)!]! >= start),
    0,
  );
}
