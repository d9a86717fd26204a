import type { EventSource, SourceChange } from "./contract.js";
import { pause } from "../base/pause.js";

/** What is watched. */
export interface WatchSetting {
  /** The revision of now. */
  look(this: void, signal: AbortSignal): Promise<string>;
  /** The one that is known already, if any. */
  known(this: void): string | undefined;
  /** How often it is looked at while somebody listens, in milliseconds; never where that is not above 0. */
  readonly period: number;
}

/** What fails is looked at again after up to so many times the period. */
const LONGEST = 16;

/** Makes what tells of new revisions, by one look at a time for all who listen. */
export function watchRevision({ look, known, period }: WatchSetting): NonNullable<EventSource["subscribe"]> {
  const listeners = new Set<{ readonly tell: (change: SourceChange) => void }>();
  let watching: AbortController | undefined;

  const watch = async (signal: AbortSignal): Promise<void> => {
    let last = known();
    for (let wait = period; ;) {
      await pause(wait, signal);
      try {
        const revision = await look(signal);
        signal.throwIfAborted();
        wait = period;
        const isOther = last !== undefined && last !== revision;
        last = revision;
        if (isOther) for (const { tell } of [...listeners]) tell({ revision });
      } catch {
        // What is away now is asked again, less and less often.
        wait = Math.min(2 * wait, LONGEST * period);
      }
    }
  };
  return (tell) => {
    if (!(period > 0)) return () => undefined;
    const own = { tell };
    listeners.add(own);
    if (!watching) {
      watching = new AbortController();
      // It ends when nobody listens any more.
      watch(watching.signal).catch(() => undefined);
    }
    return () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      watching?.abort();
      watching = undefined;
    };
  };
}
