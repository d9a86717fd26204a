import type { Message } from "../../locale/messages.js";
import type { Tables } from "../say.js";

/** What the overview says, by key. */
export interface OverviewMessages {
  /** The name of the strip. */
  readonly overview: Message;
  /** The name of the window. */
  readonly part: Message;
  /** The name of its edge that is first in time. */
  readonly from: Message;
  /** The name of its edge that is last in time. */
  readonly to: Message;
  /** How its keys work, for the list of keys. */
  readonly keys: Message;
}

/** The words in Arabic and in English. */
export const WORDS: Tables<keyof OverviewMessages> = {
  ar: {
    overview: "نظرة عامة على الزمن كله",
    part: "الجزء المعروض",
    from: "بداية الجزء المعروض",
    to: "نهاية الجزء المعروض",
    keys: "في النظرة العامة، الأسهم وPageUp وPageDown: تحريك الجزء المعروض أو أحد طرفيه؛ Home وEnd: إلى أول الزمن وآخره",
  },
  en: {
    overview: "Overview of all time",
    part: "Part in view",
    from: "Start of the part in view",
    to: "End of the part in view",
    keys: "In the overview, arrows, Page up and Page down: move the part in view, or one of its edges; Home and End: to the first and the last date",
  },
};
