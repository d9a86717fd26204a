import { isObject } from "../../model/rules.js";
import { createDateReader, type DateReader, type DateReading } from "../dates.js";
import { readParts } from "../date-parts.js";
import { finish, isBlank, intervalOf, type DocumentDraft, type EventDraft } from "../draft.js";
import type { Reader } from "../format.js";
import { createHtmlReader, type HtmlReader } from "../html.js";
import { fieldIn, itemsOf, lose, unknownIn, wordIn, type Item } from "../items.js";
import { attach } from "../media.js";
import { modernOf } from "./version-one.js";

const LOOKS = "a timeline has its own look";
const KNOWN =
  "unique_id start_date end_date display_date text media group location background autolink title slide_scale".split(
    " ",
  );

interface SlideReader {
  readonly dates: DateReader;
  readonly html: HtmlReader;
}

/** The JSON of TimelineJS 3, and that of version 1. Dates without a zone are those of the timeline's clock. */
export const read: Reader = async ({ json, text }, notes, setting) => {
  const data = modernOf(json);
  const reader: SlideReader = { dates: createDateReader(setting), html: await createHtmlReader(text) };
  const draft: DocumentDraft = { locale: setting.locale };
  const [title] = itemsOf([fieldIn(data, "title") ?? null], "title", notes);
  if (title) {
    const { event } = readSlide({ ...title, path: "title", note: notes.at({ path: "title" }) }, reader, false);
    draft.title = event.title;
    draft.subtitle = event.summary;
    if (event.media ?? event.url) title.note.loss("media", event.url ?? event.media, "the title has no media");
  }
  draft.eras = [...itemsOf(fieldIn(data, "eras"), "eras", notes)].map((item) => {
    const { event } = readSlide(item, reader, true);
    return { title: event.title ?? "", date: event.date ?? "" };
  });
  const events: EventDraft[] = [];
  for (const item of itemsOf(fieldIn(data, "events"), "events", notes, setting.maxEvents)) {
    const { event, isEmpty } = readSlide(item, reader, true);
    if (!isEmpty) events.push(event);
  }
  return finish(draft, events);
};

function readSlide(
  item: Item,
  { dates, html }: SlideReader,
  isDated: boolean,
): { event: EventDraft; isEmpty: boolean } {
  const { of, note } = item;
  const event: EventDraft = { id: wordIn(of("unique_id")), date: "", title: undefined };
  const words = (value: unknown, field: string): string | undefined => html(value, event, note, field);
  event.title = words(fieldIn(of("text"), "headline"), "text.headline");
  // A subtitle is words alone.
  event.summary = (isDated ? html.rich : html)(fieldIn(of("text"), "text"), event, note, "text.text");
  if (isDated && !event.title && event.summary) [event.title, event.summary] = [event.summary, undefined];
  event.lane = wordIn(of("group"));
  const media = of("media");
  const attachment = {
    url: wordIn(fieldIn(media, "url")) ?? "",
    alt: wordIn(fieldIn(media, "alt")),
    caption: words(fieldIn(media, "caption"), "media.caption"),
    credit: words(fieldIn(media, "credit"), "media.credit"),
  };
  attach(event, attachment, note, "media.url");
  for (const name of ["thumbnail", "link", "title"]) {
    const value = fieldIn(media, name);
    if (value) note.loss(`media.${name}`, value, "a picture has an address, a description and a credit");
  }
  lose(item, "background", LOOKS);
  event.data = unknownIn(item, KNOWN);
  const location = of("location");
  const place = wordIn(fieldIn(location, "name"));
  const [lat, lon] = [fieldIn(location, "lat"), fieldIn(location, "lon")].map(Number) as [number, number];
  if (place) event.place = Number.isFinite(lat) && Number.isFinite(lon) ? { name: place, lat, lon } : place;
  const isEmpty = [of("start_date"), of("text"), of("media"), of("display_date")].every(isNothing);
  if (isDated && !isEmpty) readDates(item, event, dates);
  if (isBlank(event.title)) event.title = attachment.caption ?? event.dateText;
  return { event, isEmpty };
}

/** The smallest field that is given is the precision; without a year the words of `display_date` say when it was. */
function readDates({ of, note }: Item, event: EventDraft, dates: DateReader): void {
  const side = (name: "start_date" | "end_date"): DateReading | undefined => {
    const value = of(name);
    const words = wordIn(value);
    if (words !== undefined) return dates.read(words, note, name);
    const year = fieldIn(value, "year");
    if (year === undefined || year === null || year === "") return undefined;
    const parts = { year, month: fieldIn(value, "month"), day: fieldIn(value, "day"), time: timeOf(value) };
    return readParts(parts, dates, note, name);
  };
  const [start, end] = [side("start_date"), side("end_date")];
  const printed = [of("display_date"), fieldIn(of("start_date"), "display_date")].map(wordIn).find((text) => text);
  const formats = ["start_date", "end_date"].map((name) => fieldIn(of(name), "format"));
  for (const format of formats)
    if (format) note.loss("format", format, "dates are printed by the language of the timeline");
  if (start ?? end) event.date = intervalOf(start?.date, end?.date);
  else if (printed !== undefined) event.date = dates.read(printed, note, "display_date")?.date ?? "";
  else note.issue("date-missing", "start_date", undefined, "a date with a year", "error");
  event.dateText = printed ?? start?.dateText;
}

function timeOf(date: unknown): string | undefined {
  const [hour, minute, second, fraction] = ["hour", "minute", "second", "millisecond"].map((name) =>
    wordIn(fieldIn(date, name)),
  );
  if (hour === undefined || hour === "") return undefined;
  const two = (digits: string | undefined): string => (digits ?? "").padStart(2, "0");
  const seconds = second === undefined || second === "" ? "" : `:${two(second)}`;
  const milliseconds = seconds === "" || !fraction ? "" : `.${fraction.padStart(3, "0")}`;
  return `${two(hour)}:${two(minute)}${seconds}${milliseconds}`;
}

/** Whether a value, or all fields of an object, say nothing. */
function isNothing(value: unknown): boolean {
  if (isObject(value)) return Object.values(value).every((field) => field === null || isBlank(field));
  return value === null || isBlank(value);
}
