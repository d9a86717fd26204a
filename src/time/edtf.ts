import { parseClock } from "./clock.js";
import { parseEdtfDate, unreadable, type EdtfEdge, type Printed } from "./edtf-date.js";
import { faultOf, isFault, type Fault } from "./fault.js";
import type { Precision } from "./span.js";

export type { EdtfEdge } from "./edtf-date.js";

/** An end of a date of EDTF: known, `open` (written `..`) or `unknown` (left empty). */
export type EdtfEnd = EdtfEdge | "open" | "unknown";

/** What a text in EDTF says. */
export interface EdtfDate {
  /** Where it starts. */
  readonly start: EdtfEnd;
  /** The same value as `start` where the date is a single one. */
  readonly end: EdtfEnd;
  /** Whether it covers the time from a start to an end. A choice between dates (`[1667,1668]`) is a single date. */
  readonly isInterval: boolean;
  /** The coarser precision of the two ends. `season` also tells that `2020-21` may have meant "2020 to 2021". */
  readonly precision: Precision;
  /** Whether an end is approximate. */
  readonly approximate: boolean;
  /** Whether an end is uncertain. */
  readonly uncertain: boolean;
  /** The same date as canonical EDTF. */
  readonly text: string;
  /** Whether it is a set, and whether `one` of its members is meant (`[…]`) or `all` of them (`{…}`). */
  readonly set?: "one" | "all";
  /** The members of a set. */
  readonly members?: readonly EdtfDate[];
}

/** The result of {@link parseEDTF}. */
export type EdtfResult =
  | {
      /** The text is a date. */
      readonly ok: true;
      /** What it says. */
      readonly value: EdtfDate;
    }
  | {
      /** The text is no date. */
      readonly ok: false;
      /** What is wrong with it. */
      readonly issue: Fault;
    };

/** More than any date needs; a set can be this long. */
const LONGEST = 1024;

const DATE_TIME = /^(-?\d{4}-\d\d-\d\d)T([^T]*)$/;

const PRECISIONS: readonly Precision[] = [
  "millennium",
  "century",
  "decade",
  "year",
  "season",
  "month",
  "day",
  "second",
];

