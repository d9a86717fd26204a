import type { EventStore, LooseEvents } from "../event-store.js";

/** Events that were read, in the author's order. The start of a row that can't be read is not a number. */
export interface ReadEvents extends LooseEvents, Pick<EventStore, "lanes" | "kinds" | "issues"> {}

/** Columns with room for so many events. */
export function createLoose(room: number): LooseEvents {
  return {
    count: 0,
    start: new Float64Array(room),
    end: new Float64Array(room),
    rank: new Float64Array(room),
    kind: new Uint16Array(room),
    lane: new Uint32Array(room),
  };
}

/** The same events in columns with more room. */
export function withRoom(events: LooseEvents, room: number): LooseEvents {
  const roomy = createLoose(room);
  copyLoose(events, roomy, 0, events.count, 0);
  return { ...roomy, count: events.count };
}

/** Copies events `from` to before `to` of one list to `at` in the other. */
export function copyLoose(source: LooseEvents, target: LooseEvents, from: number, to: number, at: number): void {
  target.start.set(source.start.subarray(from, to), at);
  target.end.set(source.end.subarray(from, to), at);
  target.rank.set(source.rank.subarray(from, to), at);
  target.kind.set(source.kind.subarray(from, to), at);
  target.lane.set(source.lane.subarray(from, to), at);
}
