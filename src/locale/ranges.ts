import type { Instant } from "../time/instant.js";
import { dateParts, joinParts, type Fields, type FieldSetting } from "./fields.js";
import type { Part } from "./gregorian-parts.js";

/**
 * Two texts as a range, with an en dash: a hyphen-minus would turn digits around in an Arabic paragraph (UAX #9, W4).
 * Blanks stand around it where there are blanks within. Two equal texts are one.
 */
export function dashed(from: string, to: string): string {
  if (from === to) return from;
  return /\s/.test(from + to) ? `${from} – ${to}` : `${from}–${to}`;
}

/**
 * Two dates of one precision as a range that says once what they share: "7–9 July 2020". The order of fields is that of
 * the language; ranges of the engine are not used, because some lose their end (Persian months in ICU 72).
 * A year that is not asked for is shown all the same where the two differ in it.
 */
export function dateRange(from: Instant, to: Instant, fields: Fields, setting: FieldSetting): string {
  const withYear: Fields = { ...fields, year: "numeric" };
  const start = dateParts(from, withYear, setting);
  const end = dateParts(to, withYear, setting);
  const differs = (type: Part["type"]): boolean => valueOf(start, type) !== valueOf(end, type);
  if (differs("era")) {
    const withEra: Fields = { ...withYear, era: "short" };
    return dashed(joinParts(dateParts(from, withEra, setting)), joinParts(dateParts(to, withEra, setting)));
  }
  const finest = fields.day ? "day" : fields.month ? "month" : "year";
  if (differs("year") && finest !== "year") return dashed(joinParts(start), joinParts(end));

  if (finest === "day" && differs("month")) {
    return dashed(
      joinParts(dateParts(from, { ...fields, year: undefined }, setting)),
      joinParts(dateParts(to, fields, setting)),
    );
  }
  const first =
    finest === "month" ? dateParts(from, { month: fields.month }, setting) : dateParts(from, fields, setting);
  return joinParts(
    dateParts(to, fields, setting).map(({ type, value }) => ({
      type,
      value: type === finest ? dashed(valueOf(first, type), value) : value,
    })),
  );
}

function valueOf(parts: readonly Part[], type: Part["type"]): string {
  return parts.find((part) => part.type === type)?.value ?? "";
}
