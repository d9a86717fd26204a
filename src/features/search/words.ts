import type { Message } from "../../locale/messages.js";
import type { Say, Tables } from "../say.js";

/** What the search says, by key. */
export interface SearchMessages {
  /** The name of the button, of the field and of the whole. */
  readonly search: Message;
  /** Empties the field. */
  readonly clear: Message;
  /** So many events, `{n}`, of `{total}` are found. */
  readonly found: Message;
  /** The event that was stepped to: number `{at}` of `{n}`. */
  readonly step: Message;
  /** Steps to the match before in time. */
  readonly earlier: Message;
  /** Steps to the next match in time. */
  readonly later: Message;
  /** Opens the choices. */
  readonly choices: Message;
  /** The same where `{n}` of them are made. */
  readonly chosen: Message;
  /** Takes all choices back. */
  readonly clearChoices: Message;
  /** A group of choices. */
  readonly kinds: Message;
  /** A group of choices. */
  readonly lanes: Message;
  /** A group of choices. */
  readonly tags: Message;
  /** A group of choices. */
  readonly participants: Message;
  /** A group of choices: two dates. */
  readonly range: Message;
  /** The first of two dates. */
  readonly from: Message;
  /** The last of two dates. */
  readonly to: Message;
  /** How its keys work, for the list of keys. */
  readonly keys: Message;
  /** What a date looks like that can be read. */
  readonly dateHint: Message;
}

/** Says one message of the search. */
export type SearchSay = Say<keyof SearchMessages>;

/** The words in Arabic and in English. */
export const WORDS: Tables<keyof SearchMessages> = {
  ar: {
    search: "بحث في الأحداث",
    clear: "مسح البحث",
    found: {
      zero: "لا حدث يطابق البحث",
      one: "حدث واحد من {total}",
      two: "حدثان من {total}",
      few: "{n} أحداث من {total}",
      many: "{n} حدثاً من {total}",
      other: "{n} حدث من {total}",
    },
    step: "{at} من {n}",
    earlier: "النتيجة الأسبق",
    later: "النتيجة التالية",
    choices: "تصفية",
    chosen: "تصفية ({n})",
    clearChoices: "إلغاء التصفية",
    kinds: "النوع",
    lanes: "المسار",
    tags: "الوسم",
    participants: "المشاركون",
    range: "الفترة",
    from: "من",
    to: "إلى",
    keys: [
      "الشرطة المائلة: البحث",
      "في البحث، Enter وShift+Enter: النتيجة التالية والأسبق؛ السهم السفلي: إلى الحدث؛ Escape: مسح ثم إغلاق",
    ].join("\n"),
    dateHint: "تاريخ مثل 2020 أو 2020-07 أو 2020-07-09",
  },
  en: {
    search: "Search the events",
    clear: "Clear the search",
    found: { zero: "No event matches", one: "1 of {total} events", other: "{n} of {total} events" },
    step: "{at} of {n}",
    earlier: "Earlier match",
    later: "Later match",
    choices: "Filter",
    chosen: "Filter ({n})",
    clearChoices: "Clear the filter",
    kinds: "Kind",
    lanes: "Lane",
    tags: "Tag",
    participants: "Participants",
    range: "Time",
    from: "From",
    to: "To",
    keys: [
      "Slash: search",
      "In the search, Enter and Shift+Enter: the next match and the one before; down arrow: to the event; Escape: clear, then close",
    ].join("\n"),
    dateHint: "A date such as 2020, 2020-07 or 2020-07-09",
  },
};
