import { COARSEST } from "../grid.js";
import { ENDLESS } from "../times.js";
import { DIALECTS, whole } from "./dialect.js";
import type { SqlDialect } from "./engine.js";
import { checkTable, levelsOf, type EventTable, type LevelTable } from "./table.js";

/** Below so many events, a table is fast enough by itself. */
export const FEW = 1_000_000;
/** The finest level has about one stretch for so many events: no window that it is too coarse for then has many of them. */
const EVENTS_IN_STRETCH = 520;
const STEP = 4;

/**
 * Which levels a table of events is worth: `undefined` for one that is small enough without.
 *
 * @param table - The name of the table of levels.
 * @param count - How many events there are.
 * @param extent - Their first and last start.
 */
export function chooseLevels(
  table: string,
  count: number,
  extent: readonly [first: number, last: number],
): LevelTable | undefined {
  if (count < FEW) return undefined;
  const finest = Math.floor(Math.log2(Math.max(1, ((extent[1] - extent[0]) * EVENTS_IN_STRETCH) / count)));
  return { table, finest: Math.min(COARSEST, finest), step: STEP };
}

/**
 * The statements that make the table of levels, in their order. In ClickHouse it then grows with the events; elsewhere it is made anew
 * after rows have changed, and until then a source does without it.
 *
 * @param dialect - The language of the engine.
 * @param table - Where the events lie, and `levels`.
 * @returns Nothing where the table has no levels.
 * @throws MizwalaError where a name of the table can't be one.
 */
export function levelStatements(dialect: SqlDialect, table: EventTable): readonly string[] {
  const { table: events, columns, levels } = checkTable(table);
  if (!levels) return [];
  const { name } = DIALECTS[dialect];
  const names = {
    events: name(events),
    levels: name(levels.table),
    view: name(`${levels.table}_view`),
    start: name(columns.start),
    lane: name(columns.lane),
    rank: name(columns.rank),
  };
  return dialect === "clickhouse"
    ? growing(names, levelsOf(levels))
    : [
        ...built(names, levelsOf(levels), dialect),
        ...(dialect === "postgres"
          ? [`CREATE INDEX ON ${names.levels} (z, b) INCLUDE (lane, n, rk)`, `ANALYZE ${names.levels}`]
          : []),
      ];
}

interface Names {
  readonly events: string;
  readonly levels: string;
  readonly view: string;
  readonly start: string;
  readonly lane: string;
  readonly rank: string;
}

/** The finest level from the events, each coarser one from the one before. */
function built({ events, levels, start, lane, rank }: Names, stored: readonly number[], dialect: SqlDialect): string[] {
  const { small, shift } = DIALECTS[dialect];
  const long = (sql: string): string => `CAST(${sql} AS bigint)`;
  const [finest, ...coarser] = stored as [number, ...number[]];
  const key = shift(start, finest);
  return [
    `DROP TABLE IF EXISTS ${levels}`,
    [
      `CREATE TABLE ${levels} AS SELECT ${small(String(finest))} AS z, ${key} AS b, ${small(lane)} AS lane,`,
      `${long("count(*)")} AS n, ${long(`max(${rank})`)} AS rk`,
      `FROM ${events} WHERE ${inTime(start)} GROUP BY ${key}, ${lane} ORDER BY 2, 3`,
    ].join(" "),
    ...coarser.map((level, i) => {
      const key = shift("b", level - stored[i]!);
      return [
        `INSERT INTO ${levels} SELECT ${level}, ${key}, lane, ${long("sum(n)")}, ${long("max(rk)")}`,
        `FROM ${levels} WHERE z = ${stored[i]!} GROUP BY ${key}, lane ORDER BY 2, 3`,
      ].join(" ");
    }),
  ];
}

/** A view counts each block of events as it comes in, and what is there already is put in once. */
function growing({ events, levels, view, start, lane, rank }: Names, stored: readonly number[]): string[] {
  const counts = [
    `SELECT toUInt8(m_z) AS z, bitShiftRight(toInt64(${start}), m_z) AS b, toInt32(${lane}) AS lane,`,
    `sumState(toUInt64(1)) AS n, maxState(toInt64(${rank})) AS rk`,
    `FROM ${events} ARRAY JOIN [${stored.map((level) => `toUInt8(${level})`).join(", ")}] AS m_z`,
    `WHERE ${inTime(start)} GROUP BY z, b, lane`,
  ].join(" ");
  return [
    `DROP TABLE IF EXISTS ${view}`,
    `DROP TABLE IF EXISTS ${levels}`,
    [
      `CREATE TABLE ${levels} (z UInt8, b Int64, lane Int32,`,
      "n AggregateFunction(sum, UInt64), rk AggregateFunction(max, Int64))",
      "ENGINE = AggregatingMergeTree() PARTITION BY tuple() ORDER BY (z, b, lane)",
    ].join(" "),
    `INSERT INTO ${levels} ${counts}`,
    `CREATE MATERIALIZED VIEW ${view} TO ${levels} AS ${counts}`,
  ];
}

function inTime(start: string): string {
  return `${start} >= ${whole(-ENDLESS)} AND ${start} < ${whole(ENDLESS)}`;
}
