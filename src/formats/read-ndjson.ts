import { isObject } from "../model/rules.js";
import type { TimelineDocument } from "../model/options.js";
import type { Reader } from "./format.js";
import { linesOf } from "./lines.js";
import { parseJSON } from "./source.js";

/** One event of ours in each line; the first line may hold the rest of the document. */
export const read: Reader = ({ text }, notes, { maxEvents }) => {
  let head: Readonly<Record<string, unknown>> = {};
  const events: unknown[] = [];
  for (const { text: line, number } of linesOf(text)) {
    if (line.trim() === "") continue;
    const row = parseJSON(line);
    const note = notes.at({ row: number, path: `line ${number}` });
    if (!isObject(row)) note.issue("row-unreadable", "", line, "an event as an object in JSON", "error");
    else if (events.length === 0 && Object.hasOwn(row, "version") && !Object.hasOwn(row, "date")) head = row;
    else if (events.length < maxEvents) events.push(row);
    else {
      note.issue("events-more", "", line, `at most ${maxEvents} events`, "error");
      break;
    }
  }
  return { version: 1, ...head, events } as unknown as TimelineDocument;
};
