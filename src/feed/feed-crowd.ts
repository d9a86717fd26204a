import type { Away, Crowd } from "../store/crowd.js";
import type { Band } from "../store/query/bands.js";
import { NONE, rowOf } from "../store/rank.js";
import type { SourceDescription } from "../source/contract.js";
import { binLength, COARSEST, levelFor, SLOT_BINS } from "../source/grid.js";
import type { GoingOn } from "./going-on.js";
import type { KnownEvent, KnownEvents } from "./known-events.js";
import { eachCount, eachWinner, rangeOfTile, tilesIn, type AddWinner, type Tile, type TileName } from "./tile.js";
import type { Tiles } from "./tiles.js";

/** What a picture was drawn of, so that what is missing can be brought. */
export interface Needs {
  /** The stretch of time in view, and how many pixels it has. */
  view(from: number, to: number, pixels: number): void;
  /** The same of a picture beside the plot. */
  aside(from: number, to: number, pixels: number): void;
  /** An event that somebody has asked for by its id or by a press. */
  event(id: number, rank: number): void;
}

/** About as many pixels as a picture has, with what lies around it. */
const WIDE = 2_048;
/** Slots of a label are so many levels above the bins of a picture. */
const LABEL_LEVELS = 6;
/** What is asked for by hand goes before everything else. */
const FIRST = Infinity;

