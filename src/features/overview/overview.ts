import { MizwalaError } from "../../base/errors.js";
import type { Feature } from "../../component/feature.js";
import type { TimelineFeature } from "../../model/options.js";
import { findFaults, object, type Rule, type Rules } from "../../model/rules.js";
import { OVERVIEW_CSS } from "./css.js";
import { startOverview } from "./run.js";
import type { OverviewMessages } from "./words.js";

/** How an {@link overview} is. */
export interface OverviewOptions {
  /** Messages that replace those of the overview, by key. */
  readonly messages?: Partial<OverviewMessages>;
}

const RULES: Rules = { messages: object } satisfies Record<keyof OverviewOptions, Rule>;

/**
 * A strip below the plot that shows all of time, with a window for the part in view: drag it or its edges, press beside it,
 * or draw a new one. By keys the window and its edges are sliders. A list has none.
 *
 * @example
 * ```ts
 * createTimeline(host, { events, features: [overview()] });
 * ```
 *
 * @param options - How it is.
 * @returns A value for the option `features` of one timeline.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function overview(options: OverviewOptions = {}): TimelineFeature {
  const [fault] = findFaults(options, RULES, { path: "overview" });
  if (fault) throw new MizwalaError(fault);
  const { messages = {} } = options;
  const feature: Feature = { name: "overview", css: OVERVIEW_CSS, start: (door) => startOverview(door, messages) };
  return feature;
}
