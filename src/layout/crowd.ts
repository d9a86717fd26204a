import { MizwalaError } from "../base/errors.js";
import { memo } from "../base/memo.js";
import { resolveEvent, type EventSetting } from "../model/event.js";
import type { LaneTally, ResolvedLane } from "../model/lanes.js";
import type { ResolvedEvent } from "../model/model.js";
import { fieldOf } from "../model/parts.js";
import { isObject } from "../model/rules.js";
import { indexEvents } from "../store/build/build-store.js";
import { readList } from "../store/build/read-list.js";
import { buildColumns, type Columns } from "../store/columns.js";
import { countOf, rangeOf, readEvent, type EventStore } from "../store/event-store.js";
import { extentOf } from "../store/query/extent.js";
import { countStarts, startsIn } from "../store/query/window.js";
import { levelOf, winners } from "../store/query/winners.js";
import { NONE, rowOf } from "../store/rank.js";
import { finish } from "../store/slices.js";
import { DAY } from "../time/instant.js";
import type { Domain } from "../view/view.js";

/** From so many events on a timeline is a crowd. */
export const CROWD = 5_000;
/** No other layout takes more events than these, even where it is asked for. */
export const MOST = 20_000;
/** In so many pixels of a lane at most one event is named. */
export const SLOT = 64;
/** So many levels above that of the view are looked at, so that zooming in keeps the names that were there. */
export const ABOVE = 3;
/** Where there are no more events than this in and around the view, each is there by itself. */
const FEW = 240;
/** Samples begin and end at multiples of so many bins, so that panning seldom needs another one. */
const STRIDE = 8;
/** Of the whole, so much is left free at each end. */
const AIR = 0.02;
const END_AIR = 0.1;
/** So many events are kept as they were read. */
const KEPT = 4_000;

/** Events that are too many to be there one by one: their numbers, and each of them when it is asked for. */
export interface Crowd {
  readonly store: EventStore;
  /** From the first start to the last one. */
  readonly span: Domain;
  /** The stretch of time that shows all of them. */
  readonly home: Domain;
  readonly eventAt: (place: number) => ResolvedEvent;
  /** The place of an event by its id, or -1. */
  readonly placeOf: (id: string) => number;
}

/** Those events of a crowd that are there by themselves: the most important ones in and around a part of time. */
export interface Sample {
  readonly columns: Columns;
  /** Of the view: its bins are 2^level milliseconds long. */
  readonly level: number;
  /** For each event of the columns the coarsest level, up to three above that of the view, whose bin it wins; else one below. */
  readonly levels: Int8Array;
  /** Whether these are all events in and around the view. */
  readonly isWhole: boolean;
}

/** Reads a crowd, or takes the store that was built of it. */
export function readCrowd(events: readonly unknown[], setting: EventSetting, built: EventStore | undefined): Crowd {
  const store = built ?? finish(indexEvents(finish(readList(events, setting))));
  const kept = new Map<number, ResolvedEvent>();
  const places = new Map<string, number>();

  const idOf = (index: number): string => {
    const id = isObject(events[index]) ? fieldOf(events[index], "id") : undefined;
    return typeof id === "string" && id !== "" ? id : nameOf(index);
  };
  const eventAt = (place: number): ResolvedEvent => {
    const found = kept.get(place);
    if (found) return found;
    if (kept.size === KEPT) {
      kept.clear();
      places.clear();
    }
    const { row: index } = readEvent(store, place);
    const row = events[index];
    const draft = isObject(row) ? resolveEvent(row, index, setting) : undefined;
    if (!draft) {
      const expected = "what buildStore makes of the same events";
      throw new MizwalaError({ code: "option-value", path: "options.store", found: row, expected });
    }
    const event = { ...draft, id: idOf(index), parts: [], partOf: undefined, leadsTo: [] };
    kept.set(place, event);
    places.set(event.id, place);
    return event;
  };
  const placeOf = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const own = events.findIndex((row) => isObject(row) && fieldOf(row, "id") === id);
    const index = own >= 0 ? own : Number(/^event-(\d{1,9})$/.exec(id)?.[1] ?? NONE);
    if (!(index in events)) return NONE;
    return store.index.rank.findIndex((rank) => rowOf(rank) === index);
  };
  const span = spanOf(store);
  return { store, span, home: homeOf(span), eventAt, placeOf };
}

