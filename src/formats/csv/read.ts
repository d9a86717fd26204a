import type { TimelineEvent } from "../../model/input.js";
import { createDateReader } from "../dates.js";
import { finish, type DocumentDraft, type EventDraft } from "../draft.js";
import type { EventStream, Opener, Reader, ReadSetting } from "../format.js";
import { createHtmlReader, type HtmlReader } from "../html.js";
import type { Notes, RowNotes } from "../notes.js";
import type { Cells } from "./cells.js";
import type { Header } from "./columns.js";
import { eventSteps, typeOf } from "./event-steps.js";
import { unguarded } from "./formula.js";
import { createRowReader, rowsOf, type Row } from "./rows.js";
import { findHeading, type Heading } from "./table.js";

/** So much of a table is looked at to find its header, in UTF-16 units, and to tell whether days or months come first, in rows. */
const HEAD = 500_000;
const SAMPLED = 1000;

/** A table with separated values: columns by their names in English or Arabic, or those of a TimelineJS sheet. */
export const read: Reader = async ({ text }, notes, setting) => {
  const stream = openTable(text, notes, setting, await createHtmlReader(text));
  const events = [...stream.push(text, true)];
  return { ...stream.rest(), events };
};

/** The same for a table that comes piece by piece. */
export const open: Opener = async (head, notes, setting) => openTable(head, notes, setting, await createHtmlReader());

function openTable(text: string, notes: Notes, setting: ReadSetting, html: HtmlReader): EventStream {
  const head = text.slice(0, HEAD);
  const heading = findHeading(head, setting.map);
  const draft: DocumentDraft = { locale: setting.locale };
  const rest: EventStream["rest"] = () => finish(draft, []);
  if (!heading) {
    notes.whole.issue("table-empty", "", head, "a row with the names of the columns, and rows below it", "error");
    return { rest, isDone: () => true, push: () => [] };
  }
  checkHeader(heading, notes);
  const { header, delimiter } = heading;
  const rows = createRowReader(delimiter);
  const steps = eventSteps(header, createDateReader(setting, dateSamples(head, heading)), html);
  const { cells, go } = createCells(header, notes);
  let count = 0;
  let isDone = false;
  const push = function* (piece: string, isLast: boolean): Generator<TimelineEvent> {
    if (isDone) return;
    rows.add(piece, isLast);
    for (let row = rows.next(); row; row = rows.next()) {
      if (row.number <= heading.row.number || row.cells.every((cell) => cell.trim() === "")) continue;
      go(row);
      if (count === setting.maxEvents) {
        isDone = true;
        cells.note.issue("events-more", "", `${count} events`, `at most ${count} events`, "error");
        return;
      }
      if (row.isOpen)
        cells.note.issue("quote-open", "", '"', "a second quotation mark; from here on they are taken as letters");
      if (row.isCut) cells.note.loss("", row.cells.length, "the cells from here on");
      const event: EventDraft = {};
      for (const step of steps) step(event, cells);
      if (keep(draft, event, cells)) continue;
      count++;
      notes.rows.push(row.number);
      yield event as unknown as TimelineEvent;
    }
    if (!rows.isLost()) return;
    isDone = true;
    notes.whole.issue("row-endless", "", piece, "a line with an end; all from there on is left out", "error");
  };
  return { rest, isDone: () => isDone, push };
}

/** Whether a row is the title of the timeline or an era of it, which then is kept. */
function keep(draft: DocumentDraft, event: EventDraft, cells: Cells): boolean {
  const type = typeOf(cells);
  if (type === "title") {
    draft.title = event.title;
    draft.subtitle = event.summary;
    if (event.media ?? event.url) cells.note.loss("media", event.url ?? event.media, "the title has no media");
  } else if (type === "era") draft.eras = [...(draft.eras ?? []), { title: event.title ?? "", date: event.date ?? "" }];
  return type !== "";
}

/** The cells of one row after the other: a table may have a million, so there is one object for all. */
function createCells(
  { places, names }: Header,
  notes: Notes,
): { readonly cells: Cells; readonly go: (to: Row) => void } {
  let row: Row;
  let noted: RowNotes | undefined;
  const ofRow = (): RowNotes => (noted ??= notes.at({ row: row.number, path: `row ${row.number}` }));
  const at = (place: number): string => unguarded((row.cells[place] ?? "").trim());
  const note: RowNotes = {
    issue: (...found) => {
      ofRow().issue(...found);
    },
    loss: (...found) => {
      ofRow().loss(...found);
    },
  };
  return {
    cells: {
      at,
      of: (column) => {
        const place = places.get(column);
        return place === undefined ? "" : at(place);
      },
      name: (column) => names[places.get(column) ?? -1] ?? column,
      note,
    },
    go: (to) => {
      row = to;
      noted = undefined;
    },
  };
}

function checkHeader({ header, row }: Heading, { at }: Notes): void {
  const note = at({ row: row.number, path: `row ${row.number}` });
  for (const { field, column } of header.missing)
    note.issue(
      "column-unknown",
      column,
      field,
      `a field and one of the columns ${header.names.join(", ").slice(0, 200)}`,
    );
  if (row.isCut) note.loss("", row.cells.length, "the columns from here on");
  const { places } = header;
  if (!(["date", "start", "year", "dateText"] as const).some((column) => places.has(column)))
    note.issue(
      "column-missing",
      "",
      header.names.join(", "),
      "a column of dates: Date, Start or Year, or التاريخ",
      "error",
    );
  if (!places.has("title") && !places.has("summary") && header.languages.length === 0)
    note.issue("column-missing", "", header.names.join(", "), "a column of titles: Title or Headline, or العنوان");
}

function* dateSamples(head: string, { header, delimiter, row }: Heading): Generator<string> {
  const places = (["date", "start", "end"] as const).flatMap((column) => header.places.get(column) ?? []);
  let left = SAMPLED;
  for (const { cells, number } of rowsOf(head, delimiter)) {
    if (number <= row.number) continue;
    if (left-- === 0) return;
    for (const place of places) yield cells[place] ?? "";
  }
}
