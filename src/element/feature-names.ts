import type { TimelineFeature } from "../model/options.js";

/** What makes each feature that an attribute can name; it is fetched when it is first asked for. */
const MAKERS: Readonly<Record<string, () => Promise<TimelineFeature>>> = {
  search: async () => (await import("../features/search/search.js")).search(),
};

/** The features that an attribute names, with blanks between them; names that are none are passed over. */
export function makeFeatures(names: string): Promise<readonly TimelineFeature[]> {
  const wanted = [...new Set(names.split(/\s+/))].filter((name) => Object.hasOwn(MAKERS, name));
  return Promise.all(wanted.map((name) => MAKERS[name]!()));
}
