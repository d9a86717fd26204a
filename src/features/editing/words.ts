import type { Message } from "../../locale/messages.js";
import type { Tables } from "../say.js";

/** All words of the editing. What stands in braces is filled in: a title, a date, a lane. */
export interface EditingMessages {
  /** Name of the row of buttons. */
  readonly toolbar: Message;
  /** Name of a button. */
  readonly add: Message;
  /** Name of a button. */
  readonly earlier: Message;
  /** Name of a button. */
  readonly later: Message;
  /** Name of a button. */
  readonly startEarlier: Message;
  /** Name of a button. */
  readonly startLater: Message;
  /** Name of a button. */
  readonly endEarlier: Message;
  /** Name of a button. */
  readonly endLater: Message;
  /** Name of a button. */
  readonly previousLane: Message;
  /** Name of a button. */
  readonly nextLane: Message;
  /** Name of a button. */
  readonly rename: Message;
  /** Name of a button. */
  readonly remove: Message;
  /** Name of a button. */
  readonly undo: Message;
  /** Name of a button. */
  readonly redo: Message;
  /** The title of a new event. */
  readonly untitled: Message;
  /** Name of the field for a title. */
  readonly title: Message;
  /** Said when an event can be moved by keys: `{title}`. */
  readonly started: Message;
  /** Said when that is given up. */
  readonly cancelled: Message;
  /** Said of an event that came: `{title}`, `{date}`. */
  readonly added: Message;
  /** Said of an event at another time: `{title}`, `{date}`. */
  readonly moved: Message;
  /** Said of an event in another lane: `{title}`, `{lane}`. */
  readonly inLane: Message;
  /** Said of an event with another title: `{title}`. */
  readonly renamed: Message;
  /** Said of an event that is gone: `{title}`. */
  readonly removed: Message;
  /** Said when a change was taken back. */
  readonly undone: Message;
  /** Said when a change was made again. */
  readonly redone: Message;
  /** Said when the page does not take a change. */
  readonly refused: Message;
  /** Said when an event is not there any more, or another one in its place. */
  readonly gone: Message;
  /** Said where an event can't go: its calendar or its precision ends there. */
  readonly impossible: Message;
  /** Where an event has no lane. */
  readonly noLane: Message;
  /** What the keys do, a line for each. */
  readonly keys: Message;
}

/** The words by language. */
export const WORDS: Tables<keyof EditingMessages> = {
  ar: {
    toolbar: "تحرير الأحداث",
    add: "إضافة حدث",
    earlier: "إلى وقت أبكر",
    later: "إلى وقت لاحق",
    startEarlier: "تقديم البداية",
    startLater: "تأخير البداية",
    endEarlier: "تقديم النهاية",
    endLater: "تأخير النهاية",
    previousLane: "إلى المسار السابق",
    nextLane: "إلى المسار التالي",
    rename: "تغيير العنوان",
    remove: "حذف",
    undo: "تراجع",
    redo: "إعادة",
    untitled: "حدث جديد",
    title: "العنوان",
    started: "تحرير: {title}. الأسهم تنقله، ومع Shift تغيّر نهايته، ومع Alt بدايته. Enter للحفظ، وEscape للإلغاء",
    cancelled: "أُلغي التحرير",
    added: "أُضيف: {title}، {date}",
    moved: "{title}: {date}",
    inLane: "{title}: {lane}",
    renamed: "العنوان الجديد: {title}",
    removed: "حُذف: {title}",
    undone: "تم التراجع",
    redone: "أُعيد التغيير",
    refused: "لم يُقبل التغيير",
    gone: "تغيّر الحدث في هذه الأثناء",
    impossible: "لا يمكن نقله إلى هناك",
    noLane: "بلا مسار",
    keys: [
      "المفتاح F2: نقل الحدث بالأسهم، ومع Shift تغيير نهايته، ومع Alt بدايته؛ Enter للحفظ، وEscape للإلغاء، وF2 مرة أخرى لتغيير العنوان",
      "المفتاح Insert: إضافة حدث، والمفتاح Delete: حذفه",
      "المفتاحان Ctrl وZ: تراجع، وCtrl وY: إعادة",
    ].join("\n"),
  },
  en: {
    toolbar: "Edit events",
    add: "Add event",
    earlier: "Earlier",
    later: "Later",
    startEarlier: "Start earlier",
    startLater: "Start later",
    endEarlier: "End earlier",
    endLater: "End later",
    previousLane: "To the lane before",
    nextLane: "To the next lane",
    rename: "Rename",
    remove: "Delete",
    undo: "Undo",
    redo: "Redo",
    untitled: "New event",
    title: "Title",
    started: "Editing {title}. Arrows move it, with Shift its end, with Alt its start. Enter keeps, Escape cancels.",
    cancelled: "Cancelled",
    added: "Added: {title}, {date}",
    moved: "{title}: {date}",
    inLane: "{title}: {lane}",
    renamed: "Renamed: {title}",
    removed: "Deleted: {title}",
    undone: "Undone",
    redone: "Done again",
    refused: "The change was refused",
    gone: "The event has changed meanwhile",
    impossible: "It can't go there",
    noLane: "no lane",
    keys: [
      "F2: move the event by arrows, with Shift its end, with Alt its start; Enter keeps, Escape cancels, F2 again renames",
      "Insert: add an event; Delete: delete it",
      "Ctrl+Z: undo; Ctrl+Y: redo",
    ].join("\n"),
  },
};
