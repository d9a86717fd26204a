import { clamp } from "../base/math.js";
import { memo } from "../base/memo.js";
import type { LaneTally, ResolvedLane } from "../model/lanes.js";
import type { ResolvedEvent } from "../model/model.js";
import { anchorOf, buildColumns, type Columns } from "../store/columns.js";
import { nameOf, type Crowd } from "../store/crowd.js";
import { levelOf } from "../store/query/winners.js";
import { NONE } from "../store/rank.js";
import { DAY } from "../time/instant.js";
import type { Domain } from "../view/view.js";

/** From so many events on a timeline is a crowd. */
export const CROWD = 1_000;
/** No other layout takes more events than these, even where it is asked for. */
export const MOST = 5_000;
/** In so many pixels of a lane at most one event is named; in more where there are many lanes. */
const SLOT = 64;
/** About so many events are named in a view; a lane takes the room of so much of a name among the elements of a page. */
const MOST_NAMED = 144;
const LEAST_NAMED = 24;
const LANE_TAKES = 0.5;
/** No slot takes more of a view, however many lanes there are. */
const WIDEST_SLOT = 0.5;
/** So many levels above that of the view are looked at, so that zooming in keeps the names that were there. */
export const ABOVE = 3;
/** Where there are no more events than this in and around the view, each is there by itself. */
const FEW = 240;
/** Samples begin and end at multiples of about so many pixels, so that panning seldom needs another one. */
const STRIDE = 512;
/** Of what goes on in a lane where a stride begins, so many events are there, whenever they began; fewer in many lanes. */
const OPEN = 3;
const MOST_OPEN = 32;
/** Of the whole, so much is left free at each end. */
const AIR = 0.02;
const END_AIR = 0.1;
/** Those events of a crowd that are there by themselves: the most important ones in and around a part of time. */
export interface Sample {
  readonly columns: Columns;
  /** Of the view: its bins are 2^level milliseconds long. */
  readonly level: number;
  /** No bin is narrower, in pixels. */
  readonly slot: number;
  /** For each event of the columns the coarsest level, up to three above that of the view, whose bin it wins; else one below. */
  readonly levels: Int8Array;
  /** Whether these are all events in and around the view. */
  readonly isWhole: boolean;
  /** Of each event of the columns whether it is there in any case. */
  readonly kept: readonly boolean[];
}

/** From the first start to the last one; one day where there is none. */
function spanOf({ extent }: Crowd): Domain {
  return extent[0] <= extent[1] ? extent : [0, DAY];
}

/** The stretch of time that shows all starts, with some air, and at the end with room for a name. */
export function homeOf(crowd: Crowd): Domain {
  const [first, last] = spanOf(crowd);
  const length = Math.max(last - first, DAY);
  return [first - length * AIR, last + length * END_AIR];
}

/** What stands in each lane of a crowd. */
export function tallyCrowd(crowd: Crowd): ReadonlyMap<string, LaneTally> {
  return new Map(
    crowd.lanes.map((lane, code) => {
      const first = crowd.firstIn(code);
      return [lane, { count: crowd.countLane(code), first, index: 0 }];
    }),
  );
}

/**
 * Makes a function that takes samples of a crowd, and remembers the last one. The ids are those of events that are there in any
 * case, also where only the crowd behind has them.
 */
