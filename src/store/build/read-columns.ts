import type { EventSetting } from "../../model/event.js";
import { createIssueLog } from "../../model/issue-log.js";
import type { NormalizeSetting } from "../../model/normalize.js";
import { parseDate } from "../../time/parse.js";
import { extentOf } from "../columns.js";
import type { LooseEvents } from "../event-store.js";
import { rankOf } from "../rank.js";
import { eachSlice, SLICE, type Work } from "../slices.js";
import { createFieldReader, type PathOf } from "./codes.js";
import { createLoose, type ReadEvents } from "./loose-events.js";
import { readQuickly, type QuickEdge } from "./quick-date.js";
import type { ReadFrom } from "./read-list.js";
import { createWallClock } from "./wall-clock.js";

/** A column of values: an array, a typed array, or anything with a length and `get(index)` as in Apache Arrow. */
export type Column = ArrayLike<unknown> | ValueColumn;

/** Values that are asked for one by one. */
export interface ValueColumn {
  /** How many there are. */
  readonly length: number;
  /**
   * The value at an index.
   *
   * @param index - From 0 to below the length.
   */
  readonly get: (index: number) => unknown;
}

/** Events as columns of the same length: what stands at the same index belongs to one event. */
export interface EventColumns {
  /**
   * When each one begins: milliseconds since 1970-01-01T00:00Z, of any size, also as `bigint`; or a `Date`, or a date as
   * text.
   */
  readonly start: Column;
  /** When each one ends; no value for one without length, `Infinity` or `".."` for one that goes on. Default: none has length. */
  readonly end?: Column | undefined;
  /** The id of its lane. Default: none. */
  readonly lane?: Column | undefined;
  /** Its kind. Default: `event`. */
  readonly kind?: Column | undefined;
  /** From 0 to 1. Default: 0.5. */
  readonly importance?: Column | undefined;
}

/** Values of any type take longer than numbers. */
const VALUE_SLICE: number = SLICE / 16;
const NAMES = ["start", "end", "lane", "kind", "importance"] as const;

/**
 * Reads events from columns; the columns stay the author's. A row whose start or end can't be read is left out, and each
 * fault is one issue.
 *
 * @param columns - One column for each field.
 * @param setting - The zone and the kinds of the timeline.
 * @param from - Lanes and kinds that are known, and the row of the first event.
 */
export function* readColumns(
  columns: EventColumns,
  setting: NormalizeSetting,
  { firstRow = 0, ...known }: ReadFrom = {},
): Work<ReadEvents> {
  const { report, list } = createIssueLog();
  const full: EventSetting = { ...setting, report };
  const pathOf: PathOf = (field, row) => `events.${field}[${row}]`;
  const fields = createFieldReader(full, pathOf, known);
  const count = lengthOf(columns.start) ?? 0;
  for (const name of NAMES) {
    const isMissing = columns[name] === undefined && name !== "start";
    if (!isMissing && lengthOf(columns[name]) !== count)
      report("column-length", `events.${name}`, columns[name], `a column of ${count} values`, "error");
  }
  const events = createLoose(count);
  const readTime = createTimeReader(columns, full, pathOf);
  const [laneAt, kindAt, importanceAt] = [columns.lane, columns.kind, columns.importance].map(getterOf);
  yield* eachSlice(
    count,
    (from, to) => {
      for (let i = from; i < to; i++) {
        const row = firstRow + i;
        try {
          if (!readTime(events, i, row)) continue;
          events.lane[i] = fields.lane(laneAt!(i), row);
          events.kind[i] = fields.kind(kindAt!(i), row);
          events.rank[i] = rankOf(fields.importance(importanceAt!(i), row), row);
        } catch {
          events.start[i] = NaN;
          report("event-unreadable", `events[${row}]`, "a column that throws", "a column that can be read", "error");
        }
      }
    },
    VALUE_SLICE,
  );
  return { ...events, count, lanes: fields.lanes, kinds: fields.kinds, issues: list() };
}

export function lengthOf(column: unknown): number | undefined {
  const length = typeof column === "object" && column !== null && "length" in column ? column.length : undefined;
  return typeof length === "number" && Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}

/** The value at an index; none where there is no column. */
export function getterOf(column: Column | undefined): (index: number) => unknown {
  if (column === undefined || lengthOf(column) === undefined) return () => undefined;
  if ("get" in column && typeof column.get === "function") {
    const { get } = column as { readonly get: (index: number) => unknown };
    return (index) => get.call(column, index);
  }
  return (index) => (column as ArrayLike<unknown>)[index];
}

/** Reads the start and the end of one row; says whether they can be read. */
type TimeReader = (events: LooseEvents, at: number, row: number) => boolean;

function createTimeReader(columns: EventColumns, setting: EventSetting, pathOf: PathOf): TimeReader {
  const { timeZone, now, report } = setting;
  const wall = createWallClock(timeZone);
  const edge: QuickEdge = { earliest: 0, latest: 0 };
  const [startAt, endAt] = [getterOf(columns.start), getterOf(columns.end)];

  /** Reads one of them into `edge`. */
  const read = (given: unknown, field: string, row: number): boolean => {
    const input = typeof given === "bigint" ? Number(given) : given;
    if (typeof input === "number" && Number.isFinite(input)) {
      edge.earliest = edge.latest = wall(input);
      return true;
    }
    if (readQuickly(input, wall, edge)) return true;
    const parsed = parseDate(input, { timeZone, now });
    if (parsed.ok && !parsed.span.isInterval) {
      const { from, to } = extentOf(parsed.span);
      [edge.earliest, edge.latest] = [from, to];
      return true;
    }
    const fault = parsed.ok ? { code: "date-unreadable", expected: "a single date" } : parsed.fault;
    report(fault.code, pathOf(field, row), given, fault.expected, "error");
    return false;
  };
  return ({ start, end }, i, row) => {
    start[i] = NaN;
    if (!read(startAt(i), "start", row)) return false;
    const { earliest } = edge;
    const at = earliest + (edge.latest - earliest) / 2;
    const given = endAt(i);
    const isNone = given === undefined || given === null || Number.isNaN(given);
    if (given === Infinity || given === "..") edge.earliest = edge.latest = Infinity;
    else if (!isNone && !read(given, "end", row)) return false;
    if (earliest >= edge.latest && earliest > edge.earliest) {
      report("date-order", pathOf("end", row), given, "an end that is not before its start", "error");
      return false;
    }
    end[i] = Math.max(at, edge.latest);
    start[i] = at;
    return true;
  };
}
