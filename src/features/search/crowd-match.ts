import { isWordField, labelText, type WordField } from "../../model/fields.js";
import { resolveRange, type EventFilter } from "../../model/filter.js";
import { labelsOf } from "../../model/lanes.js";
import { fieldOf } from "../../model/parts.js";
import { isObject } from "../../model/rules.js";
import type { Here } from "../../store/crowd.js";
import { covers, type StoredEvent } from "../../store/event-store.js";
import type { Work } from "../../store/slices.js";
import { TEXT_LIMIT } from "../../text/clean.js";
import { foldText } from "../../text/fold.js";
import { createFoldedUnits, type FoldedUnits } from "../../text/folded-units.js";
import { civilFromDay, dayOf } from "../../time/civil.js";
import { eachStored } from "./each-stored.js";
import { lanesWithin, nameTests, termsOf, type MatchSetting } from "./match.js";
import { spellingsOf } from "./words-of.js";

/** The fields that are searched in events of any kind, beside those of its own. */
const FIELDS = ["title", "summary", "dateText", "place", "participants", "sources", "tags"] as const;
/** What the words of a field are called, where it has some; `undefined` where it is no own field of a kind. */
type Spoken = WordField["values"] | undefined;
const NO_WORDS: WordField["values"] = {};
/** What is in these is no text that readers see. */
const WORDLESS: ReadonlySet<string> = new Set(["url", "lang", "dir", "published"]);
/** What may be a part of a year. */
const YEAR = /^\d{1,4}$/;
/** Texts of texts of texts are looked into, and no deeper. */
const DEEPEST = 4;
/** So many events are looked at without a pause. */
const SLICE = 1_024;

/**
 * Looks for the events of a crowd that answer to a filter. Texts are those of the rows, in whatever language, so that no event
 * has to be made to be looked at. Rows before the first one that is asked for are passed over.
 *
 * @param found - Gets the bit of each row that answers, as they come: see `rowSet`.
 */
export function* matchCrowd(
  { rows, store, whole }: Here,
  filter: EventFilter,
  { lanes, kinds, timeZone, locale }: MatchSetting,
  found: Uint32Array,
  firstRow = 0,
): Work<undefined> {
  const laneIds = filter.lanes && lanesWithin(lanes, new Set(filter.lanes));
  const [from, end] = filter.range ? resolveRange(filter.range, timeZone) : [];
  const labels = labelsOf(lanes);
  const laneWords = store.lanes.map((id) => foldText(labels.get(id)?.text ?? ""));
  const ofKinds = store.kinds.map((name) => {
    const { label = "", fields } = kinds.get(name) ?? {};
    const words = foldText([labelText(label, locale), ...spellingsOf(label)].join("\n"));
    const own = [...(fields ?? [])].map(([field, is]) => [field, isWordField(is) ? is.values : NO_WORDS] as const);
    return { words, fields: new Map<string, Spoken>([...FIELDS.map((field) => [field, undefined] as const), ...own]) };
  });
  const terms = termsOf(filter.text);
  const isOfYears = terms.some((term) => YEAR.test(term));
  const named = nameTests(filter);
  const units = createFoldedUnits();

  const hasWords = (row: object, { lane, kind, start }: StoredEvent): boolean => {
    if (terms.length === 0 && named.length === 0) return true;
    const { words, fields } = ofKinds[kind]!;
    units.clear();
    for (const name in row) {
      if (!fields.has(name)) continue;
      addField(fieldOf(row, name), fields.get(name), units);
      units.end();
    }
    if (isOfYears) {
      for (const year of yearsOf(fieldOf(row, "date"), start)) {
        units.add(year);
        units.end();
      }
    }
    const isIn = (term: string): boolean => units.has(term) || laneWords[lane]!.includes(term) || words.includes(term);
    return terms.every(isIn) && named.every(({ names }) => names.some((name) => units.has(name)));
  };
  yield* eachStored(
    store,
    firstRow,
    (stored, place) => {
      if (laneIds && !laneIds.has(store.lanes[stored.lane]!)) return;
      if (filter.kinds && !filter.kinds.includes(store.kinds[stored.kind]!)) return;
      if (from !== undefined && !covers(stored.start, stored.end, from, end!)) return;
      const { row: index } = stored;
      const row = rows[index];
      if (!isObject(row) || !hasWords(row, stored)) return;
      // A name that is in a text may be more than the text says: the event itself decides.
      if (named.length > 0) {
        const event = whole.eventAt(place);
        if (!event || !named.every(({ test }) => test(event))) return;
      }
      found[index >>> 5]! |= 1 << (index & 31);
    },
    SLICE,
  );
}

/** Adds what a field says: a number, a word in what it is called, or texts. */
function addField(value: unknown, spoken: Spoken, units: FoldedUnits): void {
  for (const part of spoken && Array.isArray(value) ? value : [value]) {
    if (spoken && typeof part === "number") units.add(String(part));
    else if (spoken && typeof part === "string" && Object.hasOwn(spoken, part)) addWords(spoken[part], units, DEEPEST);
    else addWords(part, units, DEEPEST);
    if (spoken && typeof part !== "string") units.end();
  }
}

/** Adds all texts of a row; the parts of one text are one. */
function addWords(value: unknown, units: FoldedUnits, depth: number): void {
  if (typeof value === "string") units.add(value.length > TEXT_LIMIT ? value.slice(0, TEXT_LIMIT) : value);
  else if (depth === 0 || typeof value !== "object" || value === null) return;
  else if (Array.isArray(value)) for (const part of value) addWords(part, units, depth - 1);
  else {
    for (const [name, part] of Object.entries(value)) {
      if (WORDLESS.has(name)) continue;
      addWords(part, units, depth - 1);
      units.end();
    }
  }
}

function yearsOf(date: unknown, start: number): readonly string[] {
  return typeof date === "string" ? (date.match(/\d{4}/g) ?? []) : [String(civilFromDay(dayOf(start)).year)];
}
