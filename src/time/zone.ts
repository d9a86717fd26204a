import { clamp } from "../base/math.js";
import { DAY, type Instant } from "./instant.js";

/** The last moment that `Date` and `Intl` know, in milliseconds before or after 1970. */
export const LAST_EPOCH = 8.64e15;

const LONGEST_NAME = 64;
const MOST_FORMATTERS = 64;
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter that prints the offset of a zone; it throws a RangeError where the name is unknown. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { timeZone, timeZoneName: "longOffset" });
  if (formatters.size === MOST_FORMATTERS) formatters.clear();
  formatters.set(timeZone, made);
  return made;
}

/** Whether a name, such as `Asia/Damascus`, is a time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  if (name === "UTC") return true;
  if (name.length > LONGEST_NAME) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What the clocks of a zone are ahead of UTC at a moment, in milliseconds; past the years of `Date`, as at their end. */
function offsetAt(epochMs: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const printed = formatterOf(timeZone).format(clamp(epochMs, -LAST_EPOCH, LAST_EPOCH));
  const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(printed) ?? [];
  return (sign === "-" ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/**
 * What the clocks of a zone show at a moment.
 *
 * @param epochMs - Milliseconds since 1970-01-01T00:00Z.
 * @param timeZone - An IANA name for which {@link isTimeZone} holds; any other throws a RangeError.
 */
export function wallClock(epochMs: number, timeZone: string): Instant {
  return epochMs + offsetAt(epochMs, timeZone);
}

/**
 * The moment at which the clocks of a zone show an instant, in milliseconds since 1970-01-01T00:00Z; undoes
 * {@link wallClock}. Where clocks show it twice, the earlier moment; where they skip it, as much later as they skip:
 * the rule "compatible" of ECMAScript Temporal.
 */
export function epochOf(instant: Instant, timeZone: string): number {
  const before = offsetAt(instant - DAY, timeZone);
  const after = offsetAt(instant + DAY, timeZone);
  const moments = [instant - before, instant - after].filter((moment) => wallClock(moment, timeZone) === instant);
  return moments.length > 0 ? Math.min(...moments) : instant - before;
}
