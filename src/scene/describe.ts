import type { Layout } from "../layout/layout.js";
import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type { ResolvedEvent, ResolvedText } from "../model/model.js";
import { isolate, STEERING } from "../text/clean.js";
import type { Direction } from "../text/direction.js";
import { civilFromDay, dayOf } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import { isKnown, type Edge, type Precision, type Span } from "../time/span.js";
import type { Domain } from "../view/view.js";

/** An event in words, the one source for screen readers, lists and files. */
export interface Description {
  readonly title: ResolvedText;
  /** Its date in full, in the language of the timeline. */
  readonly date: string;
  /** Its lane where it has one, its kind, and its certainty where that is in doubt. */
  readonly rest: readonly string[];
  /** The start of its date for machines (HTML `datetime`), where the standard can write it. */
  readonly datetime: string | undefined;
}

/** Describes an event. */
export function describe(event: ResolvedEvent, dates: DateFormat, words: Words): Description {
  const rest = [...(event.laneLabel ? [event.laneLabel.text] : []), event.kindLabel];
  if (event.certainty !== "confirmed") rest.push(words.say(event.certainty));
  return { title: event.title, date: dates.spoken(event.span), rest, datetime: datetimeOf(event) };
}

/** So many events of a count are named. */
const NAMED = 3;

/** A count of events in words: how many, when they were, and what the first of them are. */
export function describeCount(
  events: readonly ResolvedEvent[],
  dates: DateFormat,
  words: Words,
  dir: Direction,
): string {
  const names = events.slice(0, NAMED).map(({ title }) => spoken(title, dir));
  const separator = commaOf(words);
  const rest = events.length > NAMED ? `${separator}…` : "";
  return `${words.say("hidden", { n: events.length })}${separator}${dates.spoken(spanOf(events))}: ${names.join(separator)}${rest}`;
}

/** A text to stand among others that are read in a direction, where no element can hold it. */
export function spoken({ text, dir }: ResolvedText, around: Direction): string {
  return dir === around && !STEERING.test(text) ? text : isolate(text, dir);
}

/** The events that are spoken of, and of how many they are a part. */
type Described = Pick<Layout["columns"], "events" | "among">;

/** All events in words: how many, and when. */
export function describeAll({ events, among }: Described, dates: DateFormat, words: Words): string {
  if (among) return describeView(among.count, [among.span[0], among.span[1] + 1], dates, words);
  return [words.say("events", { n: events.length }), dates.spoken(spanOf(events))].join(commaOf(words));
}

/** What is in view in words: how many events, and the part of time, no finer than it matters. */
export function describeView(n: number, [from, to]: Domain, dates: DateFormat, words: Words): string {
  const precision = FINENESS.find(([days]) => to - from > days * DAY)![1];
  const edge = (instant: Instant): Edge => {
    const earliest = precision === "minute" ? instant : Math.floor(instant / DAY) * DAY;
    return { earliest, latest: earliest, precision, approximate: false, uncertain: false };
  };
  // The end of the domain is the first instant that is out of view.
  const range = dates.spoken({ start: edge(from), end: edge(to - 1), isInterval: true, text: "" });
  return [words.say("events", { n }), range].join(commaOf(words));
}

/** From so many days on, a part of time is told so finely. */
const FINENESS: readonly (readonly [days: number, Precision])[] = [
  [7300, "year"],
  [400, "month"],
  [2, "day"],
  [-1, "minute"],
];

/** Between what is said one after the other. */
export function commaOf({ lang }: Words): string {
  return lang === "ar" ? "، " : ", ";
}

/** From the first to the last of what is known of several events. */
function spanOf(events: readonly ResolvedEvent[]): Span {
  const edges = events.flatMap(({ span }) => [span.start, span.end].filter(isKnown));
  const start = edges.reduce((first, edge) => (edge.earliest < first.earliest ? edge : first));
  const end = edges.reduce((last, edge) => (edge.latest > last.latest ? edge : last));
  const isInterval = start.earliest !== end.earliest || start.latest !== end.latest;
  return { start, end: isInterval ? end : start, isInterval, text: "" };
}

/** HTML knows years from 1 on, with at least four digits, in the Gregorian calendar. */
function datetimeOf({ span }: ResolvedEvent): string | undefined {
  const edge = [span.start, span.end].find(isKnown);
  if (!edge) return undefined;
  const { year, month, day } = civilFromDay(dayOf(edge.earliest));
  if (year < 1) return undefined;
  const digits = (value: number, length = 2): string => String(value).padStart(length, "0");
  const parts = [digits(year, 4), digits(month), digits(day)];
  return parts.slice(0, span.text.includes("[u-ca=") ? 3 : (PARTS[edge.precision] ?? 3)).join("-");
}

/** How many parts of a date are known; all three where nothing is said here. */
const PARTS: Partial<Record<Precision, number>> = {
  millennium: 1,
  century: 1,
  decade: 1,
  year: 1,
  season: 1,
  month: 2,
};
