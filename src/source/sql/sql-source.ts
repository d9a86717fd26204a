import { MizwalaError } from "../../base/errors.js";
import { times } from "../../base/times.js";
import { importanceOf, ROWS } from "../../store/rank.js";
import type { Ask, EventSource, Slice, SourceDescription, SourceQuery, SourceRow } from "../contract.js";
import { checkFilter } from "../filter.js";
import { checkGoingOn, checkQuery, SLOT_BINS } from "../grid.js";
import { checkRevision } from "../revision.js";
import { wholeTimes } from "../times.js";
import { watchRevision } from "../watch.js";
import type { SqlColumns, SqlEngine } from "./engine.js";
import { MOST_IDS, questionsFor, storedLevel, type Stretch } from "./questions.js";
import { checkTable, type EventTable } from "./table.js";
import { countValues } from "./values.js";
import type { Condition } from "./where.js";

const MOST_ID = ROWS - 1;

/** How a database is asked. */
export interface SqlSourceOptions {
  /**
   * While somebody listens by `subscribe`, in seconds how often the table is counted to see whether rows have changed; 0 for never. A
   * server asks by itself, as often as its own `refresh` says.
   * @defaultValue 0
   */
  readonly refresh?: number | undefined;
}

/**
 * A source of events that lie in a table of a database. Wide stretches are answered from the table of levels, where there is one and
 * nothing is filtered; the answers are the same.
 *
 * @param engine - What asks the database.
 * @param table - Where the events lie. What is there is read when the source is asked to describe itself: rows that come later
 * belong to the revision that it then names.
 * @param options - See {@link SqlSourceOptions}.
 * @throws MizwalaError where a name of the table can't be one.
 */
export function sqlSource(engine: SqlEngine, table: EventTable, options: SqlSourceOptions = {}): EventSource {
  const checked = checkTable(table);
  const ask = questionsFor(checked, engine.dialect);
  const { refresh: period = 0 } = options;
  let known: Promise<State> | undefined;
  let revision: string | undefined;
  let last: SourceDescription | undefined;

  const run = async ({ sql, params }: Condition, { signal }: Ask): Promise<SqlColumns> => {
    signal?.throwIfAborted();
    try {
      return await engine.run(sql, params, { signal });
    } finally {
      signal?.throwIfAborted();
    }
  };
  const read = async (asked: Ask): Promise<State> => {
    const described = describe(checked, await run(ask.lanes(), asked));
    // What was counted for a revision is not counted again.
    const isSame = last?.revision === described.revision;
    const fields = isSame
      ? last!.fields
      : await countValues(described, checked, ask, (question) => run(question, asked));
    const description = { ...described, fields };
    last = description;
    const { levels } = checked;
    // Levels that count other events than the table are of another day.
    const hasLevels = levels && sumOf((await run(ask.leveled(levels), asked))["m_count"]!) === description.count;
    return { description, levels: hasLevels ? levels : undefined };
  };
  const refresh = async (asked: Ask): Promise<State> => {
    const state = await read(asked);
    known = Promise.resolve(state);
    ({ revision } = state.description);
    return state;
  };
  /** What is known, or what is found out for all who ask meanwhile; one who turns away does not stop it. */
  const stateOf = async (revision: string | undefined): Promise<State> => {
    known ??= read({});
    const state = await known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return revision === undefined || revision === state.description.revision ? state : refresh({});
  };

  return {
    describe: async (asked = {}) => (await refresh(asked)).description,
    subscribe: watchRevision({
      look: async (signal) => (await refresh({ signal })).description.revision,
      known: () => revision,
      period: period * 1_000,
    }),
    query: async (query) => {
      checkQuery(query);
      query.signal?.throwIfAborted();
      const { description, levels } = await stateOf(query.revision);
      checkRevision(query.revision, description.revision);
      const { level, from, to, limit } = query;
      const filter = query.filter && checkFilter(query.filter, description.fields);
      const lanes = query.lanes && knownLanes(query.lanes, description.lanes.length);
      const { revision } = description;
      if (lanes?.length === 0) return sliceOf(query, revision, NOTHING, NOTHING);
      const stretch: Stretch = { level, from, to, lanes, filter };
      const isStored = levels && !filter && storedLevel(levels, level) !== undefined;
      const cells = await run(isStored ? ask.levelCells(stretch, levels) : ask.cells(stretch), query);
      const total = sumOf(cells["m_count"]!);
      if (total === 0) return sliceOf(query, revision, cells, NOTHING);
      const events = total > limit ? undefined : await run(ask.events(stretch, limit), query);
      if (events && events["m_rank"]!.length !== total)
        throw new MizwalaError({
          code: "revision-gone",
          path: "query",
          found: revision,
          expected: "other rows by now",
        });
      return sliceOf(query, revision, cells, events);
    },
    goingOn: async (query) => {
      checkGoingOn(query);
      query.signal?.throwIfAborted();
      const { description } = await stateOf(query.revision);
      checkRevision(query.revision, description.revision);
      const filter = query.filter && checkFilter(query.filter, description.fields);
      const lanes = query.lanes && knownLanes(query.lanes, description.lanes.length);
      const found = lanes?.length === 0 ? NOTHING : await run(ask.goingOn({ ...query, filter, lanes }), query);
      return eventsOf(found);
    },
    byId: async (ids, asked = {}) => {
      const wanted = [...new Set(ids)].filter((id) => Number.isSafeInteger(id) && id >= 0 && id <= MOST_ID);
      const rows: SourceRow[] = [];
      for (let first = 0; first < wanted.length; first += MOST_IDS) {
        const found = await run(ask.byId(wanted.slice(first, first + MOST_IDS)), asked);
        rows.push(...rowsOf(found, Object.keys(checked.fields)));
      }
      return rows;
    },
  };
}

