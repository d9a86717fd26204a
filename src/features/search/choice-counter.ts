import type { Shown } from "../../component/feature.js";
import { finishInSlices } from "../../store/slices.js";
import { talliesOf, type Tallies } from "./choices.js";
import { countCrowd, createCrowdCount, talliesAway, talliesOfCrowd } from "./crowd-choices.js";
import { createFollower } from "./follow.js";
import type { MatchSetting } from "./match.js";

/** Counts what readers can choose from. */
export interface ChoiceCounter {
  /** The counts of what is shown; of a crowd they may come later. */
  tallies(shown: Shown): Tallies | undefined;
  stop(): void;
}

/**
 * Makes a counter.
 *
 * @param came - Called once the counts of a crowd are there, and when there are others.
 * @param failed - Called where something went wrong.
 */
export function createChoiceCounter(came: () => void, failed: (error: unknown) => void): ChoiceCounter {
  let counted: Tallies | undefined;
  const counter = createFollower(
    createCrowdCount,
    async (count, here, setting: Pick<MatchSetting, "lanes" | "kinds" | "locale">, pace) => {
      await finishInSlices(countCrowd(here, count), pace);
      counted = talliesOfCrowd(here, count, setting);
      came();
    },
    failed,
  );
  return {
    tallies({ prepared: { crowd, all, lanes }, options: { kinds, locale } }) {
      if (!crowd) return talliesOf(all.events);
      const setting = { lanes, kinds, locale };
      if (crowd.away) return talliesAway(crowd.away, setting);
      if (crowd.here && !counter.follow(crowd.here, setting, [])) counted = undefined;
      return crowd.here && counted;
    },
    stop() {
      counter.stop();
    },
  };
}
