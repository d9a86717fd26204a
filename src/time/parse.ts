import { parseCalendarDate } from "./calendar-input.js";
import { dayFromCivil, daysInMonth } from "./civil.js";
import { parseClock } from "./clock.js";
import { parseEDTF, type EdtfEnd } from "./edtf.js";
import { faultOf, isFault, type Fault } from "./fault.js";
import { DAY, type Instant } from "./instant.js";
import { isKnown, type Edge, type Precision, type Span } from "./span.js";
import { epochOf, isTimeZone, LAST_EPOCH, wallClock } from "./zone.js";

/** In which zones a date is read. */
export interface DateOptions {
  /**
   * The zone whose wall clock the timeline shows.
   * @defaultValue "UTC"
   */
  readonly timeZone?: string | undefined;
  /** The zone of this date: times without an offset are of its wall clock. By default the timeline's. */
  readonly eventTimeZone?: string | undefined;
  /** The present moment on the wall clock of the timeline, for an end of `"now"`; without it such an end is open. */
  readonly now?: Instant | undefined;
}

/** The result of {@link parseDate}. */
export type DateResult = { readonly ok: true; readonly span: Span } | { readonly ok: false; readonly fault: Fault };

type Reader = (input: unknown, options: DateOptions) => Span | Fault;

/** With a year of six digits and a sign, as `Date` prints far years. */
const DATE_TIME = /^([+-]\d{6}|-?\d{4})-(\d\d)-(\d\d)[T ]([^/]{1,40})$/;

/** A date with the name of its calendar. */
const IN_CALENDAR = /^([^[\]/]{1,40})\[!?u-ca=([^\]/]{1,40})\]$/;
const GREGORIAN = /^(gregory|iso8601)$/;

/** By the tag that `Object.prototype.toString` gives a value; Temporal objects print as texts that we read. */
const READERS = new Map<string, Reader>([
  ["String", (input, options) => readText(String(input).trim(), options)],
  ["Number", (input, options) => readEpoch(Number(input), options)],
  ["Date", (input, options) => readEpoch(Number(input), options)],
  ["Temporal.PlainDate", readTemporal],
  ["Temporal.PlainDateTime", readTemporal],
  ["Temporal.Instant", readTemporal],
  ["Temporal.PlainYearMonth", readYearMonth],
  ["Temporal.ZonedDateTime", readZoned],
]);

/**
 * Reads a date as a user may give it: a text in EDTF; an ISO 8601 date and time, with an offset (a moment, shown on the
 * timeline's wall clock) or without (a wall clock time); a day, month or year as another calendar counts it, with the
 * calendar behind it: `1441-11-18[u-ca=islamic-umalqura]`; a `Date` or milliseconds since 1970 (moments); a Temporal
 * object; or `{ start, end }` of these, where an end of `".."` is open, one of `"now"` is the
 * present moment, and an empty or null one is unknown.
 * Never throws.
 *
 * The form of the calendar's name is that of RFC 9557. There, the digits before it stay those of ISO 8601: give a Temporal
 * object of another calendar as it is, not as text.
 *
 * @param input - The date.
 * @param options - The zones.
 * @returns The span; or a fault with the code `date-missing`, `date-unreadable`, `date-order`, `date-range`,
 * `zone-unknown` or `calendar-unknown`.
 */
export function parseDate(input: unknown, options: DateOptions = {}): DateResult {
  const span = readGuarded(input, options);
  return isFault(span) ? { ok: false, fault: span } : { ok: true, span };
}

/** An object of the user's may throw wherever it is touched. */
function readGuarded(input: unknown, options: DateOptions): Span | Fault {
  try {
    const zone = [options.timeZone, options.eventTimeZone].find((name) => name !== undefined && !isTimeZone(name));
    if (zone !== undefined) return unknownZone(zone);
    return tagOf(input) === "Object" ? readPair(input as Pair, options) : readSingle(input, options);
  } catch {
    return { code: "date-unreadable", found: "an object that throws", expected: "a date" };
  }
}

function unknownZone(name: string): Fault {
  return faultOf("zone-unknown", name, "a time zone such as Asia/Damascus");
}

function tagOf(input: unknown): string {
  return Object.prototype.toString.call(input).slice(8, -1);
}

function readSingle(input: unknown, options: DateOptions): Span | Fault {
  if (isBlank(input)) return faultOf("date-missing", input, "a date");
  const reader = READERS.get(tagOf(input));
  return reader ? reader(input, options) : faultOf("date-unreadable", input, "a date as text, number or object");
}

function isBlank(input: unknown): boolean {
  return input === undefined || input === null || input === "";
}

interface Pair {
  readonly start?: unknown;
  readonly end?: unknown;
}

function readPair({ start, end }: Pair, options: DateOptions): Span | Fault {
  if (isBlank(start) && isBlank(end)) return faultOf("date-missing", { start, end }, "a start or an end");
  if (end === undefined && start !== "..") return readSingle(start, options);
  const first = readEnd(start, options);
  const isOngoing = end === "now";
  const last = isOngoing ? endNow(first, options) : readEnd(end, options);
  if (isFault(first)) return first;
  if (isFault(last)) return last;
  if (!isKnown(first.edge) && !isKnown(last.edge)) return bothUnknown({ start, end });
  if (isOutOfOrder(first.edge, last.edge))
    return faultOf("date-order", `${first.text}/${last.text}`, "an end that is not before its start");
  const span = spanOf(first.edge, last.edge, `${first.text}/${last.text}`, first.timeZone ?? last.timeZone);
  return isOngoing ? { ...span, isOngoing } : span;
}

