import type { Away, FindSetting, Found } from "../store/crowd.js";
import type { EventFilter } from "../model/filter.js";
import type { SourceDescription } from "../source/contract.js";
import type { Layer } from "./layer.js";
import { kindsIn, partsFor, readerFilter, type Asked } from "./reader-filter.js";

/** What looking for events needs. */
export interface AwaySetting {
  /** What the source has, with the counts of those events that the author wants. */
  describe(this: void): SourceDescription;
  /** What the source has, with the counts of all its events. */
  whole(this: void): SourceDescription;
  /** Whether the author wants all of them. */
  readonly isAll: boolean;
  /** Begins a layer of other events; what comes of it is told. */
  begin(this: void, asked: Asked, changed: () => void): Layer;
  end(this: void, layer: Layer): void;
  /** Does something that readers wait for. */
  busy<Result>(this: void, work: Promise<Result>): Promise<Result>;
}

/** What a reader can ask of the source of a feed. */
export function createAway({ describe, whole, isAll, begin, end, busy }: AwaySetting): Away {
  return {
    get count() {
      return describe().count;
    },
    get parts() {
      return partsFor(describe().fields);
    },
    tally: (field) => {
      if (field === "lanes") return describe().lanes.map(({ id, count }) => ({ value: id, count }));
      // Of some events the source tells which kinds there may be, and not how many.
      const kinds = field === "kinds" ? kindsIn(whole()) : [];
      return isAll ? kinds : kinds.map(({ value }) => ({ value, count: undefined }));
    },
    find(filter: EventFilter, setting: FindSetting, changed): Found {
      const layer = begin(readerFilter(filter, describe(), setting), changed);
      const stopped = new AbortController();
      const { signal } = stopped;
      const bring = async (number: number): ReturnType<Found["at"]> => {
        const standing = await layer.numbers.at(number, signal);
        const known = standing && (await layer.bring(standing.id));
        return known && { event: known.event, number: standing.number, size: standing.size };
      };
      return {
        get crowd() {
          return layer.description && layer.crowd;
        },
        has: ({ index }) => layer.has(index),
        from: (instant) => busy(layer.numbers.before({ start: Math.ceil(instant), id: -1 }, signal)),
        at: (number) => busy(bring(number)),
        stop() {
          stopped.abort();
          end(layer);
        },
      };
    },
  };
}
