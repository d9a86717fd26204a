import { MizwalaError } from "../../base/errors.js";
import type { SourceRow } from "../contract.js";
import type { EventTable } from "../sql/table.js";
import { addLevels } from "./add-levels.js";
import { IN_MEMORY, openDuckDB, openWorkshop, type DuckDBOptions } from "./duckdb.js";
import { fillRows, type RowsOptions } from "./fill-rows.js";
import type { DuckDBEngine, Filled, PreparedEvents, PrepareProgress, Workshop } from "./workshop.js";

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

/** What a list of events has besides. */
export interface ImportRowsOptions extends RowsOptions, PrepareOptions {}

const FORM = "mizwala_form";

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
  return prepare(options, [], (workshop) => fillRows(workshop, rows, options));
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
  fill: (workshop: Workshop) => Promise<Filled>,
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
