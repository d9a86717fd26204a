import { safeUrl } from "../../base/url.js";
import { chooseLanguage } from "../../model/language.js";
import { isObject } from "../../model/rules.js";
import type { TimelineDocument } from "../../model/options.js";
import { isKnown, type Edge, type Span } from "../../time/span.js";
import { instantText } from "../../time/instant-text.js";
import { canonicalDate } from "../canonical-date.js";
import { eventRows, loseOptions, loseOthers, noteDate, type EventRow } from "../event-rows.js";
import type { Writer, WriteSetting } from "../format.js";
import { wordIn } from "../items.js";
import type { RowNotes } from "../notes.js";
import { listOf, namesOf, placeOf, wordsOf } from "../people.js";
import { notedText, plainOf } from "../plain.js";

const HELD: ReadonlySet<string> = new Set([
  ...["id", "date", "title", "summary", "lang", "place", "participants", "tags", "url", "partOf", "media", "sources"],
]);
const ISO = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/**
 * A list of events of schema.org. A date that is more, or less, than a day or a time keeps its EDTF in the `temporalCoverage` of a
 * work about the event. `<` is escaped, so that it may stand in a script element.
 */
export const write: Writer = (document, notes, setting) => {
  loseOptions(document, notes, ["title", "subtitle", "locale"]);
  const items = [...eventRows(document, notes, setting.locale)].flatMap((row) => {
    if (row.span) return eventOf(row, row.span, document, setting);
    noteDate(row);
    return [];
  });
  const list = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    ...textField("name", document.title),
    ...textField("description", document.subtitle),
    ...(document.locale !== undefined && { inLanguage: document.locale }),
    numberOfItems: items.length,
    itemListElement: items.map((item, i) => ({ "@type": "ListItem", position: i + 1, item })),
  };
  return `${JSON.stringify(list, null, 2).replaceAll("<", "\\u003c")}\n`;
};

function eventOf(row: EventRow, span: Span, document: TimelineDocument, { locale }: WriteSetting): object {
  const { of, note } = row;
  loseOthers(document, row, HELD);
  const place = placeOf(of("place"), locale, note);
  const names = namesOf(of("participants"), locale, note);
  const tags = wordsOf(of("tags"));
  const { text: date, isOngoing } = canonicalDate(of("date"));
  if (isOngoing) note.loss("date", date, "an end that is now; it is written as open");
  const works = listOf(of("sources")).map((source) => workOf(source, locale, note));
  const [start, end] = [isoOf(span.start, "start"), span.isInterval ? isoOf(span.end, "end") : undefined];
  const coverage = isOngoing ? `${date}/..` : date;
  const isPlain = coverage === start || coverage === `${start ?? ""}/${end ?? ""}`;
  return {
    "@type": "Event",
    ...(wordIn(of("id")) !== undefined && { "@id": idOf(wordIn(of("id"))!) }),
    ...textField("name", of("title")),
    ...textField("description", of("summary")),
    ...(start !== undefined && { startDate: start }),
    ...(end !== undefined && { endDate: end }),
    ...(!isPlain && { subjectOf: { "@type": "CreativeWork", temporalCoverage: coverage } }),
    ...(typeof of("lang") === "string" && { inLanguage: of("lang") }),
    ...(place && {
      location: {
        "@type": "Place",
        name: place.name,
        ...(place.lat !== undefined &&
          place.lon !== undefined && { geo: { "@type": "GeoCoordinates", latitude: place.lat, longitude: place.lon } }),
      },
    }),
    ...(names.length > 0 && { attendee: names.map((name) => ({ "@type": "Thing", name })) }),
    ...(tags.length > 0 && { keywords: tags }),
    ...(safeUrl(wordIn(of("url")) ?? "") && { url: of("url") }),
    ...(wordIn(of("partOf")) !== undefined && { superEvent: { "@id": idOf(wordIn(of("partOf"))!) } }),
    ...(listOf(of("media")).length > 0 && {
      image: listOf(of("media")).map((picture) => imageOf(picture, locale, note)),
    }),
    ...(works.length > 0 && { citation: works }),
  };
}

/** An id behind a `#`; half characters, which no address can hold, become a sign for what is unknown. */
function idOf(id: string): string {
  return `#${encodeURIComponent(id.replace(/\p{Cs}/gu, "\ufffd"))}`;
}

/** A text, or one in each language. */
function textField(name: string, input: unknown): object {
  if (!isObject(input)) {
    const { text } = plainOf(input, "en");
    return text === "" ? {} : { [name]: text };
  }
  const texts = Object.entries(input).map(([lang, words]) => ({
    "@language": lang,
    "@value": plainOf(isObject(words) ? undefined : words, lang).text,
  }));
  return chooseLanguage(Object.keys(input), "en") === undefined ? {} : { [name]: texts };
}

/** The widest certain date of ISO 8601; nothing for an edge that is open, unknown, or before the year 0. */
function isoOf(edge: Edge, side: "start" | "end"): string | undefined {
  if (!isKnown(edge)) return undefined;
  if (edge.earliest === edge.latest) {
    const text = instantText(edge.earliest, "start");
    return ISO.test(text)
      ? `${text}${"-01-01".slice(0, 10 - text.length)}T00:00`
      : text.startsWith("-")
        ? undefined
        : text;
  }
  const text = side === "start" ? instantText(edge.earliest, "start") : instantText(edge.latest, "end");
  const full =
    edge.precision === "year" || edge.precision === "month" || edge.precision === "day" ? exact(edge, text) : text;
  return ISO.test(full) ? full : undefined;
}

/** As precise as it is known: 1 January to the day is not its year. */
function exact({ precision, earliest }: Extract<Edge, object>, text: string): string {
  if (precision !== "day" || text.length >= 10) return text;
  const day = instantText(earliest + 1, "start");
  return day.slice(0, 10);
}

function workOf(source: unknown, locale: string, note: RowNotes): object {
  const fields = isObject(source) ? source : { title: source };
  const title = notedText(fields["title"], locale, note, "sources.title");
  const publisher = notedText(fields["publisher"], locale, note, "sources.publisher");
  for (const name of ["published", "quote"])
    if (fields[name] !== undefined) note.loss(`sources.${name}`, fields[name], "the form has no field for it");
  const { url } = fields as { url?: unknown };
  return {
    "@type": "CreativeWork",
    ...(title !== "" && { name: title }),
    ...(publisher !== "" && { publisher: { "@type": "Organization", name: publisher } }),
    ...(typeof url === "string" && safeUrl(url) && { url }),
  };
}

function imageOf(picture: unknown, locale: string, note: RowNotes): object {
  const fields = isObject(picture) ? picture : { url: picture };
  const alt = notedText(fields["alt"], locale, note, "media.alt");
  const credit = notedText(fields["credit"], locale, note, "media.credit");
  return {
    "@type": "ImageObject",
    contentUrl: wordIn((fields as { url?: unknown }).url) ?? "",
    ...(alt !== "" && { caption: alt }),
    ...(credit !== "" && { creditText: credit }),
  };
}
