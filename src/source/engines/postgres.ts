import type { Client, ClientConfig, Pool, PoolClient } from "pg";
import { importPeer } from "../../base/peer.js";
import type { SqlColumns, SqlEngine } from "../sql/engine.js";

/** How PostgreSQL is reached. */
export interface PostgresOptions {
  /**
   * So many statements run at once.
   * @defaultValue 6
   */
  readonly connections?: number | undefined;
  /**
   * A statement that takes longer is ended by the database, in milliseconds.
   * @defaultValue 30,000
   */
  readonly timeout?: number | undefined;
  /**
   * Whether transactions begin as such that only read. It is no more than a habit of the connection: give the server a role that may
   * select from its tables and nothing else.
   * @defaultValue true
   */
  readonly readOnly?: boolean | undefined;
}

/** PostgreSQL over its own protocol. */
export interface PostgresEngine extends SqlEngine {
  readonly dialect: "postgres";
  close(): Promise<void>;
}

/**
 * Reaches a PostgreSQL by the package `pg`. Nothing is asked yet.
 *
 * @param connection - Where it is and who asks: `postgres://user:password@host:port/database`.
 * @param options - See {@link PostgresOptions}.
 * @throws MizwalaError with the code `package-missing` where the package is not installed.
 */
export async function openPostgres(connection: string, options: PostgresOptions = {}): Promise<PostgresEngine> {
  const { connections = 6, timeout = 30_000, readOnly = true } = options;
  const { default: pg } = await importPeer("pg", () => import("pg"));
  const config: ClientConfig = {
    connectionString: connection,
    statement_timeout: timeout,
    options: `-c default_transaction_read_only=${readOnly ? "on" : "off"}`,
  };
  const pool = new pg.Pool({ ...config, max: connections });
  // A connection that breaks while nobody asks is replaced by the next question.
  pool.on("error", () => undefined);
  const cancel = async (processId: number): Promise<void> => {
    const client: Client = new pg.Client(config);
    await client.connect();
    await client.query("SELECT pg_cancel_backend($1)", [processId]).finally(() => client.end());
  };
  return {
    dialect: "postgres",
    run: async (sql, params, { signal } = {}) => {
      signal?.throwIfAborted();
      const client = await pool.connect();
      let stopping: Promise<void> | undefined;
      const stop = (): void => {
        stopping = cancel(processOf(client)).catch(() => undefined);
      };
      signal?.addEventListener("abort", stop, { once: true });
      try {
        return await ask(client, sql, params, signal);
      } finally {
        signal?.removeEventListener("abort", stop);
        // Whoever gets the connection next must not be stopped in place of this one.
        await stopping;
        client.release();
        signal?.throwIfAborted();
      }
    },
    close: () => closeOnce(pool),
  };
}

async function ask(
  client: PoolClient,
  sql: string,
  params: readonly (string | number)[],
  signal: AbortSignal | undefined,
): Promise<SqlColumns> {
  signal?.throwIfAborted();
  const { fields, rows } = await client.query<unknown[]>({ text: sql, values: [...params], rowMode: "array" });
  return Object.fromEntries(fields.map(({ name }, i) => [name, rows.map((row) => row[i])]));
}

function processOf(client: PoolClient): number {
  return (client as unknown as { readonly processID: number }).processID;
}

async function closeOnce(pool: Pool): Promise<void> {
  if (!pool.ending) await pool.end();
}
