import type { Words } from "../locale/messages.js";
import type { ResolvedEra } from "../model/eras.js";
import type { EventBase } from "../model/input.js";
import type { ResolvedLane } from "../model/lanes.js";
import type { ListGroups, ResolvedOptions } from "../model/options.js";
import type { Columns } from "../store/columns.js";
import type { Direction } from "../text/direction.js";
import type { Instant } from "../time/instant.js";
import type { Warp } from "../time/warp.js";
import type { Domain } from "../view/view.js";
import type { LabelSetting } from "./label.js";
import type { Prepared } from "./prepare.js";

/** How the events are laid out. */
export type LayoutMode = "flags" | "lanes" | "list" | "density";

/** A layout, and whether its axis is upright. */
export interface LayoutChoice {
  readonly mode: LayoutMode;
  readonly isUpright: boolean;
}

/** Everything that a layout is a function of. */
export interface LayoutInput {
  readonly columns: Columns;
  /** Where the events are too many to be there one by one: all of them. */
  readonly crowd?: Prepared["crowd"];
  /** What becomes of time on the axis. */
  readonly warp: Warp;
  readonly setting: LabelSetting;
  readonly words: Words;
  readonly mode: LayoutMode | "auto";
  /** Whether time runs to one side or down the page. */
  readonly orientation: ResolvedOptions["orientation"];
  /** What the headings of a list are. */
  readonly listGroups: ListGroups;
  /** On which sides of the axis flags hang. */
  readonly sides: ResolvedOptions["sides"];
  /** How the events were laid out before, where they were. */
  readonly before?: LayoutChoice | undefined;
  /** The direction of time. */
  readonly time: Direction;
  /** The width of the plot in pixels. */
  readonly width: number;
  /** The height of the plot in pixels, or as high as it needs. */
  readonly height: number | "auto";
  /** The part of time in view, or everything. */
  readonly domain: Domain | undefined;
  /** The lanes, from above, and which groups a reader has folded or unfolded. */
  readonly lanes: readonly ResolvedLane[];
  readonly folded?: ReadonlyMap<string, boolean> | undefined;
  readonly eras: readonly ResolvedEra[];
  /** The present moment, where there is one. */
  readonly now: Instant | undefined;
  /** Whether lines join events. */
  readonly hasLinks: boolean;
}

/**
 * What a layout needs of options and data, for a plot of a size and a part of time.
 *
 * @param view - Size and domain, and the present moment where it is later than the one in the options.
 */
export function layoutInput<E extends EventBase>(
  options: ResolvedOptions<E>,
  { columns, crowd, warp, lanes, eras, setting, words }: Prepared,
  view: Pick<LayoutInput, "width" | "height" | "domain" | "folded" | "before"> & Partial<Pick<LayoutInput, "now">>,
): LayoutInput {
  const { layout: mode, orientation, listGroups, sides, timeDirection: time, links: hasLinks } = options;
  return {
    columns,
    crowd,
    warp,
    lanes,
    eras,
    setting,
    words,
    mode,
    orientation,
    listGroups,
    sides,
    time,
    hasLinks,
    ...view,
    now: view.now ?? options.now,
  };
}