/** From the first start to the last one; one day where there is none. */
function spanOf(store: EventStore): Domain {
  const [first, last] = extentOf(store);
  return first <= last ? [first, last] : [0, DAY];
}

/** All starts, with some air, and at the end with room for a name. */
function homeOf([first, last]: Domain): Domain {
  const length = Math.max(last - first, DAY);
  return [first - length * AIR, last + length * END_AIR];
}

/** What stands in each lane of a crowd. */
export function tallyCrowd({ store }: Crowd): ReadonlyMap<string, LaneTally> {
  return new Map(
    store.lanes.map((lane, code) => {
      const [from, to] = rangeOf(store.index, code);
      return [lane, { count: to - from, first: store.index.start[from] ?? Infinity, index: 0 }];
    }),
  );
}

/** Makes a function that takes samples of a crowd, and remembers the last one. */
export function createSampler(): (
  crowd: Crowd,
  view: Domain | undefined,
  width: number,
  ids: readonly string[],
) => Sample {
  const take = memo((crowd: Crowd, level: number, first: number, last: number, ids: string) => {
    const { store, eventAt, placeOf } = crowd;
    const [from, to] = [first * 2 ** level, last * 2 ** level];
    const levels = new Map<number, number>();
    for (let above = level + ABOVE; above >= level; above--)
      for (const place of winners(store, from, to, above).places) {
        if (place === NONE || levels.has(place)) continue;
        const { start } = readEvent(store, place);
        if (start >= from && start < to) levels.set(place, above);
      }
    const isWhole = countStarts(store, { from, to }) <= FEW;
    const more = [
      ...(isWhole ? startsIn(store, { from, to }) : []),
      ...(ids === "" ? [] : ids.split("\n").map(placeOf)),
    ];
    for (const place of more) if (place !== NONE && !levels.has(place)) levels.set(place, level - 1);
    const taken = new Set<string>();
    const found = new Map<ResolvedEvent, number>();
    for (const [place, above] of levels) {
      const event = eventAt(place);
      found.set(taken.has(event.id) ? { ...event, id: nameOf(event.index) } : event, above);
      taken.add(event.id);
    }
    const columns = { ...buildColumns([...found.keys()]), among: { count: countOf(store), span: crowd.span } };
    return { columns, level, levels: Int8Array.from(columns.events, (event) => found.get(event)!), isWhole };
  });
  return (crowd, view = crowd.home, width, ids) => {
    const level = levelOf(((view[1] - view[0]) / Math.max(width, SLOT)) * SLOT);
    const stride = STRIDE * 2 ** level;
    const around = (view[1] - view[0]) / 2;
    const first = Math.floor((view[0] - around) / stride) * STRIDE;
    const last = Math.ceil((view[1] + around) / stride) * STRIDE;
    return take(crowd, level, first, last, ids.join("\n"));
  };
}

/** The id of an event that has none of its own. */
function nameOf(index: number): string {
  return `event-${index}`;
}

/** The lanes of the store that a lane shows: its own, and those of a group that is folded. */
export function laneCodes(
  { store }: Crowd,
  { lane, isFolded }: { readonly lane: ResolvedLane; readonly isFolded: boolean | undefined },
): readonly number[] {
  const idsIn = ({ id, lanes }: ResolvedLane): string[] => [id, ...(isFolded === true ? lanes.flatMap(idsIn) : [])];
  return idsIn(lane)
    .map((id) => store.lanes.indexOf(id))
    .filter((code) => code !== NONE);
}
