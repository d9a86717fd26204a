import { MizwalaError } from "../base/errors.js";
import type { GoingOnQuery, SourceQuery } from "./contract.js";
import { isTellable } from "./times.js";

/** A slot has so many bins: it is as wide as the narrowest label. */
export const SLOT_BINS = 16;
/** A tile has so many bins. */
export const TILE_BINS = 256;
/** No level is coarser: two tiles then hold all times that a source may have. */
export const COARSEST = 44;
const MOST_BINS = 8_192;
const MOST_EVENTS = 1_024;
const MOST_LANES = 2 ** 16;
const MOST_GOING_ON = 16;

/** How many milliseconds a bin lasts. */
export function binLength(level: number): number {
  return 2 ** level;
}

/** How many milliseconds a tile lasts. */
export function tileLength(level: number): number {
  return TILE_BINS * 2 ** level;
}

/**
 * The level at which a bin is at least as wide as a pixel, and less than two.
 *
 * @param from - Where a stretch of time begins, in milliseconds.
 * @param to - Where it ends.
 * @param pixels - How wide it is drawn.
 */
export function levelFor(from: number, to: number, pixels: number): number {
  const level = Math.ceil(Math.log2((to - from) / Math.max(pixels, 1)));
  return Math.min(COARSEST, Math.max(0, level));
}

/**
 * Checks a question, so that what follows may trust its numbers.
 *
 * @throws MizwalaError that names the first number that can't be.
 */
export function checkQuery({ level, from, to, limit, lanes }: SourceQuery): void {
  if (!isWhole(level, 0, COARSEST)) refuse("level", level, `a whole number from 0 to ${COARSEST}`);
  const slot = SLOT_BINS * binLength(level);
  for (const [name, value] of Object.entries({ from, to }))
    if (!Number.isSafeInteger(value) || value % slot !== 0) refuse(name, value, `a multiple of ${slot} below 2^53`);
  if (to <= from || (to - from) / binLength(level) > MOST_BINS) refuse("to", to, `1 to ${MOST_BINS} bins after from`);
  if (!isWhole(limit, 0, MOST_EVENTS)) refuse("limit", limit, `a whole number from 0 to ${MOST_EVENTS}`);
  checkLanes(lanes);
}

/**
 * Checks a question about an instant.
 *
 * @throws MizwalaError that names the first number that can't be.
 */
export function checkGoingOn({ at, limit, lanes }: GoingOnQuery): void {
  if (!Number.isSafeInteger(at) || !isTellable(at)) refuse("at", at, "a whole number from -2^52 to below 2^52");
  if (!isWhole(limit, 1, MOST_GOING_ON)) refuse("limit", limit, `a whole number from 1 to ${MOST_GOING_ON}`);
  checkLanes(lanes);
}

function checkLanes(lanes: SourceQuery["lanes"]): void {
  if (lanes?.some((lane) => !isWhole(lane, 0, MOST_LANES - 1))) refuse("lanes", lanes, "codes of lanes");
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function refuse(name: string, found: unknown, expected: string): never {
  throw new MizwalaError({ code: "source-query", path: `query.${name}`, found, expected });
}
