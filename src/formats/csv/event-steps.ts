import { textDirection } from "../../text/direction.js";
import type { DateReader, DateReading } from "../dates.js";
import { intervalOf, type EventDraft } from "../draft.js";
import type { HtmlReader } from "../html.js";
import { attach } from "../media.js";
import type { Cells, Has, Step } from "./cells.js";
import type { Column, Header } from "./columns.js";
import { dateFromParts, PART_COLUMNS } from "./date-columns.js";
import { plainSteps, when } from "./plain-fields.js";

const TEXTS = ["title", "summary"] as const;

type TextColumn = (typeof TEXTS)[number];

/** What a row is that is no event. */
type RowType = "" | "title" | "era";

/** What reads the rows of a table, step by step, as far as it has columns for them. */
export function eventSteps(header: Header, dates: DateReader, html: HtmlReader): readonly Step[] {
  const has: Has = (...columns) => columns.some((column) => header.places.has(column));
  return [
    ...when(has("id"), (event, { of }) => {
      const id = of("id");
      if (id !== "") event.id = id;
    }),
    dateStep(has, dates),
    ...TEXTS.filter((column) => has(column) || inLanguages(header, column).length > 0).map((column) =>
      textStep(header, column, html),
    ),
    (event) => {
      if (event.title !== undefined || event.summary === undefined) return;
      event.title = event.summary;
      delete event.summary;
    },
    ...plainSteps(has, dates),
    ...when(has("type"), (event, { of }) => {
      if (!/^(title|era|event|)$/i.test(of("type"))) event.kind ??= of("type");
    }),
    ...when(has("media", "mediaThumbnail", "mediaCaption", "mediaCredit"), (event, cells) => {
      readMedia(event, cells, html);
    }),
    ...when(has("background"), (_, { of, name, note }) => {
      if (of("background") !== "")
        note.loss(name("background"), of("background"), "an event has no background and no thumbnail");
    }),
    ...when(header.others.length > 0, (event, { at }) => {
      const own = header.others.map(({ name, place }) => [name, at(place)] as const).filter(([, text]) => text !== "");
      if (own.length > 0) event.data = Object.fromEntries(own);
    }),
  ];
}

/** What a row is if it is no event; empty for an event. */
export function typeOf({ of }: Cells): RowType {
  const type = of("type").toLowerCase();
  return type === "title" || type === "era" ? type : "";
}

/** A text, or one for each language that has a column of its own. */
function textStep(header: Header, column: TextColumn, html: HtmlReader): Step {
  const { places, names } = header;
  const own = inLanguages(header, column);
  const name = names[places.get(column) ?? -1] ?? column;
  if (own.length === 0) {
    return (event, cells) => {
      // A subtitle is words alone.
      const read = column === "summary" && typeOf(cells) !== "title" ? html.rich : html;
      const text = read(cells.of(column), event, cells.note, name) ?? "";
      if (text !== "") event[column] = text;
    };
  }
  return (event, { of, at, note }) => {
    const text = html(of(column), event, note, name) ?? "";
    const byLanguage = own.map(({ lang, place }) => [lang, at(place)] as const).filter(([, words]) => words !== "");
    if (byLanguage.length > 0)
      event[column] = Object.fromEntries([
        ...(text === "" ? [] : [[guessLanguage(text), text] as const]),
        ...byLanguage,
      ]);
    else if (text !== "") event[column] = text;
  };
}

function inLanguages({ languages }: Header, column: TextColumn): Header["languages"] {
  return languages.filter((language) => language.column === column);
}

/** The date of a row: of its parts, of its start and end, or of one column; else what its words say. A title has none. */
function dateStep(has: Has, dates: DateReader): Step {
  const side = (column: "date" | "start" | "end"): ((cells: Cells) => DateReading | undefined) => {
    if (!has(column)) return () => undefined;
    return ({ of, name, note }) => {
      if (column === "end" && /^(now|present|الآن)$/i.test(of("end"))) return { date: "now" };
      return dates.read(of(column), note, name(column));
    };
  };
  const [dateOf, startOf, endOf] = [side("date"), side("start"), side("end")];
  const [mayHaveParts, hasPrinted] = [has(...PART_COLUMNS), has("dateText")];
  return (event, cells) => {
    if (typeOf(cells) === "title") return;
    const { of, name, note } = cells;
    const hasParts = mayHaveParts && PART_COLUMNS.some((column) => of(column) !== "");
    const start = hasParts ? dateFromParts(cells, "start", dates) : (startOf(cells) ?? dateOf(cells));
    const end = hasParts ? dateFromParts(cells, "end", dates) : endOf(cells);
    const printed = hasPrinted ? of("dateText") : "";
    if (start || end) event.date = intervalOf(start?.date, end?.date);
    else if (printed !== "") event.date = dates.read(printed, note, name("dateText"))?.date ?? "";
    else {
      event.date = "";
      note.issue("date-missing", name(hasParts ? "year" : "date"), "", "a date", "error");
    }
    const words = printed === "" ? wordsOf(start, end) : printed;
    if (words !== "") event.dateText = words;
  };
}

function wordsOf(start: DateReading | undefined, end: DateReading | undefined): string {
  if (start?.dateText === undefined) return end?.dateText ?? "";
  return end?.dateText === undefined ? start.dateText : `${start.dateText} – ${end.dateText}`;
}

function readMedia(event: EventDraft, { of, name, note }: Cells, html: HtmlReader): void {
  const column = of("media") === "" ? "mediaThumbnail" : "media";
  const words = (from: Column): string | undefined => html(of(from), event, note, name(from));
  attach(
    event,
    { url: of(column), alt: of("mediaAlt"), caption: words("mediaCaption"), credit: words("mediaCredit") },
    note,
    name(column),
  );
  if (column === "media" && of("mediaThumbnail") !== "")
    note.loss(name("mediaThumbnail"), of("mediaThumbnail"), "an event has no background and no thumbnail");
}

function guessLanguage(text: string): string {
  return textDirection(text, "ltr") === "rtl" ? "ar" : "en";
}
