import type { Instant } from "../time/instant.js";

/** The end of what goes on. */
export const ENDLESS: Instant = 2 ** 52;

/** The times of an event in whole milliseconds, as sources tell them. */
export function wholeTimes(start: Instant, end: Instant): readonly [start: Instant, end: Instant] {
  const first = Math.floor(start);
  return [first, end >= ENDLESS ? ENDLESS : Math.max(first, Math.ceil(end))];
}

/** Whether a source can tell of such a start. */
export function isTellable(start: Instant): boolean {
  return start >= -ENDLESS && start < ENDLESS;
}
