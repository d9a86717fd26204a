import { show, type Issue } from "../base/errors.js";
import { memo } from "../base/memo.js";
import { createDateFormat, type DateFormat, type Fallback } from "../locale/dates.js";
import { createWords, type Words } from "../locale/messages.js";
import type { ResolvedEra } from "../model/eras.js";
import type { EventBase } from "../model/input.js";
import type { ResolvedLane } from "../model/lanes.js";
import { isFeed, type ResolvedOptions } from "../model/options.js";
import { resolveDocument, type DataOptions, type ResolvedDocument } from "../model/resolve-document.js";
import { buildColumns, type Columns } from "../store/columns.js";
import { readCrowd, type Crowd, type Here } from "../store/crowd.js";
import type { EventStore } from "../store/event-store.js";
import { NONE } from "../store/rank.js";
import { findSilences } from "../store/silences.js";
import { siftColumns, type Filter } from "../store/sift.js";
import type { Direction } from "../text/direction.js";
import type { TextMeasurer } from "../text/measure.js";
import { civilFromDay, dayOf } from "../time/civil.js";
import { createWarp, type Warp } from "../time/warp.js";
import type { Domain } from "../view/view.js";
import { createSampler, CROWD, MOST, tallyCrowd, type Sample } from "./crowd.js";
import type { LabelSetting } from "./label.js";

/** Where no width is known, in pixels. */
const WIDTH = 1120;

/** The texts around the plot. */
export type Frame = Pick<ResolvedDocument, "title" | "subtitle" | "source">;

/** What decides which events are there. */
export interface Sight {
  readonly filter?: Filter | undefined;
  /** The part of time in view, or everything. */
  readonly domain?: Domain | undefined;
  /** The width of the plot in pixels. */
  readonly width?: number;
  /** The ids of events that are there in any case. */
  readonly kept?: readonly string[];
}

/** Everything that options and data decide before a size is known. */
export interface Prepared {
  /** What is drawn. */
  readonly columns: Columns;
  /** The same before any filter. */
  readonly all: Columns;
  /** Where the events are too many to be there one by one: all of them. The columns then hold those in and around the view. */
  readonly crowd: (Crowd & Sample & Choice) | undefined;
  readonly lanes: readonly ResolvedLane[];
  readonly eras: readonly ResolvedEra[];
  /** What becomes of time on the axis. */
  readonly warp: Warp;
  readonly issues: readonly Issue[];
  readonly frame: Frame;
  readonly words: Words;
  readonly setting: LabelSetting;
}

/** Gets a timeline ready, and remembers: data are read again only when they change, and so are words and dates. */
export type Preparer<E extends EventBase> = (
  options: ResolvedOptions<E>,
  measurer: TextMeasurer,
  sight?: Sight,
) => Prepared;

/** Makes a function that reads the data of a timeline and gets its words and dates ready. */
export function createPreparer<E extends EventBase>(): Preparer<E> {
  let before: Here | undefined;
  const read = memo((...data: DataInputs<E>) => {
    const [events, eras, breaks, lanes, laneOrder, title, subtitle, source, ...rest] = data;
    const [locale, direction, timeZone, kinds, now, layout, count, store] = rest;
    const texts = { title, subtitle, source };
    const rows = { events, eras, breaks, lanes, laneOrder };
    const setting = { ...rows, ...texts, locale, direction, timeZone, kinds, now };
    if (isCrowd(count, layout, store)) {
      const gathered = gather(setting, store, before);
      before = gathered.crowd.here;
      return gathered;
    }
    const document = resolveDocument<E>(setting);
    const columns = buildColumns(document.events);
    const warp = createWarp(breaks === "auto" ? findSilences(columns, document.eras, now) : document.breaks);
    return { document, columns, warp, crowd: undefined };
  });
  const sample = createSampler();
  const merge = memo((crowd: Crowd, found: Sample, behind: Crowd | undefined) => ({
    ...crowd,
    ...found,
    ...{ wanted: crowd, behind },
  }));
  const speak = memo((...speech: SpeechInputs<E>) => {
    const [locale, messages, numerals, monthNames, calendar, secondCalendar, timeZone] = speech;
    const words = createWords(locale, messages, numerals);
    const setting = { locale, numerals, monthNames, calendar, secondCalendar, timeZone, words };
    return { words, dates: createDateFormat(setting) };
  });
  const sift = memo((columns: Columns, filter: Filter | undefined) =>
    filter ? siftColumns(columns, filter) : columns,
  );
  const join = memo(
    (
      { document, warp }: ReturnType<typeof read>,
      all: Columns,
      columns: Columns,
      crowd: Prepared["crowd"],
      { words, dates }: ReturnType<typeof speak>,
      locale: string,
      direction: Direction,
      measurer: TextMeasurer,
    ): Prepared => ({
      columns,
      all,
      crowd,
      lanes: document.lanes,
      eras: document.eras,
      warp,
      issues: [...dates.fallbacks.map(fallbackIssue), ...document.issues],
      frame: document,
      words,
      setting: {
        dates,
        measurer,
        direction,
        locale,
        separator: words.separator,
        hasYear: hasManyYears(all, dates),
      },
    }),
  );
  return (options, measurer, { filter, domain, width = WIDTH, kept = [] } = {}) => {
    const { events, eras, breaks, lanes, laneOrder, title, subtitle, source } = options;
    const { locale, direction, timeZone, kinds, now, layout, orientation, store } = options;
    const { messages, numerals, monthNames, calendar, secondCalendar } = options;
    const texts = [title, subtitle, source] as const;
    const data = read(
      events,
      eras,
      breaks,
      lanes,
      laneOrder,
      ...texts,
      locale,
      direction,
      timeZone,
      kinds,
      now,
      // Density has no time down the page.
      layout === "auto" && orientation === "vertical" ? "flags" : layout,
      Array.isArray(events) ? events.length : 0,
      isFeed(store) ? (store.crowd({ locale, direction, timeZone, kinds, now }) as Crowd) : (store as EventStore),
    );
    const choice = data.crowd && choiceOf(data.crowd, filter);
    const found = choice && sample(choice.wanted, domain ?? options.domain, width, kept, choice.behind);
    const all = found?.columns ?? data.columns;
    return join(
      data,
      all,
      choice ? all : sift(all, filter),
      choice && found && merge(choice.wanted, found, choice.behind),
      speak(locale, messages, numerals, monthNames, calendar, secondCalendar, timeZone),
      locale,
      direction,
      measurer,
    );
  };
}

