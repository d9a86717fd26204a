import type { Message } from "../locale/messages.js";

/** What is said of a source. */
export interface SourceMessages {
  /** While something is on its way. */
  readonly loading: Message;
  /** Where something could not be brought. */
  readonly failed: Message;
  /** On the button that asks again. */
  readonly retry: Message;
}

/** The same in the languages of the library. */
export const SOURCE_WORDS: Readonly<Record<"ar" | "en", SourceMessages>> = {
  en: { loading: "Loading events", failed: "Some events could not be loaded", retry: "Try again" },
  ar: { loading: "تُحمَّل الأحداث", failed: "تعذّر تحميل بعض الأحداث", retry: "أعِد المحاولة" },
};
