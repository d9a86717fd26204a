import { show, type Issue } from "../../base/errors.js";
import { times } from "../../base/times.js";
import { foldText } from "../../text/fold.js";
import { civilFromDay, dayOf } from "../../time/civil.js";
import { parseDate } from "../../time/parse.js";
import { isKnown, type Span } from "../../time/span.js";
import { fieldOf } from "../../model/parts.js";
import { plainOf } from "../plain.js";
import { listOf } from "../people.js";
import type { Found } from "./finding.js";

/** An event as it is looked at. */
export interface Examined {
  readonly row: object;
  readonly index: number;
  readonly title: string;
  readonly span: Span | undefined;
}

/** The first digits of the West, of Arabic and of Persian. */
const ZEROS = [0x30, 0x660, 0x6f0] as const;
const DIGIT = /\p{Nd}/gu;
/** Titles with more letters than this do not fit. */
const LONGEST_TITLE = 120;
/** So many events of one day are compared with each other. */
const COMPARED = 100;
/** Two titles are nearly the same where so much of their pairs of letters is. */
const ALIKE = 0.8;
/** Hijri years of the last hundred and of the next fifty years, and Persian ones. */
const [FIRST_YEAR, LAST_YEAR] = [1300, 1500];
/** Years of an event so much later than others show that those are of another calendar. */
const MODERN = 1800;

/** Looks at the events for what the model does not mind. */
export function checkEvents(events: readonly Examined[], locale: string): readonly Found[] {
  return [
    ...events.flatMap((event) => [...mixedDigits(event), ...longTitle(event)]),
    ...wrongCalendars(events, locale),
    ...duplicates(events),
    ...missingSources(events),
  ];
}

function finding(index: number, field: string, code: string, found: unknown, expected: string): Found {
  const severity: Issue["severity"] = "warning";
  return { code, path: `events[${index}].${field}`, found: show(found), expected, severity, event: index };
}

function mixedDigits({ row, index, title }: Examined): readonly Found[] {
  const texts = [["title", title], ...["date", "dateText"].map((name) => [name, fieldOf(row, name)])] as const;
  return texts.flatMap(([field, text]) => {
    const kinds = typeof text === "string" ? digitsIn(text) : [];
    if (kinds.length < 2) return [];
    const found = finding(index, field as string, "digits-mixed", text, "one kind of digits");
    const isPlain = field !== "date" && text === fieldOf(row, field as string);
    return isPlain
      ? { ...found, repair: { field: field as string, value: withDigits(text as string, kinds[0]!) } }
      : found;
  });
}

/** The kinds of digits in a text by their zeros, that with the most digits first. */
function digitsIn(text: string): readonly number[] {
  const counts = new Map<number, number>();
  for (const [digit] of text.matchAll(DIGIT)) {
    const zero = zeroOf(digit);
    if (zero !== undefined) counts.set(zero, (counts.get(zero) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([zero]) => zero);
}

function withDigits(text: string, zero: number): string {
  return text.replace(DIGIT, (digit) => {
    const own = zeroOf(digit);
    return own === undefined ? digit : String.fromCodePoint(digit.codePointAt(0)! - own + zero);
  });
}

/** The zero that a digit counts from, of the kinds that the check knows. */
function zeroOf(digit: string): number | undefined {
  const point = digit.codePointAt(0)!;
  return ZEROS.find((zero) => point >= zero && point < zero + 10);
}

function longTitle({ index, title }: Examined): readonly Found[] {
  const { length } = [...title];
  if (length <= LONGEST_TITLE) return [];
  return [{ ...finding(index, "title", "title-long", "", `at most ${LONGEST_TITLE} letters`), found: String(length) }];
}

/** A year such as 1441 among events of our days is one of the Hijra, or, in Persian, of Iran. */
function wrongCalendars(events: readonly Examined[], locale: string): readonly Found[] {
  const years = events.map(({ span }) => {
    return span && isKnown(span.start) && !span.text.includes("[u-ca=")
      ? civilFromDay(dayOf(span.start.earliest)).year
      : undefined;
  });
  const isOld = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;
  const known = years.filter((year) => year !== undefined);
  const modern = known.filter((year) => year >= MODERN).length;
  if (modern <= known.filter(isOld).length || known.some((year) => year < MODERN && !isOld(year))) return [];
  const calendar = locale.toLowerCase().startsWith("fa") ? "persian" : "islamic-umalqura";
  return events.flatMap(({ row, index }, i) => {
    const date = fieldOf(row, "date");
    if (years[i] === undefined || !isOld(years[i]) || typeof date !== "string") return [];
    const value = `${date}[u-ca=${calendar}]`;
    const found = finding(index, "date", "calendar-year", date, value);
    return date.includes("/") || !parseDate(value).ok ? found : { ...found, repair: { field: "date", value } };
  });
}

/** Events of the same date with nearly the same title; one that is the same in all but its id can be taken out. */
function duplicates(events: readonly Examined[]): readonly Found[] {
  const byDate = new Map<string, Examined[]>();
  for (const event of events)
    if (event.span) byDate.set(event.span.text, [...(byDate.get(event.span.text) ?? []).slice(0, COMPARED), event]);
  return [...byDate.values()].flatMap((group) => {
    const pairs = group.map(({ title }) => pairsOf(title));
    return group.flatMap((event, i) => {
      const first = group.slice(0, i).find((_, j) => likeness(pairs[i]!, pairs[j]!) >= ALIKE);
      if (!first || event.title === "") return [];
      const found = finding(event.index, "title", "event-duplicate", event.title, show(first.title));
      return bare(event.row) === bare(first.row) ? { ...found, repair: {} } : found;
    });
  });
}

function bare(row: object): string {
  try {
    return JSON.stringify({ ...row, id: undefined });
  } catch {
    return "";
  }
}

function pairsOf(title: string): ReadonlySet<string> {
  const letters = foldText(title.slice(0, 300))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return new Set(times(Math.max(letters.length - 1, 1), (i) => letters.slice(i, i + 2)));
}

/** The coefficient of Dice (1945). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of one) if (other.has(pair)) both++;
  return (2 * both) / (one.size + other.size);
}

/** Where no event has a source, that is said once. */
function missingSources(events: readonly Examined[]): readonly Found[] {
  const without = events.filter(
    ({ row }) => listOf(fieldOf(row, "sources")).length === 0 && fieldOf(row, "url") === undefined,
  );
  if (without.length === events.length && events.length > 1)
    return [
      {
        code: "source-missing",
        path: "events",
        found: "none",
        expected: "a source for each event",
        severity: "warning",
      },
    ];
  return without.map(({ index }) => finding(index, "sources", "source-missing", undefined, "who says so"));
}

/** The words of a title, whatever the language. */
export function titleOf(row: object, locale: string): string {
  return plainOf(fieldOf(row, "title"), locale).text.trim();
}
