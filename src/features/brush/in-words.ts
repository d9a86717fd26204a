import { lowerBound } from "../../base/math.js";
import type { Prepared } from "../../layout/prepare.js";
import type { Columns } from "../../store/columns.js";
import type { Step } from "../../time/steps.js";
import type { Domain } from "../../view/view.js";
import { spanBetween, spanOfEnd } from "../range-words.js";

/** A range in words. */
export interface RangeWords {
  /** Its dates, written and spoken. */
  readonly dates: string;
  readonly spoken: string;
  /** Its two ends, spoken. */
  readonly from: string;
  readonly to: string;
  /** How many events it has. */
  readonly count: string;
}

/** Says a range as finely as a step. */
export function rangeInWords(range: Domain, step: Step, { columns, crowd, setting, words }: Prepared): RangeWords {
  const { dates } = setting;
  const span = spanBetween(range, step, dates.steps);
  return {
    dates: dates.span(span),
    spoken: dates.spoken(span),
    from: dates.spoken(spanOfEnd(span, "start")),
    to: dates.spoken(spanOfEnd(span, "end")),
    count: words.say("events", { n: crowd?.countIn(...range) ?? countIn(range, columns) }),
  };
}

/** How many events begin in a range, but for those that a filter has left out. */
function countIn([from, to]: Domain, { anchor, isQuiet }: Columns): number {
  const first = lowerBound(anchor.length, (i) => anchor[i]! >= from);
  const end = lowerBound(anchor.length, (i) => anchor[i]! >= to);
  if (!isQuiet) return end - first;
  return isQuiet.subarray(first, end).reduce((count, quiet) => count + (quiet ? 0 : 1), 0);
}
