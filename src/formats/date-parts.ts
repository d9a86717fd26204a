import { yearText } from "./dates.js";
import { readNumber } from "./numbers.js";

/** The parts of a date as texts or numbers; what is left out makes it less precise. */
export interface DateParts {
  readonly year: unknown;
  readonly month?: unknown;
  readonly day?: unknown;
  /** As in ISO 8601: `10:30`. */
  readonly time?: string | undefined;
}

/** A date of parts, as EDTF or ISO 8601; `undefined` where a part is not a number. A negative year is BC. */
export function dateOf({ year, month, day, time }: DateParts): string | undefined {
  const [y, m, d] = [year, month, day].map((part) => (isBlank(part) ? 0 : readNumber(part)));
  if (y === undefined || m === undefined || d === undefined || ![y, m, d].every(Number.isInteger)) return undefined;
  if (m < 0 || m > 12 || d < 0 || d > 31) return undefined;
  const yearOf = yearText(y < 0 ? y + 1 : y);
  if (m === 0 || yearOf.startsWith("Y")) return yearOf;
  const monthOf = `${yearOf}-${String(m).padStart(2, "0")}`;
  if (d === 0) return monthOf;
  const dayOf = `${monthOf}-${String(d).padStart(2, "0")}`;
  return time === undefined || time === "" ? dayOf : `${dayOf}T${time}`;
}

function isBlank(part: unknown): boolean {
  return part === undefined || part === null || (typeof part === "string" && part.trim() === "");
}
