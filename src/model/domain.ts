import { MizwalaError } from "../base/errors.js";
import type { Instant } from "../time/instant.js";
import { parseDate } from "../time/parse.js";
import { isKnown } from "../time/span.js";
import type { DateInput } from "./input.js";
import { anything, findFaults, type OptionFault } from "./rules.js";

/** A stretch of time, named by its first and its last date. */
export interface DomainInput {
  /** From the first instant of this date. */
  readonly from: DateInput;
  /** To the last instant of this date. */
  readonly to: DateInput;
}

/**
 * From the first instant of one date to the last of another.
 *
 * @param domain - The two dates.
 * @param timeZone - The zone of the timeline.
 * @param path - What to call it in an error.
 * @throws MizwalaError where a date can't be read, or nothing lies between the two.
 */
export function resolveDomain(
  domain: DomainInput,
  timeZone: string,
  path = "options.domain",
): readonly [from: Instant, to: Instant] {
  const [fault] = findDomainFaults(domain, timeZone, path);
  if (fault) throw new MizwalaError(fault);
  return [readSide(domain.from, "start", timeZone)!, readSide(domain.to, "end", timeZone)!];
}

/** What is wrong with a domain. */
export function findDomainFaults(domain: object, timeZone: string, path: string): readonly OptionFault[] {
  const sides = { from: anything, to: anything };
  const faults = findFaults(domain, sides, { path, option: "domain", required: ["from", "to"] });
  if (faults.length > 0) return faults;
  const { from, to } = domain as DomainInput;
  const [start, end] = [readSide(from, "start", timeZone), readSide(to, "end", timeZone)];
  const fault = (at: string, found: unknown, expected: string): readonly OptionFault[] => {
    return [{ option: "domain", code: "option-value", path: path + at, found, expected }];
  };
  if (start === undefined) return fault(".from", from, "a date that can be read");
  if (end === undefined) return fault(".to", to, "a date that can be read");
  return start < end ? [] : fault("", domain, "a start before the end");
}

/** The first instant of a date that starts something, or the last of one that ends it. */
export function readSide(date: DateInput, side: "start" | "end", timeZone: string): Instant | undefined {
  const parsed = parseDate(date, { timeZone });
  const edge = parsed.ok ? parsed.span[side] : "unknown";
  return isKnown(edge) ? edge[side === "start" ? "earliest" : "latest"] : undefined;
}
