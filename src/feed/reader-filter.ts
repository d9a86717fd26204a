import type { FindSetting } from "../store/crowd.js";
import { labelText } from "../model/fields.js";
import type { EventFilter } from "../model/filter.js";
import type { ResolvedKind } from "../model/kinds.js";
import { foldText } from "../text/fold.js";
import type { Filter, SourceDescription, SourceField, SourceValue } from "../source/contract.js";
import { LONGEST_SPELLING } from "../source/spelling.js";
import { lanesWithin, termsOf } from "../features/search/match.js";
import { spellingsOf } from "../features/search/words-of.js";

/** What is asked of a source instead of everything. */
export interface Asked {
  readonly filter?: Filter | undefined;
  /** The codes of lanes. */
  readonly lanes?: readonly number[] | undefined;
}

/** The field in which the name of a kind stands. */
const KIND = "kind";
/** An event that names no kind is of this one. */
const PLAIN = "event";
/** So many words are looked for, in so many fields: a filter must not be too large for a source. */
const MOST_WORDS = 6;
const MOST_FIELDS = 4;

/** The parts of a reader's filter that a source can answer. */
export function partsFor(fields: readonly SourceField[]): ReadonlySet<keyof EventFilter> {
  return new Set([
    ...(textFields(fields).length > 0 ? (["text"] as const) : []),
    ...(hasKinds(fields) ? (["kinds"] as const) : []),
    "lanes" as const,
  ]);
}

/** Asks a source for what a reader looks for. The words are in any of its texts, or in what a kind is called. */
export function readerFilter(
  { text, kinds, lanes }: EventFilter,
  { fields, ...described }: Pick<SourceDescription, "fields" | "lanes">,
  setting: FindSetting,
): Asked {
  const parts: Filter[] = [];
  if (kinds && hasKinds(fields)) {
    const named: Filter = { field: KIND, op: "in", value: kinds };
    parts.push(kinds.includes(PLAIN) ? { or: [named, { not: isThere(KIND) }] } : named);
  }
  for (const word of termsOf(text).slice(0, MOST_WORDS)) {
    const texts = textFields(fields).map(({ name }): Filter => ({
      field: name,
      op: "finds",
      value: word.slice(0, LONGEST_SPELLING),
    }));
    const called = hasKinds(fields) ? kindsCalled(word, setting) : [];
    parts.push({ or: called.length > 0 ? [...texts, { field: KIND, op: "in", value: called }] : texts });
  }
  const wanted = lanes && lanesWithin(setting.lanes, new Set(lanes));
  return {
    filter: parts.length > 1 ? { and: parts } : parts[0],
    lanes: wanted && described.lanes.flatMap(({ id }, code) => (wanted.has(id) ? [code] : [])),
  };
}

/** The kinds that events of a source have, the most frequent first; none where it does not tell them. */
export function kindsIn({ count, fields }: Pick<SourceDescription, "count" | "fields">): readonly SourceValue[] {
  const values = fields.find(isOfKinds)?.values;
  if (!values) return [];
  const rest = values.reduce((left, { count }) => left - count, count);
  const plain = values.find(({ value }) => value === PLAIN)?.count ?? 0;
  const others = values.filter(({ value }) => value !== PLAIN);
  // As where a filter asks for it: who names no kind is of this one.
  const all = plain + rest > 0 ? [...others, { value: PLAIN, count: plain + rest }] : others;
  return all.sort((a, b) => b.count - a.count);
}

/** What two askers ask for together. */
export function both(one: Filter | undefined, other: Filter | undefined): Filter | undefined {
  return one && other ? { and: [one, other] } : (one ?? other);
}

function hasKinds(fields: readonly SourceField[]): boolean {
  return fields.some(isOfKinds);
}

function isOfKinds({ name, type }: SourceField): boolean {
  return name === KIND && type === "text";
}

function textFields(fields: readonly SourceField[]): readonly SourceField[] {
  return fields.filter(({ name, type }) => type === "text" && name !== KIND).slice(0, MOST_FIELDS);
}

function isThere(field: string): Filter {
  return {
    or: [
      { field, op: "eq", value: "" },
      { field, op: "ne", value: "" },
    ],
  };
}

/** The kinds in whose name a word stands, in any language. */
function kindsCalled(word: string, { kinds, locale }: FindSetting): readonly string[] {
  const isCalled = ({ kind, label }: ResolvedKind): boolean =>
    kind !== PLAIN && foldText([labelText(label, locale), ...spellingsOf(label)].join("\n")).includes(word);
  return [...kinds.values()].filter(isCalled).map(({ kind }) => kind);
}
