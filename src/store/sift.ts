import type { ResolvedEvent } from "../model/model.js";
import type { Columns } from "./columns.js";
import type { Crowd } from "./crowd.js";

/** Which events are wanted, and what becomes of the others: a quiet mark without a name, or nothing. */
export interface Filter {
  /** The ids of those that are wanted, where they are there one by one. */
  readonly ids: ReadonlySet<string>;
  readonly rest: "trace" | "none";
  /** Those of a crowd that are wanted. */
  readonly crowd?: Crowd | undefined;
}

/** The columns with what a filter leaves of the events, in the same order. */
export function siftColumns(columns: Columns, { ids, rest }: Filter): Columns {
  const { events, importance } = columns;
  if (rest === "trace") {
    const isQuiet = Uint8Array.from(events, ({ id }) => Number(!ids.has(id)));
    return { ...columns, isQuiet, importance: importance.map((value, place) => (isQuiet[place] ? 0 : value)) };
  }
  const kept = [...events.keys()].filter((place) => ids.has(events[place]!.id));
  const take = (column: Float64Array): Float64Array => Float64Array.from(kept, (place) => column[place]!);
  return {
    events: kept.map((place) => withoutOthers(events[place]!, ids)),
    anchor: take(columns.anchor),
    from: take(columns.from),
    to: take(columns.to),
    importance: Float32Array.from(kept, (place) => importance[place]!),
    byId: new Map(kept.map((place, at) => [events[place]!.id, at])),
  };
}

/** An event that speaks of no others than those; the same one where it does so already. */
function withoutOthers(event: ResolvedEvent, ids: ReadonlySet<string>): ResolvedEvent {
  const { partOf, parts, leadsTo } = event;
  const isKept = (id: string): boolean => ids.has(id);
  if ([...(partOf === undefined ? [] : [partOf]), ...parts, ...leadsTo].every(isKept)) return event;
  return {
    ...event,
    partOf: partOf !== undefined && isKept(partOf) ? partOf : undefined,
    parts: parts.filter(isKept),
    leadsTo: leadsTo.filter(isKept),
  };
}
