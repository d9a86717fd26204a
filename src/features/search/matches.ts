import { memo } from "../../base/memo.js";
import { times } from "../../base/times.js";
import type { ResolvedEvent } from "../../model/model.js";
import type { Columns } from "../../store/columns.js";
import type { Here } from "../../store/crowd.js";
import { countOf, readEvent, type EventStore } from "../../store/event-store.js";
import type { Filter } from "../../store/sift.js";
import { crowdInTime, type CrowdInTime } from "../in-time.js";

/** The events that were found. */
export interface Matches extends CrowdInTime {
  /** What shows them in the picture. */
  readonly shown: Omit<Filter, "rest">;
  has(event: ResolvedEvent): boolean;
  /** The author's own objects, in order of time. */
  data(): readonly object[];
}

/** Events of a list, which lies in order of time. */
export function matchesInList(events: readonly ResolvedEvent[], { anchor, byId }: Columns): Matches {
  const ids = new Set(events.map(({ id }) => id));
  return {
    count: events.length,
    shown: { ids },
    has: ({ id }) => ids.has(id),
    data: () => events.map(({ datum }) => datum),
    from: (instant) =>
      Math.max(
        0,
        events.findIndex(({ id }) => anchor[byId.get(id)!]! >= instant),
      ),
    numberOf: (id) => events.findIndex((event) => event.id === id),
    at: (number) => events[number],
  };
}

/**
 * Events of a crowd.
 *
 * @param here - What all events were read from.
 * @param store - Those that were found.
 * @param found - The bit of each row that was; without it, all were.
 */
export function matchesInCrowd(here: Here, store: EventStore, found?: Uint32Array): Matches {
  const { rows } = here;
  const crowd = here.keep(store);
  return {
    ...crowdInTime(crowd),
    shown: { ids: new Set(), crowd },
    has: ({ index }) => !found || (found[index >>> 5]! & (1 << (index & 31))) !== 0,
    data: memo(() => rowsInTime(store).map((row) => rows[row] as object)),
  };
}

/** The rows of a store in order of time, and at the same start in that of the list. */
function rowsInTime(store: EventStore): readonly number[] {
  const events = times(countOf(store), (place) => readEvent(store, place));
  return events.sort((a, b) => a.start - b.start || a.row - b.row).map(({ row }) => row);
}
