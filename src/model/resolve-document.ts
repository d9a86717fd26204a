import type { Break } from "../time/warp.js";
import type { Instant } from "../time/instant.js";
import { resolveBreaks } from "./breaks.js";
import { resolveEras, type ResolvedEra } from "./eras.js";
import type { EventBase, TextInput, TimelineEvent } from "./input.js";
import { createIssueLog } from "./issue-log.js";
import { nameLanes, resolveLanes, tallyLanes, type LaneTally, type ResolvedLane } from "./lanes.js";
import type { ResolvedText } from "./model.js";
import { normalize, type Normalized } from "./normalize.js";
import type { ResolvedOptions } from "./options.js";
import { resolveText } from "./text.js";

/** The texts, events and eras of a timeline, ready to be laid out. */
export interface ResolvedDocument<E extends EventBase = TimelineEvent> extends Normalized<E> {
  /** In the author's order. */
  readonly eras: readonly ResolvedEra[];
  /** Those that the author names, in the author's order. */
  readonly breaks: readonly Break[];
  /** From above; only the one without a name where neither options nor events name any. */
  readonly lanes: readonly ResolvedLane[];
  readonly title: ResolvedText | undefined;
  readonly subtitle: ResolvedText | undefined;
  /** Where the data come from. */
  readonly source: ResolvedText | undefined;
}

/** The options that are data, or decide how data are read. */
export interface DataOptions<E extends EventBase> extends Pick<
  ResolvedOptions<E>,
  "events" | "eras" | "breaks" | "lanes" | "laneOrder" | "locale" | "direction" | "timeZone" | "kinds"
> {
  readonly title?: TextInput | undefined;
  readonly subtitle?: TextInput | undefined;
  readonly source?: TextInput | undefined;
  readonly now?: Instant | undefined;
}

/**
 * Reads everything that is data in the options: events, eras and texts.
 *
 * @param tallies - What stands in each lane, where that is known without the events.
 */
export function resolveDocument<E extends EventBase = TimelineEvent>(
  options: DataOptions<E>,
  tallies?: ReadonlyMap<string, LaneTally>,
): ResolvedDocument<E> {
  const { report, list } = createIssueLog();
  const read = (name: "title" | "subtitle" | "source"): ResolvedText | undefined =>
    resolveText(options[name], `options.${name}`, { ...options, report });
  const texts = { title: read("title"), subtitle: read("subtitle"), source: read("source") };
  const eras = resolveEras(options.eras, { ...options, report });
  const { events, issues } = normalize<E>(options.events, options);
  const breaks = resolveBreaks(options.breaks, events, { ...options, report });
  const lanes = resolveLanes(options.lanes, tallies ?? tallyLanes(events), { ...options, report });
  return { ...texts, eras, breaks, lanes, events: nameLanes(events, lanes), issues: [...list(), ...issues] };
}
