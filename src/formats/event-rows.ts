import { fieldOf } from "../model/parts.js";
import type { TimelineDocument } from "../model/options.js";
import { isObject } from "../model/rules.js";
import { parseDate } from "../time/parse.js";
import type { Span } from "../time/span.js";
import type { Notes, RowNotes } from "./notes.js";
import { notedText } from "./plain.js";

/** An event of a document that is being written. */
export interface EventRow {
  readonly of: (name: string) => unknown;
  /** A text in one language; what is left out of it is a loss. */
  readonly text: (name: string) => string;
  readonly note: RowNotes;
  readonly index: number;
  /** When it was; `undefined` where the date can't be read. */
  readonly span: Span | undefined;
}

/** The events of a document, one after the other; what is no object is an issue. */
export function* eventRows(document: TimelineDocument, notes: Notes, locale: string): Generator<EventRow> {
  const { events, timeZone } = document;
  if (!Array.isArray(events)) {
    notes.whole.issue("events-unreadable", "events", events, "an array of events", "error");
    return;
  }
  for (let index = 0; index < events.length; index++) {
    const value: unknown = events[index];
    const note = notes.at({ row: index + 1, path: `events[${index}]` });
    if (!isObject(value)) {
      note.issue("event-unreadable", "", value, "an object with a date and a title", "error");
      continue;
    }
    const of = (name: string): unknown => fieldOf(value, name);
    const eventTimeZone = typeof of("timeZone") === "string" ? (of("timeZone") as string) : undefined;
    const parsed = parseDate(of("date"), { timeZone: typeof timeZone === "string" ? timeZone : "UTC", eventTimeZone });
    const text = (name: string): string => notedText(of(name), locale, note, name).trim();
    yield { of, text, note, index, span: parsed.ok ? parsed.span : undefined };
  }
}

/** Notes the fields of an event that are not among those that a form holds. */
export function loseOthers(document: TimelineDocument, row: EventRow, held: ReadonlySet<string>): void {
  const value: unknown = document.events[row.index];
  for (const name of isObject(value) ? Object.keys(value) : []) {
    const found = row.of(name);
    const isEmpty =
      found === undefined || found === null || found === "" || (Array.isArray(found) && found.length === 0);
    if (!held.has(name) && !isEmpty) row.note.loss(name, found, "the form has no field for it");
  }
}

/** Notes the fields of a document that are not among those that a form holds. */
export function loseOptions(document: TimelineDocument, notes: Notes, held: readonly string[]): void {
  const known = new Set(["$schema", "version", "events", ...held]);
  for (const [name, value] of Object.entries(document)) {
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!known.has(name) && !isEmpty) notes.whole.loss(name, value, "the form has no field for it");
  }
}

/** Notes that an event is left out as its date can't be read. */
export function noteDate({ of, note }: EventRow): void {
  const parsed = parseDate(of("date"));
  note.issue(
    parsed.ok ? "zone-unknown" : parsed.fault.code,
    "date",
    of("date"),
    parsed.ok ? "a time zone" : parsed.fault.expected,
    "error",
  );
}
