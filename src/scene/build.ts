import type { Layout } from "../layout/layout.js";
import type { LayoutMode } from "../layout/input.js";
import { buildDensity } from "./density.js";
import { buildEras } from "./eras.js";
import type { Parts, SceneSetting } from "./events.js";
import { buildFlags } from "./flags.js";
import { buildLanes } from "./lanes.js";
import { buildLinks } from "./links.js";
import { buildList } from "./list.js";
import { buildNow } from "./now.js";
import type { Scene } from "./scene.js";

const BUILDERS: Readonly<Record<LayoutMode, (layout: Layout, setting: SceneSetting) => Parts>> = {
  flags: buildFlags,
  lanes: buildLanes,
  list: buildList,
  density: buildDensity,
};

/** Builds the picture of a layout. */
export function buildScene(layout: Layout, setting: SceneSetting): Scene {
  const { width, height, mode } = layout;
  const [eras, now] = [buildEras(layout), buildNow(layout, setting)];
  const parts = BUILDERS[mode](layout, setting);
  return {
    width,
    height,
    shapes: [...eras.shapes, ...now.shapes, ...buildLinks(layout, setting), ...parts.shapes],
    labels: [...eras.labels, ...now.labels, ...parts.labels],
  };
}