type Values<O, Names extends readonly (keyof O)[]> = { [Index in keyof Names]: O[Names[Index]] };
type DataInputs<E extends EventBase> = [
  ...Values<
    ResolvedOptions<E>,
    [
      ...["events", "eras", "breaks", "lanes", "laneOrder", "title", "subtitle", "source"],
      ...["locale", "direction", "timeZone", "kinds", "now", "layout"],
    ]
  >,
  count: number,
  known: Known,
];
/** What is known of many events: a store that was built of them, or the crowd that a feed has brought. */
type Known = EventStore | Crowd | undefined;
type SpeechInputs<E extends EventBase> = Values<
  ResolvedOptions<E>,
  ["locale", "messages", "numerals", "monthNames", "calendar", "secondCalendar", "timeZone"]
>;

/** Those of a crowd that are wanted: all, or what a filter leaves. */
interface Choice {
  readonly wanted: Crowd;
  /** All of them, where the others leave a trace. */
  readonly behind: Crowd | undefined;
}

/** A filter that was made for other events says nothing of these. */
function choiceOf(crowd: Crowd, filter: Filter | undefined): Choice {
  const wanted = filter?.crowd;
  if (!wanted || wanted.here !== crowd.here || wanted.away !== crowd.away) return { wanted: crowd, behind: undefined };
  return { wanted, behind: filter.rest === "trace" ? crowd : undefined };
}

/** Whether there is an event with an id, by itself or in the crowd. */
export function hasEvent(
  { columns, crowd }: Pick<Prepared, "columns" | "crowd">,
  id: string | undefined,
): id is string {
  return id !== undefined && (columns.byId.has(id) || ((crowd?.behind ?? crowd)?.placeOf(id) ?? NONE) !== NONE);
}

/** Gets a timeline ready once. */
export function prepare<E extends EventBase>(
  options: ResolvedOptions<E>,
  measurer: TextMeasurer,
  sight?: Sight,
): Prepared {
  return createPreparer<E>()(options, measurer, sight);
}

function isCrowd(count: number, layout: ResolvedOptions["layout"], known: Known): boolean {
  return layout === "density" || isBrought(known) || (layout === "auto" ? count >= CROWD : count > MOST);
}

function isBrought(known: Known): known is Crowd {
  return known !== undefined && "winners" in known;
}

/** Reads the texts around a crowd, and of the crowd only numbers. An axis of a crowd has no breaks. */
function gather<E extends EventBase>(
  options: DataOptions<E>,
  known: Known,
  before: Here | undefined,
): {
  document: ResolvedDocument<E>;
  columns: Columns;
  warp: Warp;
  crowd: Crowd;
} {
  const isList = Array.isArray(options.events);
  const crowd = isBrought(known)
    ? known
    : readCrowd(isList ? options.events : [], { ...options, report: () => undefined }, known, before);
  const document = resolveDocument<E>(
    { ...options, events: isList ? [] : options.events, breaks: [] },
    tallyCrowd(crowd),
  );
  return {
    document: { ...document, issues: [...document.issues, ...crowd.issues] },
    columns: buildColumns([]),
    warp: createWarp([]),
    crowd,
  };
}

function fallbackIssue({ option, asked, used }: Fallback): Issue {
  const expected = `one that this engine has names for; ${used} is used`;
  return { code: "names-unavailable", path: `options.${option}`, found: show(asked), expected, severity: "warning" };
}

function hasManyYears({ anchor, events }: Columns, { steps: { calendar } }: DateFormat): boolean {
  if (events.length === 0) return true;
  const [first, last] = [anchor[0]!, anchor[events.length - 1]!].map((instant) => {
    const day = dayOf(instant);
    return (calendar?.dateOf(day) ?? civilFromDay(day)).year;
  });
  return first !== last;
}
