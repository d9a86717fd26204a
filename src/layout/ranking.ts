import { times } from "../base/times.js";
import { rangeFlags } from "./ranges.js";
import { createStaircase, type FlagCrowd } from "./staircase.js";

/** Above so many flags only one order is tried: among many, one choice more or less is not seen. */
const FEW = 24;
/** The doublings of scale at which an order is judged, and for each of which orders are made. */
const JUDGED = [0, 0.25, 0.5, 0.75, 1, 1.5, 2];
/** For so many doublings of scale, what fits at the outer one goes before what fits at the next one only. */
const FITTED = 6;
/** How often a set is searched for a better one, and how many of the next flags are taken out together with each. */
const ROUNDS = 3;
const NEXT = 3;

/**
 * The order in which flags are hung: what fits at home first, then what fits at the next doubling of scale, and so on; at
 * each by importance, among equals the latest first, which makes the closest staircases. Among few flags, where one
 * important flag may stand in the way of several that are worth more together, other orders are tried too: those that begin
 * with the best set found for one scale. The order is taken that comes nearest, over two doublings, to the most found for each
 * scale alone.
 *
 * @param home - The scale of home, in pixels a millisecond.
 */
export function rankFlags(crowd: FlagCrowd, home: number): readonly number[] {
  const plain = byImportance(crowd);
  const fitted = byFit(crowd, plain, home);
  if (plain.length > FEW || showsAll(fitted)) return fitted;
  const sets = JUDGED.map((doublings) => bestSet(crowd, plain, home * 2 ** doublings));
  const most = sets.map((set) => valueOf(crowd, set));
  const first = sets[0]!;
  const orders = sets.flatMap((set) => {
    const alone = [...set, ...plain];
    return [alone, [...first.filter((place) => set.includes(place)), ...set, ...first, ...plain]];
  });
  const ranks = [fitted, plain, ...orders.map((order) => [...new Set(order)])];
  const faults = ranks.map(shortfall);
  return ranks[faults.indexOf(Math.min(...faults))]!;

  function showsAll(rank: readonly number[]): boolean {
    return shownAt(rank)(0).length === rank.length;
  }

  /** How far an order stays behind the best sets; what stays far behind counts more. */
  function shortfall(rank: readonly number[]): number {
    const shown = shownAt(rank);
    const missing = JUDGED.map((doublings, i) => Math.max(0, most[i]! - valueOf(crowd, shown(doublings))));
    return missing.reduce((sum, value, i) => sum + (value / Math.max(most[i]!, 1e-9)) ** 4, 0);
  }

  function shownAt(rank: readonly number[]): (doublings: number) => readonly number[] {
    const { from, levelOf } = rangeFlags(crowd, rank, home, { out: 0, in: JUDGED.at(-1)! });
    return (doublings) => rank.filter((place) => from[0]![place]! <= levelOf(home * 2 ** doublings));
  }
}

function byImportance({ importance }: FlagCrowd): readonly number[] {
  return times(importance.length, (place) => place)
    .filter((place) => importance[place]! > 0)
    .sort((a, b) => importance[b]! - importance[a]! || b - a);
}

function byFit(crowd: FlagCrowd, rank: readonly number[], home: number): readonly number[] {
  const staircase = createStaircase(crowd);
  const fitted: number[] = [];
  let left = rank;
  for (let doublings = 0; doublings < FITTED && left.length > 0; doublings++) {
    staircase.begin(home * 2 ** doublings);
    for (const place of fitted) staircase.hang(place, 0);
    left = left.filter((place) => {
      const isHung = staircase.hang(place, 0);
      if (isHung) fitted.push(place);
      return !isHung;
    });
  }
  return [...fitted, ...left];
}

function valueOf({ importance }: FlagCrowd, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + importance[place]!, 0);
}

/**
 * A set of flags that fit at a scale, found by taking out one or two of them, filling up with others in order of rank, and
 * keeping what is worth more.
 *
 * @returns The set in order of rank.
 */
function bestSet(crowd: FlagCrowd, rank: readonly number[], scale: number): readonly number[] {
  const staircase = createStaircase(crowd);
  const byTime = rank.toSorted((a, b) => a - b);
  const fill = (...order: readonly number[]): readonly number[] => {
    staircase.begin(scale);
    for (const place of order) if (staircase.formOf(place) < 0) staircase.hang(place, 0);
    return byTime.filter((place) => staircase.formOf(place) >= 0);
  };
  let best = fill(...rank);
  for (let round = 0; round < ROUNDS; round++) {
    const before = best;
    before.forEach((place, at) => {
      for (const other of before.slice(at, at + NEXT + 1)) {
        const out = [place, other];
        const kept = best.filter((one) => !out.includes(one));
        const found = fill(...kept, ...rank.filter((one) => !out.includes(one)), ...out);
        if (valueOf(crowd, found) > valueOf(crowd, best) + 1e-9) best = found;
      }
    });
    if (best === before) break;
  }
  return rank.filter((place) => best.includes(place));
}
