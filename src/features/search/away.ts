import type { Away, FindSetting, Found, Numbered } from "../../store/crowd.js";
import type { EventFilter } from "../../model/filter.js";
import type { ResolvedEvent } from "../../model/model.js";
import type { Instant } from "../../time/instant.js";
import type { Matches } from "./matches.js";

/** Looks for events where they lie. */
export interface AwaySearch {
  /** Those that were found last, while others may be on their way. */
  readonly found: Found | undefined;
  /** Asks after so many milliseconds, and for nothing else any more; without a filter, for nothing. */
  ask(away: Away, filter: EventFilter | undefined, setting: FindSetting, wait: number): void;
  /**
   * Goes to the match after or before in time, around the ends, as soon as it is there; one step after the other.
   *
   * @param at - The number of the present one; -1 where there is none: then the first one that starts at an instant or later.
   */
  step(by: 1 | -1, at: number, start: Instant, come: (event: ResolvedEvent, number: number) => void): void;
  stop(): void;
}

/** What is told of what is found. */
export interface AwayNews {
  /** There are other events than before. */
  found(this: void, found: Found): void;
  /** More is known of them. */
  changed(this: void, found: Found): void;
}

/** Who presses a key again and again is not led on for long after. */
const MOST_STEPS = 3;

/** Makes a search that has not begun. */
export function createAwaySearch(window: Window, { found: tell, changed }: AwayNews): AwaySearch {
  let found: Found | undefined;
  let coming: Found | undefined;
  let timer: number | undefined;
  let count = -1;
  /** The match that was come to last, and the steps that are still to be made. */
  let last: Numbered | undefined;
  const steps: (1 | -1)[] = [];

  const drop = (): void => {
    steps.length = 0;
    window.clearTimeout(timer);
    coming?.stop();
    coming = undefined;
  };
  const hear = (which: Found): void => {
    if (!which.crowd || (which !== coming && which !== found)) return;
    const isSame = which === found && which.crowd.count === count;
    if (!isSame) last = undefined;
    found = which;
    coming = undefined;
    count = which.crowd.count;
    if (isSame) changed(which);
    else tell(which);
  };
  const numberBeside = async (among: Found, by: 1 | -1, start: Instant): Promise<number> => {
    if (last) return last.number + (by > 0 ? last.size : -1);
    return by > 0 ? among.from(start) : count - 1;
  };
  const walk = async (
    among: Found,
    start: Instant,
    come: (event: ResolvedEvent, number: number) => void,
  ): Promise<void> => {
    for (let by = steps[0]; by; by = steps[0]) {
      const number = await numberBeside(among, by, start);
      const next = await among.at((number + count) % count);
      if (found !== among) return;
      steps.shift();
      last = next;
      if (next) come(next.event, next.number);
    }
  };
  return {
    get found() {
      return found;
    },
    ask(away, filter, setting, wait) {
      drop();
      // What was found is drawn until there is something else; nobody asks for more of it.
      found?.stop();
      if (!filter) {
        found = undefined;
        return;
      }
      timer = window.setTimeout(() => {
        const begun: Found = away.find(filter, setting, () => {
          hear(begun);
        });
        coming = begun;
      }, wait);
    },
    step(by, at, start, come) {
      if (!found || steps.length === MOST_STEPS) return;
      if (at < 0) last = undefined;
      if (steps.push(by) > 1) return;
      walk(found, start, come).catch(() => {
        // The feed tells of what has failed.
        steps.length = 0;
      });
    },
    stop() {
      drop();
      found?.stop();
      found = undefined;
    },
  };
}

/** Events that lie elsewhere, of which only the source can say which one has a number. */
export function matchesAway(found: Found): Matches {
  const crowd = found.crowd!;
  return {
    count: crowd.count,
    shown: { ids: new Set(), crowd },
    has: (event) => found.has(event),
    data: () => [],
    from: () => 0,
    numberOf: () => -1,
    at: () => undefined,
  };
}

/** The parts of a filter that are answered where events lie. */
export function answered(filter: EventFilter, { parts }: Away): EventFilter {
  const kept = Object.entries(filter).filter(([part]) => parts.has(part as keyof EventFilter));
  return kept.length === Object.keys(filter).length ? filter : Object.fromEntries(kept);
}
