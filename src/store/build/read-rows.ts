import { createIssueLog } from "../../model/issue-log.js";
import type { NormalizeSetting } from "../../model/normalize.js";
import { isObject } from "../../model/rules.js";
import type { Work } from "../slices.js";
import { createLoose, withRoom, type ReadEvents } from "./loose-events.js";
import { createRowReader, ROW_SLICE, type ReadFrom } from "./read-list.js";

/** Nobody has more rows than this in the memory of a page. */
const MOST = 2 ** 28;

/**
 * Reads dates, lanes, kinds and importance of events; their texts are left for when they are shown. Wrong data never throws
 * and takes no other row with it: a row without a readable date is left out, and each fault is one issue, as by `normalize`.
 *
 * @param rows - Should be an array of events, or what gives one event after the other.
 * @param setting - The zone and the kinds of the timeline.
 * @param from - Lanes and kinds that are known, and the row of the first event.
 */
export function* readRows(
  rows: unknown,
  setting: NormalizeSetting,
  { firstRow = 0, ...known }: ReadFrom = {},
): Work<ReadEvents> {
  const log = createIssueLog();
  const { report } = log;
  const reader = createRowReader(setting, log, known);
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
  return reader.end({ ...events, count });
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
