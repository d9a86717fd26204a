import { civilFromDay, dayFromCivil } from "../time/civil.js";
import { DAY } from "../time/instant.js";
import { instantText } from "../time/instant-text.js";
import { parseDate } from "../time/parse.js";
import { parseDateText } from "../time/phrases/phrases.js";
import type { DateOrder, ReadSetting } from "./format.js";
import type { RowNotes } from "./notes.js";
import { latinDigits } from "./numbers.js";
import { remember } from "./remember.js";

/** A date of the data: what it says as EDTF or ISO 8601, and its words where it was in words. */
export interface DateReading {
  /** As given where it can't be read, so that the fault can be seen and mended. */
  readonly date: string;
  readonly dateText?: string;
}

/** Reads the dates of one set of data. */
export interface DateReader {
  /** A date in a field of a row; `undefined` where there is none. What can't be read is an issue. */
  readonly read: (value: unknown, note: RowNotes, field: string) => DateReading | undefined;
}

/** The usual form; only 29 February is looked at more closely. */
const USUAL =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?Z?)?$/;
/** What begins so is no date in words: if it can't be read, it is wrong. */
const ISO_BEGINS = /^-?\d{4}-\d\d-(?:\d\d\/|\d*[a-z])/i;
const YEAR = /^(-?\d{1,3})([?~%]?)$/;
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,? +(\d{1,2}:\d\d(?::\d\d)?))?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?$/;
const DIGITS = /^-?\d{5,17}(?:[.,]\d{1,12})?$/;
/** As `Date` prints itself: `Sat May 20 1961 00:00:00 GMT-0600 (CST)`; RFC 5322 has the day before the month. */
const PRINTED =
  /^(?:[A-Z][a-z]{2},? )?(?:([A-Z][a-z]{2}) (\d{1,2})|(\d{1,2}) ([A-Z][a-z]{2})),? (-?\d{1,6})(?: (\d\d:\d\d(?::\d\d)?)(?: ?(?:GMT|UTC|Z)?([+-]\d{4})?)?)?(?: \([^()]{0,60}\))?$/;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** Excel counts days from 1899-12-30, as it takes 1900 for a leap year; later than this it has no dates. */
const EXCEL_EPOCH = dayFromCivil(1899, 12, 30);
const LAST_SERIAL = 2_958_465;
/** A number of more digits than a serial is milliseconds. */
const FIRST_EPOCH = 100_000_000;
/** Words that were read with less certainty are an issue. */
const SURE = 0.6;

/**
 * A reader of dates in all forms that data have them in: EDTF, ISO 8601, dates in words, days of a spreadsheet,
 * milliseconds, and what `Date` prints. A date such as 09/07/2020 goes by the others of the data.
 *
 * @param samples - Texts of the data that may be dates.
 */
export function createDateReader(
  { locale, publishedOn, dateOrder }: Pick<ReadSetting, "locale" | "publishedOn" | "dateOrder">,
  samples: Iterable<unknown> = [],
): DateReader {
  const order = dateOrder === "auto" ? orderOf(samples) : dateOrder;
  const plain = remember((text) => plainText(text, order));
  const phrase = remember((text) => parseDateText(text, { locale, publishedOn }));
  const numeric = (text: string, note: RowNotes, field: string): string | undefined => {
    const number = Number(text.replace(",", "."));
    if (Math.abs(number) >= FIRST_EPOCH) {
      const parsed = parseDate(number);
      return parsed.ok ? parsed.span.text.replace(/(?::00)?\.000Z$/, "Z") : undefined;
    }
    if (number <= 0 || number > LAST_SERIAL) return undefined;
    note.issue("date-serial", field, text, "a date; it is read as a day number of a spreadsheet");
    return serialText(number);
  };
  const inWords = (text: string, note: RowNotes, field: string): DateReading | undefined => {
    const found = phrase(text);
    if (!found) return undefined;
    if (found.isAmbiguous) {
      note.issue("date-ambiguous", field, text, `one of ${found.alternatives.join(", ")}; see the option dateOrder`);
      return { date: found.alternatives[0] ?? text, dateText: text };
    }
    if (found.issue) note.issue("weekday-contradiction", field, text, found.issue.expected);
    else if (found.confidence < SURE) note.issue("date-guessed", field, text, `a date; it is read as ${found.edtf}`);
    return { date: found.edtf, dateText: text };
  };
  const read: DateReader["read"] = (value, note, field) => {
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value !== "string" && typeof value !== "number") {
      note.issue("date-unreadable", field, value, "a date as text or number", "error");
      return undefined;
    }
    const given = String(value).trim();
    if (given === "") return undefined;
    if (USUAL.test(given)) return { date: given };
    const text = latinDigits(given);
    const date = plain(text) ?? (DIGITS.test(text) ? numeric(text, note, field) : undefined);
    if (date !== undefined) return { date };
    const parsed = parseDate(text);
    const isWrongISO = !parsed.ok && (parsed.fault.code === "date-order" || ISO_BEGINS.test(text));
    const words = isWrongISO ? undefined : inWords(given, note, field);
    if (words) return isNumeric(text) ? { date: words.date } : words;
    if (!parsed.ok) note.issue(parsed.fault.code, field, given, parsed.fault.expected, "error");
    return { date: given };
  };
  return { read };
}

