import { safeUrl } from "../../base/url.js";
import { isObject } from "../../model/rules.js";
import type { TextInput } from "../../model/input.js";
import { parseDate } from "../../time/parse.js";
import { createDateReader, type DateReader } from "../dates.js";
import { addSource, finish, intervalOf, type DocumentDraft, type EventDraft } from "../draft.js";
import type { Reader } from "../format.js";
import { createHtmlReader, type HtmlReader } from "../html.js";
import { fieldIn, wordIn } from "../items.js";
import type { RowNotes } from "../notes.js";
import { eventsIn, scriptsIn, type EventNode } from "./nodes.js";

/** Events of schema.org, as JSON-LD or in the scripts of a page. */
export const read: Reader = async ({ json, text }, notes, setting) => {
  const page = json === undefined ? scriptsIn(text) : { values: [json], broken: [] };
  for (const broken of page.broken)
    notes.whole.issue("json-unreadable", "script", broken, "JSON in a script of JSON-LD", "error");
  const { events: nodes, list } = eventsIn(page.values.length === 1 ? page.values[0] : page.values, setting.maxEvents);
  const html = await createHtmlReader(text);
  const dates = createDateReader(setting);
  const draft: DocumentDraft = { locale: wordIn(fieldIn(list, "inLanguage")) };
  if (list) {
    draft.title = textIn(fieldIn(list, "name"), {}, html, notes.whole, "name");
    draft.subtitle = textIn(fieldIn(list, "description"), {}, html, notes.whole, "description");
  }
  if (nodes.length === 0) notes.whole.issue("events-missing", "", text, "nodes of the type Event with a startDate");
  const events = nodes.map((node, i) => readNode(node, dates, html, notes.at({ row: i + 1, path: node.path })));
  return finish(draft, events);
};

function readNode({ node, whole }: EventNode, dates: DateReader, html: HtmlReader, note: RowNotes): EventDraft {
  const of = (name: string): unknown => fieldIn(node, name);
  const event: EventDraft = { id: idOf(of("@id")), date: "", title: undefined };
  event.title = textIn(of("name") ?? of("headline"), event, html, note, "name");
  event.summary = textIn(of("description"), event, html, note, "description");
  const [start, end] = [dates.read(of("startDate"), note, "startDate"), dates.read(of("endDate"), note, "endDate")];
  event.date = intervalOf(start?.date, end?.date);
  const coverage = wordIn(fieldIn(of("subjectOf"), "temporalCoverage"));
  if (coverage !== undefined && parseDate(coverage).ok) event.date = coverage;
  else if (!start && !end) note.issue("date-missing", "startDate", of("startDate"), "a date", "error");
  event.place = placeIn(listOf(of("location"))[0]);
  event.participants = [...listOf(of("organizer")), ...listOf(of("performer")), ...listOf(of("attendee"))].flatMap(
    (party) => wordIn(fieldIn(party, "name")) ?? wordIn(party) ?? [],
  );
  const keywords = of("keywords");
  event.tags = (typeof keywords === "string" ? keywords.split(/[,،]/) : listOf(keywords)).flatMap(
    (word) => wordIn(fieldIn(word, "name")) ?? wordIn(word) ?? [],
  );
  event.tags = event.tags.filter((tag) => tag !== "");
  event.url = wordIn(of("url"));
  for (const url of listOf(of("sameAs")).flatMap((value) => wordIn(value) ?? []))
    if (safeUrl(url)) addSource(event, { url });
  for (const work of [...listOf(of("subjectOf")), ...listOf(of("citation"))]) {
    const [url, title, publisher] = [
      wordIn(fieldIn(work, "url")),
      wordIn(fieldIn(work, "name") ?? fieldIn(work, "headline")),
      wordIn(fieldIn(fieldIn(work, "publisher"), "name")),
    ];
    if (url ?? title)
      addSource(event, { ...(title && { title }), ...(publisher && { publisher }), ...(url && { url }) });
  }
  for (const image of listOf(of("image"))) {
    const url = wordIn(image) ?? wordIn(fieldIn(image, "contentUrl")) ?? wordIn(fieldIn(image, "url"));
    const [alt, credit] = [
      wordIn(fieldIn(image, "caption")) ?? wordIn(fieldIn(image, "description")),
      wordIn(fieldIn(image, "creditText")),
    ];
    if (url !== undefined)
      event.media = [...(event.media ?? []), { url, ...(alt && { alt }), ...(credit && { credit }) }];
  }
  event.lang = wordIn(of("inLanguage"));
  event.partOf = idOf(fieldIn(whole ?? listOf(of("superEvent"))[0], "@id"));
  const status = wordIn(of("eventStatus"))?.replace(/^.*\//, "");
  if (status !== undefined && status !== "EventScheduled")
    note.loss("eventStatus", status, "an event is not struck out");
  for (const name of ["previousStartDate", "doorTime", "duration", "eventSchedule", "offers", "eventAttendanceMode"])
    if (of(name) !== undefined) note.loss(name, of(name), "an event has no such field");
  return event;
}

/** One text, or one in each language: `{ "@value", "@language" }`. */
function textIn(
  value: unknown,
  event: EventDraft,
  html: HtmlReader,
  note: RowNotes,
  field: string,
): TextInput | undefined {
  if (!isObject(value) && !Array.isArray(value)) return html(value, event, note, field);
  const byLanguage = new Map<string, string>();
  for (const entry of listOf(value)) {
    const text = html(fieldIn(entry, "@value") ?? entry, event, note, field);
    if (text !== undefined) byLanguage.set(wordIn(fieldIn(entry, "@language")) ?? "", text);
  }
  const texts = [...byLanguage].filter(([language]) => language !== "");
  return texts.length === 0 ? byLanguage.get("") : Object.fromEntries(texts);
}

function placeIn(location: unknown): EventDraft["place"] {
  const address = fieldIn(location, "address");
  const street = ["streetAddress", "addressLocality", "addressCountry"].flatMap(
    (name) => wordIn(fieldIn(address, name)) ?? [],
  );
  const name =
    wordIn(location) ??
    wordIn(fieldIn(location, "name")) ??
    wordIn(address) ??
    (street.length > 0 ? street.join(", ") : undefined);
  const geo = fieldIn(location, "geo");
  const [lat, lon] = [Number(fieldIn(geo, "latitude") ?? Number.NaN), Number(fieldIn(geo, "longitude") ?? Number.NaN)];
  if (name === undefined) return undefined;
  return Number.isFinite(lat) && Number.isFinite(lon) ? { name, lat, lon } : name;
}

/** Ids of ours stand behind a `#`; an address of another site is an id as it is. */
function idOf(value: unknown): string | undefined {
  const id = wordIn(value);
  return id?.startsWith("#") ? decode(id.slice(1)) : id;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One is a list of one; what is not there is one of which nothing is read. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
