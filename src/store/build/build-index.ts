import type { EventIndex, LooseEvents } from "../event-store.js";
import type { Work } from "../slices.js";
import { arrange, type LaneColumns } from "./arrange.js";
import { buildPyramid } from "./pyramid.js";
import { buildStartIndex } from "./start-index.js";

/** What not every index has. */
export type IndexExtras = Pick<EventIndex, "tallies" | "sortedEnds">;

/** Builds what not every index has; without it, there is nothing of that. */
export type BuildExtras = (columns: LaneColumns) => Work<IndexExtras>;

/**
 * Puts events in order and builds what finds them fast. Those at the same time keep their order, which is to be that of
 * rows.
 *
 * @param events - Their columns are taken over: nobody may use them any more.
 * @param lanes - How many lanes there are.
 */
export function* buildIndex(events: LooseEvents, lanes: number, buildExtras?: BuildExtras): Work<EventIndex> {
  return yield* indexColumns(yield* arrange(events, lanes), buildExtras);
}

/** Builds what finds events fast, for columns that are in order. */
export function* indexColumns(columns: LaneColumns, buildExtras?: BuildExtras): Work<EventIndex> {
  return {
    ...columns,
    startIndex: yield* buildStartIndex(columns.start),
    lastEnd: yield* buildPyramid(columns.end),
    topRank: yield* buildPyramid(columns.rank),
    ...(buildExtras ? yield* buildExtras(columns) : { tallies: undefined, sortedEnds: undefined }),
  };
}
