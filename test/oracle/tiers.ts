import type { Stretch } from "../../src/layout/tiers.js";

/** Whether two stretches meet; touching is no meeting. */
function meets(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to;
}

/** First fit, by comparing each stretch with all before it. */
export function slowTiers(stretches: readonly Stretch[], most: number): readonly number[] {
  const tiers: number[] = [];
  stretches.forEach((stretch, i) => {
    const taken = new Set(tiers.filter((_, j) => meets(stretch, stretches[j]!)));
    const free = Array.from({ length: most }, (_, tier) => tier).filter((tier) => !taken.has(tier));
    tiers[i] = free[0] ?? most;
  });
  return tiers;
}

/** How many stretches lie upon each other somewhere: fewer tiers are never enough. */
export function depthOf(stretches: readonly Stretch[]): number {
  const depths = stretches.map(({ from }) => stretches.filter((other) => other.from <= from && other.to > from).length);
  return Math.max(0, ...depths);
}
