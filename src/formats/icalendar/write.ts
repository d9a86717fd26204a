import { safeUrl } from "../../base/url.js";
import { slug } from "../../text/slug.js";
import type { TimelineDocument } from "../../model/options.js";
import { isObject } from "../../model/rules.js";
import { canonicalDate } from "../canonical-date.js";
import { eventRows, loseOptions, loseOthers, noteDate, type EventRow } from "../event-rows.js";
import type { Writer, WriteSetting } from "../format.js";
import { wordIn } from "../items.js";
import { listOf, namesOf, placeOf, wordsOf } from "../people.js";
import { notedText, plainOf } from "../plain.js";
import { escapeParameter, escapeText, foldLine } from "./lines.js";
import { stampLines } from "./stamps.js";

const HELD: ReadonlySet<string> = new Set([
  ...["id", "kind", "date", "timeZone", "title", "summary", "lane", "importance", "certainty", "lang"],
  ...["participants", "place", "url", "tags", "partOf", "media", "sources"],
]);
/** There is no clock here: the moment of writing is that of the form, so that the same document is the same text. */
const STAMP = "DTSTAMP:19700101T000000Z";

/** A calendar (RFC 5545): whole days with `VALUE=DATE` and an end that is the day after the last, lines folded by octets. */
export const write: Writer = (document, notes, setting) => {
  loseOptions(document, notes, ["title", "subtitle", "timeZone"]);
  const title = notedText(document.title, setting.locale, notes.whole, "title");
  const subtitle = notedText(document.subtitle, setting.locale, notes.whole, "subtitle");
  const uids = new Set<string>();
  const zone = document.timeZone;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//mizwala//mizwala//EN",
    ...(title === "" ? [] : [`NAME:${escapeText(title)}`, `X-WR-CALNAME:${escapeText(title)}`]),
    ...(subtitle === "" ? [] : [`X-WR-CALDESC:${escapeText(subtitle)}`]),
    ...(typeof zone === "string" && zone !== "UTC" ? [`X-WR-TIMEZONE:${escapeText(zone)}`] : []),
    ...[...eventRows(document, notes, setting.locale)].flatMap((row) => eventLines(row, document, setting, uids)),
    "END:VCALENDAR",
  ];
  return lines.map(foldLine).join("");
};

function eventLines(row: EventRow, document: TimelineDocument, { locale }: WriteSetting, uids: Set<string>): string[] {
  const { of, note, text, span } = row;
  if (!span) {
    noteDate(row);
    return [];
  }
  const { isOngoing, text: date } = canonicalDate(of("date"));
  if (isOngoing) note.loss("date", date, "an event has an end that is known; this one goes on");
  const zone = wordIn(of("timeZone"));
  const stamps = stampLines(span, isOngoing ? "" : date, note, { zone, clock: document.timeZone });
  if (!stamps) return [];
  if (zone !== undefined) note.loss("timeZone", zone, "days, and moments of UTC, have no zone");
  loseOthers(document, row, HELD);
  const title = text("title");
  const lines = ["BEGIN:VEVENT", `UID:${escapeText(uidOf(row, title, uids))}`, STAMP, ...stamps];
  const put = (name: string, value: unknown): void => {
    const words = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (words !== "") lines.push(`${name}:${escapeText(words)}`);
  };
  const lang = of("lang");
  put(typeof lang === "string" && /^[A-Za-z0-9-]{2,40}$/.test(lang) ? `SUMMARY;LANGUAGE=${lang}` : "SUMMARY", title);
  put("DESCRIPTION", text("summary"));
  const place = placeOf(of("place"), locale, note);
  put("LOCATION", place?.name);
  if (place?.lat !== undefined && place.lon !== undefined) lines.push(`GEO:${place.lat};${place.lon}`);
  for (const tag of wordsOf(of("tags"))) lines.push(`CATEGORIES:${escapeText(tag)}`);
  if (of("certainty") === "reported") lines.push("STATUS:TENTATIVE");
  else if (of("certainty") === "disputed") note.loss("certainty", "disputed", "the form has no word for it");
  for (const name of namesOf(of("participants"), locale, note))
    lines.push(`ATTENDEE;CN=${escapeParameter(name)}:urn:x-mizwala:name`);
  const url = of("url");
  if (typeof url === "string" && safeUrl(url)) lines.push(`URL:${safeUrl(url)!.href}`);
  put("RELATED-TO", of("partOf"));
  putAddresses(lines, row, locale);
  for (const name of ["kind", "lane", "importance"]) put(`X-MIZWALA-${name.toUpperCase()}`, of(name));
  return [...lines, "END:VEVENT"];
}

function putAddresses(lines: string[], { of, note }: EventRow, locale: string): void {
  for (const picture of listOf(of("media"))) {
    const { url, alt, credit } = isObject(picture) ? picture : { url: picture, alt: undefined, credit: undefined };
    const words = notedText(alt, locale, note, "media.alt");
    if (typeof url !== "string" || !safeUrl(url)) note.loss("media", url, "an address that may not be followed");
    else lines.push(`IMAGE;VALUE=URI${words === "" ? "" : `;X-ALT=${escapeParameter(words)}`}:${url.trim()}`);
    if (credit !== undefined) note.loss("media.credit", plainOf(credit, locale).text, "the form has no field for it");
  }
  for (const source of listOf(of("sources"))) {
    const fields = isObject(source) ? source : { title: source };
    const { url, title, ...others } = fields as { url?: unknown; title?: unknown };
    const words = notedText(title, locale, note, "sources.title");
    if (typeof url !== "string" || !safeUrl(url))
      note.loss("sources", words === "" ? url : words, "only sources with an address are kept");
    else lines.push(`ATTACH${words === "" ? "" : `;FILENAME=${escapeParameter(words)}`}:${url.trim()}`);
    for (const [name, value] of Object.entries(others))
      note.loss(`sources.${name}`, value, "the form has no field for it");
  }
}

/** The id, or one made of the title; no two events have the same. */
function uidOf({ of, note, index }: EventRow, title: string, uids: Set<string>): string {
  const given = of("id");
  const base = typeof given === "string" || typeof given === "number" ? String(given).trim() : slug(title);
  const free = base !== "" && !uids.has(base) ? base : `${base === "" ? "event" : base}-${index + 1}`;
  if (given !== undefined && free !== given) note.issue("id-duplicate", "id", given, "an id that no other one has");
  uids.add(free);
  return free;
}