/** A date in digits: it has no words to keep. */
function isNumeric(text: string): boolean {
  return /^[\d\s/.:-]+$/.test(text);
}

/** What can be read without guessing; `undefined` otherwise. */
function plainText(text: string, order: DateOrder): string | undefined {
  const [, year, sign = ""] = YEAR.exec(text) ?? [];
  if (year !== undefined) return yearText(Number(year)) + sign;
  if (!text.endsWith(".000Z") && parseDate(text).ok) return text;
  const candidates = [text.replace(/(?::00)?\.000Z$/, "Z"), slashed(text, order), compact(text), printed(text)];
  return candidates.find((candidate) => candidate !== undefined && parseDate(candidate).ok);
}

function slashed(text: string, order: DateOrder): string | undefined {
  const [, first = "", second = "", year = "", clock] = SLASHED.exec(text) ?? [];
  const isDayFirst = Number(first) > 12 || (Number(second) <= 12 && order === "day-month");
  const isMonthFirst = Number(second) > 12 || order === "month-day";
  if (year === "" || isDayFirst === isMonthFirst) {
    if (year === "" || first !== second) return undefined;
  }
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  return `${year}-${two(month)}-${two(day)}${clockText(clock)}`;
}

function compact(text: string): string | undefined {
  const [, year, month, day, hour, minute, second = "00", zone = ""] = COMPACT.exec(text) ?? [];
  if (year === undefined) return undefined;
  return `${year}-${month}-${day}${hour === undefined ? "" : `T${hour}:${minute}:${second}${zone}`}`;
}

function printed(text: string): string | undefined {
  const match = PRINTED.exec(text);
  if (!match) return undefined;
  const month = MONTHS.indexOf(match[1] ?? match[4]!) / 3 + 1;
  if (!Number.isInteger(month) || month < 1) return undefined;
  const date = `${yearText(Number(match[5]))}-${two(String(month))}-${two(match[2] ?? match[3]!)}`;
  const [clock, offset] = [match[6], match[7]];
  const isMidnight = clock === undefined || /^00:00(:00)?$/.test(clock);
  return isMidnight ? date : `${date}${clockText(clock)}${offset ?? ""}`;
}

function clockText(clock: string | undefined): string {
  return clock === undefined ? "" : `T${clock.length === 4 || clock.length === 7 ? "0" : ""}${clock}`;
}

/** Days of a spreadsheet as a date, with a time of day where there is a fraction. */
function serialText(serial: number): string {
  const second = Math.round((EXCEL_EPOCH + serial) * 86_400) * 1000;
  const day = Math.floor(second / DAY);
  return second === day * DAY ? dayText(day) : instantText(second, "start");
}

/** A day as EDTF; past the year 9999, where EDTF has no days, its year. */
export function dayText(day: number): string {
  const { year, month, day: ofMonth } = civilFromDay(day);
  return Math.abs(year) > 9999 ? yearText(year) : `${yearText(year)}-${two(String(month))}-${two(String(ofMonth))}`;
}

/** A year as EDTF, where 0 is 1 BC. */
export function yearText(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

/** By the first date that can be read in one way only; the more frequent way wins where both occur. */
function orderOf(samples: Iterable<unknown>): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const sample of samples) {
    if (typeof sample !== "string" || sample.length > 40) continue;
    const [, first, second] = SLASHED.exec(latinDigits(sample.trim())) ?? [];
    if (first === undefined || second === undefined) continue;
    if (Number(first) > 12) dayFirst++;
    else if (Number(second) > 12) monthFirst++;
  }
  return dayFirst === monthFirst ? "auto" : dayFirst > monthFirst ? "day-month" : "month-day";
}
