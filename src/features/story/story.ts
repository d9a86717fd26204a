import type { Feature } from "../../component/feature.js";
import type { TimelineFeature } from "../../model/options.js";
import { STORY_CSS } from "./css.js";
import { checkOptions, type StoryOptions } from "./options.js";
import { startTelling, type Telling } from "./telling.js";

/** A story at work: what its buttons do, from code. Outside of a timeline its methods do nothing. */
export interface Story extends TimelineFeature {
  /** The step that is told, from 1; 0 while the story is closed. */
  readonly step: number;
  /** How many steps there are. */
  readonly count: number;
  /**
   * Opens the story and goes to a step.
   *
   * @param step - From 1; beyond the ends, the nearest.
   */
  go(step: number): void;
  /** Goes to the next step; at the last one, nothing happens. */
  next(): void;
  /** Goes to the step before; at the first one, nothing happens. */
  previous(): void;
  /** Goes on by itself, until the end or until anything else happens. */
  play(): void;
  /** Stays at this step. */
  stop(): void;
  /** Closes the panel; the picture stays as it is. */
  close(): void;
}

/**
 * Tells a timeline step by step: the chapters of an author, or the events in order of time.
 *
 * @example
 * ```ts
 * createTimeline(host, { events, features: [story({ chapters: [{ title: "The summit", focus: "astana" }] })] });
 * ```
 *
 * @param options - The chapters, and how they are told.
 * @returns A value for the option `features`, with methods for code.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function story(options: StoryOptions = {}): Story {
  checkOptions(options);
  let telling: Telling | undefined;
  const feature: Story & Feature = {
    name: "story",
    css: STORY_CSS,
    get step() {
      return telling?.step ?? 0;
    },
    get count() {
      return telling?.count ?? 0;
    },
    go: (step) => telling?.go(step),
    next: () => telling?.next(),
    previous: () => telling?.previous(),
    play: () => telling?.play(),
    stop: () => telling?.stop(),
    close: () => telling?.close(),
    start(door) {
      const begun = startTelling(door, options);
      telling = begun;
      return {
        ...begun.run,
        stop() {
          begun.run.stop?.();
          telling = undefined;
        },
      };
    },
  };
  return feature;
}
