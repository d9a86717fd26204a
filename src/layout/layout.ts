import type { Columns } from "../store/columns.js";
import type { GapBox, MoreBox } from "./boxes.js";
import type { LayoutInput, LayoutMode } from "./input.js";
import { createFlagsLayout } from "./lay-flags.js";
import { createListLayout } from "./lay-list.js";
import type { ModeBoxes, ModeLayout } from "./mode.js";
import { orient, type Orientation } from "./orientation.js";

/** Below this width a timeline is a list, in pixels. */
const NARROW = 600;

/** Where everything is: boxes along and across, in pixels. */
export interface Layout extends ModeBoxes {
  readonly mode: LayoutMode;
  readonly columns: Columns;
  readonly orientation: Orientation;
  readonly width: number;
  /** How long the axis is, in pixels: the width without what stands beside the axis. */
  readonly length: number;
  readonly more: readonly MoreBox[];
  readonly gaps: readonly GapBox[];
}

/** A layout engine: a pure function of its input that remembers the results of its passes. */
export interface LayoutEngine {
  (input: LayoutInput): Layout;
  /** How often each pass was computed so far. */
  readonly runs: () => Readonly<Record<string, number>>;
}

/** Makes a layout engine, with one layout for each mode. */
export function createLayout(): LayoutEngine {
  const modes: Readonly<Record<LayoutMode, ModeLayout>> = { flags: createFlagsLayout(), list: createListLayout() };
  const engine = (input: LayoutInput): Layout => {
    const { columns, width } = input;
    const mode = input.mode === "auto" ? (width < NARROW ? "list" : "flags") : input.mode;
    const boxes = modes[mode].lay(input);
    const inset = boxes.inset ?? 0;
    // A list has no axis: its rail stands where its text starts, whatever the direction of time.
    const orientation = orient(mode === "list" ? input.setting.direction : input.time, width, inset);
    return { more: [], gaps: [], ...boxes, mode, columns, width, length: width - inset, orientation };
  };
  const passes = Object.assign({}, ...Object.values(modes).map((mode) => mode.passes)) as ModeLayout["passes"];
  return Object.assign(engine, {
    runs: () => Object.fromEntries(Object.entries(passes).map(([name, pass]) => [name, pass.runs])),
  });
}
