import type { Shown } from "../../component/feature.js";
import { createPace } from "../../component/pace.js";
import type { Here } from "../../store/crowd.js";
import { finishInSlices } from "../../store/slices.js";
import { talliesOf, type Tallies } from "./choices.js";
import { talliesAway, talliesOfCrowd } from "./crowd-choices.js";

/** Counts what readers can choose from. */
export interface ChoiceCounter {
  /** The counts of what is shown; of a crowd they may come later. */
  tallies(shown: Shown): Tallies | undefined;
  stop(): void;
}

/**
 * Makes a counter.
 *
 * @param came - Called once the counts of a crowd are there.
 * @param failed - Called where something went wrong.
 */
export function createChoiceCounter(came: () => void, failed: (error: unknown) => void): ChoiceCounter {
  let counted: { readonly of: Here; tallies?: Tallies } | undefined;
  let counting: AbortController | undefined;

  const count = async (own: NonNullable<typeof counted>, { prepared, options }: Shown): Promise<void> => {
    counting?.abort();
    counting = new AbortController();
    const { signal } = counting;
    const setting = { lanes: prepared.lanes, kinds: options.kinds, locale: options.locale };
    try {
      own.tallies = await finishInSlices(talliesOfCrowd(own.of, setting), createPace(signal));
      came();
    } catch (error) {
      if (!signal.aborted) failed(error);
    }
  };
  return {
    tallies(shown) {
      const { prepared, options } = shown;
      const { crowd, all, lanes } = prepared;
      if (!crowd) return talliesOf(all.events);
      if (crowd.away) return talliesAway(crowd.away, { lanes, kinds: options.kinds, locale: options.locale });
      if (crowd.here && counted?.of !== crowd.here) void count((counted = { of: crowd.here }), shown);
      return crowd.here && counted?.tallies;
    },
    stop() {
      counting?.abort();
    },
  };
}
