import { foldText } from "../../text/fold.js";

/** What a column of a table can hold. */
export type Column =
  | "date"
  | "start"
  | "end"
  | "year"
  | "month"
  | "day"
  | "time"
  | "endYear"
  | "endMonth"
  | "endDay"
  | "endTime"
  | "title"
  | "summary"
  | "dateText"
  | "publishedOn"
  | "id"
  | "kind"
  | "lane"
  | "importance"
  | "certainty"
  | "timeZone"
  | "lang"
  | "dir"
  | "participants"
  | "place"
  | "lat"
  | "lon"
  | "url"
  | "tags"
  | "partOf"
  | "leadsTo"
  | "sourceTitle"
  | "sourcePublisher"
  | "sourceUrl"
  | "sourcePublished"
  | "sourceQuote"
  | "media"
  | "mediaAlt"
  | "mediaCredit"
  | "mediaCaption"
  | "mediaThumbnail"
  | "background"
  | "type";

/** The names that columns have in English and Arabic, and in the sheets of other timelines, the first one ours. */
export const NAMES: Readonly<Record<Column, readonly string[]>> = {
  date: ["date", "when", "event date", "التاريخ", "تاريخ", "تاريخ الحدث", "متى"],
  start: [
    "start",
    "start date",
    "begin",
    "from",
    "start time",
    "start_date",
    "البداية",
    "بداية",
    "تاريخ البداية",
    "تاريخ البدء",
    "من",
  ],
  end: [
    "end",
    "end date",
    "until",
    "to",
    "finish",
    "النهاية",
    "نهاية",
    "تاريخ النهاية",
    "تاريخ الانتهاء",
    "إلى",
    "حتى",
  ],
  year: ["year", "start year", "السنة", "سنة", "العام", "عام"],
  month: ["month", "start month", "الشهر", "شهر"],
  day: ["day", "start day", "اليوم", "يوم"],
  time: ["time", "الوقت", "وقت", "الساعة"],
  endYear: ["end year", "سنة النهاية"],
  endMonth: ["end month", "شهر النهاية"],
  endDay: ["end day", "يوم النهاية"],
  endTime: ["end time", "وقت النهاية"],
  title: ["title", "headline", "name", "event", "label", "content", "العنوان", "عنوان", "الاسم", "الحدث", "حدث"],
  summary: [
    "summary",
    "text",
    "description",
    "details",
    "body",
    "content_text",
    "الوصف",
    "وصف",
    "النص",
    "نص",
    "التفاصيل",
    "الملخص",
    "ملخص",
  ],
  dateText: ["date text", "display date", "dateText", "التاريخ كما ورد", "نص التاريخ"],
  publishedOn: ["published on", "publishedOn", "تاريخ النشر"],
  id: ["id", "unique id", "uid", "المعرف", "معرف", "الرقم"],
  kind: ["kind", "event type", "النوع", "نوع", "نوع الحدث"],
  lane: [
    "lane",
    "group",
    "tag",
    "category",
    "facet",
    "track",
    "المجموعة",
    "مجموعة",
    "الفئة",
    "فئة",
    "المسار",
    "التصنيف",
  ],
  importance: ["importance", "weight", "الأهمية", "أهمية"],
  certainty: ["certainty", "التأكيد", "درجة اليقين"],
  timeZone: ["time zone", "timezone", "tz", "المنطقة الزمنية"],
  lang: ["lang", "language", "اللغة"],
  dir: ["dir", "direction", "الاتجاه"],
  participants: ["participants", "people", "who", "المشاركون", "المشاركين", "الأشخاص"],
  place: ["place", "location", "where", "city", "المكان", "مكان", "الموقع"],
  lat: ["lat", "latitude", "خط العرض"],
  lon: ["lon", "lng", "long", "longitude", "خط الطول"],
  url: ["url", "link", "address", "الرابط", "رابط"],
  tags: ["tags", "keywords", "الوسوم", "وسوم", "كلمات مفتاحية"],
  partOf: ["part of", "partOf", "parent", "جزء من"],
  leadsTo: ["leads to", "leadsTo", "أدى إلى"],
  sourceTitle: ["source", "source title", "المصدر", "مصدر", "المصادر"],
  sourcePublisher: ["source publisher", "publisher", "الناشر"],
  sourceUrl: ["source url", "source link", "رابط المصدر"],
  sourcePublished: ["source published", "تاريخ نشر المصدر"],
  sourceQuote: ["source quote", "نص المصدر"],
  media: ["media", "image", "media url", "image url", "picture", "photo", "الصورة", "صورة", "الوسائط", "رابط الصورة"],
  mediaAlt: ["media alt", "alt text", "alt", "وصف الصورة", "النص البديل"],
  mediaCredit: ["media credit", "credit", "مصدر الصورة", "حقوق الصورة"],
  mediaCaption: ["media caption", "caption", "تعليق الصورة"],
  mediaThumbnail: ["media thumbnail", "thumbnail"],
  background: ["background", "الخلفية"],
  type: ["type", "row type"],
};

/** Which columns of a table hold what. */
export interface Header {
  /** The first column of each meaning. */
  readonly places: ReadonlyMap<Column, number>;
  /** Texts in a language of their own: the column `title:ar`. */
  readonly languages: readonly {
    readonly column: "title" | "summary";
    readonly lang: string;
    readonly place: number;
  }[];
  /** The other columns, by their names. */
  readonly others: readonly { readonly name: string; readonly place: number }[];
  /** The names of columns in the option `map` that are in no table. */
  readonly missing: readonly { readonly field: string; readonly column: string }[];
  readonly names: readonly string[];
}

const IN_LANGUAGE = /^(title|summary):([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3})$/;
const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [keyOf(name), column as Column] as const)),
);

/** Tells which columns hold what, by the names that the author gave, else by their own, whatever their letter case. */
export function readHeader(cells: readonly string[], map: ReadonlyMap<string, string>): Header {
  const names = cells.map((cell) => cell.trim());
  const keys = names.map(keyOf);
  const places = new Map<Column, number>();
  const used = new Set<number>();
  const missing: { field: string; column: string }[] = [];
  for (const [field, column] of map) {
    const place = keys.indexOf(keyOf(column));
    const meaning = BY_NAME.get(keyOf(field));
    if (place < 0 || !meaning) missing.push({ field, column });
    else {
      places.set(meaning, place);
      used.add(place);
    }
  }
  const languages: { column: "title" | "summary"; lang: string; place: number }[] = [];
  const others: { name: string; place: number }[] = [];
  names.forEach((name, place) => {
    if (used.has(place) || name === "") return;
    const [, text, lang] = IN_LANGUAGE.exec(name) ?? [];
    const meaning = BY_NAME.get(keys[place]!);
    if (text !== undefined && lang !== undefined) languages.push({ column: text as "title" | "summary", lang, place });
    else if (meaning && !places.has(meaning)) places.set(meaning, place);
    else others.push({ name, place });
  });
  return { places, languages, others, missing, names };
}

/** Whether a row of cells is a header: it names a date and a text. */
export function isHeader({ places, languages }: Header): boolean {
  const hasDate = ["date", "start", "year"].some((column) => places.has(column as Column));
  return hasDate && (places.has("title") || places.has("summary") || places.has("media") || languages.length > 0);
}

function keyOf(name: string): string {
  return foldText(name.slice(0, 100)).replace(/[^\p{L}\p{N}]+/gu, "");
}
