import { safeUrl } from "../../base/url.js";
import { addSource, type EventDraft } from "../draft.js";
import type { HtmlReader } from "../html.js";
import { isPicture } from "../media.js";
import type { RowNotes } from "../notes.js";
import { parseDate } from "../../time/parse.js";
import { DAY, type Instant } from "../../time/instant.js";
import { textOf, type Property } from "./properties.js";
import { dateBetween, durationOf, timeOf, type CalendarTime } from "./times.js";

/** An event of a calendar with what its recurrences need. */
export interface CalendarEvent {
  readonly event: EventDraft;
  readonly uid: string | undefined;
  /** The number of its version. */
  readonly sequence: number;
  readonly start: CalendarTime | undefined;
  /** How long it is, in milliseconds. */
  readonly length: number;
  readonly properties: readonly Property[];
  /** The start of the occurrence that it stands for. */
  readonly instead: CalendarTime | undefined;
  readonly note: RowNotes;
}

/** What reading an event needs. */
export interface EventReader {
  readonly html: HtmlReader;
  /** Whether descriptions are known to hold no HTML. */
  readonly isPlain: boolean;
}

const HTML = /<\/?(?:a|b|br|p|i|u|ul|ol|li|div|span|html-blob)\b/i;
const LOST: Readonly<Record<string, string>> = {
  color: "an event has the colour of its kind or lane",
  conference: "an address to take part by",
  priority: "a rank for other programs",
  contact: "an event has participants",
  resources: "an event has participants",
  "request-status": "a word for other programs",
};

/** Reads the properties of an event; `undefined` where it is private. */
export function readEvent(
  properties: readonly Property[],
  note: RowNotes,
  reader: EventReader,
): CalendarEvent | undefined {
  const all = (name: string): readonly Property[] => properties.filter((property) => property.name === name);
  const one = (name: string): Property | undefined => all(name)[0];
  const word = (name: string): string | undefined => {
    const text = textOf(one(name)?.values[0]);
    return text === "" ? undefined : text;
  };
  const secret = word("class")?.toUpperCase();
  if (secret === "PRIVATE" || secret === "CONFIDENTIAL") {
    note.loss("CLASS", secret, "an event that is not public is left out");
    return undefined;
  }
  const event: EventDraft = { id: word("uid"), date: "", title: word("summary") };
  const description = word("description");
  const hasHtml = !reader.isPlain && description !== undefined && HTML.test(description);
  event.summary = hasHtml ? reader.html.rich(description, event, note, "DESCRIPTION") : description;
  event.lang = wordOf(one("summary")?.parameters["language"]);
  const geo = one("geo")?.values[0];
  const [lat, lon] = (Array.isArray(geo) ? geo : textOf(geo).split(";")).map(Number) as [number, number?];
  const place = word("location");
  if (lon !== undefined && Number.isFinite(lat) && Number.isFinite(lon))
    event.place = { name: place ?? `${lat}, ${lon}`, lat, lon };
  else event.place = place;
  event.tags = [...new Set(all("categories").flatMap(({ values }) => values.map(textOf)))].filter((tag) => tag !== "");
  const status = word("status")?.toUpperCase();
  if (status === "TENTATIVE") event.certainty = "reported";
  else if (status === "CANCELLED") note.loss("STATUS", status, "an event is not struck out");
  event.url = word("url");
  event.partOf = word("related-to");
  for (const property of [...all("attach"), ...all("image")]) attach(event, property, note);
  event.participants = [...all("organizer"), ...all("attendee")].flatMap(({ parameters, values }) => {
    const name = wordOf(parameters["cn"]) ?? textOf(values[0]).replace(/^mailto:/i, "");
    return name === "" ? [] : [name];
  });
  event.importance = importanceOf(word("x-mizwala-importance"));
  event.lane = word("x-mizwala-lane");
  event.kind = word("x-mizwala-kind");
  for (const name of Object.keys(LOST)) if (one(name)) note.loss(name.toUpperCase(), one(name)!.values[0], LOST[name]!);
  const sequence = Number(word("sequence") ?? 0) || 0;
  return { event, note, properties, sequence, uid: event.id, ...readTimes(event, one, note) };
}

function readTimes(
  event: EventDraft,
  one: (name: string) => Property | undefined,
  note: RowNotes,
): Pick<CalendarEvent, "start" | "length" | "instead"> {
  const time = (name: string): CalendarTime | undefined => {
    const property = one(name);
    const found = property && timeOf(property, property.values[0]);
    if (property && !found)
      note.issue(
        "date-unreadable",
        name.toUpperCase(),
        valueIn(property.line),
        "a date and time of iCalendar",
        "error",
      );
    if (found?.unknownZone !== undefined)
      note.issue(
        "zone-unknown",
        name.toUpperCase(),
        found.unknownZone,
        "a zone such as Asia/Damascus; the time is taken without one",
      );
    return found;
  };
  const [start, end, instead] = [time("dtstart"), time("dtend"), time("recurrence-id")];
  const given = textOf(one("x-mizwala-date")?.values[0]);
  const duration = one("duration");
  const length = start && (end ? end.at - start.at : duration ? durationOf(textOf(duration.values[0])) : undefined);
  if (start && length !== undefined && length < 0)
    note.issue("date-order", "DTEND", one("dtend")?.values[0], "an end that is not before its start");
  const room = Math.max(length ?? 0, start?.isDay === true ? DAY : 0);
  if (start) {
    event.date = dateBetween(start.at, start.at + room, start);
    if (start.zone !== undefined && start.zone !== "UTC") event.timeZone = start.zone;
  } else if (!one("dtstart")) note.issue("date-missing", "DTSTART", undefined, "a date", "error");
  else event.date = valueIn(one("dtstart")?.line ?? "");
  if (given !== "" && parseDate(given).ok) event.date = given;
  return { start, length: room, instead };
}

/** The date of an occurrence that starts at another time. */
export function dateAt(at: Instant, { start, length }: CalendarEvent): string {
  return dateBetween(at, at + length, start!);
}

function attach(event: EventDraft, { name, parameters, type, values }: Property, note: RowNotes): void {
  const url = textOf(values[0]);
  const isImage = name === "image" || wordOf(parameters["fmttype"])?.startsWith("image/") === true || isPicture(url);
  if (type === "binary" || !safeUrl(url)) note.loss(name.toUpperCase(), url, "only addresses are kept");
  else if (isImage)
    event.media = [
      ...(event.media ?? []),
      { url, ...(wordOf(parameters["x-alt"]) !== undefined && { alt: wordOf(parameters["x-alt"])! }) },
    ];
  else
    addSource(event, {
      ...(wordOf(parameters["filename"]) !== undefined && { title: wordOf(parameters["filename"])! }),
      url,
    });
}

function wordOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function importanceOf(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** What stands behind the name and the parameters of a line. */
function valueIn(line: string): string {
  return line.slice(line.lastIndexOf(":") + 1);
}
