import type { Tables } from "../say.js";

/** The words of a story. */
export type StoryKey = "story" | "step" | "count" | "previous" | "next" | "play" | "stop" | "close" | "keys";

/** The words of a story, by language. */
export const WORDS: Tables<StoryKey> = {
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
