import { pause } from "../../base/pause.js";
import { createPace } from "../../component/pace.js";
import type { Here } from "../../store/crowd.js";
import type { Pace } from "../../store/slices.js";

/** Goes through the rows of a crowd while the page goes on, and through those that come behind them. */
export interface Follower<Setting> {
  /**
   * Goes through a crowd. Where that is the last one, and maybe more rows behind it, and the same is asked of it, what is known
   * stays.
   *
   * @param asked - What decides what is made of a row.
   * @returns Whether what is known stays.
   */
  follow(here: Here, setting: Setting, asked: readonly unknown[]): boolean;
  stop(): void;
}

/** What is known of a crowd. */
interface Known<Setting, State> {
  readonly asked: readonly unknown[];
  readonly ended: AbortController;
  readonly state: State;
  here: Here;
  setting: Setting;
  isAtWork: boolean;
  /** Before this moment nothing more is gone through. */
  due: number;
}

/** Where rows come and come, those that have come are gone through no more often than this, in milliseconds. */
const OFTEN = 250;

/**
 * Makes a follower.
 *
 * @param begin - What is known of a crowd before it was looked at.
 * @param go - Goes through the rows that were not yet.
 * @param failed - Called where something went wrong.
 */
export function createFollower<Setting, State>(
  begin: () => State,
  go: (state: State, here: Here, setting: Setting, pace: Pace) => Promise<void>,
  failed: (error: unknown) => void,
): Follower<Setting> {
  let known: Known<Setting, State> | undefined;

  const work = async (own: Known<Setting, State>): Promise<void> => {
    const { signal } = own.ended;
    own.isAtWork = true;
    try {
      for (let here: Here | undefined; here !== own.here;) {
        const wait = own.due - performance.now();
        if (wait > 0) await pause(wait, signal);
        signal.throwIfAborted();
        ({ here } = own);
        await go(own.state, here, own.setting, createPace(signal));
        signal.throwIfAborted();
        own.due = performance.now() + OFTEN;
      }
    } catch (error) {
      if (!signal.aborted) failed(error);
    } finally {
      own.isAtWork = false;
    }
  };

  const stop = (): void => {
    known?.ended.abort();
    known = undefined;
  };
  return {
    follow(here, setting, asked) {
      const before = known;
      const isMore = before?.here.memory === here.memory && asked.every((one, i) => one === before.asked[i]);
      if (isMore && before.here === here) return true;
      if (!isMore) stop();
      known = isMore
        ? Object.assign(before, { here, setting })
        : { asked, ended: new AbortController(), state: begin(), here, setting, isAtWork: false, due: 0 };
      if (!known.isAtWork) void work(known);
      return isMore;
    },
    stop,
  };
}
