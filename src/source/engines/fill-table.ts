import { MizwalaError } from "../../base/errors.js";
import { times } from "../../base/times.js";
import { MIDDLING } from "../../model/event.js";
import { ROWS, STEPS } from "../../store/rank.js";
import { ENDLESS } from "../times.js";
import type { EventTable, TableField } from "../sql/table.js";
import { clockUnits, earliest, latest, type ClockUnit } from "./column-times.js";
import { nameOf } from "./literals.js";
import { EVENTS, type Filled, type PrepareProgress, type Workshop } from "./workshop.js";

/** Which columns of a file hold what. */
export interface FileColumns {
  /** Default: the first one called `start`, `date`, `start_ms`, `time` or `timestamp`. */
  readonly start?: string | undefined;
  /** The last moment of what lasts, the last day included. Default: `end` or `end_ms`, where there is one. */
  readonly end?: string | undefined;
  /** Default: `title`, `name` or `label`, where there is one. */
  readonly title?: string | undefined;
  /** Default: `lane`, where there is one. */
  readonly lane?: string | undefined;
  /** Numbers from 0 to 1. Default: `importance`, where there is one. */
  readonly importance?: string | undefined;
  /** Default: `id`, where there is one. */
  readonly id?: string | undefined;
  /** Default: `kind`, where there is one. */
  readonly kind?: string | undefined;
  /** Default: `summary`, where there is one. */
  readonly summary?: string | undefined;
  /** Default: `url`, where there is one. */
  readonly url?: string | undefined;
}

/** How a table of events is read. */
export interface TableOptions {
  /** Which columns hold what, where they are not called so. */
  readonly columns?: FileColumns | undefined;
  /**
   * What whole numbers in columns of time count: milliseconds, seconds or microseconds since the first moment of 1970, or years.
   * @defaultValue "ms"
   */
  readonly unit?: ClockUnit | undefined;
  /** Other columns that filters may ask for. */
  readonly fields?: readonly string[] | undefined;
  /** Is told how far it is. */
  readonly onProgress?: PrepareProgress | undefined;
}

const NAMES = {
  start: ["start", "date", "start_ms", "time", "timestamp"],
  end: ["end", "end_ms"],
  title: ["title", "name", "label"],
  lane: ["lane"],
  importance: ["importance"],
  id: ["id"],
  kind: ["kind"],
  summary: ["summary"],
  url: ["url"],
} as const;
const TEXTS = ["title", "id", "kind", "summary", "url"] as const;
const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/;
const LANES = "mizwala_lanes";
/** How much of the work it is to find the lanes. */
const FIRST_READING = 0.25;
const MOST_LANES = 2 ** 16;

/**
 * Puts the events of a table that DuckDB can read into a database, in their order; one without a date is left out.
 *
 * @param reader - How the table is read, as SQL.
 * @throws MizwalaError for a column that it does not have.
 */
export async function fillTable(
  workshop: Workshop,
  reader: string,
  { columns = {}, unit = "ms", fields = [], onProgress }: TableOptions,
): Promise<Filled> {
  if (!clockUnits.includes(unit))
    throw new MizwalaError({ code: "source-unit", path: "unit", found: unit, expected: clockUnits.join(", ") });
  const found = await columnsOf(workshop, reader);
  const named = chooseColumns(columns, [...found.keys()]);
  const typed = (name: string): readonly [sql: string, type: string] => [nameOf(name), found.get(name)!];
  const start = earliest(...typed(named.start!), unit);
  const until = latest(...typed(named.start!), unit);
  const end = named.end === undefined ? until : `coalesce(${latest(...typed(named.end), unit)}, ${until})`;
  const own = fieldsOf(named, fields, found);
  const lane = named.lane === undefined ? "''" : `coalesce(CAST(${nameOf(named.lane)} AS VARCHAR), '')`;
  const given = named.importance === undefined ? "NULL" : `TRY_CAST(${nameOf(named.importance)} AS DOUBLE)`;
  const values = own.map(({ name, column, type }) => {
    const cast = `TRY_CAST(${nameOf(name)} AS ${type === "text" ? "VARCHAR" : "DOUBLE"})`;
    return `, ${type === "text" ? cast : `CASE WHEN isfinite(${cast}) THEN ${cast} END`} AS ${column}`;
  });
  // The file is read twice, and written once: rows that are put aside to be sorted would double the database.
  const { lanes, rows } = await makeLanes(workshop, `SELECT ${start} AS low, ${lane} AS lane FROM ${reader}`, (part) =>
    onProgress?.("events", part * FIRST_READING),
  );
  const inTime = `low >= ${-ENDLESS} AND low < ${ENDLESS}`;
  const importance = `CASE WHEN given BETWEEN 0 AND 1 THEN given ELSE ${MIDDLING} END`;
  const step = `CAST(floor((${importance}) * ${STEPS} + 0.5) AS BIGINT)`;
  const others = own.map(({ column }) => `, ${column}`).join("");
  // Ids in order of time: what is in view lies near by, so that a database finds it by its id without reading all.
  await workshop.work(
    `CREATE OR REPLACE TABLE ${EVENTS} AS SELECT id, start_ms, greatest(start_ms, least(stop, ${ENDLESS})) AS end_ms, lane,
       step * ${ROWS} + ${ROWS - 1} - id AS rk${others} FROM (SELECT row_number() OVER () - 1 AS id, * FROM (
         SELECT (low + (high - low) // 2) AS start_ms, stop, l.code AS lane, ${step} AS step${others}
         FROM (SELECT row_number() OVER () AS place, ${start} AS low, ${until} AS high, ${end} AS stop, ${lane} AS lane,
           ${given} AS given${values.join("")} FROM ${reader}) r
         JOIN ${LANES} l ON r.lane = l.lane WHERE ${inTime} ORDER BY start_ms, place))`,
    (part) => onProgress?.("events", FIRST_READING + (1 - FIRST_READING) * part),
  );
  await workshop.run(`DROP TABLE ${LANES}`, []);
  const taken = await workshop.run(`SELECT count(*)::DOUBLE AS count FROM ${EVENTS}`, []);
  const table: EventTable = {
    table: EVENTS,
    fields: Object.fromEntries(own.map(({ field, column, type }) => [field, { column, type }])),
    lanes,
  };
  return { table, skipped: rows - Number(taken["count"]![0]) };
}

