/** Importance is kept in so many steps above 0. */
export const STEPS: number = 2 ** 18;
/** Below so many rows, each has a rank of its own. */
export const ROWS: number = 2 ** 34;

/** No event: neither the rank nor the place of one. */
export const NONE = -1;

/**
 * How important an event is, as one number that no other event has: the greater one goes first. At the same importance, in
 * steps of 2⁻¹⁸, the earlier row goes first. A maximum of ranks thus says which event it is, and merges in any order.
 *
 * @param importance - From 0 to 1.
 * @param row - The place in the author's list, below 2³⁴.
 */
export function rankOf(importance: number, row: number): number {
  return Math.round(importance * STEPS) * ROWS + (ROWS - 1 - row);
}

/** The place of an event in the author's list. */
export function rowOf(rank: number): number {
  return ROWS - 1 - (rank - Math.floor(rank / ROWS) * ROWS);
}

/** The importance of an event, from 0 to 1. */
export function importanceOf(rank: number): number {
  return Math.floor(rank / ROWS) / STEPS;
}
