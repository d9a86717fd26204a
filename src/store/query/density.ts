import { tallyTo } from "../build/tallies.js";
import type { EventNumbers, EventStore } from "../event-store.js";
import { NONE } from "../rank.js";
import { countCells, type Cells, type CellsQuery, type Companion } from "./cells.js";

/** Groups of kinds. */
export interface KindGroups {
  /** For each kind, by its code, the number of its group; -1 for none. */
  readonly of: ArrayLike<number>;
  /** How many groups there are. */
  readonly count: number;
}

/** What is to be known of each column, by groups as well. */
export interface DensityQuery extends CellsQuery {
  /** For each kind, by its code, the number of its group, where events are to be counted by groups of kinds as well. */
  readonly groupOf?: ArrayLike<number> | undefined;
  /** How many groups there are. Default: none. */
  readonly groups?: number | undefined;
}

/** How many events there are in each column, by groups as well. */
export interface Density extends Cells {
  /** How many of each group start in each cell: `cell * groups + group`; only where asked for. */
  readonly byGroup: Uint32Array | undefined;
}

/**
 * Counts events by columns of time, exactly. What it costs hardly grows with the number of events: where there are many, it
 * looks at the edges of the columns alone.
 *
 * @param store - The store that is asked.
 * @param query - The columns, and what is to be known of them.
 */
export function density(store: EventStore, query: DensityQuery): Density {
  const { groupOf = [], groups = 0, edges, bands = store.lanes } = query;
  if (groups === 0) return { ...countCells(store, query), byGroup: undefined };
  const byGroup = new Uint32Array(bands.length * Math.max(0, edges.length - 1) * groups);
  const known = Int32Array.from(groupOf, (group) => (group >= 0 && group < groups ? group : NONE));
  return { ...countCells(store, query, countGroups(byGroup, known, groups)), byGroup };
}

/** Counts one by one in small cells, and by the tallies in large ones. */
function countGroups(byGroup: Uint32Array, groupOf: Int32Array, groups: number): Companion {
  const add = (cell: number, kind: number, many: number): void => {
    const group = groupOf[kind] ?? NONE;
    if (group >= 0) byGroup[cell * groups + group]! += many;
  };
  return {
    addOne: (cell: number, { kind }: EventNumbers, at: number) => {
      add(cell, kind[at]!, 1);
    },
    addRuns: (first, { kind, tallies }, places) => {
      const kinds = tallies?.kinds ?? 0;
      let [before, after] = [new Uint32Array(kinds), new Uint32Array(kinds)];
      let known = NONE;
      for (let column = 0; column < places.length - 1; column++) {
        const [from, to] = [places[column]!, places[column + 1]!];
        if (!tallies || to - from <= tallies.block) {
          for (let i = from; i < to; i++) add(first + column, kind[i]!, 1);
          continue;
        }
        if (known !== from) tallyTo(tallies, kind, from, before);
        tallyTo(tallies, kind, to, after);
        for (let k = 0; k < kinds; k++) if (after[k] !== before[k]) add(first + column, k, after[k]! - before[k]!);
        [before, after] = [after, before];
        known = to;
      }
    },
  };
}
