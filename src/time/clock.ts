import type { Precision } from "./span.js";

/** A time of day. */
export interface Clock {
  /** Milliseconds since midnight. */
  readonly time: number;
  /** Milliseconds ahead of UTC, where the text says so. */
  readonly offset: number | undefined;
  readonly precision: Precision;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const CLOCK = /^(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?(?:(Z)|([+-])(\d\d)(?::?(\d\d))?)?$/;

/**
 * Reads a time of day of ISO 8601: `10:30`, `10:30:15.25`, `10:30Z`, `10:30:15+03:00`. As in ECMAScript Temporal, second
 * 60 reads as 59, there is no hour 24, and what a fraction has past milliseconds is dropped.
 */
export function parseClock(text: string): Clock | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const [, hour, minute, second, fraction, utc, sign, offsetHour = 0, offsetMinute = 0] = match;
  const isInRange = [
    [hour, 23],
    [minute, 59],
    [second ?? 0, 60],
    [offsetHour, 23],
    [offsetMinute, 59],
  ].every(([found, most]) => Number(found) <= Number(most));
  if (!isInRange) return undefined;
  const ms = Number((fraction ?? "").padEnd(3, "0").slice(0, 3));
  const offset = (sign === "-" ? -1 : 1) * (Number(offsetHour) * HOUR + Number(offsetMinute) * MINUTE);
  return {
    time: Number(hour) * HOUR + Number(minute) * MINUTE + Math.min(Number(second ?? 0), 59) * 1000 + ms,
    offset: utc || sign ? offset : undefined,
    precision: fraction ? "millisecond" : second ? "second" : "minute",
  };
}
