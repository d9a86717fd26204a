import { labelText } from "../../model/fields.js";
import { resolveKinds } from "../../model/kinds.js";
import { foldText } from "../../text/fold.js";
import type { DateReader } from "../dates.js";
import { addSource } from "../draft.js";
import { readNumber } from "../numbers.js";
import { remember } from "../remember.js";
import type { Column } from "./columns.js";
import type { Cells, Has, Step } from "./cells.js";

/** Fields that are one word. */
const WORDS = ["lane", "certainty", "timeZone", "lang", "dir", "url", "partOf"] as const;
/** Fields that are lists; their entries end with a semicolon. */
const LISTS = ["participants", "tags", "leadsTo"] as const;
const SOURCE = ["sourceTitle", "sourcePublisher", "sourceUrl", "sourcePublished", "sourceQuote"] as const;

const KINDS = new Map(
  [...resolveKinds()].flatMap(([name, { label }]) =>
    [name, labelText(label, "ar"), labelText(label, "en")].map((word) => [foldText(word), name] as const),
  ),
);

/** What reads the fields that are words, numbers and lists, as far as a table has columns for them. */
export function plainSteps(has: Has, dates: DateReader): readonly Step[] {
  const date = ({ of, name, note }: Cells, column: Column): string | undefined =>
    dates.read(of(column), note, name(column))?.date;
  const kind = remember(kindOf);
  return [
    ...WORDS.filter((word) => has(word)).map((word): Step => {
      // Most come again and again: one text for all of them.
      const same = remember((text) => text);
      return (event, { of }) => {
        const text = of(word);
        if (text !== "") (event as Record<string, unknown>)[word] = same(text);
      };
    }),
    ...LISTS.filter((list) => has(list)).map((list): Step => (event, { of }) => {
      const entries = entriesOf(of(list));
      if (entries.length > 0) event[list] = entries;
    }),
    ...when(has("kind"), (event, { of }) => {
      const word = of("kind");
      if (word !== "") event.kind = kind(word);
    }),
    ...when(has("importance"), (event, cells) => {
      const importance = numberIn(cells, "importance");
      if (importance !== undefined) event.importance = importance;
    }),
    ...when(has("publishedOn"), (event, cells) => {
      const day = date(cells, "publishedOn");
      if (day !== undefined) event.publishedOn = day;
    }),
    ...when(has("place", "lat", "lon"), (event, cells) => {
      const [place, lat, lon] = [cells.of("place"), numberIn(cells, "lat"), numberIn(cells, "lon")];
      if (lat !== undefined && lon !== undefined)
        event.place = { name: place === "" ? `${lat}, ${lon}` : place, lat, lon };
      else if (place !== "") event.place = place;
    }),
    ...when(has(...SOURCE), (event, cells) => {
      const { of } = cells;
      const source = {
        ...textField("title", of("sourceTitle")),
        ...textField("publisher", of("sourcePublisher")),
        ...textField("url", of("sourceUrl")),
        ...textField("published", date(cells, "sourcePublished") ?? ""),
        ...textField("quote", of("sourceQuote")),
      };
      if (Object.keys(source).length > 0) addSource(event, source);
    }),
  ];
}

/** A step that is there only if it has something to do. */
export function when(isNeeded: boolean, step: Step): readonly Step[] {
  return isNeeded ? [step] : [];
}

function numberIn({ of, name, note }: Cells, column: Column): number | undefined {
  if (of(column) === "") return undefined;
  const value = readNumber(of(column));
  if (value === undefined) note.issue("number-unreadable", name(column), of(column), "a number");
  return value;
}

/** The kind that a word names, in English or Arabic; else the word. */
function kindOf(word: string): string {
  return KINDS.get(foldText(word)) ?? word;
}

/** By semicolons where there is one, else by commas. */
function entriesOf(cell: string): string[] {
  if (cell === "") return [];
  const entries = cell.split(/[;؛]/.test(cell) ? /[;؛]/ : /[,،]/);
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

function textField(name: string, text: string): Readonly<Record<string, string>> {
  return text === "" ? {} : { [name]: text };
}