/** What begins after the present moment, or at no known one, has an open end. */
function endNow(start: End | Fault, { now }: DateOptions): End {
  const hasBegun = now !== undefined && !isFault(start) && isKnown(start.edge) && start.edge.earliest <= now;
  if (!hasBegun) return { edge: "open", text: ".." };
  return {
    edge: { earliest: now, latest: now, precision: "minute", approximate: false, uncertain: false },
    text: "..",
  };
}

interface End {
  readonly edge: Edge;
  readonly text: string;
  readonly timeZone?: string;
}

function readEnd(input: unknown, options: DateOptions): End | Fault {
  if (isBlank(input)) return { edge: "unknown", text: "" };
  if (input === "..") return { edge: "open", text: ".." };
  const span = readSingle(input, options);
  if (isFault(span)) return span;
  return span.isInterval ? faultOf("date-unreadable", span.text, "a single date") : { ...span, edge: span.start };
}

function bothUnknown(found: unknown): Fault {
  return faultOf("date-missing", found, "at least one known end");
}

/** Whether every reading of the end is before every reading of the start. */
function isOutOfOrder(start: Edge, end: Edge): boolean {
  return isKnown(start) && isKnown(end) && start.earliest >= end.latest && start.earliest > end.earliest;
}

function readText(text: string, options: DateOptions): Span | Fault {
  const match = DATE_TIME.exec(text);
  if (match) return readDateTime(text, match, options);
  const [, date, calendar] = IN_CALENDAR.exec(text) ?? [];
  if (date && calendar) return GREGORIAN.test(calendar) ? readText(date, options) : readInCalendar(date, calendar);
  const ends = text.split("/", 3);
  if (ends.length === 2 && text.includes("[u-ca=")) return readCalendarPair(text, ends, options);
  if (ends.length === 2 && text.includes("T")) return readPair({ start: ends[0], end: ends[1] }, options);
  const read = parseEDTF(text);
  if (!read.ok) return read.issue;
  const { start, end } = read.value;
  const first = edgeOf(start);
  const last = end === start ? first : edgeOf(end);
  return isKnown(first) || isKnown(last) ? spanOf(first, last, read.value.text) : bothUnknown(text);
}

function readInCalendar(date: string, calendar: string): Span | Fault {
  const edge = parseCalendarDate(date, calendar);
  return isFault(edge) ? edge : spanOf(edge, edge, `${date}[u-ca=${calendar}]`);
}

/** A calendar behind the second date alone might be meant for both. */
function readCalendarPair(text: string, ends: readonly string[], options: DateOptions): Span | Fault {
  const isClear = ends.every((end) => end === "" || end === ".." || end.endsWith("]"));
  if (!isClear) return faultOf("date-unreadable", text, "the calendar behind both dates; of ISO dates it is gregory");
  return readPair({ start: ends[0], end: ends[1] }, options);
}

/** The days of EDTF, the last one included, as a half-open part of the wall clock. */
function edgeOf(end: EdtfEnd): Edge {
  return typeof end === "object" ? { ...end, earliest: end.earliest * DAY, latest: (end.latest + 1) * DAY } : end;
}

function readDateTime(text: string, match: RegExpExecArray, options: DateOptions): Span | Fault {
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const clock = parseClock(match[4]!);
  const isDay = !Object.is(year, -0) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!clock || !isDay) return faultOf("date-unreadable", text, "a date and time such as 2020-07-09T10:30");
  const wall = dayFromCivil(year, month, day) * DAY + clock.time;
  const { timeZone = "UTC", eventTimeZone = timeZone } = options;
  const isOnTimeline = clock.offset === undefined && eventTimeZone === timeZone;
  const epoch = (): number => (clock.offset === undefined ? epochOf(wall, eventTimeZone) : wall - clock.offset);
  return momentOf(isOnTimeline ? wall : wallClock(epoch(), timeZone), clock.precision, text.replace(" ", "T"), options);
}

function readEpoch(epochMs: number, options: DateOptions): Span | Fault {
  if (Number.isNaN(epochMs)) return faultOf("date-unreadable", epochMs, "a valid date");
  if (Math.abs(epochMs) > LAST_EPOCH) return faultOf("date-range", epochMs, "at most ±8.64e15 milliseconds");
  const date = new Date(epochMs);
  const precision = epochMs % 1000 ? "millisecond" : epochMs % 60_000 ? "second" : "minute";
  return momentOf(wallClock(date.getTime(), options.timeZone ?? "UTC"), precision, date.toISOString(), options);
}

function readTemporal(input: unknown, options: DateOptions): Span | Fault {
  return readText(String(input).split("[", 1)[0]!, options);
}

/** In calendars other than the Gregorian it prints the day on which the month begins, which says too little. */
function readYearMonth(input: unknown, options: DateOptions): Span | Fault {
  const [text = "", calendar = "u-ca=iso8601]"] = String(input).split("[");
  if (!/iso8601|gregory/.test(calendar))
    return faultOf("date-unreadable", String(input), "a month of the ISO calendar");
  return readText(text.replace(/^(.+-\d\d)-\d\d$/, "$1"), options);
}

function readZoned(input: unknown, options: DateOptions): Span | Fault {
  const { timeZoneId } = input as { timeZoneId: string };
  const eventTimeZone = options.eventTimeZone ?? timeZoneId;
  return isTimeZone(eventTimeZone) ? readTemporal(input, { ...options, eventTimeZone }) : unknownZone(eventTimeZone);
}

function momentOf(at: Instant, precision: Precision, text: string, { eventTimeZone }: DateOptions): Span {
  const edge: Edge = { earliest: at, latest: at, precision, approximate: false, uncertain: false };
  return spanOf(edge, edge, text, eventTimeZone);
}

function spanOf(start: Edge, end: Edge, text: string, timeZone?: string): Span {
  return { start, end, isInterval: start !== end, text, ...(timeZone !== undefined && { timeZone }) };
}
