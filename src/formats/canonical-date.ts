import type { TemporalLike } from "../model/input.js";
import { isObject } from "../model/rules.js";

/** A date of an event as text: one text, or a start and an end that is `now`. */
export interface CanonicalDate {
  readonly text: string;
  /** Whether it goes on until now; then `text` is the start. */
  readonly isOngoing: boolean;
}

/** A date as text: dates and numbers of the language as ISO 8601, a start and an end as an interval of EDTF. */
export function canonicalDate(date: unknown): CanonicalDate {
  if (!isObject(date) || date instanceof Date || Symbol.toStringTag in date)
    return { text: single(date), isOngoing: false };
  const [start, end] = [single(date["start"]), date["end"]];
  if (end === "now") return { text: start, isOngoing: true };
  return { text: end === undefined && start !== ".." ? start : `${start}/${single(end)}`, isOngoing: false };
}

function single(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || value instanceof Date) {
    const date = new Date(Number(value));
    return Number.isNaN(date.getTime()) ? "" : date.toISOString();
  }
  return isObject(value) && Symbol.toStringTag in value ? (value as unknown as TemporalLike).toString() : "";
}
