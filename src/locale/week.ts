import { likelyLocale } from "./intl.js";

/**
 * The regions where a week begins on another day than Monday, after CLDR 48 (supplemental data, `weekData`). Engines of
 * different age differ in some, so the table is ours.
 */
const REGIONS: readonly (readonly [day: number, regions: string])[] = [
  [
    0,
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW",
  ],
  [5, "MV"],
  [6, "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"],
];
const MONDAY = 1;

/**
 * The first day of the week where a locale is spoken, 0 (Sunday) to 6.
 *
 * @param locale - A BCP 47 tag; without a region, that of most who speak the language.
 */
export function weekStart(locale: string): number {
  const { region } = likelyLocale(locale);
  return REGIONS.find(([, regions]) => region !== undefined && regions.includes(region))?.[0] ?? MONDAY;
}
