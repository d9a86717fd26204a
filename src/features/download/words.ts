import type { Message } from "../../locale/messages.js";
import type { Say, Tables } from "../say.js";

/** The forms in which a timeline can be saved. */
export type DownloadForm = "svg" | "png" | "csv";

/** What the download says, by key. */
export interface DownloadMessages {
  /** The name of the button that offers the forms. */
  readonly download: Message;
  /** The name of the form SVG. */
  readonly svg: Message;
  /** The name of the form PNG. */
  readonly png: Message;
  /** The name of the form CSV. */
  readonly csv: Message;
  /** A file was made, `{name}`. */
  readonly saved: Message;
  /** The page does not allow to make pixels. */
  readonly failed: Message;
}

/** Says one message of the download. */
export type DownloadSay = Say<keyof DownloadMessages>;

/** The words in Arabic and in English. */
export const WORDS: Tables<keyof DownloadMessages> = {
  ar: {
    download: "تنزيل",
    svg: "رسم (SVG)",
    png: "صورة (PNG)",
    csv: "جدول (CSV)",
    saved: "حُفظ {name}",
    failed: "لا تسمح هذه الصفحة بصنع الصورة",
  },
  en: {
    download: "Download",
    svg: "Drawing (SVG)",
    png: "Picture (PNG)",
    csv: "Table (CSV)",
    saved: "{name} is saved",
    failed: "This page does not allow to make the picture",
  },
};
