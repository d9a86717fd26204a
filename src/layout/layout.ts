import { memo } from "../base/memo.js";
import type { Columns } from "../store/columns.js";
import type { GapBox, HeadingBox, MoreBox } from "./boxes.js";
import { chooseMode } from "./choose-mode.js";
import { packEras, placeEras, type EraBox } from "./eras.js";
import type { LayoutInput, LayoutMode } from "./input.js";
import { routeLinks, type LinkRoute } from "./lane-links.js";
import { createFlagsLayout } from "./lay-flags.js";
import { createLanesLayout } from "./lay-lanes.js";
import { createListLayout } from "./lay-list.js";
import { findLinks, packLinks, placeLinks, type LinkBox, type LinkTiers } from "./links.js";
import type { ModeBoxes, ModeLayout } from "./mode.js";
import { placeNow, type NowBox } from "./now.js";
import { orient, type Orientation } from "./orientation.js";
import { columnsUntil, erasUntil } from "./until.js";

const NO_LINKS: LinkTiers = { links: [], height: 0 };

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
  readonly headings: readonly HeadingBox[];
  /** The bands of eras, in order of their starts. */
  readonly eras: readonly EraBox[];
  /** Above one axis. */
  readonly links: readonly LinkBox[];
  /** Between the rows of lanes. */
  readonly routes: readonly LinkRoute[];
  /** What the names of eras take from the top of the plot, in pixels. */
  readonly top: number;
  /** What links take above the axis, in pixels: so much higher stands what counts hidden events. */
  readonly floor: number;
  /** The line of the present moment, where it is in view. */
  readonly now: NowBox | undefined;
}

/** A layout engine: a pure function of its input that remembers the results of its passes. */
export interface LayoutEngine {
  (input: LayoutInput): Layout;
  /** How often each pass was computed so far. */
  readonly runs: () => Readonly<Record<string, number>>;
}

/** Makes a layout engine, with one layout for each mode. */
export function createLayout(): LayoutEngine {
  const modes: Readonly<Record<LayoutMode, ModeLayout>> = {
    flags: createFlagsLayout(),
    lanes: createLanesLayout(),
    list: createListLayout(),
  };
  const shared = {
    until: memo(columnsUntil),
    erasUntil: memo(erasUntil),
    eraTiers: memo(packEras),
    eraBands: memo(placeEras),
    links: memo(findLinks),
    linkTiers: memo(packLinks),
    linkLines: memo(placeLinks),
  };
  const engine = (input: LayoutInput): Layout => {
    const { columns, now, width, setting, hasLinks } = input;
    const wide = input.lanes.some(({ id }) => id !== "") ? "lanes" : "flags";
    const choice = { width, count: columns.events.length, wide, before: input.before } as const;
    const mode = input.mode === "auto" ? chooseMode(choice) : input.mode;
    const eraTiers = shared.eraTiers(shared.erasUntil(input.eras, now));
    const links = hasLinks && mode === "flags" ? shared.linkTiers(columns) : NO_LINKS;
    const top = mode === "list" ? 0 : eraTiers.height;
    const height = input.height === "auto" ? input.height : Math.max(input.height - top, 0);
    const until = shared.until(columns, now);
    const boxes = modes[mode].lay({ ...input, until, height, eraTiers, floor: links.height });
    const inset = boxes.inset ?? 0;
    const length = width - inset;
    // A list has no axis: its rail stands where its text starts, whatever the direction of time.
    const orientation = orient(mode === "list" ? setting.direction : input.time, width, inset);
    const layout = {
      ...{ more: [], gaps: [], headings: [], ...boxes, mode, columns, width, length, orientation },
      height: boxes.height + top,
      axisAt: boxes.axisAt + top,
      eras: boxes.eras ?? shared.eraBands(eraTiers, boxes.domain, length, setting),
      links: shared.linkLines(links, columns, boxes.domain, length),
      ...{ top, floor: links.height },
    };
    const routes = hasLinks && mode === "lanes" ? routeLinks(shared.links(columns), layout) : [];
    return { ...layout, routes, now: placeNow(layout, input) };
  };
  const passes = Object.assign({}, shared, ...Object.values(modes).map((mode) => mode.passes)) as ModeLayout["passes"];
  return Object.assign(engine, {
    runs: () => Object.fromEntries(Object.entries(passes).map(([name, pass]) => [name, pass.runs])),
  });
}
