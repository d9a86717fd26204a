import { MizwalaError } from "../../base/errors.js";
import type { Feature } from "../../component/feature.js";
import { checkFilter, findFilterFaults, type EventFilter } from "../../model/filter.js";
import type { EventBase, TimelineEvent } from "../../model/input.js";
import type { TimelineFeature } from "../../model/options.js";
import { findFaults, flag, object, oneOf, type Rule, type Rules } from "../../model/rules.js";
import { CHOICES, type ChoiceField } from "./choices.js";
import { SEARCH_CSS } from "./css.js";
import { startSearch, type SearchRun } from "./run.js";
import type { SearchMessages } from "./words.js";

/** How a {@link search} is. */
export interface SearchOptions {
  /** Which events are wanted at first. Default: all. */
  readonly filter?: EventFilter;
  /**
   * What becomes of events that do not match: a quiet mark without a name, or nothing.
   * @defaultValue "trace"
   */
  readonly unmatched?: "trace" | "none";
  /**
   * Whether readers get a button that opens a field. Without it, the filter is the author's business.
   * @defaultValue true
   */
  readonly controls?: boolean;
  /** What readers can choose by beside the text, in this order. Default: everything that events differ in. */
  readonly choices?: readonly ChoiceField[];
  /** Messages that replace those of the search, by key. */
  readonly messages?: Partial<SearchMessages>;
}

/**
 * A search in a timeline, also by code.
 *
 * @typeParam E - The type of the events.
 */
export interface Search<E extends EventBase = TimelineEvent> extends TimelineFeature {
  /** Which events are wanted; empty where all are. */
  readonly filter: EventFilter;
  /** The author's own objects that answer to the filter, in order of time; none before the timeline is there. */
  readonly matches: readonly E[];
  /**
   * Asks for other events, and forgets what was asked for before.
   *
   * @param filter - Which events are wanted.
   * @throws MizwalaError for an unknown field or an impossible value; then nothing changes.
   */
  set(filter: EventFilter): void;
  /** Asks for all events. */
  clear(): void;
  /** Brings the next match into view, in order of time, and after the last one the first. */
  next(): void;
  /** Brings the match before into view, and before the first one the last. */
  previous(): void;
  /** Opens the field and goes there. */
  open(): void;
  /** Takes the filter back and closes the field. */
  close(): void;
}

const RULES: Rules = {
  filter: {
    expected: "an object with text, kinds, lanes, tags, participants or range",
    isValid: (value) => findFilterFaults(value, "").length === 0,
  },
  unmatched: oneOf("trace", "none"),
  controls: flag,
  choices: {
    expected: `an array of ${CHOICES.join(", ")}`,
    isValid: (value) => Array.isArray(value) && value.every((field) => (CHOICES as readonly unknown[]).includes(field)),
  },
  messages: object,
} satisfies Record<keyof SearchOptions, Rule>;

/**
 * Finds events by their words, kinds, lanes, tags, participants and dates. Spelling does not matter: hamza, diacritics,
 * tatweel, ta marbuta, digits and letter case are all the same.
 *
 * @example
 * ```ts
 * const find = search({ unmatched: "none" });
 * const timeline = createTimeline(host, { events, features: [find] });
 * timeline.on("filter", ({ matches }) => console.log(matches.length));
 * find.set({ text: "قمه", kinds: ["summit", "meeting"], range: { from: "2020" } });
 * find.clear();
 * ```
 *
 * @typeParam E - The type of the events.
 * @param options - How it is.
 * @returns A value for the option `features` of one timeline.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function search<E extends EventBase = TimelineEvent>(options: SearchOptions = {}): Search<E> {
  const [fault] = findFaults(options, RULES, { path: "search" });
  if (fault) throw new MizwalaError(fault);
  const { unmatched = "trace", controls = true, choices = CHOICES, messages = {} } = options;
  let filter = checkFilter(options.filter ?? {}, "search.filter");
  let run: SearchRun | undefined;

  const ask = (next: EventFilter): void => {
    filter = next;
    run?.set(next);
  };
  const feature: Search<E> & Feature = {
    name: "search",
    css: SEARCH_CSS,
    get filter() {
      return run?.finder.filter ?? filter;
    },
    get matches() {
      return (run?.finder.matches.data() ?? []) as readonly E[];
    },
    set(next) {
      ask(checkFilter(next, "filter"));
    },
    clear() {
      ask({});
    },
    next() {
      run?.step(1);
    },
    previous() {
      run?.step(-1);
    },
    open() {
      run?.open();
    },
    close() {
      run?.close();
    },
    start(door) {
      const started = (run = startSearch(door, { unmatched, controls, choices, messages }, filter));
      return {
        ...started,
        stop() {
          ({ filter } = started.finder);
          run = undefined;
          started.stop?.();
        },
      };
    },
  };
  return feature;
}