/** The crowd that tiles, instants and events tell of, as far as they have come. */
export function createFeedCrowd(
  description: SourceDescription,
  tiles: Tiles,
  goingOn: Pick<GoingOn, "at">,
  events: Pick<KnownEvents, "get" | "peek" | "inOrder">,
  needs: Needs,
  away: Away | undefined,
): Crowd {
  const { extent, count, lanes, revision } = description;
  const ids = lanes.map(({ id }) => id);

  const standIns = (from: number, to: number, level: number): readonly (readonly [TileName, readonly Tile[]])[] =>
    tilesIn(from, to, level).map((name) => [name, tiles.standIns(name)] as const);

  /** Of each winner also whether what tells of it is out of date: then it is shown, but not asked for. */
  const ranksIn = (
    from: number,
    to: number,
    level: number,
    add: (...winner: [...Parameters<AddWinner>, isStale: boolean]) => void,
  ): void => {
    for (const [name, found] of standIns(from, to, level))
      for (const tile of found)
        eachWinner(tile, name, (lane, rank, at) => {
          add(lane, rank, at, tile.isStale);
        });
  };

  const eventOf = (rank: number, isStale: boolean): KnownEvent | undefined =>
    isStale ? events.peek(rowOf(rank)) : events.get(rowOf(rank), rank);

  const isIn = ({ start }: KnownEvent, from: number, to: number): boolean => start >= from && start < to;

  const knownAt = (place: number): KnownEvent | undefined => (place === NONE ? undefined : events.peek(place));

  const strips: Crowd["strips"] = (from, to, pixels, bands) => {
    const level = levelFor(from, to, pixels);
    const length = binLength(level);
    const first = Math.floor(from / length);
    const bins = Math.ceil(to / length) - first;
    const bandOf = bandsByLane(ids, bands);
    const values = new Uint32Array(bands.length * bins);
    let most = 0;
    for (const [name, found] of standIns(from, to, level))
      for (const tile of found)
        eachCount(tile, name, (lane, at, many) => {
          const bin = Math.floor(at / length) - first;
          const band = bandOf[lane] ?? NONE;
          if (band < 0 || bin < 0 || bin >= bins) return;
          const value = (values[band * bins + bin]! += many);
          if (value > most) most = value;
        });
    return { counts: pixelsOf(values, bands.length, bins, { from, to, pixels, length, first }), most };
  };

  return {
    lanes: ids,
    count,
    away,
    isComing: revision === "",
    issues: [],
    // Where a filter leaves nothing, time is still that of all.
    extent: count > 0 || extent[0] < extent[1] ? extent : [Infinity, -Infinity],
    countLane: (lane) => lanes[lane]?.count ?? 0,
    firstIn: () => Infinity,
    eventAt: (place) => knownAt(place)?.event,
    placeOf(id) {
      const place = Number(/^event-(\d{1,11})$/.exec(id)?.[1] ?? NONE);
      if (place === NONE || events.peek(place)) return place;
      needs.event(place, FIRST);
      return NONE;
    },
    winners(from, to, level) {
      const best = new Map<number, { readonly rank: number; readonly isStale: boolean }>();
      const length = 2 ** level;
      const first = Math.floor(from / length);
      ranksIn(from, to, clampLevel(level - LABEL_LEVELS), (lane, rank, at, isStale) => {
        const bin = (Math.floor(at / length) - first) * ids.length + lane;
        if (rank > (best.get(bin)?.rank ?? NONE)) best.set(bin, { rank, isStale });
      });
      return [...best.values()].flatMap(({ rank, isStale }) => {
        const known = eventOf(rank, isStale);
        return known && isIn(known, from, to) ? [known.id] : [];
      });
    },
    allIn(from, to, most) {
      const found: number[] = [];
      for (const name of tilesIn(from, to, levelFor(from, to, WIDE))) {
        const tile = tiles.exact(name);
        if (!tile?.slice.events) return undefined;
        const [begin, end] = rangeOfTile(name);
        const { start, rank } = tile.slice.events;
        for (let i = 0; i < start.length; i++) {
          if (start[i]! < Math.max(from, begin) || start[i]! >= Math.min(to, end)) continue;
          eventOf(rank[i]!, tile.isStale);
          found.push(rowOf(rank[i]!));
        }
        if (found.length > most) return undefined;
      }
      return found;
    },
    goingOn(instant, most) {
      // Nothing begins before the first event.
      if (instant <= extent[0]) return [];
      const { lanes, isStale } = goingOn.at(instant);
      const ranks = lanes.flatMap((own) => own.slice(0, most));
      return ranks.flatMap((rank) => eventOf(rank, isStale)?.id ?? []);
    },
    countIn(from, to) {
      let total = 0;
      for (const [name, found] of standIns(from, to, levelFor(from, to, WIDE)))
        for (const tile of found)
          eachCount(tile, name, (_, at, many) => {
            if (at >= from && at < to) total += many;
          });
      return total;
    },
    strips(from, to, pixels, bands) {
      needs.view(from, to, pixels);
      return strips(from, to, pixels, bands);
    },
    aside(from, to, pixels, bands) {
      needs.aside(from, to, pixels);
      return strips(from, to, pixels, bands);
    },
    topIn(from, to, band) {
      let best: KnownEvent | undefined;
      for (const known of events.inOrder())
        if (isIn(known, from, to) && band.includes(known.lane) && known.rank > (best?.rank ?? NONE)) best = known;
      return best?.id ?? NONE;
    },
    seek(from, to, band) {
      let top = NONE;
      ranksIn(from, to, clampLevel(Math.ceil(Math.log2((to - from) / SLOT_BINS))), (lane, rank, at) => {
        if (at < to && band.includes(lane) && !events.peek(rowOf(rank))) top = Math.max(top, rank);
      });
      if (top !== NONE) needs.event(rowOf(top), FIRST);
    },
    next(place) {
      const order = events.inOrder();
      const at = order.findIndex(({ id }) => id === place);
      return order[at + 1]?.id ?? NONE;
    },
    previous(place) {
      const order = events.inOrder();
      const at = place === NONE ? order.length : order.findIndex(({ id }) => id === place);
      return order[at - 1]?.id ?? NONE;
    },
  };
}

function clampLevel(level: number): number {
  return Math.min(COARSEST, Math.max(0, level));
}

function bandsByLane(lanes: readonly string[], bands: readonly Band[]): Int32Array {
  const bandOf = new Int32Array(lanes.length).fill(NONE);
  bands.forEach((band, at) => {
    for (const lane of band) bandOf[lane] = at;
  });
  return bandOf;
}

/** Where pixels lie, and the bins below them. */
interface Ruler {
  readonly from: number;
  readonly to: number;
  readonly pixels: number;
  /** Of a bin, in milliseconds. */
  readonly length: number;
  /** The number of the first bin. */
  readonly first: number;
}

/** Bins are as wide as a pixel or a little wider: each pixel shows the one in which its middle lies. */
function pixelsOf(
  values: Uint32Array,
  bands: number,
  bins: number,
  { from, to, pixels, length, first }: Ruler,
): Uint32Array {
  const counts = new Uint32Array(bands * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const middle = from + ((to - from) * (pixel + 0.5)) / pixels;
    const bin = Math.floor(middle / length) - first;
    for (let band = 0; band < bands; band++) counts[band * pixels + pixel] = values[band * bins + bin] ?? 0;
  }
  return counts;
}
