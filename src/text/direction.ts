/** The base direction of a text. */
export type Direction = "ltr" | "rtl";

const RTL_SCRIPTS: ReadonlySet<string> = new Set(
  "Adlm Arab Aran Armi Avst Chrs Elym Gara Hatr Hebr Hung Khar Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Todr Yezi".split(
    " ",
  ),
);

/** A letter in one of the blocks that Unicode gives to scripts written from right to left. */
const RTL_LETTER = /(?=[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u;
const LETTER = /\p{L}/u;

/** A guess looks at no more than this many characters. */
const SCANNED = 2_000;

/**
 * The direction in which a language is written, by the script that CLDR expects for its tag: the one answer that all
 * engines give alike (their own `textInfo` differs for `dv` and `az-Arab`). A malformed tag gives `ltr`.
 */
export function localeDirection(tag: string): Direction {
  try {
    return RTL_SCRIPTS.has(new Intl.Locale(tag).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}

/**
 * Guesses the direction of a text of unknown language: `rtl` with any right-to-left letter in it, else `ltr` with any
 * letter, else `fallback`. The usual guess by the first letter is wrong for titles like "COVID-19 في 9 تموز".
 */
export function textDirection(text: string, fallback: Direction): Direction {
  const start = text.slice(0, SCANNED);
  if (RTL_LETTER.test(start)) return "rtl";
  return LETTER.test(start) ? "ltr" : fallback;
}

/** What is known about the direction of a text. */
export interface DirectionHints {
  /** Said outright. */
  readonly dir?: Direction | undefined;
  /** The language of the text as a BCP 47 tag. */
  readonly lang?: string | undefined;
  /** The text itself. */
  readonly text: string;
  /** The direction of what the text stands in. */
  readonly fallback: Direction;
}

/** The direction of a text: the one given, else that of its language, else a guess by its letters. */
export function resolveDirection({ dir, lang, text, fallback }: DirectionHints): Direction {
  return dir ?? (lang === undefined ? textDirection(text, fallback) : localeDirection(lang));
}
