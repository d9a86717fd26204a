import { civilFromDay, weekday, type Civil } from "../time/civil.js";
import { DAY, type Day } from "../time/instant.js";

/** One piece of a formatted date: a field, or what stands between two. */
export type Part = Pick<Intl.DateTimeFormatPart, "type" | "value">;

/** Years are the only field of which there can be many. */
const KEPT = 1_000;

/** What a formatter has told: the order of its pieces, and each name and number that it has written. */
interface Told {
  readonly pattern: readonly Part[];
  readonly values: Map<number, string>;
}

const toldBy = new WeakMap<Intl.DateTimeFormat, Told>();

/**
 * A day in the pieces of a formatter of the Gregorian calendar. Its pattern is the same for all days and each piece depends
 * on one field alone, so each name and number is asked for once: asking takes ten times as long as remembering.
 *
 * @param formatter - In UTC.
 */
export function gregorianParts(formatter: Intl.DateTimeFormat, day: Day): readonly Part[] {
  const civil = civilFromDay(day);
  const told = toldBy.get(formatter);
  const known = told?.pattern.map(({ type, value }) => {
    const key = keyOf(type, civil, day);
    return { type, value: key === undefined ? value : told.values.get(key) };
  });
  if (known?.every(hasValue)) return known;
  const pattern = formatter.formatToParts(day * DAY);
  const values = told && told.values.size < KEPT ? told.values : new Map<number, string>();
  for (const { type, value } of pattern) {
    const key = keyOf(type, civil, day);
    if (key !== undefined) values.set(key, value);
  }
  toldBy.set(formatter, { pattern, values });
  return pattern;
}

function hasValue(part: { readonly type: Part["type"]; readonly value: string | undefined }): part is Part {
  return part.value !== undefined;
}

/** What a piece depends on, as one number; `undefined` for what is the same in all dates. */
function keyOf(type: Part["type"], { year, month, day }: Civil, of: Day): number | undefined {
  if (type === "weekday") return weekday(of);
  if (type === "era") return year > 0 ? 8 : 9;
  if (type === "month") return 10 + month;
  if (type === "day") return 30 + day;
  return type === "year" ? (year > 0 ? 100 + year : year - 1) : undefined;
}
