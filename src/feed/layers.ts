import type { Away, Crowd } from "../store/crowd.js";
import type { Filter, SourceDescription } from "../source/contract.js";
import { createAway } from "./find.js";
import { createLayer, NOTHING, type Layer, type LayerSetting } from "./layer.js";
import { both, type Asked } from "./reader-filter.js";

/** What layers are made with. */
export interface LayersSetting extends Omit<LayerSetting, "away"> {
  readonly filter: Filter | undefined;
  /** How the source has described itself last. */
  described(this: void): SourceDescription | undefined;
  /** Does something that readers wait for. */
  busy<Result>(this: void, work: Promise<Result>): Promise<Result>;
  redraw(this: void): void;
}

/** The events that the author wants, and those of them that readers look for. */
export interface Layers {
  readonly base: Layer;
  all(): readonly Layer[];
  /** The layer of what is shown. */
  of(shown: Crowd | undefined): Layer;
  setFilter(filter: Filter | undefined): void;
  describe(description: SourceDescription): void;
  /**
   * Knows that more is known, and has those told who look for events.
   *
   * @param how - Default: at once.
   */
  renew(how?: (tell: () => void) => void): void;
  /** Asks for nothing more, and knows nothing any more. */
  stop(): void;
}

/** Those events that the author wants, and what can be asked about them. */
interface Base {
  readonly layer: Layer;
  readonly away: Away;
}

/** Half of what is kept is for all events, half for those that a reader looks for. */
const SHARE = 0.5;

/** Makes the layers of a feed. */
export function createLayers({ described, busy, redraw, room, ...setting }: LayersSetting): Layers {
  let { filter } = setting;
  /** What is looked for, and who hears that more of it is known. */
  const found = new Map<Layer, () => void>();

  const layerOf = (asked: Asked, away: () => Away, hear: () => void): Layer =>
    createLayer(asked, { ...setting, away, room: room * SHARE }, hear);

  const begin = (): Base => {
    const own = filter;
    const layer = layerOf(
      { filter: own },
      () => away,
      () => {
        if (coming?.layer === layer && layer.description) {
          base.layer.stop();
          base = coming;
          coming = undefined;
        }
        redraw();
      },
    );
    const away = createAway({
      busy,
      describe: () => layer.description ?? NOTHING,
      whole: () => described() ?? NOTHING,
      isAll: own === undefined,
      begin(asked, tell) {
        const next = layerOf({ ...asked, filter: both(own, asked.filter) }, () => away, tell);
        found.set(next, tell);
        const description = described();
        if (description) void next.describe(description);
        return next;
      },
      end(ended) {
        ended.stop();
        found.delete(ended);
      },
    });
    return { layer, away };
  };
  let base = begin();
  /** What takes its place as soon as it is known. */
  let coming: Base | undefined;

  const all = (): readonly Layer[] => [base.layer, ...(coming ? [coming.layer] : []), ...found.keys()];
  return {
    get base() {
      return base.layer;
    },
    all,
    of: (shown) => [...found.keys()].find(({ crowd }) => crowd === shown) ?? base.layer,
    setFilter(next) {
      filter = next;
      coming?.layer.stop();
      coming = undefined;
      const begun = begin();
      const description = described();
      if (description) {
        coming = begun;
        void begun.layer.describe(description);
      } else base = begun;
    },
    describe(description) {
      for (const layer of all()) void layer.describe(description);
    },
    renew(
      how = (tell) => {
        tell();
      },
    ) {
      for (const layer of all()) layer.renew();
      for (const tell of found.values()) how(tell);
    },
    stop() {
      for (const layer of all()) layer.stop();
      found.clear();
      coming = undefined;
      base = begin();
    },
  };
}
