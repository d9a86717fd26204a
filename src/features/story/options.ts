import { MizwalaError } from "../../base/errors.js";
import { findDomainFaults, type DomainInput } from "../../model/domain.js";
import type { TextInput } from "../../model/input.js";
import {
  anything,
  array,
  findFaults,
  flag,
  isObject,
  object,
  oneOf,
  positive,
  text,
  type Rules,
} from "../../model/rules.js";
import type { StoryMessages } from "./words.js";

/** One step of a story: what is said, and what is shown with it. */
export interface Chapter {
  /** Its heading. */
  readonly title: TextInput;
  /** What is told, as text. Default: none. */
  readonly text?: TextInput;
  /** The part of time that is shown. Default: what the author shows at first; with `focus`, what has it in view. */
  readonly show?: DomainInput;
  /** The id of the event that is pointed out. Default: none. */
  readonly focus?: string;
  /** The layout. Default: that of the timeline. */
  readonly layout?: "auto" | "flags" | "lanes" | "list";
}

/** What a story is like. */
export interface StoryOptions {
  /** The steps. Default: the events in order of time, each a step. */
  readonly chapters?: readonly Chapter[];
  /**
   * Goes on by itself from the start, so many seconds for a step. Not for readers who want little motion. Default: only when
   * the reader asks, 8 seconds for a step. Not with `scroll`.
   */
  readonly autoplay?: number;
  /**
   * Whether the chapters stand below each other, and the one that is scrolled to is shown, beside a plot that stays in sight.
   * @defaultValue false
   */
  readonly scroll?: boolean;
  /** Messages that replace those of the story, by key. */
  readonly messages?: Partial<StoryMessages>;
}

const RULES: Rules = { chapters: array, autoplay: positive, scroll: flag, messages: object };
const CHAPTER: Rules = {
  title: anything,
  text: anything,
  show: object,
  focus: text("the id of an event"),
  layout: oneOf("auto", "flags", "lanes", "list", "density"),
};

/** Throws a MizwalaError for what an author can't have meant. */
export function checkOptions(options: StoryOptions): void {
  const { chapters = [] } = options;
  const faults = [
    ...findFaults(options, RULES, { path: "story" }),
    ...(Array.isArray(chapters) ? chapters : []).flatMap((chapter: unknown, i) => {
      const path = `story.chapters[${i}]`;
      const show = isObject(chapter) ? chapter["show"] : undefined;
      return [
        ...findFaults(chapter, CHAPTER, { path, option: "chapters", required: ["title"] }),
        ...(isObject(show) ? findDomainFaults(show, "UTC", `${path}.show`) : []),
      ];
    }),
  ];
  if (options.scroll && options.autoplay !== undefined) {
    const fault = { option: "autoplay", code: "option-value", path: "story.autoplay" } as const;
    faults.push({ ...fault, found: options.autoplay, expected: "none with scroll, which has no button that stops it" });
  }
  if (faults[0]) throw new MizwalaError(faults[0]);
}
