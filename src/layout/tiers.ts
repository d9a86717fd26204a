import { lowerBound } from "../base/math.js";
import { times } from "../base/times.js";
import type { Instant } from "../time/instant.js";

/** A stretch of time; either end may be infinite. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Puts stretches, in the order given, each on the first tier where it meets none that is there already; two may touch.
 * By their starts, first fit takes as few tiers as can be (it colours an interval graph).
 *
 * @param most - The number of tiers.
 * @returns The tier of each stretch, from 0; `most` where all are taken.
 */
export function packTiers(stretches: readonly Stretch[], most: number): readonly number[] {
  // On a tier nothing overlaps, so its stretches are in order by both ends.
  const tiers = times(most, (): Stretch[] => []);
  return stretches.map((stretch) => {
    for (let number = 0; number < most; number++) {
      const tier = tiers[number]!;
      const at = lowerBound(tier.length, (i) => tier[i]!.to > stretch.from);
      if (tier[at] && tier[at].from < stretch.to) continue;
      tier.splice(at, 0, stretch);
      return number;
    }
    return most;
  });
}
