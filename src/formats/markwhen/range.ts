import type { DateInput } from "../../model/input.js";
import { DAY, type Instant } from "../../time/instant.js";
import type { DateReader } from "../dates.js";
import { intervalOf } from "../draft.js";
import { instantsOf, later, readDuration, textBetween } from "../moments.js";
import type { RowNotes } from "../notes.js";

/** Where an event begins and ends, for those that count from it. */
export interface Extent {
  readonly from: Instant;
  readonly to: Instant;
}

/** The events before a line, by which relative dates count. */
export interface Known {
  readonly byId: ReadonlyMap<string, Extent>;
  readonly last: Extent | undefined;
}

const RELATIVE =
  /^(?:(after|before|by) +)?(?:!([\w-]{1,60})(?:\.(?:start|end))? +)?(?:(after|before|by) +)?(\d[^]{0,30})$/;
const SEPARATOR = /\s(?:-|–|to)\s|(?<=\d{4}|-\d\d|[A-Za-z])\s?\/\s?|(?<=\d{4})[-–](?=\d{4})/;

/** A range of markwhen: one date, two with `/`, `-` or `to` between them, or dates that count from another event. */
export function readRange(text: string, known: Known, dates: DateReader, note: RowNotes): DateInput {
  const whole = text.trim();
  const relative = relativeTo(whole, known);
  if (relative) return textBetween(relative.from, relative.to);
  const [first, second] = splitRange(whole);
  if (second === undefined) return dates.read(first, note, "date")?.date ?? "";
  const start = relativeTo(first, known)?.from;
  const startText = start === undefined ? dates.read(first, note, "date")?.date : textBetween(start, start);
  if (second === "now") return { start: startText ?? null, end: "now" };
  const duration = readDuration(second);
  const from = startText === undefined ? undefined : instantsOf(startText)?.from;
  if (duration && from !== undefined) return textBetween(from, later(from, duration));
  return intervalOf(startText, dates.read(second, note, "date")?.date);
}

function splitRange(text: string): readonly [string, string?] {
  const match = SEPARATOR.exec(text);
  if (!match) return [text];
  return [text.slice(0, match.index).trim(), text.slice(match.index + match[0].length).trim()];
}

/** `3 days`, `after !id 3 days`, `before !id 2 weeks`: so long from the end or the start of another event. */
function relativeTo(text: string, { byId, last }: Known): Extent | undefined {
  const [, first, id, second, length = ""] = RELATIVE.exec(text) ?? [];
  const duration = readDuration(length);
  const other = id === undefined ? last : byId.get(id);
  if (!duration || !other) return undefined;
  const word = first ?? second ?? "after";
  if (word === "after") return { from: other.to, to: later(other.to, duration) };
  const from = later(other.from, duration, -1);
  return { from, to: word === "by" ? from + DAY : other.from };
}
