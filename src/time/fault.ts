import { show } from "../base/errors.js";

/** Why a date could not be read. */
export type FaultCode =
  "date-missing" | "date-unreadable" | "date-order" | "date-range" | "zone-unknown" | "calendar-unknown";

/** What was wrong with a date. */
export interface Fault {
  /** What kind of fault it is. */
  readonly code: FaultCode;
  /** What stands there, shortened, as text. */
  readonly found: string;
  /** What was expected instead. */
  readonly expected: string;
}

/** A fault about a value. */
export function faultOf(code: FaultCode, found: unknown, expected: string): Fault {
  return { code, found: show(found), expected };
}

/** Whether the reading of something failed. */
export function isFault(result: object): result is Fault {
  return "code" in result;
}
