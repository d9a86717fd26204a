import type { Door } from "../component/feature.js";
import type { Layout } from "../layout/layout.js";

/** The layout where it has an axis: a list has none. */
export function layoutOnAxis({ shown }: Pick<Door, "shown">): Layout | undefined {
  const { layout } = shown();
  return layout?.axis ? layout : undefined;
}
