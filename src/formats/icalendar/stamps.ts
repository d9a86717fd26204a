import { civilFromDay, dayFromCivil, dayOf } from "../../time/civil.js";
import { DAY, type Instant } from "../../time/instant.js";
import { isKnown, type KnownEdge, type Span } from "../../time/span.js";
import { epochOf, isTimeZone } from "../../time/zone.js";
import type { RowNotes } from "../notes.js";
import { escapeText } from "./lines.js";

/** The zones of an event. */
export interface Clocks {
  /** The zone of the event. */
  readonly zone: string | undefined;
  /** The zone of the timeline. */
  readonly clock: string | undefined;
}

const FIRST = dayFromCivil(1, 1, 1) * DAY;
const LAST = dayFromCivil(10_000, 1, 1) * DAY;
const TIMED = new Set(["hour", "minute", "second", "millisecond"]);
const PLAIN = /^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/;

/**
 * The lines that say when an event is; `undefined` where a calendar can't, which is a loss. A date that is not one of whole days
 * is kept in a property of ours besides.
 */
export function stampLines(
  span: Span,
  date: string,
  note: RowNotes,
  { zone, clock }: Clocks,
): readonly string[] | undefined {
  const { start, end } = span;
  if (!isKnown(start) || !isKnown(end)) {
    const known = [start, end].find(isKnown);
    if (!known) return undefined;
    note.loss("date", span.text, "an event has a start and an end that are known; the other is left out");
    return stampLines({ ...span, start: known, end: known }, date, note, { zone, clock });
  }
  if (start.earliest < FIRST || end.latest > LAST) {
    note.loss("date", span.text, "a calendar has the years 1 to 9999; the event is left out");
    return undefined;
  }
  const own = date === "" || PLAIN.test(date) ? [] : [`X-MIZWALA-DATE:${escapeText(date)}`];
  if (isTimed(start) && isTimed(end)) {
    const named = [zone, clock].find((name) => name !== undefined && isTimeZone(name));
    return [
      `DTSTART:${timeText(start.earliest, clock ?? named)}`,
      ...(span.isInterval ? [`DTEND:${timeText(end.latest, clock ?? named)}`] : []),
      ...own,
    ];
  }
  lose(span, start, end, note);
  const [first, last] = [dayOf(start.earliest), dayOf(Math.max(end.latest - 1, start.earliest))];
  return [`DTSTART;VALUE=DATE:${dayDigits(first)}`, `DTEND;VALUE=DATE:${dayDigits(last + 1)}`, ...own];
}

function lose({ text }: Span, start: KnownEdge, end: KnownEdge, note: RowNotes): void {
  if ([start, end].some((edge) => edge.approximate || edge.uncertain))
    note.loss("date", text, "a calendar has no dates that are approximate or uncertain");
  if ([start, end].some((edge) => edge.precision !== "day" && !isTimed(edge)))
    note.loss("date", text, "a calendar has whole days; it is written as all its days");
}

function isTimed({ precision }: KnownEdge): boolean {
  return TIMED.has(precision);
}

function dayDigits(day: number): string {
  const { year, month, day: ofMonth } = civilFromDay(day);
  return `${String(year).padStart(4, "0")}${String(month).padStart(2, "0")}${String(ofMonth).padStart(2, "0")}`;
}

/** In UTC, or, where the timeline has no zone of its own, without one. */
function timeText(at: Instant, clock: string | undefined): string {
  const epoch = clock === undefined ? at : epochOf(at, clock);
  const day = dayOf(epoch);
  const time = new Date(Math.floor((epoch - day * DAY) / 1000) * 1000).toISOString().slice(11, 19).replaceAll(":", "");
  return `${dayDigits(day)}T${time}${clock === undefined ? "" : "Z"}`;
}
