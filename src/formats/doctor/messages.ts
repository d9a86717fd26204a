import type { Found } from "./finding.js";

/** The languages that findings are said in. */
export type FindingLanguage = "en" | "ar";

type Words = Readonly<Record<FindingLanguage, string>>;

/** What each code means; `{found}` and `{expected}` stand for what is there and what should be. */
const MESSAGES: Readonly<Record<string, Words>> = {
  "date-missing": { en: "There is no date.", ar: "لا تاريخ هنا." },
  "date-unreadable": { en: "{found} can't be read as a date.", ar: "لا يُقرأ {found} تاريخاً." },
  "date-order": { en: "The end is before the start: {found}.", ar: "النهاية قبل البداية: {found}." },
  "date-range": { en: "The date {found} is beyond what can be counted.", ar: "التاريخ {found} أبعد مما يُحسب." },
  "calendar-unknown": { en: "{found} is no calendar.", ar: "لا تقويم بهذا الاسم: {found}." },
  "zone-unknown": { en: "{found} is no time zone.", ar: "لا منطقة زمنية بهذا الاسم: {found}." },
  "calendar-year": {
    en: "The year of {found} looks like one of another calendar: {expected}.",
    ar: "تبدو سنة {found} من تقويم آخر: {expected}.",
  },
  "weekday-contradiction": {
    en: "{found} names another weekday than the date has.",
    ar: "اليوم المذكور في {found} ليس يوم هذا التاريخ.",
  },
  "digits-mixed": { en: "Two kinds of digits in one text: {found}.", ar: "نوعان من الأرقام في نص واحد: {found}." },
  "event-duplicate": {
    en: "The same day and nearly the same title as {expected}: {found}.",
    ar: "اليوم نفسه وعنوان يكاد يطابق {expected}: {found}.",
  },
  "source-missing": { en: "There is no source.", ar: "لا مصدر هنا." },
  "title-long": {
    en: "The title has {found}; labels will be shortened.",
    ar: "العنوان طويل ({found})، وستُختصر تسميته.",
  },
  "text-missing": { en: "There is no title.", ar: "لا عنوان هنا." },
  "text-long": { en: "The text is cut: {expected}.", ar: "النص أطول من اللازم وسيُقطع." },
  "text-unreadable": { en: "{found} is no text.", ar: "ليس هذا نصاً: {found}." },
  "alt-missing": {
    en: "A picture says nothing to those who can't see it.",
    ar: "صورة بلا وصف لمن لا يراها.",
  },
  "kind-unknown": {
    en: "{found} is no kind of event; {expected}?",
    ar: "لا نوع أحداث بهذا الاسم: {found}. لعله {expected}؟",
  },
  "lane-unknown": { en: "{found} is no lane; {expected}?", ar: "لا مسار بهذا الاسم: {found}. لعله {expected}؟" },
  "reference-unknown": { en: "No event is called {found}.", ar: "لا حدث بهذا المعرّف: {found}." },
  "part-cycle": { en: "An event is a part of itself: {found}.", ar: "حدث جزء من نفسه: {found}." },
  "id-duplicate": { en: "Two events are called {found}.", ar: "حدثان بمعرّف واحد: {found}." },
  "url-refused": { en: "{found} is no address that may be followed.", ar: "لا يُسمح باتّباع هذا العنوان: {found}." },
  "word-unknown": { en: "{found} is none of the words that are known here.", ar: "كلمة غير معروفة هنا: {found}." },
  "number-range": { en: "{found} is no number in the range.", ar: "ليس {found} عدداً ضمن المجال." },
  "language-unknown": { en: "{found} is no language tag.", ar: "ليس {found} رمز لغة." },
  "option-unknown": { en: "There is no option {found}.", ar: "لا خيار بهذا الاسم: {found}." },
  "option-value": { en: "{found} is no value of this option.", ar: "ليست {found} قيمة لهذا الخيار." },
  "event-unreadable": { en: "This is no event: {found}.", ar: "ليس هذا حدثاً: {found}." },
};
const OTHERS: Words = { en: "Found {found}, expected {expected}.", ar: "وُجد {found}، والمتوقع {expected}." };

/** A finding in words. */
export function sayFinding({ code, found, expected }: Found, language: FindingLanguage): string {
  const words = (Object.hasOwn(MESSAGES, code) ? MESSAGES[code] : undefined) ?? OTHERS;
  return words[language].replace(/\{(found|expected)\}/g, (_, name: string) => (name === "found" ? found : expected));
}
