import type { Message } from "../../locale/messages.js";
import type { Say, Tables } from "../say.js";

/** What a story says, by key. */
export interface StoryMessages {
  /** The name of the panel, and of the button that opens it. */
  readonly story: Message;
  /** Step `{n}` of `{count}` with its `{title}`, for screen readers. */
  readonly step: Message;
  /** The same, to see: number `{n}` of `{count}`. */
  readonly count: Message;
  /** Goes to the step before. */
  readonly previous: Message;
  /** Goes to the next step. */
  readonly next: Message;
  /** Goes on by itself. */
  readonly play: Message;
  /** Stays where it is. */
  readonly stop: Message;
  /** Closes the panel. */
  readonly close: Message;
  /** What the keys do, for the list of keys. */
  readonly keys: Message;
}

/** Says one message of a story. */
export type StorySay = Say<keyof StoryMessages>;

/** The words of a story, by language. */
export const WORDS: Tables<keyof StoryMessages> = {
  ar: {
    story: "القصة",
    step: "الخطوة {n} من {count}: {title}",
    count: "{n} من {count}",
    previous: "السابق",
    next: "التالي",
    play: "تشغيل",
    stop: "إيقاف",
    close: "إغلاق القصة",
    keys: "في القصة، مفتاحا السهم يميناً ويساراً، أو Page Up وPage Down: الخطوة السابقة والتالية",
  },
  en: {
    story: "Story",
    step: "Step {n} of {count}: {title}",
    count: "{n} of {count}",
    previous: "Previous",
    next: "Next",
    play: "Play",
    stop: "Stop",
    close: "Close the story",
    keys: "In the story, left and right arrow, or Page Up and Page Down: the step before and after",
  },
};
