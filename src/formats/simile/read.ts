import { parseJSON } from "../source.js";
import { createDateReader, type DateReader } from "../dates.js";
import { finish, isBlank, type EventDraft } from "../draft.js";
import type { Reader, ReadSetting } from "../format.js";
import { createHtmlReader, type HtmlReader } from "../html.js";
import { fieldIn, itemsOf, lose, unknownIn, wordIn, type Item } from "../items.js";
import { isPicture } from "../media.js";
import type { Notes } from "../notes.js";
import { dateOfEdges } from "./edges.js";
import { eventsOfXml } from "./xml.js";

const LOOKS = "a timeline has its own look";
const LOST = "color textColor classname c tapeImage tapeRepeat trackNum";
/** The short names of SIMILE's JSON. */
const SHORT: Readonly<Record<string, string>> = {
  start: "s",
  end: "e",
  latestStart: "ls",
  earliestEnd: "ee",
  durationEvent: "de",
  title: "t",
  description: "d",
  eventID: "eid",
  classname: "c",
};

const KNOWN = [
  ..."id caption link image icon isDuration".split(" "),
  ...LOST.split(" "),
  ...Object.entries(SHORT).flat(),
];

/** The JSON and XML of SIMILE Timeline. Between `start` and `latestStart` lies a start that is not known exactly. */
export const read: Reader = async ({ json, text }, notes, setting) => {
  const data = json ?? (text.trimStart().startsWith("<") ? await eventsOfXml(text, notes) : looseJSON(text, notes));
  const html = await createHtmlReader(text);
  return readEvents(data, html, notes, setting);
};

function readEvents(data: unknown, html: HtmlReader, notes: Notes, setting: ReadSetting): ReturnType<typeof finish> {
  const events: EventDraft[] = [];
  const dates = createDateReader({
    ...setting,
    dateOrder: setting.dateOrder === "auto" ? "month-day" : setting.dateOrder,
  });
  for (const item of itemsOf(fieldIn(data, "events"), "events", notes, setting.maxEvents))
    events.push(readEvent(item, dates, html));
  if (fieldIn(data, "wikiURL")) notes.whole.loss("wikiURL", fieldIn(data, "wikiURL"), "links to a wiki are not made");
  return finish({ locale: setting.locale }, events);
}

function readEvent(item: Item, dates: DateReader, html: HtmlReader): EventDraft {
  const { note } = item;
  const of = (name: string): unknown => item.of(name) ?? (SHORT[name] === undefined ? undefined : item.of(SHORT[name]));
  const event: EventDraft = { id: wordIn(of("id")) ?? wordIn(of("eventID")), date: "", title: undefined };
  event.title = html(of("title"), event, note, "title");
  event.summary = html.rich(of("description"), event, note, "description");
  if (isBlank(event.title)) event.title = html(of("caption"), event, note, "caption");
  event.url = wordIn(of("link"));
  const image = wordIn(of("image"));
  if (image)
    event.media = [{ url: image, ...(wordIn(of("caption")) !== undefined && { alt: wordIn(of("caption"))! }) }];
  const icon = wordIn(of("icon"));
  if (icon) note.loss("icon", icon, isPicture(icon) ? LOOKS : "not the address of a picture");
  event.date = dateOfEdges(of, note, dates);
  if (event.date === "") note.issue("date-missing", "start", of("start"), "a date", "error");
  lose(item, LOST, LOOKS);
  event.data = unknownIn(item, KNOWN);
  return event;
}

/** Many files were written by hand for a reader that took any JavaScript: names without quotes, comments, single quotes. */
function looseJSON(text: string, notes: Notes): unknown {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  const json = start >= 0 && end > start ? parseJSON(text.slice(start, end + 1)) : undefined;
  if (json === undefined)
    notes.whole.issue("json-unreadable", "", text, "JSON, with names and texts in double quotes", "error");
  return json;
}
