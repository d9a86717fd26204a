import type {
  GoingOnQuery,
  Slice,
  SliceEvents,
  SourceQuery,
  SourceRow,
  SourceValue,
} from "../../src/source/contract.js";
import { matcherOf } from "../../src/source/filter.js";
import { rankOf } from "../../src/store/rank.js";

const LANE = 2 ** 16;

/** What a source must answer, found by looking at each event. */
export function slowSlice(rows: readonly SourceRow[], query: SourceQuery): Omit<Slice, "revision"> {
  const { level, from, to, limit, lanes, filter } = query;
  const isMeant = filter && matcherOf(filter);
  const isLane = lanes && new Set(lanes);
  const [bin, slot] = [2 ** level, 2 ** (level + 4)];
  const found: SourceRow[] = [];
  const cells = new Map<number, number>();
  const winners = new Map<number, number>();
  for (const row of rows) {
    const { start, lane, importance, id, event } = row;
    if (start < from || start >= to || isLane?.has(lane) === false) continue;
    if (isMeant?.((name) => event[name]) === false) continue;
    const inBin = lane * LANE + Math.floor((start - from) / bin);
    const inSlot = lane * LANE + Math.floor((start - from) / slot);
    cells.set(inBin, (cells.get(inBin) ?? 0) + 1);
    winners.set(inSlot, Math.max(winners.get(inSlot) ?? 0, rankOf(importance, id)));
    found.push(row);
  }
  const [counted, won] = [cells, winners].map((map) => Float64Array.from(map.keys()).sort()) as [
    Float64Array,
    Float64Array,
  ];
  return {
    ...{ level, from, to, total: found.length },
    cells: {
      lane: Uint16Array.from(counted, (key) => Math.floor(key / LANE)),
      bin: Uint16Array.from(counted, (key) => key % LANE),
      count: Uint32Array.from(counted, (key) => cells.get(key)!),
    },
    winners: {
      lane: Uint16Array.from(won, (key) => Math.floor(key / LANE)),
      slot: Uint16Array.from(won, (key) => key % LANE),
      rank: Float64Array.from(won, (key) => winners.get(key)!),
    },
    events: found.length > limit ? undefined : eventsOf(found),
  };
}

function eventsOf(rows: readonly SourceRow[]): SliceEvents {
  const ranked = rows
    .map(({ id, importance, lane, start, end }) => ({ lane, start, end, rank: rankOf(importance, id) }))
    .sort((a, b) => b.rank - a.rank);
  return {
    lane: Uint16Array.from(ranked, ({ lane }) => lane),
    start: Float64Array.from(ranked, ({ start }) => start),
    end: Float64Array.from(ranked, ({ end }) => end),
    rank: Float64Array.from(ranked, ({ rank }) => rank),
  };
}

/** What a source must say of an instant, found by looking at each event. */
export function slowGoingOn(rows: readonly SourceRow[], { at, limit, lanes, filter }: GoingOnQuery): SliceEvents {
  const isMeant = filter && matcherOf(filter);
  const isIn = ({ start, end, lane, event }: SourceRow): boolean =>
    start < at && end > at && lanes?.includes(lane) !== false && isMeant?.((name) => event[name]) !== false;
  const found = rows.filter(isIn);
  const codes = [...new Set(found.map(({ lane }) => lane))].sort((a, b) => a - b);
  const parts = codes.map((code) => eventsOf(found.filter(({ lane }) => lane === code)));
  const column = (name: keyof SliceEvents): number[] => parts.flatMap((events) => [...events[name]].slice(0, limit));
  return {
    lane: Uint16Array.from(column("lane")),
    start: Float64Array.from(column("start")),
    end: Float64Array.from(column("end")),
    rank: Float64Array.from(column("rank")),
  };
}

/** What a source must tell of the values of a field, found by looking at each event. */
export function slowValues(rows: readonly SourceRow[], name: string): readonly SourceValue[] | undefined {
  const counts = new Map<string, number>();
  for (const { event } of rows) {
    const value = event[name];
    if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts.keys()].sort().map((value) => ({ value, count: counts.get(value)! }));
  const isFew = values.length <= 64 && values.every(({ value }) => value.length <= 100);
  return isFew ? values.sort((a, b) => b.count - a.count) : undefined;
}