/**
 * Reads a date in the Extended Date/Time Format (EDTF, ISO 8601-2) of the Library of Congress, 2019: levels 0, 1 and 2.
 * Days are those of the proleptic Gregorian calendar, counted from 1970-01-01; a time of day is checked and left out.
 * Seasons: 21 is March to May, 24 December to February of the next year. An interval is refused where no reading
 * of its ends is in order.
 *
 * @param text - At most 1,024 characters, without blanks.
 * @returns The value; or an issue with the code `date-missing`, `date-unreadable`, `date-order` or `date-range`.
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseEDTF(text: string): EdtfResult {
  const read = readEdtf(text);
  return isFault(read) ? { ok: false, issue: read } : { ok: true, value: read };
}

function readEdtf(text: string): EdtfDate | Fault {
  if (typeof text !== "string" || text.length > LONGEST)
    return faultOf("date-unreadable", text, `text of at most ${LONGEST} characters`);
  if (text === "") return faultOf("date-missing", text, "a date in EDTF");
  if (text.includes("/")) return readInterval(text);
  if (/^(\[.*\]|\{.*\})$/.test(text)) return readSet(text);
  return text.includes("T") ? readDateTime(text) : readSingle(text);
}

function readSingle(text: string): EdtfDate | Fault {
  const date = parseEdtfDate(text);
  return isFault(date) ? date : dateOf(date.edge, date.edge, date.text);
}

function readDateTime(text: string): EdtfDate | Fault {
  const [, dateText = "", clockText = ""] = DATE_TIME.exec(text) ?? [];
  const date = parseEdtfDate(dateText);
  if (isFault(date) || parseClock(clockText)?.precision !== "second")
    return faultOf("date-unreadable", text, "a date and time such as 2020-07-09T10:30:00Z");
  const edge: EdtfEdge = { ...date.edge, precision: "second" };
  return dateOf(edge, edge, text);
}

function readInterval(text: string): EdtfDate | Fault {
  const [start = "", end = "", ...more] = text.split("/");
  return more.length > 0 || text === "/" ? unreadable(text) : readRange(text, "/", readEnd(start), readEnd(end));
}

function readEnd(text: string): Printed<EdtfEnd> | Fault {
  if (text === "") return { edge: "unknown", text };
  return text === ".." ? { edge: "open", text } : parseEdtfDate(text);
}

function readRange(
  text: string,
  separator: string,
  start: Printed<EdtfEnd> | Fault,
  end: Printed<EdtfEnd> | Fault,
): EdtfDate | Fault {
  if (isFault(start)) return start;
  if (isFault(end)) return end;
  if (isKnown(start.edge) && isKnown(end.edge) && start.edge.earliest > end.edge.latest)
    return faultOf("date-order", text, "an end that is not before its start");
  return dateOf(start.edge, end.edge, start.text + separator + end.text);
}

/** What lies beyond the last member of a choice (`[1760..]`) is unknown; all that follows (`{1760..}`) is open. */
function readSet(text: string): EdtfDate | Fault {
  const set = text.startsWith("[") ? "one" : "all";
  const beyond = set === "one" ? "unknown" : "open";
  const members: EdtfDate[] = [];
  for (const item of text.slice(1, -1).split(",")) {
    const member = readMember(item, beyond);
    if (isFault(member)) return member;
    members.push(member);
  }
  const start = outermost(
    members.map((member) => member.start),
    (one, other) => one.earliest < other.earliest,
  );
  const end = outermost(
    members.map((member) => member.end),
    (one, other) => one.latest > other.latest,
  );
  const printed = text[0]! + members.map((member) => member.text).join(",") + text.at(-1)!;
  const isChoice = set === "one" && isKnown(start) && isKnown(end);
  const edge = isChoice ? eitherOf(start, end, members) : undefined;
  return { ...dateOf(edge ?? start, edge ?? end, printed), set, members };
}

function readMember(item: string, beyond: "open" | "unknown"): EdtfDate | Fault {
  const [start = "", end, ...more] = item.split("..");
  if (end === undefined) return readSingle(start);
  if (more.length > 0 || item === "..") return unreadable(item);
  const endOf = (text: string): Printed<EdtfEnd> | Fault =>
    text === "" ? { edge: beyond, text } : parseEdtfDate(text);
  return readRange(item, "..", endOf(start), endOf(end));
}

function outermost(ends: readonly EdtfEnd[], isFurther: (one: EdtfEdge, other: EdtfEdge) => boolean): EdtfEnd {
  return ends.reduce((one, other) => (!isKnown(one) || (isKnown(other) && !isFurther(other, one)) ? one : other));
}

/** One date, known to lie between the first and the last member. */
function eitherOf(start: EdtfEdge, end: EdtfEdge, members: readonly EdtfDate[]): EdtfEdge {
  return {
    earliest: start.earliest,
    latest: end.latest,
    precision: coarsest(members.map((member) => member.precision)),
    approximate: members.some((member) => member.approximate),
    uncertain: members.some((member) => member.uncertain),
  };
}

function dateOf(start: EdtfEnd, end: EdtfEnd, text: string): EdtfDate {
  const known = [start, end].filter(isKnown);
  return {
    start,
    end,
    isInterval: start !== end || !isKnown(start),
    precision: coarsest(known.map((edge) => edge.precision)),
    approximate: known.some((edge) => edge.approximate),
    uncertain: known.some((edge) => edge.uncertain),
    text,
  };
}

function coarsest(precisions: readonly Precision[]): Precision {
  return PRECISIONS.find((precision) => precisions.includes(precision)) ?? "millennium";
}

function isKnown(end: EdtfEnd): end is EdtfEdge {
  return typeof end === "object";
}
