import { fieldOf } from "../model/parts.js";
import { isObject } from "../model/rules.js";
import { isHeader } from "./csv/columns.js";
import { findHeading } from "./csv/table.js";
import type { ReadableFormat } from "./format.js";
import { linesOf } from "./lines.js";
import { isText, parseJSON, type Source } from "./source.js";

/** A form that data have, and how it was told. */
export interface Detected {
  readonly format: ReadableFormat;
  readonly reason: string;
}

/** How gzip begins, as it looks in the encodings that it may be taken for. */
const GZIP = ["\u001f\u2039", "\u001f\ufffd", "\u001f\u008b", "\u8b1f", "\u1f8b"];

/** How the scripts of pages with vis-timeline make their data. */
const DATA_SET = /\bnew (?:vis\.)?DataSet\s{0,20}\(/;

type Test = (source: Source) => string | undefined;

/** Whether an own field is there, and is a list where that is asked. */
const has = (value: unknown, ...names: readonly string[]): boolean =>
  isObject(value) && names.every((name) => fieldOf(value, name) !== undefined);
const listOf = (value: unknown, name: string): readonly unknown[] | undefined => {
  const list = isObject(value) ? fieldOf(value, name) : undefined;
  return Array.isArray(list) ? list : undefined;
};
/** So many events are looked at to tell whose they are. */
const LOOKED_AT = 1_000;
const firstEvents = (json: unknown): readonly unknown[] => listOf(json, "events")?.slice(0, LOOKED_AT) ?? [];
/** The first entries of a list that are objects; a list of other things is none of ours. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value.slice(0, 20).find(isObject) : undefined);

const isJsonLd = (value: unknown): boolean => has(value, "@context") || has(value, "@type") || has(value, "@graph");

/** In this order: what can be told surely comes first. */
const TESTS: readonly (readonly [format: ReadableFormat, test: Test])[] = [
  [
    "icalendar",
    ({ head }) => (/^\s*BEGIN:(?:VCALENDAR|VEVENT)/i.test(head) ? "it begins with BEGIN:VCALENDAR" : undefined),
  ],
  [
    "json-ld",
    ({ json, head }) =>
      isJsonLd(json) || isJsonLd(firstOf(json))
        ? "it has @context or @type"
        : /application\/ld\+json/i.test(head)
          ? "it is a page with a script of JSON-LD"
          : undefined,
  ],
  [
    "geojson",
    ({ json }) =>
      isObject(json) && /^Feature(Collection)?$/.test(String(json["type"]))
        ? "its type is Feature or FeatureCollection"
        : undefined,
  ],
  [
    "wikidata",
    ({ json }) =>
      isObject(json) && has(json["head"], "vars") && has(json["results"], "bindings")
        ? "it has head.vars and results.bindings, as SPARQL answers have"
        : undefined,
  ],
  [
    "timelinejs",
    ({ json }) => {
      if (
        firstEvents(json).some(
          (event) => ["start_date", "text", "media"].some((name) => has(event, name)) && !has(event, "date"),
        )
      )
        return "its events have start_date or text";
      if (isObject(json) && has(json["timeline"], "date")) return "it has timeline.date, as in version 1";
      return undefined;
    },
  ],
  [
    "simile",
    ({ json, head }) => {
      if (has(json, "dateTimeFormat") || has(json, "wikiURL")) return "it has dateTimeFormat or wikiURL";
      if (firstEvents(json).some((event) => has(event, "start") && !has(event, "date")))
        return "its events have start and no date";
      return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<data\b/.test(head)
        ? "it is XML with the element data"
        : undefined;
    },
  ],
  ["mizwala", ({ json }) => (listOf(json, "events") ? "it is an object with a list of events" : undefined)],
  [
    "vis-timeline",
    ({ json, head }) => {
      if (json === undefined && DATA_SET.test(head)) return "it is a script or a page with a vis.DataSet";
      if (listOf(json, "items")) return "it has a list of items";
      return has(firstOf(json), "start") && (has(firstOf(json), "content") || !has(firstOf(json), "title"))
        ? "its items have start and content"
        : undefined;
    },
  ],
  [
    "timelines-chart",
    ({ json }) => {
      const [group] = listOf(firstOf(json), "data") ?? [];
      return has(firstOf(json), "group") && has(group, "data") ? "its groups have lines with data" : undefined;
    },
  ],
  [
    "eventdrops",
    ({ json }) =>
      has(firstOf(json), "name") && listOf(firstOf(json), "data") ? "its rows have name and data" : undefined,
  ],
  [
    "mizwala",
    ({ json }) => (Array.isArray(json) && has(firstOf(json), "date") ? "it is a list of events with date" : undefined),
  ],
  [
    "ndjson",
    ({ head, text }) => {
      const whole = text.length > head.length ? head.slice(0, head.lastIndexOf("\n") + 1) : head;
      const first = [...linesOf(whole)].filter(({ text: line }) => line.trim() !== "").slice(0, 2);
      const rows = first.map(({ text: line }) => parseJSON(line));
      return rows.length > 0 && rows.every((row) => isObject(row)) ? "each line is an object in JSON" : undefined;
    },
  ],
  ["mermaid", ({ head }) => (isDiagram(head) ? "it begins with timeline or gantt" : undefined)],
  ["csv", (source) => tableReason(source)],
  ["markwhen", ({ head }) => (isMarkwhen(head) ? "its lines begin with a date and a colon" : undefined)],
];

/** Tells the form of data by their content; a fault where it can't be told. */
export function detectFormat(source: Source): Detected | { readonly format: undefined; readonly reason: string } {
  const unknown = (reason: string): { readonly format: undefined; readonly reason: string } => ({
    format: undefined,
    reason,
  });
  if (source.text.trim() === "") return unknown("there is nothing in it");
  if (source.text.startsWith("PK\u0003\u0004"))
    return unknown("it is a ZIP file, such as a spreadsheet: save the sheet as CSV");
  if (GZIP.some((mark) => source.text.startsWith(mark))) return unknown("it is packed by gzip: unpack it first");
  if (!isText(source)) return unknown("it is no text");
  for (const [format, test] of TESTS) {
    const reason = test(source);
    if (reason !== undefined) return { format, reason };
  }
  if (/^\s*[[{]/.test(source.head) && source.json === undefined)
    return unknown(`it looks like JSON, but is not: ${faultOfJSON(source.text)}`);
  return unknown("it has no signs of any of the forms that can be read");
}

function tableReason({ head }: Source): string | undefined {
  const table = /^\s*[[{<]/.test(head) ? undefined : findHeading(head, new Map());
  if (!table || !isHeader(table.header)) return undefined;
  const { names, places } = table.header;
  const separator = table.delimiter === "\t" ? "tabs" : `"${table.delimiter}"`;
  const columns = [...places.values()].slice(0, 4).map((place) => names[place]);
  return `it is a table separated by ${separator} with the columns ${columns.join(", ")}`;
}

const DATED = /^[ \t]{0,20}(?:\d{1,4}[-/. ]|\d{4}\b|[A-Z][a-z]{2,8} \d|now\b)[^\n:]{0,60}: ?\S/;

function isMarkwhen(head: string): boolean {
  for (const { text } of linesOf(head)) if (DATED.test(text)) return true;
  return false;
}

/** Above a diagram there may be comments, and keys between lines of `---`. */
function isDiagram(head: string): boolean {
  let isHeader = false;
  for (const { text } of linesOf(head)) {
    const line = text.trim();
    if (line === "---") isHeader = !isHeader;
    else if (line !== "" && !isHeader && !line.startsWith("%%") && !line.startsWith("```"))
      return /^(?:timeline|gantt)(?:\s|$)/.test(line);
  }
  return false;
}

function faultOfJSON(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}
