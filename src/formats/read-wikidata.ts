import { dateOf } from "./date-parts.js";
import { finish, intervalOf, type EventDraft } from "./draft.js";
import type { Reader, ReadSetting } from "./format.js";
import { fieldIn, itemsOf, wordIn, type Item } from "./items.js";

const POINT = /^Point\((-?\d{1,3}(?:\.\d{1,20})?) (-?\d{1,3}(?:\.\d{1,20})?)\)$/i;
const TIME = /^([+-]?\d{1,16})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/;

/** Variables of a query by what they hold; the suffixes are those that the label service adds. */
const NAMES = {
  title: ["itemLabel", "eventLabel", "label", "title", "name"],
  summary: ["itemDescription", "eventDescription", "description"],
  start: ["start", "date", "startTime", "begin", "pointInTime", "when", "birth", "inception"],
  end: ["end", "endTime", "until", "death"],
  place: ["placeLabel", "locationLabel", "place"],
  picture: ["image", "picture", "pic"],
  lane: ["group", "lane", "typeLabel"],
  entity: ["item", "event", "entity"],
} as const;

/**
 * The answer of a SPARQL query, as Wikidata gives it. A year in it is 1 January of it; a variable named as that of the date
 * with `Precision` (9 is a year, 10 a month, 11 a day) tells better.
 */
export const read: Reader = ({ json }, notes, setting) => {
  const rows = fieldIn(fieldIn(json, "results"), "bindings");
  const events = new Map<string, EventDraft>();
  for (const item of itemsOf(rows, "results.bindings", notes, setting.maxEvents)) {
    const value = (field: keyof typeof NAMES): Binding => bindingOf(item, field, setting);
    const entity = value("entity").text ?? "";
    const event: EventDraft = { date: "", title: value("title").text };
    const id = /\/entity\/(Q\d{1,15})$/.exec(entity)?.[1];
    event.id = id;
    if (id !== undefined) event.sources = [{ title: "Wikidata", url: `https://www.wikidata.org/wiki/${id}` }];
    event.lang = value("title").lang;
    event.summary = value("summary").text;
    event.lane = value("lane").text;
    const [start, end] = [timeOf(item, value("start")), timeOf(item, value("end"))];
    if (start === undefined && end === undefined)
      item.note.issue("date-missing", value("start").name, undefined, "a date", "error");
    event.date = intervalOf(start, end);
    const place = value("place").text;
    event.place = placeOf(item, place, value("title").text);
    const picture = value("picture").text;
    if (picture !== undefined) event.media = [{ url: picture.replace(/^http:/, "https:") }];
    const key = id === undefined ? `#${item.path}` : `${id} ${start ?? ""} ${end ?? ""}`;
    if (events.has(key)) item.note.loss("", entity, "another row says the same event with the same date");
    else events.set(key, event);
  }
  return finish({ locale: setting.locale }, [...events.values()]);
};

interface Binding {
  readonly name: string;
  readonly text: string | undefined;
  readonly lang: string | undefined;
}

function bindingOf({ of }: Item, field: keyof typeof NAMES, { map }: ReadSetting): Binding {
  const names = [map.get(field) ?? [], NAMES[field]].flat();
  const name = names.find((candidate) => of(candidate) !== undefined) ?? names[0]!;
  const binding = of(name);
  return { name, text: wordIn(fieldIn(binding, "value")), lang: wordIn(fieldIn(binding, "xml:lang")) };
}

/** A date as precise as its own variable says, else as its form does: 1 January at midnight is often a mere year. */
function timeOf({ of, note }: Item, { name, text }: Binding): string | undefined {
  if (text === undefined) return undefined;
  const [, year, month, day, hour, minute, second] = TIME.exec(text) ?? [];
  if (year === undefined) {
    const isBlank = fieldIn(of(name), "type") === "bnode" || text.startsWith("_:");
    if (isBlank) return "";
    note.issue("date-unreadable", name, text, "a date and time of XML Schema", "error");
    return text;
  }
  const precision = Number(fieldIn(of(`${name}Precision`), "value") ?? Number.NaN);
  const isGuess = Number.isNaN(precision) && month === "01" && day === "01" && hour === "00";
  if (isGuess) note.issue("precision-unknown", name, text, `a day; it is read as the year ${Number(year)}`);
  const isYear = isGuess || precision <= 9;
  // As in XML Schema 1.1, which Wikidata follows, year 0 is 1 BC; `dateOf` counts without a year 0.
  const counted = Number(year) <= 0 ? Number(year) - 1 : Number(year);
  const isMidnight = hour === "00" && minute === "00" && second === "00";
  return dateOf({
    year: counted,
    month: isYear ? undefined : month,
    day: isYear || precision === 10 ? undefined : day,
    time: isMidnight || precision < 12 ? undefined : `${hour}:${minute}:${second}Z`,
  });
}

function placeOf({ of }: Item, place: string | undefined, title: string | undefined): EventDraft["place"] {
  const name = place ?? title;
  const found = ["coord", "coordinate", "coordinates", "location", "geo"].map((field) =>
    POINT.exec(wordIn(fieldIn(of(field), "value")) ?? ""),
  );
  const [, lon, lat] = found.find((match) => match !== null) ?? [];
  return lon === undefined || name === undefined ? place : { name, lat: Number(lat), lon: Number(lon) };
}
