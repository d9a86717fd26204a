import type { Words } from "../locale/messages.js";
import type { EventBase } from "../model/input.js";
import type { ResolvedOptions } from "../model/options.js";
import type { Columns } from "../store/columns.js";
import type { Direction } from "../text/direction.js";
import type { Domain } from "../view/view.js";
import type { LabelSetting } from "./label.js";
import type { Prepared } from "./prepare.js";

/** How the events are laid out. */
export type LayoutMode = "flags" | "list";

/** Everything that a layout is a function of. */
export interface LayoutInput {
  readonly columns: Columns;
  readonly setting: LabelSetting;
  readonly words: Words;
  readonly mode: LayoutMode | "auto";
  /** The direction of time. */
  readonly time: Direction;
  /** The width of the plot in pixels. */
  readonly width: number;
  /** The height of the plot in pixels, or as high as it needs. */
  readonly height: number | "auto";
  /** The part of time in view, or everything. */
  readonly domain: Domain | undefined;
}

/** What a layout needs of options and data, for a plot of a size and a part of time. */
export function layoutInput<E extends EventBase>(
  options: ResolvedOptions<E>,
  { columns, setting, words }: Prepared,
  { width, height, domain }: Pick<LayoutInput, "width" | "height" | "domain">,
): LayoutInput {
  return { columns, setting, words, mode: options.layout, time: options.timeDirection, width, height, domain };
}
