import { clamp } from "../base/math.js";
import { memo } from "../base/memo.js";
import type { Columns } from "../store/columns.js";
import type { Warp } from "../time/warp.js";
import type { GapBox, HeadingBox, MoreBox } from "./boxes.js";
import { chooseMode } from "./choose-mode.js";
import { packEras, placeEras, stripOf, type EraBox } from "./eras.js";
import type { LayoutChoice, LayoutInput, LayoutMode } from "./input.js";
import { hasColumnRoom } from "./lane-columns.js";
import { routeLinks, type LinkRoute } from "./lane-links.js";
import { createDensityLayout } from "./lay-density.js";
import { createFlagsLayout } from "./lay-flags.js";
import { createLanesLayout } from "./lay-lanes.js";
import { createListLayout } from "./lay-list.js";
import { findLinks, packLinks, placeLinks, type LinkBox, type LinkTiers } from "./links.js";
import type { ModeBoxes, ModeInput, ModeLayout } from "./mode.js";
import { placeNow, type NowBox } from "./now.js";
import { columnsOnAxis, erasOnAxis } from "./on-axis.js";
import { orient, orientDown, type Orientation } from "./orientation.js";
import { placeTears, type TearBox } from "./tears.js";
import { columnsUntil, erasUntil } from "./until.js";

/** Events that are too many to be there one by one have one layout. */
const CROWDED: LayoutChoice = { mode: "density", isUpright: false };
const NO_LINKS: LinkTiers = { links: [], height: 0 };

/** Where everything is: boxes along and across, in pixels. */
export interface Layout extends ModeBoxes {
  readonly mode: LayoutMode;
  readonly columns: Columns;
  /** The same events as they lie on the axis, and what becomes of time there. */
  readonly onAxis: Columns;
  readonly warp: Warp;
  readonly orientation: Orientation;
  readonly width: number;
  readonly height: number;
  /** How long the axis is, in pixels: the width, or the height, without what stands before its start. */
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
  /** What the names of eras take from the far edge of the plot, and one tier of them; in pixels. */
  readonly top: number;
  readonly strip: number;
  /** What links take above the axis, in pixels: so much higher stands what counts hidden events. */
  readonly floor: number;
  /** The breaks of the axis in view, through what stands on it. */
  readonly tears: readonly TearBox[];
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
    density: createDensityLayout(),
  };
  const shared = {
    onAxis: memo(columnsOnAxis),
    until: memo(columnsUntil),
    erasUntil: memo(erasUntil),
    erasOnAxis: memo(erasOnAxis),
    eraTiers: memo(packEras),
    eraStrip: memo(stripOf),
    eraBands: memo(placeEras),
    links: memo(findLinks),
    linkTiers: memo(packLinks),
    linkLines: memo(placeLinks),
  };
  const engine = (input: LayoutInput): Layout => {
    const { columns, warp, width, setting, hasLinks } = input;
    const wide = input.lanes.some(({ id }) => id !== "") ? "lanes" : "flags";
    const choice = { count: columns.events.length, wide, hasColumnRoom: hasColumnRoom(input.lanes, width) } as const;
    const { mode, isUpright } = input.crowd ? CROWDED : chooseMode({ ...input, ...choice, layout: input.mode });
    const onAxis = shared.onAxis(columns, warp);
    const now = input.now === undefined ? undefined : warp.onAxis(input.now);
    const eras = shared.erasUntil(input.eras, input.now);
    const eraTiers = shared.eraTiers(mode === "list" ? eras : shared.erasOnAxis(eras, warp));
    const strip = shared.eraStrip(eraTiers, isUpright ? width : undefined, setting);
    const links = hasLinks && mode === "flags" ? shared.linkTiers(onAxis) : NO_LINKS;
    const top = mode === "list" ? 0 : eraTiers.count * strip;
    const size = sizeOf(input, mode, isUpright, top);
    const domain = input.domain && warp.domainOnAxis(input.domain);
    const until = shared.until(onAxis, now);
    const boxes = modes[mode].lay({
      ...{ ...input, ...size, isUpright, onAxis, until, domain, eraTiers },
      floor: links.height,
    });
    const inset = boxes.inset ?? 0;
    const length = size.length - inset;
    const breadth = boxes.breadth + top;
    // A list has no axis: its rail stands where its text starts, whatever the direction of time.
    const orientation = isUpright
      ? orientDown(setting.direction, width, inset)
      : orient(mode === "list" ? setting.direction : input.time, width, inset);
    const layout = {
      ...{
        more: [],
        gaps: [],
        headings: [],
        ...boxes,
        mode,
        columns,
        onAxis,
        warp,
        width,
        length,
        breadth,
        orientation,
      },
      height: isUpright ? size.length : breadth,
      axisAt: boxes.axisAt + top,
      eras: boxes.eras ?? shared.eraBands(eraTiers, boxes.domain, length, setting, isUpright ? strip : undefined),
      links: shared.linkLines(links, onAxis, boxes.domain, length),
      ...{ top, strip, floor: links.height },
    };
    const routes = hasLinks && mode === "lanes" ? routeLinks(shared.links(onAxis), layout) : [];
    return { ...layout, routes, tears: placeTears(layout), now: placeNow(layout, { ...input, now }) };
  };
  const passes = Object.assign({}, shared, ...Object.values(modes).map((mode) => mode.passes)) as ModeLayout["passes"];
  return Object.assign(engine, {
    runs: () => Object.fromEntries(Object.entries(passes).map(([name, pass]) => [name, pass.runs])),
  });
}

/** How many pixels of an axis that runs down the page each event has, and how long that makes the axis at least and at most. */
const LENGTHS: Readonly<Record<LayoutMode, readonly [each: number, least: number, most: number]>> = {
  flags: [64, 480, 2400],
  lanes: [32, 560, 1600],
  list: [0, 0, 0],
  density: [0, 0, 0],
};

/** The size of the plot along the axis, and across it without the names of eras. */
function sizeOf(
  { width, height, columns }: LayoutInput,
  mode: LayoutMode,
  isUpright: boolean,
  top: number,
): Pick<ModeInput, "length" | "breadth"> {
  const without = (size: number): number => Math.max(size - top, 0);
  if (!isUpright) return { length: width, breadth: height === "auto" ? height : without(height) };
  const [each, least, most] = LENGTHS[mode];
  return {
    length: height === "auto" ? clamp(columns.events.length * each, least, most) : height,
    breadth: without(width),
  };
}
