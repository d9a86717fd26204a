import type { TimelineDocument } from "../../model/options.js";
import { isObject } from "../../model/rules.js";
import { balanced } from "../../text/clean.js";
import { parseDate } from "../../time/parse.js";
import { canonicalDate } from "../canonical-date.js";
import { eventRows, loseOptions, loseOthers, type EventRow } from "../event-rows.js";
import type { Writer, WriteSetting } from "../format.js";
import { escapeMarkup } from "../escape.js";
import type { Notes } from "../notes.js";
import { listOf, namesOf, placeOf, wordsOf } from "../people.js";
import { notedText, plainOf } from "../plain.js";
import { NAMES, type Column } from "./columns.js";
import { guarded } from "./formula.js";

/** The columns, in this order, as far as an event has something in them. */
const ORDER: readonly Column[] = [
  "type",
  "id",
  "kind",
  "date",
  "start",
  "end",
  "timeZone",
  "title",
  "summary",
  "dateText",
  "publishedOn",
  "lane",
  "importance",
  "certainty",
  "lang",
  "dir",
  "participants",
  "place",
  "lat",
  "lon",
  "url",
  "tags",
  "partOf",
  "leadsTo",
  "sourceTitle",
  "sourcePublisher",
  "sourceUrl",
  "sourcePublished",
  "sourceQuote",
  "media",
  "mediaAlt",
  "mediaCredit",
];
const HELD: ReadonlySet<string> = new Set([
  ...[
    "id",
    "kind",
    "date",
    "timeZone",
    "title",
    "summary",
    "dateText",
    "publishedOn",
    "lane",
    "importance",
    "certainty",
  ],
  ...["lang", "dir", "participants", "place", "url", "tags", "partOf", "leadsTo", "sources", "media"],
]);
/** What no spreadsheet takes for a formula, though it may begin with a minus. */
const NUMBERS: ReadonlySet<string> = new Set(["importance", "lat", "lon"]);
const DATES: ReadonlySet<string> = new Set(["date", "start", "end", "publishedOn", "sourcePublished"]);

type Cells = Map<string, string>;

/** A table with commas, CRLF and a header (RFC 4180), in which each event is a row; eras and the title are rows too. */
export const write: Writer = (document, notes, setting) => {
  loseOptions(document, notes, ["title", "subtitle", "eras"]);
  const rows = [
    ...titleRows(document, notes, setting),
    ...[...eventRows(document, notes, setting.locale)].map((row) => cellsOf(row, document, setting)),
  ];
  const given = new Set(rows.flatMap((row) => [...row.keys()]));
  const languages = [...given].filter((name) => name.includes(":"));
  const hasNow = given.has("end");
  const columns = [...ORDER.filter((column) => given.has(column)), ...languages].filter(
    (name) => !(hasNow && name === "date"),
  );
  if (hasNow) for (const row of rows) if (row.has("date")) row.set("start", row.get("date")!);
  const header = columns.map((name) => (name in NAMES ? NAMES[name as Column][0]! : name));
  const lines = rows.map((row) => columns.map((name) => cellText(name, row.get(name) ?? "", setting)));
  return [header.map(quoted), ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
};

function cellsOf(row: EventRow, document: TimelineDocument, { locale }: WriteSetting): Cells {
  const { of, note } = row;
  const cells: Cells = new Map();
  const put = (name: string, value: unknown): void => {
    const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (text !== "") cells.set(name, text);
  };
  loseOthers(document, row, HELD);
  for (const name of [
    "id",
    "kind",
    "timeZone",
    "dateText",
    "lane",
    "importance",
    "certainty",
    "lang",
    "dir",
    "url",
    "partOf",
  ])
    put(name, of(name));
  putDate(cells, of("date"));
  for (const name of ["title", "summary"]) putText(cells, name, row, locale);
  put("publishedOn", canonicalDate(of("publishedOn")).text);
  put("participants", joined(namesOf(of("participants"), locale, note), "participants", row));
  for (const name of ["tags", "leadsTo"]) put(name, joined(wordsOf(of(name)), name, row));
  const place = placeOf(of("place"), locale, note);
  for (const [name, value] of [
    ["place", place?.name],
    ["lat", place?.lat],
    ["lon", place?.lon],
  ] as const)
    put(name, value);
  const [source, ...moreSources] = listOf(of("sources"));
  for (const [field, column] of [
    ["title", "sourceTitle"],
    ["publisher", "sourcePublisher"],
    ["url", "sourceUrl"],
    ["published", "sourcePublished"],
    ["quote", "sourceQuote"],
  ] as const) {
    const value = isObject(source) ? source[field] : field === "title" ? source : undefined;
    put(column, field === "published" ? canonicalDate(value).text : notedText(value, locale, note, `sources.${field}`));
  }
  const [picture, ...morePictures] = listOf(of("media"));
  for (const [field, column] of [
    ["url", "media"],
    ["alt", "mediaAlt"],
    ["credit", "mediaCredit"],
  ] as const)
    put(
      column,
      notedText(
        isObject(picture) ? picture[field] : field === "url" ? picture : undefined,
        locale,
        note,
        `media.${field}`,
      ),
    );
  for (const more of moreSources)
    note.loss("sources", isObject(more) ? (more["url"] ?? more["title"]) : more, "a row has room for one source");
  for (const more of morePictures)
    note.loss("media", isObject(more) ? more["url"] : more, "a row has room for one picture");
  return cells;
}

function putDate(cells: Cells, date: unknown): void {
  const { text, isOngoing } = canonicalDate(date);
  if (text !== "") cells.set(isOngoing ? "start" : "date", text);
  if (isOngoing) cells.set("end", "now");
}

/** A text in several languages has a column for each; pieces are joined. */
function putText(cells: Cells, name: string, row: EventRow, locale: string): void {
  const input = row.of(name);
  if (!isObject(input)) {
    const text = row.text(name);
    if (text !== "") cells.set(name, escapeMarkup(text));
    return;
  }
  for (const [lang, words] of Object.entries(input)) {
    const text = plainOf(isObject(words) ? undefined : words, locale).text.trim();
    if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(lang) && text !== "") cells.set(`${name}:${lang}`, text);
    else row.note.loss(name, lang, "no language tag, or no text");
  }
}