export function createSampler(): (
  crowd: Crowd,
  view: Domain | undefined,
  width: number,
  ids: readonly string[],
  behind?: Crowd,
) => Sample {
  const take = memo(
    (
      crowd: Crowd,
      level: number,
      slot: number,
      most: number,
      first: number,
      last: number,
      ids: string,
      among: Crowd,
    ) => {
      const [from, to] = [first * 2 ** level, last * 2 ** level];
      const won = new Map<number, number>();
      for (let above = level + ABOVE; above >= level; above--)
        for (const place of crowd.winners(from, to, above)) if (!won.has(place)) won.set(place, above);
      const levels = new Map(
        topOfEach(crowd, [...won.keys()], most, 2 ** level).map((place) => [place, won.get(place)!]),
      );
      const whole = crowd.allIn(from, to, FEW);
      const others = [...(whole ?? [])];
      const open = clamp(Math.floor(MOST_OPEN / crowd.lanes.length), 1, OPEN);
      for (let bin = first; bin < last; bin += strideOf(slot))
        others.push(
          ...topOfEach(crowd, crowd.goingOn(bin * 2 ** level, open), MOST_OPEN ** 2 / crowd.lanes.length, Infinity),
        );
      for (const place of others) if (!levels.has(place)) levels.set(place, level - 1);
      const taken = new Set<string>();
      const found = new Map<ResolvedEvent, number>();
      const add = (event: ResolvedEvent | undefined, above: number): void => {
        if (!event) return;
        const id = taken.has(event.id) ? nameOf(event.index) : event.id;
        found.set(id === event.id ? event : { ...event, id }, above);
        taken.add(id);
      };
      for (const [place, above] of levels) add(crowd.eventAt(place), above);
      const kept = ids.split("\n");
      for (const id of ids === "" ? [] : kept) {
        const place = taken.has(id) ? NONE : among.placeOf(id);
        if (place !== NONE) add(among.eventAt(place), level - 1);
      }
      const columns = {
        ...buildColumns([...found.keys()]),
        among: { count: crowd.count, span: spanOf(crowd), isComing: crowd.isComing },
      };
      return {
        columns,
        level,
        slot,
        levels: Int8Array.from(columns.events, (event) => found.get(event)!),
        isWhole: whole !== undefined,
        kept: columns.events.map(({ id }) => kept.includes(id)),
      };
    },
  );
  return (crowd, view = homeOf(crowd), width, ids, behind = crowd) => {
    const { length } = crowd.lanes;
    const slot = Math.max(SLOT, width * Math.min(length / MOST_NAMED, WIDEST_SLOT));
    const most = Math.ceil((Math.max(LEAST_NAMED, MOST_NAMED - LANE_TAKES * length) * slot) / width);
    const level = levelOf(((view[1] - view[0]) / Math.max(width, slot)) * slot);
    const around = (view[1] - view[0]) / 2;
    const [first, last] = strides([view[0] - around, view[1] + around], { level, slot });
    return take(crowd, level, slot, most, first, last, ids.join("\n"), behind);
  };
}

/**
 * The most important events of each bin of so many milliseconds, so many at most. Where each lane has one in a bin, those of
 * half a bin that were among them still are: there, fewer are before them.
 */
function topOfEach(crowd: Crowd, places: readonly number[], most: number, length: number): readonly number[] {
  if (places.length <= most) return places;
  const taken: Record<number, number> = {};
  const eventAt = (place: number): ResolvedEvent => crowd.eventAt(place)!;
  return places
    .filter((place) => crowd.eventAt(place))
    .sort((a, b) => eventAt(b).importance - eventAt(a).importance || eventAt(a).index - eventAt(b).index)
    .filter((place) => {
      const bin = Math.floor(anchorOf(eventAt(place).span) / length);
      return (taken[bin] = (taken[bin] ?? 0) + 1) <= most;
    });
}

/** The stretch that holds a part of time and seldom changes while one pans: where it begins and ends, in bins of a level. */
export function strides(
  [from, to]: Domain,
  { level, slot }: Pick<Sample, "level" | "slot">,
): readonly [first: number, last: number] {
  const bins = strideOf(slot);
  const stride = bins * 2 ** level;
  return [Math.floor(from / stride) * bins, Math.ceil(to / stride) * bins];
}

function strideOf(slot: number): number {
  return Math.max(1, Math.floor(STRIDE / slot));
}

/** The lanes of the crowd that a lane shows: its own, and those of a group that is folded. */
export function laneCodes(
  crowd: Crowd,
  { lane, isFolded }: { readonly lane: ResolvedLane; readonly isFolded: boolean | undefined },
): readonly number[] {
  const idsIn = ({ id, lanes }: ResolvedLane): string[] => [id, ...(isFolded === true ? lanes.flatMap(idsIn) : [])];
  return idsIn(lane)
    .map((id) => crowd.lanes.indexOf(id))
    .filter((code) => code !== NONE);
}
