import { dayOf } from "../time/civil.js";
import { DAY } from "../time/instant.js";
import { isKnown, type Edge, type KnownEdge, type Span } from "../time/span.js";
import {
  describeEdge,
  fieldsOf,
  isPlain,
  isTimed,
  timeOfDay,
  withNote,
  type EdgeSetting,
  type EdgeStyle,
} from "./edges.js";
import { dateParts, joinParts, yearOf } from "./fields.js";
import { dashed, dateRange } from "./ranges.js";

/** The season of an EDTF date: its second part, where that is no month. */
const SEASON = /-[~?%]?([2-4]\d)[~?%]?$/;

/** A date or a span in words; an open end as "since" or "until". */
export function describeSpan(span: Span, style: EdgeStyle, setting: EdgeSetting): string {
  const { start, end, isInterval, isOngoing } = span;
  const { words } = setting;
  const codes = span.text.split("/").map((text) => Number(SEASON.exec(text)?.[1] ?? 0));
  const describe = (edge: Edge, index: number, fullness = style): string =>
    isKnown(edge)
      ? describeEdge(edge, codes[index] ?? 0, fullness, setting)
      : words.say(style.isSpoken ? "unknownDate" : "unknown");

  if (!isInterval) return describe(start, 0);
  if (start === "open") return words.say("until", { text: describe(end, 1) });
  if (end === "open" || isOngoing === true) return words.say("since", { text: describe(start, 0) });
  if (style.isSpoken) {
    const [from, to] = [describe(start, 0), describe(end, 1)];
    return from === to ? from : words.say("fromTo", { from, to });
  }
  const brief = { ...style, weekday: false };
  if (!isKnown(start) || !isKnown(end)) return dashed(describe(start, 0, brief), describe(end, 1, brief));
  const full = { ...brief, year: style.year || yearOf(start.earliest, setting) !== yearOf(end.earliest, setting) };
  return joinExact(start, end, brief, setting) ?? dashed(describe(start, 0, full), describe(end, 1, full));
}

/** Two ends that are known exactly and to the same precision, with what they share said once. */
function joinExact(start: KnownEdge, end: KnownEdge, style: EdgeStyle, setting: EdgeSetting): string | undefined {
  const { precision } = start;
  if (precision !== end.precision || [start, end].some((edge) => edge.approximate || edge.uncertain)) return undefined;
  const fields = fieldsOf(precision, style);
  if (isPlain(precision)) return dateRange(start.earliest, end.latest - DAY, fields, setting);
  if (!isTimed(precision) || dayOf(start.earliest) !== dayOf(end.earliest)) return undefined;
  const from = timeOfDay(start.earliest, precision, setting);
  const to = timeOfDay(end.earliest, precision, setting);
  const date = joinParts(dateParts(start.earliest, fields, setting));
  return setting.words.say("dateTime", { date, time: withNote(dashed(from, to), start.earliest, setting) });
}

/**
 * What a span says in another calendar, beside its own words: days, months and years without marks and times.
 * `undefined` where it is known less finely, because centuries and seasons are counted in the Gregorian calendar alone.
 */
export function bareSpan(span: Span): Span | undefined {
  const edges = [span.start, span.end].filter(isKnown);
  if (edges.some(({ precision }) => !isPlain(precision) && !isTimed(precision))) return undefined;
  const [start, end] = edges.map(bareEdge);
  return start && { ...span, start, end: end ?? start, isInterval: span.isInterval && end !== undefined };
}

function bareEdge(edge: KnownEdge): KnownEdge {
  const bare = { ...edge, approximate: false, uncertain: false };
  if (!isTimed(edge.precision)) return bare;
  const earliest = dayOf(edge.earliest) * DAY;
  return { ...bare, earliest, latest: earliest + DAY, precision: "day" };
}
