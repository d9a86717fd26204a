import { cleanText } from "../text/clean.js";
import { chooseLanguage } from "./language.js";

/** A short text of the interface: one for all languages, or one per language. */
export type Label = string | Readonly<Record<string, string>>;

/** A field that holds a word of a fixed list: how it is named, and how each word is printed. */
export interface WordField {
  /** The name of the field. */
  readonly label: Label;
  /** How each word is printed. */
  readonly values: Readonly<Record<string, Label>>;
}

/** How a field is named, and how its words are printed where it holds words of a fixed list. */
export type FieldDefinition = Label | WordField;

/** Whether a field holds words of a fixed list. */
export function isWordField(definition: FieldDefinition): definition is WordField {
  return typeof definition === "object" && typeof definition.values === "object";
}

/** The label in the language that comes nearest to the locale. */
export function labelText(label: Label, locale: string): string {
  const text = typeof label === "string" ? label : label[chooseLanguage(Object.keys(label), locale) ?? ""];
  return cleanText(text ?? "");
}

/** The own fields of the built-in kinds. A field means the same in each kind that has it. */
export const FIELDS = {
  who: { ar: "الشخص", en: "Who" },
  what: { ar: "العنوان", en: "What" },
  from: { ar: "من", en: "From" },
  to: { ar: "إلى", en: "To" },
  invitedBy: { ar: "بدعوة من", en: "Invited by" },
  host: { ar: "المضيف", en: "Host" },
  parties: { ar: "الأطراف", en: "Parties" },
  document: { ar: "الوثيقة", en: "Document" },
  subject: { ar: "الموضوع", en: "Subject" },
  speaker: { ar: "المتحدث", en: "Speaker" },
  quote: { ar: "القول", en: "Quote" },
  body: { ar: "الجهة", en: "Body" },
  inFavour: { ar: "مع", en: "In favour" },
  against: { ar: "ضد", en: "Against" },
  abstained: { ar: "امتناع", en: "Abstained" },
  outcome: { ar: "النتيجة", en: "Outcome" },
  winner: { ar: "الفائز", en: "Winner" },
  turnout: { ar: "نسبة المشاركة (%)", en: "Turnout (%)" },
  mediator: { ar: "الوسيط", en: "Mediator" },
  cause: { ar: "السبب", en: "Cause" },
  deaths: { ar: "القتلى", en: "Deaths" },
  injured: { ar: "الجرحى", en: "Injured" },
  founders: { ar: "المؤسسون", en: "Founders" },
  authors: { ar: "المؤلفون", en: "Authors" },
  publisher: { ar: "الناشر", en: "Publisher" },
  format: {
    label: { ar: "الصيغة", en: "Format" },
    values: {
      "in-person": { ar: "حضورياً", en: "In person" },
      video: { ar: "عبر الفيديو", en: "By video" },
      hybrid: { ar: "حضورياً وعبر الفيديو", en: "In person and by video" },
    },
  },
} as const;
