import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { MizwalaError } from "../../base/errors.js";
import { importPeer } from "../../base/peer.js";
import { times } from "../../base/times.js";
import type { SqlColumns, SqlEngine, SqlValue } from "../sql/engine.js";
import { hexOf, textOf, withValues } from "./literals.js";
import type { Workshop, WorkshopRow } from "./workshop.js";

/** How DuckDB is started in a page: from files of the package `@duckdb/duckdb-wasm` that the site serves itself. */
export interface PageDuckDBOptions {
  /** Starts its worker: `() => new Worker("/duckdb/duckdb-browser-eh.worker.js")`. */
  readonly worker: () => Worker;
  /** Where `duckdb-eh.wasm` is; it must be sent as `application/wasm`. */
  readonly wasm: string | URL;
  /** How much memory it takes at most, as DuckDB writes it, such as `512MB`. Default: what WebAssembly allows. */
  readonly memoryLimit?: string | undefined;
  /**
   * How long the worker may stay silent while it starts, in milliseconds: one whose policy forbids WebAssembly never says a word.
   * @defaultValue 60000
   */
  readonly startTimeout?: number | undefined;
}

/** A workshop that is given what others read from files. */
export interface PageWorkshop extends Workshop {
  /** Has statements read a file of this name. */
  put(name: string, content: Uint8Array | string): Promise<void>;
  drop(name: string): Promise<void>;
  /** Makes a table of the stream form of Arrow. */
  insert(table: string, stream: Uint8Array): Promise<void>;
}

const START_TIMEOUT = 60_000;
const ROWS = "mizwala_rows.csv";
const BATCH = 10_000;
/** What stands for nothing in rows; as a text it is in quotes. */
const NOTHING = "\\N";

/** Starts a database in the memory of a worker. It asks nobody for anything but its own two files. */
export async function startWorkshop({
  worker: start,
  wasm,
  memoryLimit,
  startTimeout = START_TIMEOUT,
}: PageDuckDBOptions): Promise<PageWorkshop> {
  const { AsyncDuckDB, VoidLogger } = await importPeer("@duckdb/duckdb-wasm", () => import("@duckdb/duckdb-wasm"));
  const module = await findModule(wasm);
  const worker = start();
  const workshop = workshopOf(new AsyncDuckDB(new VoidLogger(), worker), worker);
  try {
    await workshop.start(module, startTimeout);
    for (const setting of ["autoinstall_known_extensions = false", "autoload_known_extensions = false"])
      await workshop.run(`SET ${setting}`, []);
    if (memoryLimit !== undefined) await workshop.run(`SET memory_limit = ${textOf(memoryLimit)}`, []);
    return workshop;
  } catch (error) {
    await workshop.close();
    throw error;
  }
}

/** The whole address of the module: the package waits for ever for one that is not there, or that is sent as something else. */
async function findModule(wasm: string | URL): Promise<string> {
  const response = await fetch(wasm, { method: "HEAD" }).catch(() => undefined);
  if (!response?.ok) throw fault(`${response ? `status ${response.status}` : "no answer"} for duckdb-eh.wasm`);
  const type = response.headers.get("content-type") ?? "no type";
  if (!type.startsWith("application/wasm")) throw fault(`${type} for duckdb-eh.wasm, in place of application/wasm`);
  return response.url;
}

const FILES = "the files of @duckdb/duckdb-wasm at the addresses that are given";
const LEAVE = "duckdb-eh.wasm, and a policy of the worker that says script-src 'wasm-unsafe-eval'";

function fault(found: string, expected = FILES): MizwalaError {
  return new MizwalaError({ code: "source-engine", path: "DuckDB", found, expected });
}

