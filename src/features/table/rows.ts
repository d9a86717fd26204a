import type { Shown } from "../../component/feature.js";
import type { ResolvedEvent, ResolvedText } from "../../model/model.js";
import { describe } from "../../scene/describe.js";
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
  readonly events: readonly ResolvedEvent[];
  /** The headers of all columns: title, date, and the rest. */
  readonly headers: readonly string[];
  /** Makes some of the rows. */
  slice(this: void, from: number, to: number): Row[];
}

/** Finds the columns and rows of what is shown; a lane and a certainty have a column where any event has one. */
export function rowsOf({ prepared }: Shown, say: TableSay): Rows {
  const { columns, setting, words } = prepared;
  const events = columns.events.filter((_, place) => !columns.isQuiet?.[place]);
  const rest: [header: string, text: (event: ResolvedEvent) => string][] = [
    [say("kind"), ({ kindLabel }) => kindLabel],
  ];
  if (events.some(({ laneLabel }) => laneLabel)) rest.push([say("lane"), ({ laneLabel }) => laneLabel?.text ?? ""]);
  if (events.some(({ certainty }) => certainty !== "confirmed"))
    rest.push([words.say("certainty"), ({ certainty }) => words.say(certainty)]);
  return {
    events,
    headers: [say("event"), words.say("date"), ...rest.map(([header]) => header)],
    slice: (from, to) =>
      events.slice(from, to).map((event) => {
        const { title, date, datetime } = describe(event, setting.dates, words);
        return {
          id: event.id,
          title,
          date,
          datetime,
          edtf: event.span.text,
          rest: rest.map(([, text]) => text(event)),
        };
      }),
  };
}
