import type { Issue } from "../../base/errors.js";
import { fold, type Folded } from "../../text/fold.js";
import { weekday } from "../civil.js";
import { parseEDTF } from "../edtf.js";
import type { Day } from "../instant.js";
import { ARABIC } from "./ar.js";
import { ENGLISH } from "./en.js";
import { PERSIAN } from "./fa.js";
import { lex } from "./lex.js";
import { readDuring } from "./during.js";
import { matchAt, type Match } from "./match.js";
import { dayText, type Piece } from "./piece.js";
import type { Context } from "./context.js";
import type { Language, Lexeme } from "./sense.js";

/** How {@link parseDateText} reads. */
export interface DateTextOptions {
  /** The day on which the text was published, as EDTF. Without it, words such as "yesterday" say nothing. */
  readonly publishedOn?: string | undefined;
  /** When that was of which the text says "during his visit", as EDTF: used where the text has no date of its own. */
  readonly during?: string | undefined;
  /** The language of the text, which is tried first: `ar`, `en` or `fa`, with or without a region. */
  readonly locale?: string | undefined;
}

interface Found {
  /** How sure the reading is: 1 for a date in full, less for each thing that had to be assumed. */
  readonly confidence: number;
  /** Where the words of the date begin and end in the text, in UTF-16 units. */
  readonly used: readonly [from: number, to: number];
  /** Other readings in EDTF, likeliest first. */
  readonly alternatives: readonly string[];
  /** The code `weekday-contradicts`, where the text names another weekday than the date has. */
  readonly issue?: Issue;
}

/** A date that was read. */
export interface ReadDateText extends Found {
  /** Says which of the two this is. */
  readonly isAmbiguous: false;
  /** The date in EDTF, as precise as the words and no more. */
  readonly edtf: string;
}

/** A date that can be read in two ways, such as 09/07/2020: both are among the alternatives. */
export interface AmbiguousDateText extends Found {
  /** Says which of the two this is. */
  readonly isAmbiguous: true;
  /** None, as it would be a guess. */
  readonly edtf: undefined;
}

/** The result of {@link parseDateText}. */
export type DateText = ReadDateText | AmbiguousDateText;

/** As much of a text as is looked at, in UTF-16 units. */
const LONGEST = 300;
/** By script: of two languages that share one, a text is taken to be in the one that knows more of its words. */
const SCRIPTS: readonly (readonly Language[])[] = [[ARABIC, PERSIAN], [ENGLISH]];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const LETTER = /\p{L}/u;
const CONTRADICTED = 0.4;
/** How sure it is that the words mean the time that is known. */
const MEANT = 0.7;

/**
 * Finds a date in words, as newsrooms write them in Arabic, English and Persian: "مطلع شهر آذار/ مارس الماضي",
 * "7–9 July 2020", "۱۸ تیر ۱۳۹۹". Of several dates it takes the surest, and of those the first. It never invents
 * precision: "early March 2020" is `2020-03~`; a month or a year of the Hijra or of Iran is a choice of days. Years
 * that a phrase leaves out are the nearest to `publishedOn`. Dates before 1582 are taken as they stand.
 *
 * @param text - The phrase, or a sentence that holds it; only its first 300 UTF-16 units are looked at.
 * @param options - When it was published, and its language.
 * @returns The date; or `null` where there is none, or none that can be told without `publishedOn`.
 */
export function parseDateText(text: string, options: DateTextOptions = {}): DateText | null {
  if (typeof text !== "string") return null;
  const folded = fold(beginning(text));
  const today = dayFrom(options.publishedOn);
  const all = readings(text, folded, options.locale);
  let best: DateText | null = null;
  for (const { language, lexemes } of all) {
    const found = surest(lexemes, folded, { language, today });
    if (found && found.confidence > (best?.confidence ?? 0)) best = found;
  }
  return best ?? knownTime(all, folded, options.during);
}

function knownTime(all: readonly Reading[], folded: Folded, during: string | undefined): DateText | null {
  for (const { language, lexemes } of all) {
    const words = readDuring(lexemes, folded, language, during);
    if (!words) continue;
    const used = [folded.at[words.from]!, folded.at[words.to]!] as const;
    return { isAmbiguous: false, edtf: words.edtf, confidence: MEANT, used, alternatives: [] };
  }
  return null;
}

/** No word or number is cut in two. */
function beginning(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(" ", LONGEST);
  return end > 0 ? text.slice(0, end) : "";
}

function dayFrom(text: string | undefined): Day | undefined {
  const read = parseEDTF(text ?? "");
  if (!read.ok || read.value.isInterval || read.value.precision !== "day") return undefined;
  return typeof read.value.start === "object" ? read.value.start.earliest : undefined;
}

interface Reading {
  readonly language: Language;
  readonly lexemes: readonly Lexeme[];
  /** How much of the text is in this language. */
  readonly known: number;
}

/** The text in the likeliest language of each script that it has words in; digits alone are read in one language. */
function readings(text: string, folded: Folded, locale: string | undefined): readonly Reading[] {
  const code = (typeof locale === "string" ? locale : "").slice(0, 2).toLowerCase();
  const all = SCRIPTS.map((languages) =>
    languages
      .map((language) => readIn(language, text, folded, code))
      .reduce((best, reading) => (reading.known > best.known ? reading : best)),
  );
  const known = all.filter((reading) => reading.known >= 1);
  return known.length > 0 ? known : [all.reduce((best, reading) => (reading.known > best.known ? reading : best))];
}

function readIn(language: Language, text: string, folded: Folded, code: string): Reading {
  const lexemes = lex(folded.text, language);
  const words = lexemes.filter(({ sense, from }) => sense.is !== "other" && LETTER.test(folded.text[from]!)).length;
  const hasOwnSigns = language.ownSigns.test(text.slice(0, LONGEST));
  return { language, lexemes, known: words + (hasOwnSigns ? 1 : 0) + (language.code === code ? 0.5 : 0) };
}

function surest(lexemes: readonly Lexeme[], folded: Folded, context: Context): DateText | undefined {
  let best: DateText | undefined;
  for (let index = 0; index < lexemes.length;) {
    const match = matchAt(lexemes, index, context);
    const found = match?.piece && answer(match.piece, match, folded);
    if (found && found.confidence > (best?.confidence ?? 0)) best = found;
    index = match?.next ?? index + 1;
  }
  return best;
}

function answer(piece: Piece, { weekday: named, from, to }: Match, { at }: Folded): DateText | undefined {
  const { edtf, confidence, day, alternatives } = piece;
  const used = [at[from]!, at[to]!] as const;
  if (piece.isAmbiguous) return { isAmbiguous: true, edtf: undefined, confidence, used, alternatives };
  if (!parseEDTF(edtf).ok) return undefined;
  const found = { isAmbiguous: false, edtf, confidence, used, alternatives } as const;
  if (day === undefined || named === undefined || named === weekday(day)) return found;
  return { ...found, confidence: confidence * CONTRADICTED, issue: contradiction(day, named) };
}

function contradiction(day: Day, named: number): Issue {
  return {
    code: "weekday-contradicts",
    path: "text",
    found: WEEKDAYS[named]!,
    expected: `${WEEKDAYS[weekday(day)]!}, the weekday of ${dayText(day)}`,
    severity: "warning",
  };
}