function workshopOf(
  db: AsyncDuckDB,
  worker: Worker,
): PageWorkshop & { start(wasm: string, timeout: number): Promise<void> } {
  const waiting = new Set<(error: Error) => void>();
  let isClosed = false;
  const fail = (found: string, expected?: string): void => {
    for (const refuse of waiting) refuse(fault(found, expected));
  };
  // The package waits for ever for a worker that has not started or has broken down.
  worker.addEventListener("error", ({ message }) => {
    fail(message || "a worker that does not start");
  });
  const during = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (isClosed) throw new Error("the database is closed");
    let refuse: (error: Error) => void = () => undefined;
    const broken = new Promise<never>((_, give) => waiting.add((refuse = give)));
    try {
      return await Promise.race([work(), broken]);
    } finally {
      waiting.delete(refuse);
    }
  };
  const within = <Answer>(use: (connection: AsyncDuckDBConnection) => Promise<Answer>): Promise<Answer> =>
    during(async () => {
      const connection = await db.connect();
      try {
        return await use(connection);
      } finally {
        await connection.close();
      }
    });
  const run: SqlEngine["run"] = (sql, params, { signal } = {}) =>
    within((connection) => ask(connection, withValues(sql, params, literalOf), signal));
  const put: PageWorkshop["put"] = (name, content) =>
    // Octets are given away: those of the caller stay.
    during(() =>
      typeof content === "string" ? db.registerFileText(name, content) : db.registerFileBuffer(name, content.slice()),
    );
  const drop = (name: string): Promise<void> =>
    during(async () => {
      await db.dropFile(name);
    });
  return {
    dialect: "duckdb",
    ...{ run, put, drop },
    start: (wasm, timeout) =>
      during(async () => {
        let clock: ReturnType<typeof setTimeout> | undefined;
        const wait = (): void => {
          clearTimeout(clock);
          clock = setTimeout(() => {
            fail("a worker that stays silent", LEAVE);
          }, timeout);
        };
        wait();
        try {
          await db.instantiate(wasm, null, wait);
        } finally {
          clearTimeout(clock);
        }
      }),
    insert: (name, stream) =>
      within((connection) => connection.insertArrowFromIPCStream(stream, { name, create: true })),
    work: async (sql, onProgress) => {
      await run(sql, []);
      onProgress(1);
    },
    append: async (table, rows) => {
      const { column_name: names, column_type: types } = await run(`DESCRIBE ${table}`, []);
      const columns = times(names!.length, (i) => `${textOf(String(names![i]))}: ${textOf(String(types![i]))}`);
      const options = `auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = ${textOf(NOTHING)}, allow_quoted_nulls = false`;
      for await (const text of batches(rows)) {
        await put(ROWS, text);
        await run(
          `INSERT INTO ${table} FROM read_csv(${textOf(ROWS)}, columns = {${columns.join(", ")}}, ${options})`,
          [],
        );
        await drop(ROWS);
      }
    },
    lock: async () => {
      await run("SET enable_external_access = false", []);
      await run("SET lock_configuration = true", []);
    },
    close: async () => {
      if (!isClosed) await db.terminate();
      isClosed = true;
      fail("the database is closed");
    },
  };
}

async function ask(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<SqlColumns> {
  signal?.throwIfAborted();
  const stop = (): void => {
    connection.cancelSent().catch(() => undefined);
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    // In steps, so that the worker hears of an end between them; a prepared statement is run in one.
    const reader = await connection.send(sql);
    const columns: Record<string, unknown[]> = {};
    for await (const batch of reader)
      batch.schema.fields.forEach(({ name }, i) => {
        const column = (columns[name] ??= []);
        for (const value of batch.getChildAt(i)!) column.push(value);
      });
    // A statement that has no answer has no columns.
    const { schema } = reader as Partial<typeof reader>;
    for (const { name } of schema?.fields ?? []) columns[name] ??= [];
    return columns;
  } finally {
    signal?.removeEventListener("abort", stop);
    signal?.throwIfAborted();
  }
}

/** A value as the hexadecimal digits of a text: places for values are only in statements that can't be ended. */
function literalOf(value: SqlValue): string {
  const text = `decode(unhex('${hexOf(new TextEncoder().encode(String(value)))}'))`;
  return typeof value === "string" ? text : `CAST(${text} AS DOUBLE)`;
}

/** Rows as CSV, some at a time: a text is in quotes, and nothing else is. */
async function* batches(rows: Iterable<WorkshopRow> | AsyncIterable<WorkshopRow>): AsyncGenerator<string> {
  const written = (value: string | number | null): string =>
    value === null ? NOTHING : typeof value === "number" ? String(value) : `"${value.replaceAll('"', '""')}"`;
  let lines: string[] = [];
  for await (const row of rows) {
    if (lines.push(`${row.map(written).join(",")}\n`) < BATCH) continue;
    yield lines.join("");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("");
}
