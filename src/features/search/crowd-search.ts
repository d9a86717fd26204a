import { createPace } from "../../component/pace.js";
import type { EventFilter } from "../../model/filter.js";
import type { Here } from "../../store/crowd.js";
import { keepEvents } from "../../store/query/keep.js";
import { finishInSlices } from "../../store/slices.js";
import { matchCrowd } from "./crowd-match.js";
import type { MatchSetting } from "./match.js";
import { matchesInCrowd, type Matches } from "./matches.js";

/** Looks for events of a crowd while the page goes on. */
export interface CrowdSearch {
  /**
   * Looks for events. Where the same is asked of the same rows, and maybe of more behind them, what was found stays, and only
   * the others are looked at.
   *
   * @param given - The lanes as the author gives them: others may be grouped or called otherwise.
   * @returns Whether what was found stays.
   */
  ask(here: Here, filter: EventFilter, setting: MatchSetting, given: unknown): boolean;
  stop(): void;
}

/** What is asked for, and what is known of it. */
interface Search {
  readonly filter: EventFilter;
  readonly given: unknown;
  readonly ended: AbortController;
  /** What is to be looked through, and how. */
  here: Here;
  setting: MatchSetting;
  /** The bit of each row that answers, and how many rows were looked at. */
  rows: Uint32Array;
  read: number;
  isAtWork: boolean;
}

/** What was found so far is shown after so many milliseconds, then after four times as many, and so on. */
const FIRST = 50;
const LATER = 4;
/** Where rows come and come, those that were found among them are shown this often, in milliseconds. */
const OFTEN = 250;

/**
 * Makes a search.
 *
 * @param found - Called with what was found: all of it, or what there is so far.
 * @param failed - Called where something went wrong.
 */
export function createCrowdSearch(
  window: Window,
  found: (matches: Matches, isAll: boolean) => void,
  failed: (error: unknown) => void,
): CrowdSearch {
  let search: Search | undefined;

  const lookThrough = async (own: Search): Promise<void> => {
    const { here, filter, setting } = own;
    const { signal } = own.ended;
    const pace = createPace(signal);
    const rows = new Uint32Array(Math.ceil(here.read / 32));
    rows.set(own.rows);
    own.rows = rows;
    const take = async (isAll: boolean): Promise<void> => {
      const store = await finishInSlices(keepEvents(here.store, { rows }), pace);
      signal.throwIfAborted();
      found(matchesInCrowd(here, store, rows), isAll);
    };
    const work = matchCrowd(here, filter, setting, rows, own.read);
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
    own.read = here.read;
    await take(true);
  };

  const work = async (own: Search): Promise<void> => {
    const { signal } = own.ended;
    own.isAtWork = true;
    try {
      for (let here: Here | undefined; here !== own.here;) {
        if (here) await new Promise((done) => window.setTimeout(done, OFTEN));
        signal.throwIfAborted();
        ({ here } = own);
        await lookThrough(own);
      }
    } catch (error) {
      if (!signal.aborted) failed(error);
    } finally {
      own.isAtWork = false;
    }
  };

  const stop = (): void => {
    search?.ended.abort();
    search = undefined;
  };
  return {
    ask(here, filter, setting, given) {
      const before = search;
      const isMore = before?.filter === filter && before.given === given && before.here.memory === here.memory;
      if (isMore) Object.assign(before, { here, setting });
      else {
        stop();
        const known = { rows: new Uint32Array(0), read: 0, isAtWork: false };
        search = { filter, given, ended: new AbortController(), here, setting, ...known };
      }
      if (!search!.isAtWork) void work(search!);
      return isMore;
    },
    stop,
  };
}