async function columnsOf(workshop: Workshop, reader: string): Promise<ReadonlyMap<string, string>> {
  const { column_name: names, column_type: types } = await workshop.run(`DESCRIBE SELECT * FROM ${reader}`, []);
  return new Map(times(names!.length, (i) => [String(names![i]), String(types![i])] as const));
}

/** The columns that are asked for, and those that are called as they should; only a start must be there. */
function chooseColumns(asked: FileColumns, there: readonly string[]): FileColumns {
  const expected = `one of ${there.join(", ")}`;
  const chosen = Object.entries(NAMES).map(([key, names]) => {
    const wanted = asked[key as keyof FileColumns];
    if (wanted !== undefined && !there.includes(wanted))
      throw new MizwalaError({ code: "source-column", path: `columns.${key}`, found: wanted, expected });
    const usual = names.flatMap((name) => there.filter((column) => column.toLowerCase() === name))[0];
    return [key, wanted ?? usual] as const;
  });
  const columns = Object.fromEntries(chosen) as FileColumns;
  if (columns.start === undefined)
    throw new MizwalaError({ code: "source-column", path: "columns.start", found: undefined, expected });
  return columns;
}

interface OwnField {
  readonly field: string;
  /** The column of the file. */
  readonly name: string;
  /** The column of the table. */
  readonly column: string;
  readonly type: TableField["type"];
}

function fieldsOf(
  named: FileColumns,
  others: readonly string[],
  found: ReadonlyMap<string, string>,
): readonly OwnField[] {
  const missing = others.find((name) => !found.has(name));
  if (missing !== undefined) {
    const expected = `one of ${[...found.keys()].join(", ")}`;
    throw new MizwalaError({ code: "source-column", path: "fields", found: missing, expected });
  }
  const usual = TEXTS.flatMap((field) => {
    const name = named[field];
    return name === undefined ? [] : [{ field, name, type: "text" as const }];
  });
  const important =
    named.importance === undefined ? [] : [{ field: "importance", name: named.importance, type: "number" as const }];
  const besides = others.map((name) => ({
    field: name,
    name,
    type: NUMBERS.test(found.get(name)!) ? ("number" as const) : ("text" as const),
  }));
  const fields = new Map([...besides, ...usual, ...important].map((field) => [field.field, field]));
  return [...fields.values()].map((field, i) => ({ ...field, column: `field_${i}` }));
}

/** The ids of the lanes in the order in which they come first, and how many rows there are. */
async function makeLanes(
  workshop: Workshop,
  read: string,
  onProgress: (part: number) => void,
): Promise<{ readonly lanes: readonly string[]; readonly rows: number }> {
  await workshop.work(
    `CREATE OR REPLACE TABLE ${LANES} AS SELECT lane, rows, CASE WHEN first IS NOT NULL THEN
       CAST(row_number() OVER (ORDER BY first NULLS LAST) - 1 AS INTEGER) END AS code FROM (
         SELECT lane, count(*) AS rows, min(place) FILTER (low IS NOT NULL) AS first
         FROM (SELECT row_number() OVER () AS place, * FROM (${read})) GROUP BY lane)`,
    onProgress,
  );
  const { rows } = await workshop.run(`SELECT coalesce(sum(rows), 0)::DOUBLE AS rows FROM ${LANES}`, []);
  const { lane } = await workshop.run(
    `SELECT lane FROM ${LANES} WHERE code IS NOT NULL ORDER BY code LIMIT ${MOST_LANES + 1}`,
    [],
  );
  if (lane!.length > MOST_LANES)
    throw new MizwalaError({
      code: "source-lanes",
      path: "columns.lane",
      found: "more",
      expected: `${MOST_LANES} lanes`,
    });
  return { lanes: times(lane!.length, (i) => String(lane![i])), rows: Number(rows![0]) };
}
