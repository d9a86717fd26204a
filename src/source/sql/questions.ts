import type { Filter, GoingOnQuery, SourceQuery } from "../contract.js";
import { LONGEST_VALUE, MOST_VALUES } from "../few-values.js";
import { binLength } from "../grid.js";
import { ENDLESS } from "../times.js";
import { DIALECTS, whole, type Dialect } from "./dialect.js";
import type { SqlDialect } from "./engine.js";
import { levelsOf, type CheckedTable, type LevelTable } from "./table.js";
import { writeFilter, type Condition } from "./where.js";

/** Up to so many ids are asked for in one statement. */
export const MOST_IDS = 1_000;
/** What so many rows have is looked at first. */
const FIRST_ROWS = 10_000;
const SPARSE = 1_024;

/** A stretch of time in the lanes with these codes. */
export interface Stretch extends Pick<SourceQuery, "level" | "from" | "to"> {
  /** `undefined` for all of them. */
  readonly lanes: readonly number[] | undefined;
  readonly filter: Filter | undefined;
}

/** The statements that a source asks with. */
export interface Questions {
  /** How many events each lane has, and between which starts: `m_lane`, `m_count`, `m_first`, `m_last`, `m_id`. */
  readonly lanes: () => Condition;
  /** How many events the levels count: `m_count`. */
  readonly leveled: (levels: LevelTable) => Condition;
  /** Of each column of text how many values the first rows have: `m_values0` and so on. */
  readonly someValues: (columns: readonly string[]) => Condition;
  /** The same of about one in a thousand of all values. */
  readonly sparseValues: (columns: readonly string[]) => Condition;
  /** The values of a column of text and how many events have them, one more than a source tells: `m_value`, `m_count`. */
  readonly values: (column: string) => Condition;
  /** How many events start in each bin, and the greatest rank: `m_lane`, `m_bin`, `m_count`, `m_rank`. */
  readonly cells: (stretch: Stretch) => Condition;
  /** The same from the table of levels. */
  readonly levelCells: (stretch: Stretch, levels: LevelTable) => Condition;
  /** The events, the most important one first: `m_lane`, `m_start`, `m_end`, `m_rank`. */
  readonly events: (stretch: Stretch, limit: number) => Condition;
  /** What goes on at an instant, in the order of lanes, the most important of each first: the same. */
  readonly goingOn: (question: GoingOnQuery) => Condition;
  /** The events with these ids: `m_id` and the same, and what is asked for besides. */
  readonly byId: (ids: readonly number[]) => Condition;
}

/** The level of a table of counts that answers a question at another level; `undefined` where it is too coarse for that. */
export function storedLevel(levels: LevelTable, level: number): number | undefined {
  return levelsOf(levels).findLast((stored) => stored <= level);
}

