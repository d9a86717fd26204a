import { parseDate } from "../time/parse.js";
import { yearText, type DateReader, type DateReading } from "./dates.js";
import type { RowNotes } from "./notes.js";
import { readNumber } from "./numbers.js";

/** The parts of a date as texts or numbers; what is left out makes it less precise. */
export interface DateParts {
  readonly year: unknown;
  readonly month?: unknown;
  readonly day?: unknown;
  /** As in ISO 8601: `10:30`. */
  readonly time?: string | undefined;
}

/** A date of parts; where they are not all numbers, such as "March" for a month, what they say as words. */
export function readParts(parts: DateParts, dates: DateReader, note: RowNotes, field: string): DateReading {
  const date = dateOf(parts);
  if (date !== undefined && parseDate(date).ok) return { date };
  const given = [parts.day, parts.month, parts.year].filter((part) => !isBlank(part)).map(String);
  const isInWords = /\p{L}/u.test(given.join(""));
  const words = isInWords ? dates.read(given.join(" "), note, field) : undefined;
  if (words) return { date: words.date };
  const text = given.reverse().join("-");
  note.issue("date-unreadable", field, text, "a year, month and day as numbers", "error");
  return { date: text };
}

/** A date of parts, as EDTF or ISO 8601; `undefined` where a part is not a number. A negative year is BC. */
export function dateOf({ year, month, day, time }: DateParts): string | undefined {
  const [y, m, d] = [year, month, day].map((part) => (isBlank(part) ? 0 : readNumber(part)));
  if (y === undefined || m === undefined || d === undefined || ![y, m, d].every(Number.isInteger)) return undefined;
  if (m < 0 || m > 12 || d < 0 || d > 31) return undefined;
  const yearOf = yearText(y < 0 && y > -10_000 ? y + 1 : y);
  if (m === 0 || yearOf.startsWith("Y")) return yearOf;
  const monthOf = `${yearOf}-${String(m).padStart(2, "0")}`;
  if (d === 0) return monthOf;
  const dayOf = `${monthOf}-${String(d).padStart(2, "0")}`;
  return time === undefined || time === "" ? dayOf : `${dayOf}T${time}`;
}

function isBlank(part: unknown): boolean {
  return part === undefined || part === null || (typeof part === "string" && part.trim() === "");
}
