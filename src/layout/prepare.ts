import { show, type Issue } from "../base/errors.js";
import { createDateFormat, type DateFormat, type Fallback } from "../locale/dates.js";
import { createWords, type Words } from "../locale/messages.js";
import type { EventBase } from "../model/input.js";
import type { ResolvedOptions } from "../model/options.js";
import { resolveDocument, type ResolvedDocument } from "../model/resolve-document.js";
import { buildColumns, type Columns } from "../store/columns.js";
import type { TextMeasurer } from "../text/measure.js";
import { civilFromDay, dayOf } from "../time/civil.js";
import type { LabelSetting } from "./label.js";

/** The texts around the plot. */
export type Frame = Pick<ResolvedDocument, "title" | "subtitle" | "source">;

/** Everything that options and data decide before a size is known. */
export interface Prepared {
  readonly columns: Columns;
  readonly issues: readonly Issue[];
  readonly frame: Frame;
  readonly words: Words;
  readonly setting: LabelSetting;
}

/** Reads the data of a timeline and gets its words and dates ready. */
export function prepare<E extends EventBase>(options: ResolvedOptions<E>, measurer: TextMeasurer): Prepared {
  const { locale, direction, messages, numerals } = options;
  const { events, issues, ...frame } = resolveDocument(options);
  const columns = buildColumns(events);
  const words = createWords(locale, messages, numerals);
  const dates = createDateFormat({ ...options, words });
  return {
    columns,
    issues: [...dates.fallbacks.map(fallbackIssue), ...issues],
    frame,
    words,
    setting: { dates, measurer, direction, locale, hasYear: hasManyYears(columns, dates) },
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
