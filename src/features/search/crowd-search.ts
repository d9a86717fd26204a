import type { EventFilter } from "../../model/filter.js";
import { keepEvents } from "../../store/query/keep.js";
import { finishInSlices } from "../../store/slices.js";
import { matchCrowd } from "./crowd-match.js";
import { createFollower, type Follower } from "./follow.js";
import type { MatchSetting } from "./match.js";
import { matchesInCrowd, type Matches } from "./matches.js";

/** What was found so far is shown after so many milliseconds, then after four times as many, and so on. */
const FIRST = 50;
const LATER = 4;

/** What is looked for, and how. */
export interface CrowdQuestion extends MatchSetting {
  readonly filter: EventFilter;
}

/**
 * Makes what looks for events of a crowd.
 *
 * @param found - Called with what was found: all of it, or what there is so far.
 * @param failed - Called where something went wrong.
 */
export function createCrowdSearch(
  found: (matches: Matches, isAll: boolean) => void,
  failed: (error: unknown) => void,
): Follower<CrowdQuestion> {
  return createFollower(
    // The bit of each row that answers, and how many rows were looked at.
    () => ({ rows: new Uint32Array(0), read: 0 }),
    async (state, here, { filter, ...setting }, pace) => {
      const rows = new Uint32Array(Math.ceil(here.read / 32));
      rows.set(state.rows);
      state.rows = rows;
      const take = async (isAll: boolean): Promise<void> => {
        const store = await finishInSlices(keepEvents(here.store, { rows }), pace);
        pace.signal?.throwIfAborted();
        found(matchesInCrowd(here, store, rows), isAll);
      };
      const work = matchCrowd(here, filter, setting, rows, state.read);
      let due = performance.now() + FIRST;
      for (let wait = FIRST; work.next().done !== true;) {
        if (!pace.isDue()) continue;
        await pace.rest();
        pace.signal?.throwIfAborted();
        if (performance.now() < due) continue;
        await take(false);
        wait *= LATER;
        due = performance.now() + wait;
      }
      state.read = here.read;
      await take(true);
    },
    failed,
  );
}
