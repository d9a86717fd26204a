import { pluralRules } from "./intl.js";
import type { MessageValues } from "./vocabulary.js";

const ENGLISH_SUFFIX: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

const ENGLISH = "first second third fourth".split(" ");

const ARABIC = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(" ");
const ARABIC_BEYOND: Readonly<Record<number, string>> = { 11: "الحادي عشر", 20: "العشرون", 21: "الحادي والعشرون" };
const ARABIC_TENS =
  "العقد الأول من,العقد الثاني من,عشرينيات,ثلاثينيات,أربعينيات,خمسينيات,ستينيات,سبعينيات,ثمانينيات,تسعينيات".split(",");

function arabicOrdinal(n: number): string {
  const word = ARABIC_BEYOND[n] ?? ARABIC[n - 1];
  if (word !== undefined) return word;
  return n > 11 && n < 20 ? `${ARABIC[n - 11]!} عشر` : `الـ${n}`;
}

function arabicFeminine(n: number): string {
  if (n === 1) return "الأولى";
  const word = arabicOrdinal(n);
  return n === 20 || n > 21 ? word : word.replace(/^\S+|عشر$/g, "$&ة");
}

/** The places of messages that a number fills as a word, by language. */
const WORDS: Readonly<Record<string, Readonly<Record<string, (n: number) => string>>>> = {
  en: {
    ordinal: (n) => `${n}${ENGLISH_SUFFIX[pluralRules("en", "ordinal").select(n)] ?? "th"}`,
    position: (n) => ENGLISH[n - 1]!,
  },
  ar: {
    ordinal: arabicOrdinal,
    genitive: (n) => arabicOrdinal(n).replace("ون", "ين"),
    feminine: arabicFeminine,
    tens: (n) => ARABIC_TENS[n] ?? "",
  },
};

/**
 * A number as a word: `ordinal`, and in English `position` (to 4), in Arabic `genitive`, `feminine` and `tens`, the name of a decade in its
 * century. `undefined` where the language has no such word.
 */
export function numberWord(language: string, form: string, values: MessageValues): string | undefined {
  return WORDS[language]?.[form]?.(Number(values[form === "tens" ? "decade" : "n"]));
}
