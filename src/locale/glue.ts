import { DAY, type Instant } from "../time/instant.js";
import { dateParts, type Fields, type FieldSetting } from "./fields.js";

/** Two years of days that meet every month of every calendar, and one before our era. */
const SAMPLES: readonly Instant[] = [
  ...Array.from({ length: 27 }, (_, i) => (18_262 + i * 27) * DAY),
  -1_000_000 * DAY,
];
const FIELDS: readonly Fields[] = [
  { day: "numeric", month: "long", year: "numeric" },
  { month: "long", year: "numeric" },
];

const NUMBER_LAST = /\p{Nd}$/u;
const NUMBER_FIRST = /^\p{Nd}/u;
const PUNCTUATION = /^[^\p{L}\p{N}]{1,3}|[^\p{L}\p{M}\p{N}]{1,3}$/gu;

/**
 * A test of whether two neighbouring words belong to one date of the locale: a number and a month, a month and a year, the
 * words of a month's name ("كانون الثاني"), a year and its era.
 */
export function createGlue(setting: FieldSetting): (before: string, after: string) => boolean {
  let known: ReturnType<typeof learnNames> | undefined;
  return (before, after) => {
    known ??= learnNames(setting);
    const left = before.replace(PUNCTUATION, "");
    const right = after.replace(PUNCTUATION, "");
    return (
      (NUMBER_LAST.test(left) && known.starts.has(right)) ||
      (known.ends.has(left) && NUMBER_FIRST.test(right)) ||
      known.pairs.has(`${left} ${right}`)
    );
  };
}

function learnNames(setting: FieldSetting): { starts: Set<string>; ends: Set<string>; pairs: Set<string> } {
  const starts = new Set<string>();
  const ends = new Set<string>();
  const pairs = new Set<string>();
  const names = SAMPLES.flatMap((instant) =>
    FIELDS.flatMap((fields) => dateParts(instant, { ...fields, era: "short" }, setting)),
  ).filter(({ type }) => type === "month" || type === "era");
  for (const name of new Set(names.flatMap(({ value }) => value.split("/ ")))) {
    const words = name.split(/\s/);
    starts.add(words[0]!);
    ends.add(words.at(-1)!);
    words.slice(1).forEach((word, i) => pairs.add(`${words[i]!} ${word}`));
  }
  return { starts, ends, pairs };
}
