import type { EventSetting } from "../../model/event.js";
import { readSpan } from "../../model/event.js";
import { createIssueLog } from "../../model/issue-log.js";
import type { NormalizeSetting } from "../../model/normalize.js";
import { fieldOf } from "../../model/parts.js";
import { isObject } from "../../model/rules.js";
import { anchorOf, extentOf } from "../columns.js";
import { rankOf } from "../rank.js";
import type { Work } from "../slices.js";
import { createFieldReader, type FieldReader, type Known } from "./codes.js";
import { createLoose, withRoom, type ReadEvents } from "./loose-events.js";
import { readQuickly, type QuickEdge } from "./quick-date.js";
import { createWallClock } from "./wall-clock.js";

/** So many rows are read without a pause: each may hold a date that takes some microseconds. */
const ROW_SLICE = 2 ** 10;
/** Nobody has more rows than this in the memory of a page. */
const MOST = 2 ** 28;
const FIELDS = ["date", "timeZone", "lane", "kind", "importance"] as const;

/** What a row says, as it is written. */
type Fields = Partial<Readonly<Record<(typeof FIELDS)[number], unknown>>>;

/** Where rows go on from. */
export interface ReadFrom extends Known {
  /**
   * The row of the first one.
   * @defaultValue 0
   */
  readonly firstRow?: number | undefined;
}

/**
 * Reads dates, lanes, kinds and importance of events; their texts are left for when they are shown. Wrong data never throws
 * and takes no other row with it: a row without a readable date is left out, and each fault is one issue, as by `normalize`.
 *
 * @param rows - Should be an array of events, or what gives one event after the other.
 */
export function* readRows(
  rows: unknown,
  setting: NormalizeSetting,
  { firstRow = 0, ...known }: ReadFrom = {},
): Work<ReadEvents> {
  const { report, list } = createIssueLog();
  const reader = createRowReader({ ...setting, report }, known);
  const source = sourceOf(rows);
  if (!source) report("events-unreadable", "events", rows, "an array of events", "error");
  let events = createLoose(Array.isArray(rows) ? rows.length : ROW_SLICE);
  let count = 0;
  for (; source && count < MOST && source.advance(); count++) {
    if (count > 0 && count % ROW_SLICE === 0) yield ROW_SLICE;
    if (count === events.start.length) events = withRoom({ ...events, count }, 2 * count);
    reader.read(source.row, firstRow + count, events, count);
  }
  if (source?.hasThrown) report("events-unreadable", "events", "an iterator that throws", "one that does not", "error");
  if (count === MOST) report("events-more", "events", "more", `at most ${MOST} events`, "error");
  const { lanes, kinds } = reader.fields;
  return { ...events, count, lanes, kinds, issues: list() };
}

/** Rows, one after the other. */
interface Source {
  /** Goes on to the next row; says whether there is one. */
  advance(): boolean;
  row: unknown;
  hasThrown: boolean;
}

function sourceOf(rows: unknown): Source | undefined {
  let next = 0;
  if (Array.isArray(rows))
    return {
      row: undefined,
      hasThrown: false,
      advance() {
        if (next >= rows.length) return false;
        this.row = rows[next++];
        return true;
      },
    };
  if (!isObject(rows) || !(Symbol.iterator in rows)) return undefined;
  let iterator: Iterator<unknown> | undefined;
  return {
    row: undefined,
    hasThrown: false,
    advance() {
      try {
        iterator ??= (rows as unknown as Iterable<unknown>)[Symbol.iterator]();
        const step = iterator.next();
        this.row = step.value;
        return step.done !== true;
      } catch {
        this.hasThrown = true;
        return false;
      }
    },
  };
}

interface RowReader {
  readonly fields: FieldReader;
  readonly read: (row: unknown, index: number, events: ReturnType<typeof createLoose>, at: number) => void;
}

function createRowReader(setting: EventSetting, known: Known): RowReader {
  const fields = createFieldReader(setting, (field, row) => `events[${row}].${field}`, known);
  const readTime = createTimeReader(setting);
  const time = { start: 0, end: 0 };
  // A row that inherits its fields from the page is read the careful way: nothing comes from a prototype.
  const isClean = !FIELDS.some((name) => name in Object.prototype);
  const isPlain = (row: object): boolean => isClean && Object.getPrototypeOf(row) === Object.prototype;
  return {
    fields,
    read: (row, index, events, at) => {
      events.start[at] = NaN;
      if (!isObject(row)) {
        setting.report("event-unreadable", `events[${index}]`, row, "an object with a date and a title", "error");
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
        setting.report(
          "event-unreadable",
          `events[${index}]`,
          "an object that throws",
          "an object that can be read",
          "error",
        );
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
