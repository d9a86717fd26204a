import { hasEvent } from "../layout/prepare.js";
import { findDomainFaults, resolveDomain } from "../model/domain.js";
import type { ResolvedOptions } from "../model/options.js";
import { readState, domainText, type TimelineState } from "../view/state.js";
import { isSame } from "../view/view.js";
import type { Door } from "./feature.js";
import type { FeatureSet } from "./feature-set.js";

/** Tells the state of a timeline and brings it back. */
export interface StateKeeper {
  state(this: void): TimelineState;
  /** Takes a state over, as soon as there is something to see and room to see it. */
  restore(input: unknown): void;
  /** After each picture: a state that waits is taken over. */
  drawn(): void;
  /** Whether no state waits or is being taken over. */
  isSettled(this: void): boolean;
}

/** What a keeper of states needs. */
export interface KeeperSetting extends Pick<Door, "camera" | "shown" | "dispatch" | "flush" | "choose" | "update"> {
  readonly features: FeatureSet;
  /** The layout that the author has made. */
  readonly made: ResolvedOptions["layout"];
}

/** Makes a keeper for a timeline as its author has made it. */
export function createStateKeeper(setting: KeeperSetting): StateKeeper {
  const { camera, shown, dispatch, flush, choose, features, made } = setting;
  let waiting: TimelineState | undefined;
  let isTaking = false;

  const domainOf = (): TimelineState["domain"] => {
    const { view, options } = shown();
    if (isSame(view.domain, options.domain)) return undefined;
    return view.domain ? domainText(view.domain) : "all";
  };

  const show = ({ domain }: TimelineState): boolean => {
    const { timeZone } = shown().options;
    const isPart = typeof domain === "object" && findDomainFaults(domain, timeZone, "").length === 0;
    if (isPart) camera.place(resolveDomain(domain, timeZone));
    else if (domain === "all") camera.show(undefined);
    return isPart || domain === "all";
  };

  const take = ({ layout = made, selected, features: states = {}, ...state }: TimelineState): void => {
    if (layout !== shown().options.layout) setting.update({ layout });
    camera.stop();
    dispatch({ type: "show", domain: shown().options.domain });
    features.restore(states);
    flush();
    const isPlaced = show(state);
    const isKnown = hasEvent(shown().prepared, selected);
    if (isKnown && !isPlaced) choose(selected);
    else dispatch({ type: "select", id: isKnown ? selected : undefined });
    flush();
  };

  return {
    state() {
      const { view, options } = shown();
      const [domain, saved] = [domainOf(), features.save()];
      return readState({
        selected: view.selected,
        domain,
        layout: options.layout === made ? undefined : options.layout,
        features: saved,
      });
    },
    restore(input) {
      waiting = readState(input);
      flush();
    },
    drawn() {
      if (!waiting || !shown().layout) return;
      const state = waiting;
      waiting = undefined;
      isTaking = true;
      take(state);
      isTaking = false;
    },
    isSettled: () => !waiting && !isTaking,
  };
}
