import { civilFromDay, dayFromCivil, dayOf } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import type { KnownEdge, Precision } from "../time/span.js";
import { dateParts, joinParts, type Fields, type FieldSetting } from "./fields.js";
import { numberFormatter } from "./intl.js";
import type { MessageKey, Words } from "./messages.js";
import { dateRange } from "./ranges.js";

/** What decides how one end of a span reads. */
export interface EdgeSetting extends FieldSetting {
  readonly words: Words;
  /** What stands behind a time of day: the zone of its clock. */
  readonly noteOf?: ((instant: Instant) => string) | undefined;
}

/** How full a date is to be. */
export interface EdgeStyle {
  readonly weekday: boolean;
  readonly year: boolean;
  /** In words a voice can read, instead of signs. */
  readonly isSpoken: boolean;
}

/** The fields that a precision shows; finer ones have a time beside it. */
export function fieldsOf(precision: Precision, { weekday, year }: Pick<EdgeStyle, "weekday" | "year">): Fields {
  if (precision === "year") return { year: "numeric" };
  const fields: Fields = { month: "long", ...(year && { year: "numeric" }) };
  if (precision === "month") return fields;
  return { ...fields, day: "numeric", ...(weekday && { weekday: "long" }) };
}

/** Whether a date of this precision is a plain one: a day, a month or a year. */
export function isPlain(precision: Precision): precision is "year" | "month" | "day" {
  return precision === "year" || precision === "month" || precision === "day";
}

/** Whether a date of this precision has a time of day. */
export function isTimed(precision: Precision): boolean {
  return TIMED.has(precision);
}

const TIMED: ReadonlySet<Precision> = new Set<Precision>(["hour", "minute", "second", "millisecond"]);

/** One end of a span in words; `code` is its season in EDTF, 21 to 41. */
export function describeEdge(edge: KnownEdge, code: number, style: EdgeStyle, setting: EdgeSetting): string {
  const { words } = setting;
  const text =
    COARSE[edge.precision]?.(edge, code, { ...setting, calendar: "gregory" }) ?? describeDay(edge, style, setting);
  const about = edge.approximate || isFar(edge) ? words.say("about", { text }) : text;
  return edge.uncertain ? words.say(style.isSpoken ? "perhaps" : "uncertain", { text: about }) : about;
}

/** The time of day, 24 hours, as finely as asked. */
export function timeOfDay(instant: Instant, precision: Precision, setting: FieldSetting): string {
  const end = precision === "millisecond" ? 23 : precision === "second" ? 19 : 16;
  const clock = new Date(instant - dayOf(instant) * DAY).toISOString().slice(11, end);
  const nineToZero = [...numberFormatter(setting, { useGrouping: false }).format(9_876_543_210)];
  return clock.replace(/\d/g, (digit) => nineToZero[9 - Number(digit)]!);
}

/** Days, months and years; a month or year of the source can touch two of another calendar. */
function describeDay(edge: KnownEdge, style: EdgeStyle, setting: EdgeSetting): string {
  const isWide = edge.latest > edge.earliest + DAY;
  const fields = fieldsOf(edge.precision, { ...style, weekday: style.weekday && !isWide });
  if (isWide) return dateRange(edge.earliest, edge.latest - DAY, fields, setting);
  const date = joinParts(dateParts(edge.earliest, fields, setting));
  if (!isTimed(edge.precision)) return date;
  const time = withNote(timeOfDay(edge.earliest, edge.precision, setting), edge.earliest, setting);
  return setting.words.say("dateTime", { date, time });
}

/** A time of day with the zone of its clock, where that is to be said. */
export function withNote(time: string, instant: Instant, { noteOf }: EdgeSetting): string {
  return noteOf ? `${time} (${noteOf(instant)})` : time;
}

type Describe = (edge: KnownEdge, code: number, setting: EdgeSetting) => string;

/** What only the Gregorian calendar counts. */
const COARSE: Partial<Record<Precision, Describe>> = {
  season: describeSeason,
  decade: (edge, _, setting) => {
    const year = firstYear(edge);
    const range = yearRange(edge, setting);
    if (year <= 0) return range;
    return setting.words.say("decade", {
      year: joinParts(dateParts(edge.earliest, { year: "numeric" }, setting)),
      decade: Math.floor(year / 10) % 10,
      n: Math.floor(year / 100) + 1,
      range,
    });
  },
  century: describeYears("century", "centuryBefore"),
  millennium: describeYears("millennium", "millenniumBefore"),
};

/** What is numbered, in years. */
const NUMBERED: Partial<Record<Precision, number>> = { century: 100, millennium: 1000 };
/** Beyond the fortieth, a round year is said instead: "about 13.8 billion BC". */
const MOST = 40;

function isFar(edge: KnownEdge): boolean {
  return Math.abs(firstYear(edge)) >= MOST * (NUMBERED[edge.precision] ?? Infinity);
}

function describeYears(after: MessageKey, before: MessageKey): Describe {
  return (edge, _, setting) => {
    if (isFar(edge)) return roundYear(edge, setting);
    const year = firstYear(edge);
    const length = NUMBERED[edge.precision]!;
    const n = year < 0 ? Math.ceil((1 - year) / length) : Math.floor(year / length) + 1;
    return setting.words.say(year < 0 ? before : after, { n, range: yearRange(edge, setting) });
  };
}

/** The end of a range that is nearer to us, where all digits that are not known are 0. */
function roundYear(edge: KnownEdge, setting: EdgeSetting): string {
  const { year } = civilFromDay(dayOf(edge.latest - DAY));
  const middle = dayFromCivil(year < 0 ? year + 1 : firstYear(edge), 7, 1);
  return joinParts(dateParts(middle * DAY, { year: "numeric" }, setting));
}

const SEASONS: readonly MessageKey[] = ["spring", "summer", "autumn", "winter"];

/** Seasons without and with a hemisphere, quarters, thirds and halves, by their codes in EDTF. */
function describeSeason(edge: KnownEdge, code: number, setting: EdgeSetting): string {
  const { words } = setting;
  const range = dateRange(edge.earliest, edge.latest - DAY, { month: "long", year: "numeric" }, setting);
  const year = joinParts(dateParts(edge.earliest, { year: "numeric" }, setting));
  if (code >= 21 && code < 33) return words.say(SEASONS[(code - 21) % 4]!, { year, range });
  if (code >= 33 && code < 37) return words.say("quarter", { n: code - 32, year, range });
  if (code >= 37 && code < 40) return words.say("third", { n: code - 36, year, range });
  if (code >= 40 && code < 42) return words.say("half", { n: code - 39, year, range });
  return range;
}

function firstYear(edge: KnownEdge): number {
  return civilFromDay(dayOf(edge.earliest)).year;
}

function yearRange(edge: KnownEdge, setting: EdgeSetting): string {
  return dateRange(edge.earliest, edge.latest - DAY, { year: "numeric" }, setting);
}
