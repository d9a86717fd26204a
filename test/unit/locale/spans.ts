import { parseDate } from "../../../src/time/parse.js";
import type { Span } from "../../../src/time/span.js";

/** The span of an EDTF date that is known to be right. */
export function spanOf(date: string): Span {
  const parsed = parseDate(date);
  if (!parsed.ok) throw new Error(`${date}: ${parsed.fault.code}`);
  return parsed.span;
}
