import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { importPeer } from "../../base/peer.js";
import { times } from "../../base/times.js";
import type { Ask } from "../contract.js";
import type { SqlColumns, SqlEngine, SqlValue } from "../sql/engine.js";
import { textOf } from "./literals.js";
import type { DuckDBEngine, Workshop, WorkshopRow } from "./workshop.js";

/** How a database of DuckDB is opened. */
export interface DuckDBOptions {
  /**
   * Whether statements may only read.
   * @defaultValue true; a database in memory can't be opened so
   */
  readonly readOnly?: boolean | undefined;
  /**
   * How much memory it takes at most, as DuckDB writes it.
   * @defaultValue "2GB"
   */
  readonly memoryLimit?: string | undefined;
  /** How many threads it works with. Default: one for each core. */
  readonly threads?: number | undefined;
}

export const IN_MEMORY = ":memory:";
/** An interruption is lost where it comes before a statement runs: it is said again every so many milliseconds. */
const AGAIN = 20;
const PROGRESS_EVERY = 200;
const BATCH = 2_048;

/**
 * Opens a database of DuckDB by the package `@duckdb/node-api`. Statements can read no other files, load no extensions and change no
 * settings.
 *
 * @param path - The file of the database, or `:memory:`.
 * @param options - See {@link DuckDBOptions}.
 * @throws MizwalaError with the code `package-missing` where the package is not installed.
 */
export async function openDuckDB(path: string, options: DuckDBOptions = {}): Promise<DuckDBEngine> {
  const engine = await openWorkshop(path, { readOnly: path !== IN_MEMORY, ...options });
  await engine.lock();
  return engine;
}

/** Opens a database that is to be made: from these files, and from no others. */
export async function openWorkshop(
  path: string,
  { readOnly = false, memoryLimit = "2GB", threads }: DuckDBOptions,
  files: readonly string[] = [],
): Promise<Workshop> {
  const { DuckDBInstance } = await importPeer("@duckdb/node-api", () => import("@duckdb/node-api"));
  const instance = await DuckDBInstance.create(path, {
    access_mode: readOnly ? "READ_ONLY" : "AUTOMATIC",
    memory_limit: memoryLimit,
    ...(threads !== undefined && { threads: String(threads) }),
  });
  const engine = engineOf(instance);
  await engine.run(`SET allowed_paths = [${files.map(textOf).join(", ")}]`, []);
  await engine.run("SET enable_external_access = false", []);
  return engine;
}

function engineOf(instance: DuckDBInstance): Workshop {
  let isClosed = false;
  const within = async <Answer>(use: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> => {
    if (isClosed) throw new Error("the database is closed");
    const connection = await instance.connect();
    try {
      return await use(connection);
    } finally {
      connection.closeSync();
    }
  };
  const run: SqlEngine["run"] = (sql, params, { signal }: Ask = {}) =>
    within((connection) => interruptible(connection, signal, () => ask(connection, sql, params, signal)));
  return {
    dialect: "duckdb",
    run,
    work: (sql, onProgress) =>
      within(async (connection) => {
        await connection.run("SET enable_progress_bar = true");
        await connection.run("SET enable_progress_bar_print = false");
        const clock = setInterval(() => {
          onProgress(Math.max(0, connection.progress.percentage) / 100);
        }, PROGRESS_EVERY);
        await connection.run(sql).finally(() => {
          clearInterval(clock);
        });
        onProgress(1);
      }),
    append: (table, rows) => within((connection) => append(connection, table, rows)),
    lock: async () => {
      await run("SET lock_configuration = true", []);
    },
    close: () => {
      if (!isClosed) instance.closeSync();
      isClosed = true;
      return Promise.resolve();
    },
  };
}

async function ask(
  connection: DuckDBConnection,
  sql: string,
  params: readonly SqlValue[],
  signal: AbortSignal | undefined,
): Promise<SqlColumns> {
  const statement = await connection.prepare(sql);
  // Types are said: by itself, a bigint is bound as a number of 128 bits, which slows down all that it meets.
  params.forEach((value, i) => {
    if (typeof value === "string") statement.bindVarchar(i + 1, value);
    else statement.bindDouble(i + 1, value);
  });
  signal?.throwIfAborted();
  const answer = await statement.runAndReadAll();
  const columns = answer.getColumns();
  return Object.fromEntries(answer.columnNames().map((name, i) => [name, columns[i] ?? []]));
}

async function interruptible<Answer>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!signal) return work();
  signal.throwIfAborted();
  let again: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    connection.interrupt();
    again = setInterval(() => {
      connection.interrupt();
    }, AGAIN);
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await work();
  } finally {
    clearInterval(again);
    signal.removeEventListener("abort", stop);
    signal.throwIfAborted();
  }
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<WorkshopRow> | AsyncIterable<WorkshopRow>,
): Promise<void> {
  const { DuckDBDataChunk, DuckDBTypeId } = await import("@duckdb/node-api");
  const appender = await connection.createAppender(table);
  const types = times(appender.columnCount, (column) => appender.columnType(column));
  const valueOf = (value: string | number | null, column: number): string | number | bigint | null =>
    value !== null && types[column]!.typeId === DuckDBTypeId.BIGINT ? BigInt(value) : value;
  let batch: WorkshopRow[] = [];
  const flush = (): void => {
    const chunk = DuckDBDataChunk.create(types, batch.length);
    chunk.setColumns(types.map((_, column) => batch.map((row) => valueOf(row[column]!, column))));
    appender.appendDataChunk(chunk);
    batch = [];
  };
  for await (const row of rows) if (batch.push(row) === BATCH) flush();
  if (batch.length > 0) flush();
  appender.closeSync();
}
