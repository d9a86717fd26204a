import type { EventSetting } from "../../model/event.js";
import { readSpan } from "../../model/event.js";
import { createIssueLog, type IssueLog } from "../../model/issue-log.js";
import type { NormalizeSetting } from "../../model/normalize.js";
import { fieldOf } from "../../model/parts.js";
import { isObject } from "../../model/rules.js";
import { anchorOf, extentOf } from "../columns.js";
import type { LooseEvents } from "../event-store.js";
import { rankOf } from "../rank.js";
import { eachSlice, type Work } from "../slices.js";
import { createFieldReader, type FieldReader, type Known } from "./codes.js";
import { createLoose, type ReadEvents } from "./loose-events.js";
import { readQuickly, type QuickEdge } from "./quick-date.js";
import { createWallClock } from "./wall-clock.js";

/** So many rows are read without a pause: each may hold a date that takes some microseconds. */
export const ROW_SLICE: number = 2 ** 10;
const FIELDS = ["date", "timeZone", "lane", "kind", "importance"] as const;

/** Where rows go on from. */
export interface ReadFrom extends Known {
  /**
   * The row of the first one.
   * @defaultValue 0
   */
  readonly firstRow?: number | undefined;
}

/** What a row says, as it is written. */
type Fields = Partial<Readonly<Record<(typeof FIELDS)[number], unknown>>>;

/**
 * Reads dates, lanes, kinds and importance of a list of events; their texts are left for when they are shown. Wrong data
 * never throws and takes no other row with it: a row without a readable date is left out, and each fault is one issue, as by
 * `normalize`.
 *
 * @param rows - All events.
 * @param setting - The zone and the kinds of the timeline.
 * @param from - The first row that is read, and the lanes and kinds that are known.
 */
export function* readList(
  rows: readonly unknown[],
  setting: NormalizeSetting,
  { firstRow = 0, ...known }: ReadFrom = {},
): Work<ReadEvents> {
  const log = createIssueLog();
  const reader = createRowReader(setting, log, known);
  const count = rows.length - firstRow;
  const events = createLoose(count);
  yield* eachSlice(
    count,
    (from, to) => {
      for (let i = from; i < to; i++) reader.read(rows[firstRow + i], firstRow + i, events, i);
    },
    ROW_SLICE,
  );
  return reader.end({ ...events, count });
}

/** Reads rows, each into its place of columns. */
export interface RowReader {
  readonly read: (row: unknown, index: number, events: LooseEvents, at: number) => void;
  /** What was read, with the names of lanes and kinds, and what was wrong. */
  readonly end: (events: LooseEvents) => ReadEvents;
}

/** Makes a reader that goes on from lanes and kinds that are known. */
export function createRowReader(given: NormalizeSetting, { report, list }: IssueLog, known?: Known): RowReader {
  const setting = { ...given, report };
  const fields: FieldReader = createFieldReader(setting, (field, row) => `events[${row}].${field}`, known);
  const readTime = createTimeReader(setting);
  const time = { start: 0, end: 0 };
  // A row that inherits its fields from the page is read the careful way: nothing comes from a prototype.
  const isClean = !FIELDS.some((name) => name in Object.prototype);
  const isPlain = (row: object): boolean => isClean && Object.getPrototypeOf(row) === Object.prototype;
  return {
    end: (events) => ({ ...events, lanes: fields.lanes, kinds: fields.kinds, issues: list() }),
    read: (row, index, events, at) => {
      events.start[at] = NaN;
      if (!isObject(row)) {
        report("event-unreadable", `events[${index}]`, row, "an object with a date and a title", "error");
        return;
      }
      try {
        const own: Fields = isPlain(row)
          ? row
          : Object.fromEntries(FIELDS.map((name) => [name, fieldOf(row, name)] as const));
        if (!readTime(row, own, index, time)) return;
        events.lane[at] = fields.lane(own.lane, index);
        events.kind[at] = fields.kind(own.kind, index);
        events.rank[at] = rankOf(fields.importance(own.importance, index), index);
        events.end[at] = time.end;
        events.start[at] = time.start;
      } catch {
        report("event-unreadable", `events[${index}]`, "an object that throws", "an object that can be read", "error");
      }
    },
  };
}

type TimeReader = (row: object, own: Fields, index: number, time: { start: number; end: number }) => boolean;

/** Reads the common forms of a date at once, and all others as they are read everywhere. */
function createTimeReader(setting: EventSetting): TimeReader {
  const wall = createWallClock(setting.timeZone);
  const [first, last]: [QuickEdge, QuickEdge] = [
    { earliest: 0, latest: 0 },
    { earliest: 0, latest: 0 },
  ];
  const isQuick = ({ date, timeZone }: Fields): boolean => {
    if (timeZone !== undefined) return false;
    if (readQuickly(date, wall, first)) {
      last.latest = first.latest;
      return true;
    }
    if (typeof date !== "object" || date === null || Object.getPrototypeOf(date) !== Object.prototype) return false;
    const { start, end } = date as { readonly start?: unknown; readonly end?: unknown };
    if (!readQuickly(start, wall, first)) return false;
    if (end === "..") last.earliest = last.latest = Infinity;
    else if (!readQuickly(end, wall, last)) return false;
    return !(first.earliest >= last.latest && first.earliest > last.earliest);
  };
  return (row, own, index, time) => {
    if (isQuick(own)) {
      time.start = first.earliest + (first.latest - first.earliest) / 2;
      time.end = Math.max(time.start, last.latest);
      return true;
    }
    const span = readSpan(row, `events[${index}]`, setting);
    if (!span) return false;
    time.start = anchorOf(span);
    time.end = Math.max(time.start, extentOf(span).to);
    return true;
  };
}
