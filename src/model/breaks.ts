import { parseDate } from "../time/parse.js";
import { isKnown } from "../time/span.js";
import type { Break } from "../time/warp.js";
import type { DateInput } from "./input.js";
import type { ResolvedEvent } from "./model.js";
import type { PartSetting } from "./parts.js";

/** What an axis leaves out: nothing, the long silences, or these stretches of time. */
export type Breaks = "none" | "auto" | readonly DateInput[];

/** More breaks than this are not looked at. */
const MOST = 100;

/**
 * Reads the stretches of time that the author leaves out, each from the first instant of its start to the last of its end.
 * One that can't be read, or in which an event starts or ends, is passed over, and each fault is one issue.
 */
export function resolveBreaks(
  breaks: Breaks,
  events: readonly Pick<ResolvedEvent, "id" | "span">[],
  { timeZone, report }: Pick<PartSetting, "timeZone" | "report">,
): readonly Break[] {
  if (typeof breaks === "string") return [];
  if (breaks.length > MOST) report("breaks-more", "breaks", breaks, `at most ${MOST} stretches of time`, "error");
  return breaks.slice(0, MOST).flatMap((input, i): Break[] => {
    const path = `breaks[${i}]`;
    const parsed = parseDate(input, { timeZone });
    if (!parsed.ok) {
      report(parsed.fault.code, path, input, parsed.fault.expected, "error");
      return [];
    }
    const { start, end } = parsed.span;
    if (!isKnown(start) || !isKnown(end) || start.earliest >= end.latest) {
      report("break-extent", path, input, "a stretch of time with a start and an end", "error");
      return [];
    }
    const { earliest: from } = start;
    const { latest: to } = end;
    const inside = events.find(({ span }) =>
      [span.start, span.end].some((edge) => isKnown(edge) && edge.earliest < to && edge.latest > from),
    );
    if (!inside) return [{ from, to }];
    report("break-eventful", path, input, `a stretch of time in which no event starts or ends, as ${inside.id} does`);
    return [];
  });
}
