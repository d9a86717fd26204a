import { chooseLanguage } from "../model/language.js";
import { isObject } from "../model/rules.js";
import type { RowNotes } from "./notes.js";

/** A text as it is written where there is room for one: in one language, its pieces joined. */
export interface PlainText {
  readonly text: string;
  /** The language it is in, where the author named it. */
  readonly lang: string | undefined;
  /** What is left out: the other languages, or the directions of pieces. */
  readonly lost: readonly string[];
}

const NOTHING: PlainText = { text: "", lang: undefined, lost: [] };

/** The plain form of a `TextInput`, or of anything else that stands in its place. */
export function plainOf(input: unknown, locale: string): PlainText {
  if (input === undefined || input === null) return NOTHING;
  if (Array.isArray(input)) {
    const pieces = input.map((part: unknown) => (isObject(part) ? part : { text: part }));
    const has = (...names: readonly string[]): boolean =>
      pieces.some((part) => names.some((name) => part[name] !== undefined && part[name] !== false));
    const lost = [
      ...(has("dir", "lang") ? ["the directions and languages of pieces"] : []),
      ...(has("emphasis", "url") ? ["the emphasis and the links of pieces"] : []),
    ];
    return { text: pieces.map((part) => wordsOf(part["text"])).join(""), lang: undefined, lost };
  }
  if (!isObject(input)) return { ...NOTHING, text: wordsOf(input) };
  const tags = Object.keys(input);
  const lang = chooseLanguage(tags, locale);
  if (lang === undefined) return NOTHING;
  const { text, lost } = plainOf(isObject(input[lang]) ? undefined : input[lang], locale);
  const others = tags.filter((tag) => tag !== lang);
  return { text, lang, lost: [...lost, ...others.map((tag) => `the text in ${tag.slice(0, 40)}`)] };
}

/** The plain form of a text, with a note for each part of it that is left out. */
export function notedText(input: unknown, locale: string, note: RowNotes, field: string): string {
  const { text, lost } = plainOf(input, locale);
  for (const part of lost) note.loss(field, part, "there is room for one text in one language");
  return text;
}

function wordsOf(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}
