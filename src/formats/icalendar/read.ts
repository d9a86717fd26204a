import { finish, type DocumentDraft, type EventDraft } from "../draft.js";
import type { Reader } from "../format.js";
import { createHtmlReader } from "../html.js";
import { isTimeZone } from "../../time/zone.js";
import { componentsOf } from "./components.js";
import { readEvent, type CalendarEvent, type EventReader } from "./event.js";
import { recurring } from "./instances.js";
import { propertiesOf, type Property, type PropertyReader } from "./properties.js";
import { zoneRulesIn } from "./zone-rules.js";
import { zoneOf } from "./zones.js";

/** So many days are looked at in the recurrences of all events of a calendar. */
const DAYS = 2_000_000;

/**
 * A calendar in iCalendar (RFC 5545, RFC 7986). The end of whole days is the day after the last, as there; a recurrence becomes
 * events of its own, of which an endless one has a bounded number. Private events are left out.
 */
export const read: Reader = async ({ text, head }, notes, setting) => {
  const { default: parser } = await import("ical.js");
  const properties: PropertyReader = { parser, zones: zoneRulesIn(text) };
  const html = await createHtmlReader(text);
  const reader: EventReader = { html, isPlain: /^PRODID:-\/\/mizwala\/\//m.test(head) };
  const draft: DocumentDraft = { locale: setting.locale };
  const found: CalendarEvent[] = [];
  for (const component of componentsOf(text)) {
    const { name, number, broken, isOpen } = component;
    const note = notes.at({ row: number, path: `line ${number}` });
    for (const line of broken) note.issue("property-unreadable", "", line, "a name, a colon and a value");
    if (isOpen) note.issue("component-open", name, "the end of the file or another component", `END:${name}`);
    if (name === "VCALENDAR") readCalendar(draft, propertiesOf(properties, component, note));
    else if (name !== "VEVENT")
      note.loss(
        name,
        component.lines.find((line) => line.startsWith("SUMMARY")),
        "only events are read",
      );
    else if (found.length < setting.maxEvents) {
      const event = readEvent(propertiesOf(properties, component, note), note, reader);
      if (event) found.push(event);
    }
  }
  if (found.length === 0) notes.whole.issue("events-missing", "", text, "a calendar with events (VEVENT)");
  const events: EventDraft[] = [];
  for (const event of recurring(found, { days: DAYS })) {
    if (events.length === setting.maxEvents) {
      notes.whole.issue(
        "events-more",
        "",
        `more than ${events.length} events`,
        `at most ${setting.maxEvents} events`,
        "error",
      );
      break;
    }
    events.push(event);
  }
  return finish(draft, events);
};

function readCalendar(draft: DocumentDraft, properties: readonly Property[]): void {
  const textOf = (...names: readonly string[]): string | undefined => {
    const property = properties.find(({ name }) => names.includes(name));
    return property && String(property.values[0]);
  };
  draft.title = textOf("name", "x-wr-calname");
  draft.subtitle = textOf("description", "x-wr-caldesc");
  const zone = zoneOf(textOf("x-wr-timezone") ?? "");
  if (zone !== undefined && isTimeZone(zone) && zone !== "UTC") draft.timeZone = zone;
}
