import type { Issue } from "../base/errors.js";
import { clamp } from "../base/math.js";
import { daysInMonth, dayFromCivil } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import { parseDate } from "../time/parse.js";
import { isKnown, type Span } from "../time/span.js";
import type { EventSetting } from "./event.js";
import { createIssueLog } from "./issue-log.js";
import { fieldOf, resolveWord } from "./parts.js";
import { isObject } from "./rules.js";

/** What a store needs to know of an event. */
export interface CrowdRow {
  /** Where its mark stands: the middle of what is known of the start, or of the end. */
  readonly start: Instant;
  /** The first instant after all those at which it can have been. */
  readonly end: Instant;
  readonly importance: number;
  readonly lane: string;
  readonly kind: string;
}

/** Reads numbers of rows without reading the rest of them. */
export interface CrowdReader {
  /** One row; `undefined` where it has no readable date, which is an issue. */
  readonly read: (row: unknown, index: number) => CrowdRow | undefined;
  readonly issues: () => readonly Issue[];
}

const MIDDLING = 0.5;
const [ZERO, DASH] = [48, 45];

/**
 * Makes a reader for many rows: of each it reads only where it stands. A whole day, `2020-07-09`, takes the short way;
 * everything else that a date can be is read like the date of a single event.
 */
export function createCrowdReader(setting: Omit<EventSetting, "report" | "locale" | "direction">): CrowdReader {
  const { report, list } = createIssueLog();
  const parts = { ...setting, report, locale: "en", direction: "ltr" } as const;
  const read = (row: unknown, index: number): CrowdRow | undefined => {
    const path = `events[${index}]`;
    if (!isObject(row)) {
      report("event-unreadable", path, row, "an object with a date and a title", "error");
      return undefined;
    }
    const date = fieldOf(row, "date");
    const day = typeof date === "string" ? plainDay(date) : undefined;
    const extent = day === undefined ? extentOf(date, path) : [day + DAY / 2, day + DAY];
    if (!extent) return undefined;
    const [lane, kind, importance] = ["lane", "kind", "importance"].map((name) => fieldOf(row, name));
    return {
      start: extent[0]!,
      end: Math.max(extent[0]!, extent[1]!),
      importance: typeof importance === "number" && importance >= 0 ? clamp(importance, 0, 1) : MIDDLING,
      lane: lane == null ? "" : (resolveWord(lane, `${path}.lane`, parts) ?? ""),
      kind: typeof kind === "string" && setting.kinds.has(kind) ? kind : "event",
    };
  };
  const extentOf = (date: unknown, path: string): readonly [Instant, Instant] | undefined => {
    const parsed = parseDate(date, { timeZone: setting.timeZone, now: setting.now });
    if (parsed.ok) return standingOf(parsed.span);
    report(parsed.fault.code, `${path}.date`, date, parsed.fault.expected, "error");
    return undefined;
  };
  return {
    read: (row, index) => {
      try {
        return read(row, index);
      } catch {
        report("event-unreadable", `events[${index}]`, "an object that throws", "an object that can be read", "error");
        return undefined;
      }
    },
    issues: list,
  };
}

function standingOf({ start, end }: Span): readonly [Instant, Instant] | undefined {
  const known = [start, end].find(isKnown);
  if (!known) return undefined;
  const anchor = known.earliest + (known.latest - known.earliest) / 2;
  return [anchor, isKnown(end) ? end.latest : end === "open" ? Infinity : known.latest];
}

/** The start of a day that is written as `2020-07-09`; `undefined` for all else. */
function plainDay(text: string): Instant | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay ? dayFromCivil(year, month, day) * DAY : undefined;
}

/** The number that stands in a text; not a number where there is anything but digits. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}
