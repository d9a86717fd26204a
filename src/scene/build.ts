import type { Layout } from "../layout/layout.js";
import type { LayoutMode } from "../layout/input.js";
import type { Parts, SceneSetting } from "./events.js";
import { buildFlags } from "./flags.js";
import { buildList } from "./list.js";
import type { Scene } from "./scene.js";

const BUILDERS: Readonly<Record<LayoutMode, (layout: Layout, setting: SceneSetting) => Parts>> = {
  flags: buildFlags,
  list: buildList,
};

/** Builds the picture of a layout. */
export function buildScene(layout: Layout, setting: SceneSetting): Scene {
  const { width, height, mode } = layout;
  return { width, height, ...BUILDERS[mode](layout, setting) };
}
