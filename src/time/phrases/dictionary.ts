import { fold } from "../../text/fold.js";
import type { Language, Sense, Unit } from "./sense.js";

/** The words of a language by their folded spelling. */
export interface Dictionary {
  readonly senses: ReadonlyMap<string, Sense>;
  readonly weak: ReadonlySet<string>;
  /** By the first word of an entry, how many words the longest such entry has. */
  readonly longest: ReadonlyMap<string, number>;
}

const dictionaries = new Map<Language, Dictionary>();

/** The dictionary of a language, made when it is first asked for. Of two meanings of a word the first one counts. */
export function dictionaryOf(language: Language): Dictionary {
  const known = dictionaries.get(language);
  if (known) return known;
  const made = build(language);
  dictionaries.set(language, made);
  return made;
}

function build(language: Language): Dictionary {
  const senses = new Map<string, Sense>();
  const longest = new Map<string, number>();
  const add = (word: string, sense: Sense): void => {
    const key = keyOf(word);
    const [first = "", ...rest] = key.split(" ");
    if (!senses.has(key)) senses.set(key, sense);
    longest.set(first, Math.max(longest.get(first) ?? 0, rest.length + 1));
  };
  const list = (words: string, senseOf: (index: number) => Sense): void => {
    words.split(",").forEach((entry, index) => {
      for (const word of entry.split("|")) if (word !== "") add(word, senseOf(index));
    });
  };

  for (const [is, words] of entries(language.plain)) list(words, () => ({ is }));
  for (const [days, words] of entries(language.relative)) list(words, () => ({ is: "relative", days: Number(days) }));
  for (const [calendar, words] of language.months)
    list(words, (index) => ({ is: "month", calendar, month: index + 1 }));
  list(language.weekdays, (weekday) => ({ is: "weekday", weekday }));
  list(language.shifts.before, (index) => ({ is: "shift", by: index - 1, isBefore: true }));
  list(language.shifts.after, (index) => ({ is: "shift", by: index - 1, isBefore: false }));
  for (const [unit, words] of entries(language.units)) list(words, () => ({ is: "unit", unit }));
  for (const [unit, words] of entries<Unit>(language.pairs)) list(words, () => ({ is: "unit", unit, count: 2 }));
  list(language.seasons, (index) => ({ is: "season", season: 21 + index }));
  list(language.tens, (index) => ({ is: "tens", tens: index + 2 }));
  for (const [era, words] of entries(language.eras)) list(words, () => ({ is: "era", era }));
  list(language.ago, (index) => ({ is: "ago", by: index === 0 ? -1 : 1 }));
  list(language.ordinals, (index) => ({ is: "number", value: index + 1, isCardinal: false }));
  list(language.cardinals, (index) => ({ is: "number", value: index + 1, isCardinal: true }));
  return { senses, longest, weak: new Set(language.weak.split("|").map(keyOf)) };
}

function entries<Key extends string>(record: Readonly<Partial<Record<Key, string>>>): [Key, string][] {
  return Object.entries(record) as [Key, string][];
}

function keyOf(word: string): string {
  return fold(word).text.replace(/[-.']/g, " ");
}
