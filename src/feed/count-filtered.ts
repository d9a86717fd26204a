import type { EventSource, SourceDescription } from "../source/contract.js";
import type { Filter } from "../source/contract.js";
import { binLength, levelFor, SLOT_BINS } from "../source/grid.js";

/** All time of a source is looked at in about so many bins. */
const BINS = 256;

/** The description of a source as if it had only the events that a filter means. */
export async function countFiltered(
  source: EventSource,
  description: SourceDescription,
  filter: Filter,
  signal: AbortSignal,
): Promise<SourceDescription> {
  const { extent, revision } = description;
  const level = levelFor(extent[0], extent[1] + 1, BINS);
  const slot = SLOT_BINS * binLength(level);
  const from = Math.floor(extent[0] / slot) * slot;
  const to = (Math.floor(extent[1] / slot) + 1) * slot;
  const { cells, total } = await source.query({ level, from, to, limit: 0, filter, revision, signal });
  const counts = new Map<number, number>();
  cells.lane.forEach((lane, i) => counts.set(lane, (counts.get(lane) ?? 0) + cells.count[i]!));
  const lanes = description.lanes.map((lane, code) => ({ ...lane, count: counts.get(code) ?? 0 }));
  return { ...description, lanes, count: total };
}
