import type { Ask } from "../contract.js";

/** The languages of engines that are known. */
export type SqlDialect = "duckdb" | "clickhouse" | "postgres";

/** What is bound to a place in a statement, never written into it: a text or a number with a fraction. */
export type SqlValue = string | number;

/** The columns of an answer, by name. Whole numbers may come as numbers, as `bigint` or as text. */
export type SqlColumns = Readonly<Record<string, ArrayLike<unknown>>>;

/** What asks a database. */
export interface SqlEngine {
  /** How its statements are written. */
  readonly dialect: SqlDialect;
  /**
   * Runs one statement. Where it is aborted, the database stops working on it, and the promise is rejected with the reason.
   *
   * @param sql - A statement with `$1`, `$2` and so on where values belong.
   * @param params - The values, in this order.
   * @param ask - May abort it.
   */
  run(sql: string, params: readonly SqlValue[], ask?: Ask): Promise<SqlColumns>;
  /** Ends all connections. */
  close?(): Promise<void>;
}