/** With semicolons; one behind a single entry that has a comma, so that it stays one. */
function joined(entries: readonly string[], name: string, { note }: EventRow): string {
  const kept = entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
  const [fit, misfit] = [kept.filter((entry) => !/[;؛]/.test(entry)), kept.filter((entry) => /[;؛]/.test(entry))];
  for (const entry of misfit) note.loss(name, entry, "entries are separated by semicolons");
  return fit.length === 1 && /[,،]/.test(fit[0]!) ? `${fit[0]};` : fit.join("; ");
}

/** The title and the eras, told from events by the column `type`. */
function titleRows(
  { title, subtitle, eras }: TimelineDocument,
  { whole, at }: Notes,
  { locale }: WriteSetting,
): Cells[] {
  const name = notedText(title, locale, whole, "title");
  const line = notedText(subtitle, locale, whole, "subtitle");
  if (name === "" && line !== "") whole.loss("subtitle", line, "without a title above it, it is read as the title");
  const head: Cells[] =
    name + line === ""
      ? []
      : [
          new Map([
            ["type", "title"],
            ["title", escapeMarkup(name)],
            ["summary", escapeMarkup(line)],
          ]),
        ];
  const bands = listOf(eras).map((era, i): Cells => {
    const note = at({ path: `eras[${i}]` });
    const fields = isObject(era) ? era : {};
    const text = notedText(fields["title"], locale, note, "eras.title");
    if (fields["hue"] !== undefined) note.loss("eras.hue", fields["hue"], "the form has no field for it");
    if (fields["id"] !== undefined) note.loss("eras.id", fields["id"], "the form has no field for it");
    const cells: Cells = new Map([
      ["type", "era"],
      ["title", escapeMarkup(text)],
    ]);
    putDate(cells, fields["date"]);
    return cells;
  });
  return [...head, ...bands];
}

function cellText(name: string, text: string, { formulaSafe }: WriteSetting): string {
  const isHarmless = NUMBERS.has(name) || (DATES.has(name) && parseDate(text).ok);
  // Who reads the file as it is reads one cell behind the other.
  return quoted(balanced(formulaSafe && !isHarmless ? guarded(text) : text));
}

function quoted(cell: string): string {
  return /[",;\t|\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
