import type { TimelineFeature } from "../model/options.js";

/** What makes each feature that an attribute can name; it is fetched when it is first asked for. */
const MAKERS: Readonly<Record<string, () => Promise<TimelineFeature>>> = {
  brush: async () => (await import("../features/brush/brush.js")).brush(),
  editing: async () => (await import("../features/editing/editing.js")).editing(),
  overview: async () => (await import("../features/overview/overview.js")).overview(),
  search: async () => (await import("../features/search/search.js")).search(),
  story: async () => (await import("../features/story/story.js")).story(),
  table: async () => (await import("../features/table/table.js")).table(),
};

/** The features that an attribute names, with blanks between them; names that are none are passed over. */
export function makeFeatures(names: string): Promise<readonly TimelineFeature[]> {
  const wanted = [...new Set(names.split(/\s+/))].filter((name) => Object.hasOwn(MAKERS, name));
  return Promise.all(wanted.map((name) => MAKERS[name]!()));
}