/** Writes the statements for a table. Only whole numbers, names that were checked and places for values stand in them. */
export function questionsFor(table: CheckedTable, engine: SqlDialect): Questions {
  const dialect = DIALECTS[engine];
  const { name, number, small, shift } = dialect;
  const from = `FROM ${name(table.table)}`;
  const [id, start, end, lane, rank] = (["id", "start", "end", "lane", "rank"] as const).map((key) =>
    name(table.columns[key]),
  ) as [string, string, string, string, string];
  const filtered = (filter: Filter | undefined): Partial<Condition> & Pick<Condition, "params"> =>
    filter ? writeFilter(filter, table.fields, dialect) : { params: [] };
  const whereIn = ({ from: first, to, lanes, filter }: Stretch): Condition => {
    const { sql, params } = filtered(filter);
    const parts = [`${start} >= ${whole(first)}`, `${start} < ${whole(to)}`, inLanes(lane, lanes), sql];
    return { sql: `WHERE ${parts.filter((part) => part !== undefined).join(" AND ")}`, params };
  };
  const inTime = `${start} >= ${whole(-ENDLESS)} AND ${start} < ${whole(ENDLESS)}`;
  const textOf = (column: string): string => dialect.text(name(column));
  const columns = `${small(lane)} AS m_lane, ${number(start)} AS m_start, ${number(end)} AS m_end, ${number(rank)} AS m_rank`;

  return {
    lanes: () => ({
      sql: [
        `SELECT ${small(lane)} AS m_lane, ${number("count(*)")} AS m_count, ${number(`min(${start})`)} AS m_first,`,
        `${number(`max(${start})`)} AS m_last, ${number(`max(${id})`)} AS m_id ${from}`,
        `WHERE ${inTime} GROUP BY ${lane} ORDER BY m_lane`,
      ].join(" "),
      params: [],
    }),
    someValues: (columns) => {
      const texts = columns.map((column, i) => `${textOf(column)} AS m_text${i}`);
      const counts = columns.map((_, i) => `${number(`count(DISTINCT m_text${i})`)} AS m_values${i}`);
      const rows = `SELECT ${texts.join(", ")} ${from} WHERE ${inTime} LIMIT ${FIRST_ROWS}`;
      return { sql: `SELECT ${counts.join(", ")} FROM (${rows}) AS m_rows`, params: [] };
    },
    sparseValues: (columns) => {
      const counts = columns.map((column, i) => {
        const some = `CASE WHEN ${dialect.isOneIn(textOf(column), SPARSE)} THEN ${textOf(column)} END`;
        return `${number(`count(DISTINCT ${some})`)} AS m_values${i}`;
      });
      return { sql: `SELECT ${counts.join(", ")} ${from} WHERE ${inTime}`, params: [] };
    },
    values: (column) => {
      const text = textOf(column);
      const results = `${dialect.start(text, LONGEST_VALUE + 1)} AS m_value, ${number("count(*)")} AS m_count`;
      const where = `WHERE ${inTime} AND ${name(column)} IS NOT NULL`;
      return { sql: `SELECT ${results} ${from} ${where} GROUP BY ${text} LIMIT ${MOST_VALUES + 1}`, params: [] };
    },
    leveled: (levels) => ({
      sql: `SELECT ${number(dialect.sum("n"))} AS m_count FROM ${name(levels.table)} WHERE z = ${levelsOf(levels).at(-1)!}`,
      params: [],
    }),
    cells: (stretch) => {
      const bin = shift(`(${start} - ${whole(stretch.from)})`, stretch.level);
      const where = whereIn(stretch);
      return {
        sql: grouped(dialect, { lane, bin, count: "count(*)", rank: `max(${rank})` }, `${from} ${where.sql}`),
        params: where.params,
      };
    },
    levelCells: ({ level, from: first, to, lanes }, levels) => {
      const stored = storedLevel(levels, level)!;
      const [low, high] = [first, to].map((edge) => whole(edge / binLength(stored))) as [string, string];
      const bin = shift(`(b - ${low})`, level - stored);
      const parts = [`z = ${stored}`, `b >= ${low}`, `b < ${high}`, inLanes("lane", lanes)];
      const where = parts.filter((part) => part !== undefined).join(" AND ");
      const merged = { lane: "lane", bin, count: dialect.sum("n"), rank: dialect.max("rk") };
      return { sql: grouped(dialect, merged, `FROM ${name(levels.table)} WHERE ${where}`), params: [] };
    },
    events: (stretch, limit) => {
      const { sql, params } = whereIn(stretch);
      return { sql: `SELECT ${columns} ${from} ${sql} ORDER BY ${rank} DESC LIMIT ${whole(limit)}`, params };
    },
    goingOn: ({ at, limit, lanes, filter }) => {
      const { sql, params } = filtered(filter);
      const parts = [
        `${start} < ${whole(at)}`,
        `${start} >= ${whole(-ENDLESS)}`,
        `${end} > ${whole(at)}`,
        inLanes(lane, lanes),
        sql,
      ];
      const where = `WHERE ${parts.filter((part) => part !== undefined).join(" AND ")}`;
      const results = ["m_lane", "m_start", "m_end", "m_rank"];
      const rows = { columns, results, from: `${from} ${where}`, group: lane, by: rank, most: limit };
      return { sql: dialect.firstOfEach(rows), params };
    },
    byId: (ids) => {
      const { event } = table.columns;
      const fields = Object.values(table.fields).map(({ column, type }, i) => {
        const value = type === "text" ? dialect.text(name(column)) : number(name(column));
        return `, ${value} AS m_field${i}`;
      });
      const besides = event === undefined ? fields.join("") : `, ${dialect.text(name(event))} AS m_event`;
      const where = `WHERE ${id} IN (${ids.map(whole).join(", ")}) AND ${inTime}`;
      return { sql: `SELECT ${number(id)} AS m_id, ${columns}${besides} ${from} ${where}`, params: [] };
    },
  };
}

/** One row for each lane and bin, in their order. The groups are spelled out: a column may be called like a result. */
function grouped(
  { number, small }: Dialect,
  { lane, bin, count, rank }: { lane: string; bin: string; count: string; rank: string },
  from: string,
): string {
  const results = [
    `${small(lane)} AS m_lane`,
    `${small(bin)} AS m_bin`,
    `${number(count)} AS m_count`,
    `${number(rank)} AS m_rank`,
  ];
  return `SELECT ${results.join(", ")} ${from} GROUP BY ${lane}, ${small(bin)} ORDER BY m_lane, m_bin`;
}

function inLanes(column: string, lanes: readonly number[] | undefined): string | undefined {
  return lanes && `${column} IN (${lanes.map(whole).join(", ")})`;
}
