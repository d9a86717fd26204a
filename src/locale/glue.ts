import { times } from "../base/times.js";
import { DAY, type Instant } from "../time/instant.js";
import { dateParts, type Fields, type FieldSetting } from "./fields.js";

/** Days that meet every month of the Gregorian calendar, those of a second year for leap months, and one before our era. */
const FIRST_YEAR: readonly Instant[] = times(14, (i) => (18_262 + i * 27) * DAY);
const SAMPLES: readonly Instant[] = [
  ...FIRST_YEAR,
  ...FIRST_YEAR.map((instant) => instant + FIRST_YEAR.length * 27 * DAY),
  -1_000_000 * DAY,
];
const FIELDS: readonly Fields[] = [
  { day: "numeric", month: "long", year: "numeric" },
  { month: "long", year: "numeric" },
];
const SHORT_FIELDS: readonly Fields[] = [FIELDS[0]!, { day: "numeric", month: "short", year: "numeric" }];

const ARABIC: FieldSetting = { locale: "ar", calendar: "gregory", numerals: "latn", monthNames: "dual" };
const ENGLISH: FieldSetting = { ...ARABIC, locale: "en" };
/** The names of these two, once they were needed. */
let common: readonly string[] | undefined;

const NUMBER_LAST = /\p{Nd}$/u;
const NUMBER_FIRST = /^\p{Nd}/u;
/** What is no sign; half of a letter beyond the basic plane is none either. */
const LETTER = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/**
 * A test of whether two neighbouring words belong to one date: a number and a month, a month and a year, the words of a
 * month's name ("كانون الثاني"), a year and its era. Besides the names that the timeline itself uses, a title can have the
 * Gregorian ones in Arabic, from both regions, and in English.
 */
export function createGlue(setting: FieldSetting): (before: string, after: string) => boolean {
  let known: ReturnType<typeof learnNames> | undefined;
  return (before, after) => {
    known ??= learnNames(setting);
    const left = bare(before);
    const right = bare(after);
    return (
      (NUMBER_LAST.test(left) && known.starts.has(right)) ||
      (known.ends.has(left) && NUMBER_FIRST.test(right)) ||
      known.pairs.has(`${left} ${right}`)
    );
  };
}

/** A word without the signs around it. */
function bare(word: string): string {
  let [from, end] = [0, word.length];
  while (from < end && !LETTER.test(word.charAt(from))) from++;
  while (end > from && !LETTER.test(word.charAt(end - 1))) end--;
  return word.slice(from, end);
}

function learnNames(setting: FieldSetting): { starts: Set<string>; ends: Set<string>; pairs: Set<string> } {
  const starts = new Set<string>();
  const ends = new Set<string>();
  const pairs = new Set<string>();
  common ??= [...namesIn(ARABIC, FIRST_YEAR, FIELDS), ...namesIn(ENGLISH, FIRST_YEAR, SHORT_FIELDS)];
  const names = [...namesIn(setting, SAMPLES, FIELDS), ...common];
  for (const name of new Set(names.flatMap((name) => name.split("/ ")))) {
    const words = name.split(/\s/);
    starts.add(words[0]!);
    ends.add(words.at(-1)!);
    words.slice(1).forEach((word, i) => pairs.add(`${words[i]!} ${word}`));
  }
  return { starts, ends, pairs };
}

/** The names of months and eras that the dates of some days have. */
function namesIn(setting: FieldSetting, days: readonly Instant[], fields: readonly Fields[]): string[] {
  return days
    .flatMap((instant) => fields.flatMap((shown) => dateParts(instant, { ...shown, era: "short" }, setting)))
    .filter(({ type }) => type === "month" || type === "era")
    .map(({ value }) => value);
}
