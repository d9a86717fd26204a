import { jsonOf } from "./json.js";
import type { Writer } from "./format.js";

/** A first line with all but the events, then one event in each line. */
export const write: Writer = ({ events, ...rest }, notes) => {
  if (!Array.isArray(events)) notes.whole.issue("events-unreadable", "events", events, "an array of events", "error");
  const rows: readonly unknown[] = Array.isArray(events) ? events : [];
  return [{ version: 1, ...rest }, ...rows]
    .map((row, i) => `${jsonOf(row, notes.at({ row: i + 1, path: `line ${i + 1}` }))}\n`)
    .join("");
};
