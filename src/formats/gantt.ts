import { DAY, type Instant } from "../time/instant.js";
import { parseDate } from "../time/parse.js";
import type { EventDraft } from "./draft.js";
import { instantsOf, later, readDuration, textBetween } from "./moments.js";
import type { RowNotes } from "./notes.js";

/** Reads the tasks of a gantt diagram, each of which may begin where another ends. */
export interface Gantt {
  readonly setFormat: (format: string) => void;
  /** From here on a date is the last day of a task, not the day after it. */
  readonly setInclusive: () => void;
  readonly task: (line: string, note: RowNotes) => EventDraft;
}

const TAGS = new Set(["done", "active", "crit", "milestone", "vert"]);
const STATUS: Readonly<Record<string, string>> = {
  vert: "a line through the diagram",
  crit: "the look of a task",
  done: "how far a task is",
  active: "how far a task is",
};

/** A gantt diagram without tasks. */
export function createGantt(): Gantt {
  let format = "YYYY-MM-DD";
  let isInclusive = false;
  let before: Instant | undefined;
  const ends = new Map<string, { readonly from: Instant; readonly to: Instant }>();

  const moment = (text: string): Instant | undefined => {
    const [, after, names = ""] = /^(after|until)\s+(\S[^]{0,200})$/.exec(text) ?? [];
    if (after === undefined) return instantsOf(dateIn(text, format))?.from;
    const known = names.split(/\s+/).flatMap((name) => ends.get(name) ?? []);
    if (known.length === 0) return undefined;
    return after === "after" ? Math.max(...known.map(({ to }) => to)) : Math.min(...known.map(({ from }) => from));
  };
  const endOf = (text: string, start: Instant): Instant | undefined => {
    const duration = readDuration(text);
    if (duration) return later(start, duration);
    const end = moment(text);
    return end !== undefined && isInclusive && !text.startsWith("until") ? end + DAY : end;
  };
  const task: Gantt["task"] = (line, note) => {
    const colon = line.indexOf(":");
    const title = (colon < 0 ? line : line.slice(0, colon)).trim();
    const parts = (colon < 0 ? "" : line.slice(colon + 1))
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const tags = parts.splice(
      0,
      parts.findIndex((part) => !TAGS.has(part)) < 0 ? parts.length : parts.findIndex((part) => !TAGS.has(part)),
    );
    for (const tag of tags) if (STATUS[tag] !== undefined) note.loss(tag, tag, STATUS[tag]);
    const id = parts.length === 3 ? parts.shift() : undefined;
    const startText = parts.length === 2 ? parts.shift() : undefined;
    const start = startText === undefined ? before : moment(startText);
    const end = start === undefined ? undefined : endOf(parts[0] ?? "", start);
    if (start === undefined || end === undefined) {
      note.issue("date-unreadable", title, line, `a start and an end or a length, with dates as ${format}`, "error");
      return { id, date: startText ?? "", title };
    }
    before = end;
    if (id !== undefined) ends.set(id, { from: start, to: end });
    return { id, date: tags.includes("milestone") ? textBetween(start, start) : textBetween(start, end), title };
  };
  return { setFormat: (text) => (format = text.trim()), setInclusive: () => (isInclusive = true), task };
}

/** A date in a format of letters, `DD.MM.YYYY HH:mm`, as ISO 8601; numbers and letters are matched by their places. */
function dateIn(text: string, format: string): string {
  if (parseDate(text).ok && /^-?\d{4}-\d\d-\d\d/.test(text)) return text;
  const [letters, numbers] = [format.split(/[^A-Za-z]+/), text.split(/[^0-9]+/)];
  const part = (...names: readonly string[]): string | undefined => {
    const place = letters.findIndex((name) => names.includes(name));
    return place < 0 ? undefined : numbers[place]?.padStart(2, "0");
  };
  if (format === "X" || format === "x") {
    const parsed = parseDate(Number(text) * (format === "X" ? 1000 : 1));
    return parsed.ok ? parsed.span.text : text;
  }
  const [year, month, day, hour, minute] = [
    part("YYYY"),
    part("MM", "M"),
    part("DD", "D"),
    part("HH", "H"),
    part("mm", "m"),
  ];
  if (year === undefined) return text;
  const date = [year, month, month && day].filter((piece) => piece !== undefined).join("-");
  return hour === undefined || day === undefined ? date : `${date}T${hour}:${minute ?? "00"}`;
}
