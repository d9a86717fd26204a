import { textDirection } from "../../text/direction.js";
import { createDateReader, type DateReader, type DateReading } from "../dates.js";
import { finish, intervalOf, type DocumentDraft, type EventDraft } from "../draft.js";
import type { Reader, ReadSetting } from "../format.js";
import { createHtmlReader, type HtmlReader } from "../html.js";
import { attach } from "../media.js";
import type { Notes, RowNotes } from "../notes.js";
import type { Cells } from "./cells.js";
import type { Column } from "./columns.js";
import { dateFromParts, PART_COLUMNS } from "./date-columns.js";
import { unguarded } from "./formula.js";
import { readPlain } from "./plain-fields.js";
import type { Row } from "./rows.js";
import { openTable, type Table } from "./table.js";

/** How many rows are looked at to tell whether days or months come first. */
const SAMPLED = 1000;

/** What reading a row needs. */
interface RowReader {
  readonly table: Table;
  readonly dates: DateReader;
  readonly html: HtmlReader;
}

/** A table with separated values: columns by their names in English or Arabic, or those of a TimelineJS sheet. */
export const read: Reader = async ({ text }, notes, setting) => {
  const table = openTable(text, setting.map);
  if (!table) {
    notes.whole.issue("table-empty", "", text, "a row with the names of the columns, and rows below it", "error");
    return { events: [] };
  }
  checkHeader(table, notes);
  const dates = createDateReader(setting, dateSamples(table));
  const html = await createHtmlReader(text);
  return readRows({ table, dates, html }, notes, setting);
};

function checkHeader({ header, headerRow }: Table, { at }: Notes): void {
  const note = at({ row: headerRow.number, path: `row ${headerRow.number}` });
  for (const { field, column } of header.missing)
    note.issue(
      "column-unknown",
      column,
      field,
      `a field and one of the columns ${header.names.join(", ").slice(0, 200)}`,
    );
  if (headerRow.isCut) note.loss("", headerRow.cells.length, "the columns from here on");
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

function* dateSamples({ header, rows }: Table): Generator<string> {
  const places = (["date", "start", "end"] as const).flatMap((column) => header.places.get(column) ?? []);
  let left = SAMPLED;
  for (const { cells } of rows()) {
    if (left-- === 0) return;
    for (const place of places) yield cells[place] ?? "";
  }
}

function readRows(reader: RowReader, notes: Notes, { maxEvents, locale }: ReadSetting): ReturnType<typeof finish> {
  const events: EventDraft[] = [];
  const draft: DocumentDraft = { locale };
  for (const row of reader.table.rows()) {
    const note = notes.at({ row: row.number, path: `row ${row.number}` });
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    if (events.length === maxEvents) {
      note.issue("events-more", "", `${maxEvents} events`, `at most ${maxEvents} events`, "error");
      break;
    }
    if (row.isOpen)
      note.issue("quote-open", "", '"', "a second quotation mark; from here on they are taken as letters");
    if (row.isCut) note.loss("", row.cells.length, "the cells from here on");
    const { event, type } = readRow(row, reader, note);
    if (type === "title") {
      draft.title = event.title;
      draft.subtitle = event.summary;
      if (event.media ?? event.url) note.loss("media", event.url ?? event.media, "the title has no media");
    } else if (type === "era")
      draft.eras = [...(draft.eras ?? []), { title: event.title ?? "", date: event.date ?? "" }];
    else events.push(event);
  }
  return finish(draft, events);
}

function readRow(row: Row, { table, dates, html }: RowReader, note: RowNotes): { event: EventDraft; type: string } {
  const { places, languages, others, names } = table.header;
  const cell = (place: number | undefined): string =>
    place === undefined ? "" : unguarded((row.cells[place] ?? "").trim());
  const of = (column: Column): string => cell(places.get(column));
  const cells: Cells = { of, name: (column) => names[places.get(column) ?? -1] ?? column, note };
  const event: EventDraft = {};
  const text = (column: "title" | "summary"): EventDraft["title"] => {
    const byLanguage = languages.flatMap((language): [string, string][] => {
      const words = language.column === column ? cell(language.place) : "";
      return words === "" ? [] : [[language.lang, words]];
    });
    const own = html(of(column), event, note, cells.name(column)) ?? "";
    if (byLanguage.length === 0) return own;
    return Object.fromEntries([...(own === "" ? [] : [[guessLanguage(own), own] as const]), ...byLanguage]);
  };
  const type = of("type").toLowerCase();
  event.id = of("id");
  event.kind = undefined;
  event.date = "";
  event.title = text("title");
  event.summary = text("summary");
  if (event.title === "" && typeof event.summary === "string" && event.summary !== "") {
    event.title = event.summary;
    event.summary = "";
  }
  if (type !== "title") readDate(event, cells, dates);
  readPlain(event, cells, dates);
  if (type !== "" && type !== "title" && type !== "era" && type !== "event") event.kind ??= of("type");
  const media = of("media") === "" ? of("mediaThumbnail") : of("media");
  const words = {
    alt: of("mediaAlt"),
    caption: html(of("mediaCaption"), event, note, cells.name("mediaCaption")),
    credit: html(of("mediaCredit"), event, note, cells.name("mediaCredit")),
  };
  const column = cells.name(of("media") === "" ? "mediaThumbnail" : "media");
  attach(event, { url: media, ...words }, note, column);
  for (const lost of ["background", ...(of("media") === "" ? [] : (["mediaThumbnail"] as const))] as const)
    if (of(lost) !== "") note.loss(cells.name(lost), of(lost), "an event has no background and no thumbnail");
  const own = others.flatMap(({ name, place }): [string, string][] =>
    cell(place) === "" ? [] : [[name, cell(place)]],
  );
  if (own.length > 0) event.data = Object.fromEntries(own);
  return { event, type };
}

/** The date of a row: of its parts, of its start and end, or of one column; else what its words say. */
function readDate(event: EventDraft, cells: Cells, dates: DateReader): void {
  const { of, name, note } = cells;
  const side = (column: "date" | "start" | "end"): DateReading | undefined => {
    if (column === "end" && /^(now|present|الآن)$/i.test(of("end"))) return { date: "now" };
    return dates.read(of(column), note, name(column));
  };
  const hasParts = PART_COLUMNS.some((column) => of(column) !== "");
  const [start, end] = hasParts
    ? [dateFromParts(cells, "start", dates), dateFromParts(cells, "end", dates)]
    : [side("start") ?? side("date"), side("end")];
  const printed = of("dateText");
  if (start || end) event.date = intervalOf(start?.date, end?.date);
  else if (printed !== "") event.date = dates.read(printed, note, name("dateText"))?.date ?? "";
  else note.issue("date-missing", name(hasParts ? "year" : "date"), "", "a date", "error");
  const words = [start?.dateText, end?.dateText].filter((text) => text !== undefined).join(" – ");
  event.dateText = printed === "" ? words : printed;
}

function guessLanguage(text: string): string {
  return textDirection(text, "ltr") === "rtl" ? "ar" : "en";
}
