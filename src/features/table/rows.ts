import { times } from "../../base/times.js";
import type { Shown } from "../../component/feature.js";
import { labelsOf } from "../../model/lanes.js";
import type { ResolvedEvent, ResolvedText } from "../../model/model.js";
import { describe } from "../../scene/describe.js";
import { wantedInTime } from "../in-time.js";
import type { TableSay } from "./words.js";

/** One event in the table. */
export interface Row {
  readonly id: string;
  readonly title: ResolvedText;
  /** As on its button in the list. */
  readonly date: string;
  /** For machines, in HTML; where the standard can write it. */
  readonly datetime: string | undefined;
  /** As the author wrote it, or the library: EDTF. */
  readonly edtf: string;
  /** One text for each of the other columns. */
  readonly rest: readonly string[];
}

/** All events that are wanted now, in the order of time. */
export interface Rows {
  readonly count: number;
  /** The headers of all columns: title, date, and the rest. */
  readonly headers: readonly string[];
  /** Makes some of the rows. */
  slice(this: void, from: number, to: number): Row[];
}

/**
 * Finds the columns and rows of what is shown. A lane and a certainty have a column where any event has one; of a crowd, where
 * not each event is asked, wherever there can be one.
 */
export function rowsOf({ prepared }: Shown, say: TableSay): Rows {
  const { columns, crowd, lanes, setting, words } = prepared;
  const events = wantedInTime(prepared);
  const isAny = (test: (event: ResolvedEvent) => boolean): boolean =>
    crowd?.here !== undefined || columns.events.some((event, place) => !columns.isQuiet?.[place] && test(event));
  const laneLabels = labelsOf(lanes);
  const rest: [header: string, text: (event: ResolvedEvent) => string][] = [
    [say("kind"), ({ kindLabel }) => kindLabel],
  ];
  if (isAny(({ laneLabel }) => laneLabel !== undefined))
    rest.push([say("lane"), ({ lane = "", laneLabel }) => laneLabel?.text ?? laneLabels.get(lane)?.text ?? ""]);
  if (isAny(({ certainty }) => certainty !== "confirmed"))
    rest.push([words.say("certainty"), ({ certainty }) => words.say(certainty)]);
  const rowOf = (event: ResolvedEvent): Row => {
    const { title, date, datetime } = describe(event, setting.dates, words);
    return { id: event.id, title, date, datetime, edtf: event.span.text, rest: rest.map(([, text]) => text(event)) };
  };
  return {
    count: events.count,
    headers: [say("event"), words.say("date"), ...rest.map(([header]) => header)],
    slice: (from, to) =>
      times(Math.min(to, events.count) - from, (i) => events.at(from + i)).flatMap((event) =>
        event ? [rowOf(event)] : [],
      ),
  };
}
