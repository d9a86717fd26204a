import { isObject } from "../model/rules.js";
import type { TimelineDocument } from "../model/options.js";
import type { Reader } from "./format.js";
import { upToDate } from "./versions.js";

/** A document of ours, or a mere list of events, as it is. */
export const read: Reader = ({ json }, notes, { maxEvents }) => {
  const given = Array.isArray(json) ? { version: 1, events: json as unknown[] } : json;
  if (!isObject(given)) {
    notes.whole.issue("document-unreadable", "", json, "an object with a list of events, as JSON", "error");
    return { events: [] };
  }
  const document = upToDate(given, notes);
  const { events } = document;
  if (!Array.isArray(events)) {
    notes.whole.issue("events-unreadable", "events", events, "an array of events", "error");
    return { ...document, events: [] };
  }
  if (events.length <= maxEvents) return document as unknown as TimelineDocument;
  notes.whole.issue("events-more", "events", events, `at most ${maxEvents} events`, "error");
  return { ...document, events: events.slice(0, maxEvents) };
};
