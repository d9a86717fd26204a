/** Languages of many scripts and habits, with and without a region. */
export const LOCALES: readonly string[] = (
  "af am ar ar-EG ar-SA ar-SY be bg bn bs ca cs cy da de de-AT el en en-GB es es-MX et eu fa fi fil fr fr-CA ga gl gu he hi " +
  "hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt pt-PT ro ru si sk sl so sq sr sv " +
  "sw ta te th tr uk ur uz vi zh zh-TW zu"
).split(" ");

/** The fields of dates, together as they are asked for and in other ways. */
export const FIELDS: readonly Intl.DateTimeFormatOptions[] = [
  { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  { weekday: "short", day: "numeric" },
  { weekday: "long" },
  { day: "numeric", month: "long", year: "numeric" },
  { day: "numeric", month: "long", year: "numeric", era: "short" },
  { day: "numeric", month: "long" },
  { day: "numeric", month: "short" },
  { day: "2-digit", month: "2-digit", year: "numeric" },
  { day: "numeric" },
  { month: "long", year: "numeric" },
  { month: "short", year: "numeric" },
  { month: "long" },
  { month: "short" },
  { month: "narrow" },
  { year: "numeric" },
  { year: "numeric", era: "short" },
];
