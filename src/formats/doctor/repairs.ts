import type { Issue } from "../../base/errors.js";
import { fieldOf } from "../../model/parts.js";
import { nearest } from "../../model/nearest.js";
import { contradictsWeekday } from "../../model/weekday.js";
import { parseDate } from "../../time/parse.js";
import { createDateReader } from "../dates.js";
import { createNotes } from "../notes.js";
import { latinDigits } from "../numbers.js";
import type { Repair } from "./finding.js";

/** What may be meant by names. */
export interface RepairSetting {
  readonly locale: string;
  readonly kinds: readonly string[];
  readonly lanes: readonly string[];
  readonly ids: readonly string[];
}

const DAY = /^(-?\d{4})-(\d\d)-(\d\d)$/;

type Mend = (row: object, setting: RepairSetting) => Repair | undefined;

const MENDS: Readonly<Record<string, Mend>> = {
  "date-unreadable": (row, { locale }) => readableDate(fieldOf(row, "date"), locale),
  "date-order": (row) => {
    const date = fieldOf(row, "date");
    if (typeof date === "string") return swapped(date.split("/"), (ends) => ends.join("/"));
    if (typeof date !== "object" || date === null) return undefined;
    const { start, end } = date as { start?: unknown; end?: unknown };
    return swapped([start, end], ([first, last]) => ({ start: first, end: last }));
  },
  "weekday-contradiction": (row, { locale }) => {
    const [date, words] = [fieldOf(row, "date"), fieldOf(row, "dateText")];
    const other = typeof date === "string" ? turned(date) : undefined;
    const parsed = other === undefined ? undefined : parseDate(other);
    const isRight = parsed?.ok && typeof words === "string" && !contradictsWeekday(words, parsed.span, locale);
    return isRight ? { field: "date", value: other } : undefined;
  },
  "kind-unknown": (row, { kinds }) => meant(row, "kind", kinds),
  "lane-unknown": (row, { lanes }) => meant(row, "lane", lanes),
  "word-unknown": (row) => meant(row, "certainty", ["confirmed", "reported", "disputed"]),
  "reference-unknown": (row, { ids }) => meant(row, "partOf", ids),
};

/** What would mend an issue of an event, where that is sure enough. */
export function repairOf({ code, path }: Issue, row: object, setting: RepairSetting): Repair | undefined {
  const repair = Object.hasOwn(MENDS, code) ? MENDS[code]?.(row, setting) : undefined;
  return repair?.field !== undefined &&
    path.endsWith(`.${code === "weekday-contradiction" ? "dateText" : repair.field}`)
    ? repair
    : undefined;
}

/** A date with other digits, in words, or with its month and day the wrong way round. */
function readableDate(date: unknown, locale: string): Repair | undefined {
  if (typeof date !== "string") return undefined;
  const text = latinDigits(date.trim());
  const candidates = [text, turned(text)];
  const plain = candidates.find((candidate) => candidate !== undefined && parseDate(candidate).ok);
  if (plain !== undefined) return { field: "date", value: plain };
  const notes = createNotes();
  const reader = createDateReader({ locale, publishedOn: undefined, dateOrder: "auto" });
  const read = reader.read(date, notes.whole, "date");
  return read && notes.issues().length === 0 ? { field: "date", value: read.date } : undefined;
}

/** With its month and its day the other way round. */
function turned(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return year === undefined || month === day ? undefined : `${year}-${day}-${month}`;
}

function swapped<End>(ends: readonly End[], join: (ends: readonly End[]) => unknown): Repair | undefined {
  const value = ends.length === 2 ? join([ends[1]!, ends[0]!]) : undefined;
  return value !== undefined && parseDate(value).ok ? { field: "date", value } : undefined;
}

function meant(row: object, field: string, names: readonly string[]): Repair | undefined {
  const word = fieldOf(row, field);
  const value = typeof word === "string" ? nearest(word, names) : undefined;
  return value === undefined ? undefined : { field, value };
}