interface State {
  readonly description: SourceDescription;
  readonly levels: EventTable["levels"];
}

const NOTHING: SqlColumns = { m_lane: [], m_bin: [], m_count: [], m_rank: [], m_start: [], m_end: [] };

function describe(table: ReturnType<typeof checkTable>, columns: SqlColumns): SourceDescription {
  const lane = columns["m_lane"]!;
  const codes = times(lane.length, (i) => (lane[i] === null ? NaN : Number(lane[i])));
  const stray = codes.find((code) => !(code >= 0 && code < table.lanes.length));
  if (stray !== undefined) {
    const expected = `codes of lanes from 0 to ${table.lanes.length - 1}`;
    throw new MizwalaError({ code: "source-table", path: `table.columns.lane`, found: stray, expected });
  }
  const [counts, firsts, lasts, ids] = (["m_count", "m_first", "m_last", "m_id"] as const).map((name) =>
    numbers(columns[name]!),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const byCode = new Map(codes.map((code, i) => [code, counts[i]!]));
  const count = sumOf(counts);
  const extent = count === 0 ? ([0, 0] as const) : ([Math.min(...firsts), Math.max(...lasts)] as const);
  return {
    extent,
    count,
    revision: table.revision ?? [count, Math.max(0, ...ids), ...extent].join("-"),
    lanes: table.lanes.map((id, code) => ({ id, count: byCode.get(code) ?? 0 })),
    fields: Object.entries(table.fields).map(([name, { type }]) => ({ name, type })),
  };
}

function knownLanes(lanes: readonly number[], count: number): readonly number[] {
  return [...new Set(lanes)].filter((code) => code < count).sort((a, b) => a - b);
}

function sliceOf(
  { level, from, to }: SourceQuery,
  revision: string,
  cells: SqlColumns,
  events: SqlColumns | undefined,
): Slice {
  const length = cells["m_lane"]!.length;
  const lane = fill(new Uint16Array(length), cells["m_lane"]!);
  const bin = fill(new Uint16Array(length), cells["m_bin"]!);
  const count = fill(new Uint32Array(length), cells["m_count"]!);
  const total = sumOf(count);
  const winners = winnersOf(lane, bin, numbers(cells["m_rank"]!));
  return {
    ...{ level, from, to, revision, total, cells: { lane, bin, count }, winners },
    events: events && eventsOf(events),
  };
}

/** The greatest rank of each slot; cells come in the order of lanes and bins. */
function winnersOf(lanes: Uint16Array, bins: Uint16Array, ranks: Float64Array): Slice["winners"] {
  const [lane, slot, rank]: [number[], number[], number[]] = [[], [], []];
  let last = -1;
  for (let i = 0; i < lanes.length; i++) {
    const at = Math.floor(bins[i]! / SLOT_BINS);
    if (last < 0 || lane[last] !== lanes[i]! || slot[last] !== at) {
      last = lane.push(lanes[i]!) - 1;
      slot.push(at);
      rank.push(ranks[i]!);
    } else if (ranks[i]! > rank[last]!) rank[last] = ranks[i]!;
  }
  return { lane: Uint16Array.from(lane), slot: Uint16Array.from(slot), rank: Float64Array.from(rank) };
}

function eventsOf(columns: SqlColumns): NonNullable<Slice["events"]> {
  const spans = timesOf(columns);
  return {
    lane: fill(new Uint16Array(spans.length), columns["m_lane"]!),
    start: Float64Array.from(spans, ([start]) => start),
    end: Float64Array.from(spans, ([, end]) => end),
    rank: numbers(columns["m_rank"]!),
  };
}

function timesOf(columns: SqlColumns): readonly (readonly [start: number, end: number])[] {
  const { m_start: starts, m_end: ends } = columns;
  return times(starts!.length, (i) => wholeTimes(Number(starts![i]), Number(ends![i] ?? starts![i])));
}

function rowsOf(columns: SqlColumns, fields: readonly string[]): readonly SourceRow[] {
  const ranks = numbers(columns["m_rank"]!);
  const lanes = numbers(columns["m_lane"]!);
  const spans = timesOf(columns);
  const ids = columns["m_id"]!;
  return times(ids.length, (i) => {
    const whole = columns["m_event"];
    const own = fields.map((name, field) => [name, columns[`m_field${field}`]?.[i] ?? undefined] as const);
    const event = whole
      ? (JSON.parse(String(whole[i])) as SourceRow["event"])
      : Object.fromEntries(own.filter(([, value]) => value !== undefined));
    const [start, end] = spans[i]!;
    return { id: Number(ids[i]), event, start, end, lane: lanes[i]!, importance: importanceOf(ranks[i]!) };
  });
}

const numbers = (column: ArrayLike<unknown>): Float64Array => fill(new Float64Array(column.length), column);

function sumOf(column: ArrayLike<unknown>): number {
  let sum = 0;
  for (const one of numbers(column)) sum += one;
  return sum;
}

/** The same numbers in an array of numbers; `from` would take many times as long. */
function fill<Numbers extends Uint16Array | Uint32Array | Float64Array>(
  target: Numbers,
  column: ArrayLike<unknown>,
): Numbers {
  for (let i = 0; i < column.length; i++) target[i] = Number(column[i]);
  return target;
}
