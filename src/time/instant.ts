/**
 * A point in time: milliseconds since 1970-01-01T00:00 on the wall clock of the timeline, in the proleptic Gregorian
 * calendar, without a zone. A plain date is the same instant for every reader.
 */
export type Instant = number;

/** Whole days since 1970-01-01. */
export type Day = number;

/** Milliseconds in a day. */
export const DAY = 86_400_000;
