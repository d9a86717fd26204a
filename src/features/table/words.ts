import type { Message } from "../../locale/messages.js";
import type { Say, Tables } from "../say.js";

/** What the table says, by key. */
export interface TableMessages {
  /** The name of the button that shows the table. */
  readonly table: Message;
  /** The header of the column of titles. */
  readonly event: Message;
  /** The header of the column of kinds. */
  readonly kind: Message;
  /** The header of the column of lanes, where there are any. */
  readonly lane: Message;
  /** Which rows are shown, `{from}` to `{to}`, of how many, `{n}`. */
  readonly rows: Message;
  /** The name of the button that shows the rows before. */
  readonly before: Message;
  /** The name of the button that shows the rows after. */
  readonly after: Message;
  /** The name of the button that saves all rows as a file. */
  readonly download: Message;
}

/** Says one message of the table. */
export type TableSay = Say<keyof TableMessages>;

/** The words in Arabic and in English. */
export const WORDS: Tables<keyof TableMessages> = {
  ar: {
    table: "عرض في جدول",
    event: "الحدث",
    kind: "النوع",
    lane: "المسار",
    rows: "من {from} إلى {to}، من أصل {n}",
    before: "الصفوف السابقة",
    after: "الصفوف التالية",
    download: "تنزيل الجدول (CSV)",
  },
  en: {
    table: "Show as a table",
    event: "Event",
    kind: "Kind",
    lane: "Lane",
    rows: "{from} to {to} of {n}",
    before: "Rows before",
    after: "Rows after",
    download: "Download the table (CSV)",
  },
};
