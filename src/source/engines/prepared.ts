import { MizwalaError } from "../../base/errors.js";
import type { SourceRow } from "../contract.js";
import { chooseLevels, levelStatements } from "../sql/levels.js";
import type { EventTable, TableField } from "../sql/table.js";
import {
  IN_MEMORY,
  openDuckDB,
  openWorkshop,
  type DuckDBEngine,
  type DuckDBOptions,
  type DuckDBWorkshop,
} from "./duckdb.js";
import { fieldOf } from "../../model/parts.js";
import { rankOf } from "../../store/rank.js";

/** Events in a database of DuckDB, ready to be asked: what `sqlSource` takes. */
export interface PreparedEvents {
  /** Asks the database; to be closed in the end. */
  readonly engine: DuckDBEngine;
  /** Where the events lie in it. */
  readonly table: EventTable;
  /** How many events could not be taken, since they have no date. */
  readonly skipped: number;
}

/** How a database of events is made. */
export interface PrepareOptions extends Omit<DuckDBOptions, "readOnly"> {
  /**
   * The file of the database, which may be there already: then events that were prepared in it before are replaced.
   * @defaultValue ":memory:"
   */
  readonly database?: string | undefined;
  /** Is told how far it is. */
  readonly onProgress?: PrepareProgress | undefined;
}

/**
 * Is told how far a database of events is made.
 *
 * @param step - What is being made.
 * @param part - How much of that is done, from 0 to 1.
 */
export type PrepareProgress = (step: "events" | "levels", part: number) => void;

/** What a list of events has besides. */
export interface ImportRowsOptions extends PrepareOptions {
  /** The ids of the lanes, by their codes. */
  readonly lanes: readonly string[];
  /**
   * What filters may ask for, by the name of the field.
   * @defaultValue `{ title: "text", kind: "text", importance: "number" }`
   */
  readonly fields?: Readonly<Record<string, TableField["type"]>> | undefined;
}

export const EVENTS = "mizwala_events";
const RAW = "mizwala_raw";
const LEVELS = "mizwala_levels";
const FORM = "mizwala_form";
const FIELDS = { title: "text", kind: "text", importance: "number" } as const;

/**
 * Makes a database of events that a program has, such as those of another source.
 *
 * @param rows - The events.
 * @param options - See {@link ImportRowsOptions}.
 * @throws MizwalaError with the code `package-missing` where `@duckdb/node-api` is not installed.
 */
export async function importRows(
  rows: Iterable<SourceRow> | AsyncIterable<SourceRow>,
  options: ImportRowsOptions,
): Promise<PreparedEvents> {
  const { lanes, fields = FIELDS, onProgress } = options;
  const own = Object.entries(fields).map(([name, type], i) => ({ name, type, column: `field_${i}` }));
  const columns = own.map(({ column, type }) => `, ${column} ${type === "text" ? "VARCHAR" : "DOUBLE"}`).join("");
  return prepare(options, [], async (workshop) => {
    await workshop.run(
      `CREATE OR REPLACE TABLE ${RAW} (id BIGINT, start_ms BIGINT, end_ms BIGINT, lane BIGINT, rk BIGINT${columns}, event VARCHAR)`,
      [],
    );
    await workshop.append(RAW, eachRow(rows, own));
    await workshop.work(
      `CREATE OR REPLACE TABLE ${EVENTS} AS SELECT * REPLACE (CAST(lane AS INTEGER) AS lane) FROM ${RAW} ORDER BY start_ms, id`,
      (part) => onProgress?.("events", part),
    );
    await workshop.run(`DROP TABLE ${RAW}`, []);
    const table = Object.fromEntries(own.map(({ name, column, type }) => [name, { column, type }]));
    return { table: { table: EVENTS, columns: { event: "event" }, fields: table, lanes }, skipped: 0 };
  });
}

/**
 * Opens a database that `importFile` or `importRows` has made, to be read only.
 *
 * @param database - The file of it.
 * @param options - See {@link DuckDBOptions}.
 * @throws MizwalaError where nothing has been prepared in it.
 */
export async function openPrepared(database: string, options: DuckDBOptions = {}): Promise<PreparedEvents> {
  const engine = await openDuckDB(database, options);
  try {
    return { engine, table: await readForm(engine, database), skipped: 0 };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Makes a database: its events, then the levels that they are worth, then the note on both. */
export async function prepare(
  { database = IN_MEMORY, onProgress, ...options }: PrepareOptions,
  files: readonly string[],
  fill: (workshop: DuckDBWorkshop) => Promise<{ readonly table: EventTable; readonly skipped: number }>,
): Promise<PreparedEvents> {
  const workshop = await openWorkshop(database, options, files);
  try {
    const filled = await fill(workshop);
    const table = await addLevels(workshop, filled.table, (part) => onProgress?.("levels", part));
    await workshop.run(`CREATE OR REPLACE TABLE ${FORM} (form VARCHAR)`, []);
    await workshop.run(`INSERT INTO ${FORM} VALUES ($1)`, [JSON.stringify(table)]);
    if (database === IN_MEMORY) {
      await workshop.lock();
      return { engine: workshop, table, skipped: filled.skipped };
    }
    await workshop.close();
    return { engine: await openDuckDB(database, options), table, skipped: filled.skipped };
  } catch (error) {
    await workshop.close();
    throw error;
  }
}

async function addLevels(
  workshop: DuckDBWorkshop,
  table: EventTable,
  onProgress: (part: number) => void,
): Promise<EventTable> {
  const found = await workshop.run(
    `SELECT count(*)::DOUBLE AS count, min(start_ms)::DOUBLE AS first, max(start_ms)::DOUBLE AS last FROM ${EVENTS}`,
    [],
  );
  const [count, first, last] = ["count", "first", "last"].map((name) => Number(found[name]![0])) as [
    number,
    number,
    number,
  ];
  const levels = chooseLevels(LEVELS, count, [first, last]);
  const leveled: EventTable = { ...table, levels };
  await workshop.run(`DROP TABLE IF EXISTS ${LEVELS}`, []);
  const statements = levelStatements("duckdb", leveled);
  for (const [i, statement] of statements.entries())
    await workshop.work(statement, (part) => {
      onProgress((i + part) / statements.length);
    });
  return leveled;
}

async function readForm(engine: DuckDBEngine, database: string): Promise<EventTable> {
  try {
    const { form } = await engine.run(`SELECT form FROM ${FORM}`, []);
    return JSON.parse(String(form![0])) as EventTable;
  } catch (cause) {
    const expected = "a database that importFile or importRows has made";
    const error = new MizwalaError({ code: "source-unprepared", path: "database", found: database, expected });
    error.cause = cause;
    throw error;
  }
}

async function* eachRow(
  rows: Iterable<SourceRow> | AsyncIterable<SourceRow>,
  fields: readonly { readonly name: string; readonly type: TableField["type"] }[],
): AsyncGenerator<readonly (string | number | null)[]> {
  for await (const { id, start, end, lane, importance, event } of rows) {
    const values = fields.map(({ name, type }) => {
      const value = fieldOf(event, name);
      return (type === "text" ? typeof value === "string" : Number.isFinite(value)) ? (value as string | number) : null;
    });
    yield [id, start, end, lane, rankOf(importance, id), ...values, JSON.stringify(event)];
  }
}
