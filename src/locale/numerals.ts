import { localeOf } from "./intl.js";

/** Which digits numbers are written with: `latn` 0–9, `arab` ٠–٩, `arabext` ۰–۹, or `auto`, what readers there use. */
export type Numerals = "auto" | "latn" | "arab" | "arabext";

/**
 * The digits that CLDR 48 takes for a language, where they are not `latn`. Engines of different age differ for plain `ar`,
 * so the table is ours.
 */
const DIGITS: Readonly<Record<string, string>> = {
  as: "beng",
  bn: "beng",
  ckb: "arab",
  fa: "arabext",
  mr: "deva",
  ne: "deva",
  ps: "arabext",
  sd: "arab",
};
/** Where Arabic is written with 0–9: nowhere in particular, the Maghreb, the Emirates. All other regions use ٠–٩. */
const LATN_REGIONS: ReadonlySet<string | undefined> = new Set([undefined, "001", "AE", "DZ", "EH", "LY", "MA", "TN"]);

/** The numbering system for a locale: the one asked for, the one in its tag (`-u-nu-`), or the usual one. */
export function resolveNumerals(locale: string, numerals: Numerals = "auto"): string {
  if (numerals !== "auto") return numerals;
  const { language, region, numberingSystem } = localeOf(locale);
  if (numberingSystem !== undefined) return numberingSystem;
  if (language === "ar") return LATN_REGIONS.has(region) ? "latn" : "arab";
  return DIGITS[language] ?? "latn";
}
