import { labelText } from "../../model/fields.js";
import { resolveKinds } from "../../model/kinds.js";
import { foldText } from "../../text/fold.js";
import type { DateReader } from "../dates.js";
import { addSource, type EventDraft } from "../draft.js";
import { readNumber } from "../numbers.js";
import type { Column } from "./columns.js";
import type { Cells } from "./cells.js";

/** Fields that are one word. */
const WORDS = ["lane", "certainty", "timeZone", "lang", "dir", "url", "partOf"] as const;
/** Fields that are lists; their entries end with a semicolon. */
const LISTS = ["participants", "tags", "leadsTo"] as const;

const KINDS = new Map(
  [...resolveKinds()].flatMap(([name, { label }]) =>
    [name, labelText(label, "ar"), labelText(label, "en")].map((word) => [foldText(word), name] as const),
  ),
);

/** Reads the fields that are words, numbers and lists. */
export function readPlain(event: EventDraft, cells: Cells, dates: DateReader): void {
  const { of, name, note } = cells;
  const fields: Record<string, unknown> = event;
  for (const word of WORDS) if (of(word) !== "") fields[word] = of(word);
  for (const list of LISTS) if (of(list) !== "") fields[list] = entriesOf(of(list));
  if (of("kind") !== "") event.kind = kindOf(of("kind"));
  const number = (column: "importance" | "lat" | "lon"): number | undefined => {
    const value = of(column) === "" ? undefined : readNumber(of(column));
    if (value === undefined && of(column) !== "") note.issue("number-unreadable", name(column), of(column), "a number");
    return value;
  };
  event.importance = number("importance");
  const date = (column: Column): string | undefined =>
    of(column) === "" ? undefined : dates.read(of(column), note, name(column))?.date;
  event.publishedOn = date("publishedOn");
  const [place, lat, lon] = [of("place"), number("lat"), number("lon")];
  if (lat !== undefined && lon !== undefined) event.place = { name: place === "" ? `${lat}, ${lon}` : place, lat, lon };
  else if (place !== "") event.place = place;
  const source = {
    ...textField("title", of("sourceTitle")),
    ...textField("publisher", of("sourcePublisher")),
    ...textField("url", of("sourceUrl")),
    ...textField("published", date("sourcePublished") ?? ""),
    ...textField("quote", of("sourceQuote")),
  };
  if (Object.keys(source).length > 0) addSource(event, source);
}

/** The kind that a word names, in English or Arabic; else the word. */
function kindOf(word: string): string {
  return KINDS.get(foldText(word)) ?? word;
}

/** By semicolons where there is one, else by commas. */
function entriesOf(cell: string): string[] {
  const entries = cell.split(/[;؛]/.test(cell) ? /[;؛]/ : /[,،]/);
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

function textField(name: string, text: string): Readonly<Record<string, string>> {
  return text === "" ? {} : { [name]: text };
}
