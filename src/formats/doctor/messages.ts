import type { Found } from "./finding.js";

/** The languages that findings are said in. */
export type FindingLanguage = "en" | "ar";

type Words = Readonly<Record<FindingLanguage, string>>;

/**
 * What each code means; `{found}` and `{expected}` stand for what is there and what should be, `[one|other]` for a guess and
 * what is said without one.
 */
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
    en: "The title is {found} letters long; labels will be shortened.",
    ar: "طول العنوان {found} من الأحرف، وستُختصر تسميته.",
  },
  "text-missing": { en: "There is no title.", ar: "لا عنوان هنا." },
  "text-long": { en: "The text is cut: {expected}.", ar: "النص أطول من اللازم وسيُقطع." },
  "text-unreadable": { en: "{found} is no text.", ar: "ليس هذا نصاً: {found}." },
  "alt-missing": {
    en: "A picture says nothing to those who can't see it.",
    ar: "صورة بلا وصف لمن لا يراها.",
  },
  "kind-unknown": {
    en: "{found} is no kind of event[; {expected}?|.]",
    ar: "لا نوع أحداث بهذا الاسم: {found}.[ لعله {expected}؟|]",
  },
  "lane-unknown": { en: "{found} is no lane[; {expected}?|.]", ar: "لا مسار بهذا الاسم: {found}.[ لعله {expected}؟|]" },
  "reference-unknown": { en: "No event is called {found}.", ar: "لا حدث بهذا المعرّف: {found}." },
  "part-cycle": { en: "An event is a part of itself: {found}.", ar: "حدث جزء من نفسه: {found}." },
  "id-duplicate": { en: "Two events are called {found}.", ar: "حدثان بمعرّف واحد: {found}." },
  "url-refused": { en: "{found} is no address that may be followed.", ar: "لا يُسمح باتّباع هذا العنوان: {found}." },
  "word-unknown": { en: "{found} is none of the words that are known here.", ar: "كلمة غير معروفة هنا: {found}." },
  "number-range": { en: "{found} is no number in the range.", ar: "ليس {found} عدداً ضمن المجال." },
  "language-unknown": { en: "{found} is no language tag.", ar: "ليس {found} رمز لغة." },
  "option-unknown": { en: "There is no option {found}.", ar: "لا خيار بهذا الاسم: {found}." },
  "option-value": { en: "{found} is no value of this option.", ar: "ليست {found} قيمة لهذا الخيار." },
  "colour-contrast": {
    en: "The colour {found} can hardly be seen on light paper; {expected} is a name of the palette.",
    ar: "اللون {found} لا يكاد يُرى على ورق فاتح؛ {expected} اسم من أسماء الألوان المتاحة.",
  },
  "colour-own": {
    en: "{found} is no name of the palette; {expected} is near.",
    ar: "ليس {found} من أسماء الألوان المتاحة؛ أقربها {expected}.",
  },
  "event-unreadable": { en: "This is no event: {found}.", ar: "ليس هذا حدثاً: {found}." },
};
/** What readers of other forms say of the data themselves. */
const OF_READING: Readonly<Record<string, Words>> = {
  "break-eventful": { en: "A break leaves out events: {found}.", ar: "انقطاع يحذف أحداثاً: {found}." },
  "break-extent": { en: "{found} is no stretch of time to leave out.", ar: "ليس {found} مدة يمكن حذفها." },
  "breaks-more": { en: "There are more breaks than can be kept: {found}.", ar: "الانقطاعات أكثر مما يُحفظ: {found}." },
  "column-length": { en: "The columns are not equally long: {found}.", ar: "الأعمدة متفاوتة الطول: {found}." },
  "column-missing": { en: "There is {found}, but not {expected}.", ar: "ينقص عمود؛ الموجود: {found}." },
  "column-unknown": { en: "{found} is no column here.", ar: "لا عمود هنا باسم {found}." },
  "component-open": { en: "An end is missing: {expected}.", ar: "تنقص نهاية: {expected}." },
  "data-large": {
    en: "The data have {found}; {expected} can be read at once.",
    ar: "البيانات أكبر مما يُقرأ دفعة واحدة: {found}.",
  },
  "date-ambiguous": {
    en: "{found} may have the day or the month first.",
    ar: "لا يُعرف في {found} أيهما أولاً، اليوم أم الشهر.",
  },
  "date-guessed": { en: "{found} may be meant otherwise: expected {expected}.", ar: "قُرئ {found} تخميناً." },
  "date-serial": {
    en: "{found} was read as the number of a day in a spreadsheet.",
    ar: "قُرئ {found} رقمَ يوم في جدول.",
  },
  "diagram-unknown": { en: "{found} is no diagram that is known.", ar: "مخطط غير معروف: {found}." },
  "document-unreadable": { en: "This is no document: {found}.", ar: "ليس هذا مستنداً: {found}." },
  "era-unreadable": { en: "This is no era: {found}.", ar: "ليست هذه حقبة: {found}." },
  "eras-unreadable": { en: "This is no list of eras: {found}.", ar: "ليست هذه قائمة حِقَب: {found}." },
  "events-missing": { en: "There are no events in it.", ar: "لا أحداث هنا." },
  "events-more": { en: "There are more events than are kept: {expected}.", ar: "الأحداث أكثر مما يُحفظ: {found}." },
  "events-unreadable": { en: "This is no list of events: {found}.", ar: "ليست هذه قائمة أحداث: {found}." },
  "flag-unreadable": { en: "{found} is neither true nor false.", ar: "ليس {found} نعم ولا لا." },
  "format-unknown": { en: "The form of the data is not known.", ar: "شكل البيانات غير معروف." },
  "issues-more": { en: "There is more: {found}.", ar: "وهناك المزيد: {found}." },
  "json-impossible": { en: "{found} can't be written as JSON.", ar: "لا يُكتب {found} في JSON." },
  "json-unreadable": { en: "This is no JSON: {found}.", ar: "ليس هذا JSON: {found}." },
  "lane-id": { en: "A lane has no name of its own: {found}.", ar: "مسار بلا معرّف: {found}." },
  "lanes-unreadable": { en: "These are no lanes: {found}.", ar: "ليست هذه مسارات: {found}." },
  "list-computed": { en: "A script computes this list: {found}.", ar: "قائمة يحسبها برنامج، فلا تُقرأ: {found}." },
  "list-unreadable": { en: "This is no list: {found}.", ar: "ليست هذه قائمة: {found}." },
  "number-unreadable": { en: "{found} is no number.", ar: "ليس {found} عدداً." },
  "precision-unknown": {
    en: "The precision of {found} is not known; it was read as a year.",
    ar: "درجة دقة {found} غير معروفة، فقُرئ سنةً.",
  },
  "property-unreadable": { en: "{found} can't be read.", ar: "لا يُقرأ {found}." },
  "quote-open": { en: "A quotation mark is never closed.", ar: "علامة اقتباس لا تُغلق." },
  "row-endless": { en: "A line has no end; all from there on is left out.", ar: "سطر لا ينتهي، وما بعده متروك." },
  "row-unreadable": { en: "This row can't be read: {found}.", ar: "لا يُقرأ هذا الصف: {found}." },
  "table-empty": { en: "There are no columns with names, or no rows.", ar: "لا أعمدة ذات أسماء، أو لا صفوف." },
  "version-unknown": {
    en: "Version {found} of the document's form is not known; it is read as the newest one.",
    ar: "الإصدار {found} من شكل المستند غير معروف، فقُرئ كأحدث إصدار.",
  },
  "weekday-contradicts": {
    en: "The weekday in {found} is not that of the date.",
    ar: "اليوم المذكور في {found} ليس يوم هذا التاريخ.",
  },
  "xml-cut": { en: "The end is cut off: {found}.", ar: "النهاية مقطوعة: {found}." },
  "xml-deep": {
    en: "Elements are nested too deep; the rest is left out.",
    ar: "عناصر متداخلة أعمق من اللازم، وما بعدها متروك.",
  },
};
/** What is expected where no name is near enough to be guessed. */
const ANY = /^(one of|the id of) /;
const OTHERS: Words = { en: "Found {found}, expected {expected}.", ar: "وُجد {found}، والمتوقع {expected}." };

/** A finding in words. */
export function sayFinding({ code, found, expected }: Found, language: FindingLanguage): string {
  const words = [MESSAGES, OF_READING].find((table) => Object.hasOwn(table, code))?.[code] ?? OTHERS;
  const said = words[language].replace(/\[([^[|]+)\|([^[\]]*)\]/, ANY.test(expected) ? "$2" : "$1");
  return said.replace(/\{(found|expected)\}/g, (_, name: string) => (name === "found" ? found : expected));
}
