import { isObject } from "../model/rules.js";
import { createDateReader } from "./dates.js";
import { finish, isBlank, intervalOf, type EventDraft } from "./draft.js";
import type { Reader } from "./format.js";
import { createHtmlReader } from "./html.js";
import { fieldIn, itemsOf, lose, wordIn } from "./items.js";

/** Properties that hold the words and dates of a feature, the likeliest first. */
const PROPERTIES = {
  title: ["title", "name", "label", "headline", "العنوان", "الاسم"],
  summary: ["summary", "description", "text", "الوصف"],
  start: [
    "start",
    "date",
    "when",
    "time",
    "timestamp",
    "startDate",
    "start_date",
    "begin",
    "datetime",
    "year",
    "التاريخ",
  ],
  end: ["end", "endDate", "end_date", "until"],
  place: ["place", "location", "city", "المكان"],
  url: ["url", "link"],
  kind: ["kind"],
  lane: ["lane", "group", "category"],
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(PROPERTIES).flat());

/** Features of GeoJSON that have a date among their properties, or a `when` of GeoJSON-T; a point is the place. */
export const read: Reader = async ({ json, text }, notes, setting) => {
  const features = fieldIn(json, "type") === "Feature" ? [json] : fieldIn(json, "features");
  const dates = createDateReader(setting);
  const html = await createHtmlReader(text);
  const events: EventDraft[] = [];
  for (const item of itemsOf(features, "features", notes, setting.maxEvents)) {
    const { of, note } = item;
    const properties = of("properties");
    const property = (field: keyof typeof PROPERTIES): readonly [name: string, value: unknown] => {
      const names = [setting.map.get(field) ?? [], PROPERTIES[field]].flat();
      const name = names.find(
        (candidate) => fieldIn(properties, candidate) != null && fieldIn(properties, candidate) !== "",
      );
      return [`properties.${name ?? names[0]!}`, name === undefined ? undefined : fieldIn(properties, name)];
    };
    const event: EventDraft = { id: wordIn(of("id")), date: "", title: undefined };
    const words = (field: "title" | "summary"): string | undefined => {
      const [name, value] = property(field);
      return html(value, event, note, name);
    };
    event.title = words("title");
    event.summary = words("summary");
    const spans = fieldIn(of("when") ?? fieldIn(properties, "when"), "timespans");
    const span: unknown = Array.isArray(spans) ? spans[0] : undefined;
    const edge = (side: "start" | "end"): ReturnType<typeof dates.read> => {
      const value = fieldIn(span, side);
      if (isObject(value)) return dates.read(value["in"] ?? value["earliest"] ?? value["latest"], note, `when.${side}`);
      const [name, given] = property(side);
      return dates.read(value ?? (isObject(given) ? undefined : given), note, name);
    };
    const [start, end] = [edge("start"), edge("end")];
    if (!start && !end) note.issue("date-missing", property("start")[0], undefined, "a date", "error");
    event.date = intervalOf(start?.date, end?.date);
    event.dateText = start?.dateText;
    for (const field of ["url", "kind", "lane"] as const) event[field] = wordIn(property(field)[1]);
    const [lon, lat] = pointOf(of("geometry"));
    const place = wordIn(property("place")[1]) ?? (typeof event.title === "string" ? event.title : undefined);
    if (lat !== undefined && lon !== undefined && place) event.place = { name: place, lat, lon };
    else if (wordIn(property("place")[1])) event.place = place;
    if (fieldIn(of("geometry"), "type") !== "Point") lose(item, "geometry", "a place is a point");
    if (isBlank(event.title)) event.title = place ?? event.kind;
    if (isObject(properties)) {
      const rest = Object.entries(properties).filter(([name]) => !KNOWN.has(name));
      if (rest.length > 0) event.data = Object.fromEntries(rest);
    }
    events.push(event);
  }
  return finish({ locale: setting.locale }, events);
};

function pointOf(geometry: unknown): readonly (number | undefined)[] {
  const coordinates = fieldIn(geometry, "type") === "Point" ? fieldIn(geometry, "coordinates") : undefined;
  if (!Array.isArray(coordinates)) return [];
  return coordinates.slice(0, 2).map((value: unknown) => (typeof value === "number" ? value : undefined));
}
