import type { Message } from "../../locale/messages.js";
import type { Say, Tables } from "../say.js";

/** What the brush says, by key. */
export interface BrushMessages {
  /** The name of the button. */
  readonly brush: Message;
  /** How to select, while the button is pressed. */
  readonly hint: Message;
  /** The same once the first of two places is pressed. */
  readonly hintEnd: Message;
  /** The name of the edge that is first in time. */
  readonly from: Message;
  /** The name of the edge that is last in time. */
  readonly to: Message;
  /** What is told to screen readers: the dates, `{range}`, and how many events, `{events}`. */
  readonly selected: Message;
  /** The same once there is no range any more. */
  readonly cleared: Message;
  /** Zooms to the range. */
  readonly zoom: Message;
  /** Takes the range away. */
  readonly clear: Message;
  /** How its keys work, for the list of keys. */
  readonly keys: Message;
}

/** Says one message of the brush. */
export type BrushSay = Say<keyof BrushMessages>;

/** The words in Arabic and in English. */
export const WORDS: Tables<keyof BrushMessages> = {
  ar: {
    brush: "اختيار مدى زمني",
    hint: "اسحب على الخط الزمني، أو انقر على بداية المدى ثم على نهايته.",
    hintEnd: "انقر الآن على الطرف الآخر من المدى.",
    from: "بداية المدى",
    to: "نهاية المدى",
    selected: "المدى المختار: {range}، {events}",
    cleared: "أُلغي اختيار المدى",
    zoom: "تكبير المدى المختار",
    clear: "إلغاء اختيار المدى",
    keys: "Shift والسهمان الأيمن والأيسر: اختيار مدى زمني؛ ثم الأسهم لتحريك طرفيه وTab للانتقال بينهما، وEnter للتثبيت، وEscape للإلغاء، وDelete للمسح",
  },
  en: {
    brush: "Select a range of time",
    hint: "Drag across the timeline, or press the start and then the end.",
    hintEnd: "Now press the other end.",
    from: "Start of the range",
    to: "End of the range",
    selected: "Selected: {range}, {events}",
    cleared: "No range is selected",
    zoom: "Zoom to the range",
    clear: "Clear the range",
    keys: "Shift and the left or right arrow: select a range of time; then arrows move its edges, Tab goes from one to the other, Enter confirms, Escape cancels, Delete clears",
  },
};
