import { createDateReader } from "./dates.js";
import { finish, type EventDraft } from "./draft.js";
import type { Reader } from "./format.js";
import { createHtmlReader } from "./html.js";
import { itemsOf, unknownIn, wordIn } from "./items.js";
import { isObject } from "../model/rules.js";

/** Fields in which drops have their words, as the authors of such data call them. */
const TITLES = ["title", "name", "label", "text", "message", "subject", "commit"] as const;
const SUMMARIES = ["description", "summary", "details"] as const;

/** Rows of EventDrops: each row is a lane, each drop an event at one moment. Other fields of a drop are kept as data. */
export const read: Reader = async ({ json, text }, notes, setting) => {
  const dates = createDateReader(setting);
  const html = await createHtmlReader(text);
  const titles = [setting.map.get("title") ?? [], TITLES].flat();
  const events: EventDraft[] = [];
  for (const row of itemsOf(json, "", notes, setting.maxEvents)) {
    const lane = wordIn(row.of("name")) ?? "";
    const room = setting.maxEvents - events.length;
    for (const drop of itemsOf(objectsOf(row.of("data")), `${row.path}.data`, notes, room)) {
      const { of, note } = drop;
      const event: EventDraft = { id: wordIn(of("id")), date: "", title: undefined, lane };
      const when = dates.read(of("date"), note, "date");
      if (of("date") === undefined || of("date") === null)
        note.issue("date-missing", "date", of("date"), "a date", "error");
      event.date = when?.date ?? "";
      const name = titles.find((field) => wordIn(of(field)) !== undefined);
      event.title = name === undefined ? lane : html(of(name), event, note, name);
      const more = SUMMARIES.find((field) => wordIn(of(field)) !== undefined);
      event.summary = more && html.rich(of(more), event, note, more);
      event.data = unknownIn(drop, ["id", "date", name, more]);
      events.push(event);
    }
  }
  return finish({ locale: setting.locale }, events);
};

/** Drops are objects with a date, or dates alone. */
function objectsOf(drops: unknown): unknown {
  return Array.isArray(drops)
    ? drops.map((drop: unknown) => (isObject(drop) || drop === null ? drop : { date: drop }))
    : drops;
}
