import type { SqlEngine } from "../sql/engine.js";
import type { EventTable } from "../sql/table.js";

/** A DuckDB of this program's own. */
export interface DuckDBEngine extends SqlEngine {
  readonly dialect: "duckdb";
  close(): Promise<void>;
}

/** What may still be done to a database while it is being made. */
export interface Workshop extends DuckDBEngine {
  /** Runs a statement that takes long, and tells how much of it is done, from 0 to 1. */
  work(sql: string, onProgress: (part: number) => void): Promise<void>;
  /** Puts rows into a table that is there, in the order of its columns: `BIGINT`, `DOUBLE` and `VARCHAR` alone. */
  append(table: string, rows: Iterable<WorkshopRow> | AsyncIterable<WorkshopRow>): Promise<void>;
  /** From now on, no statement changes a setting. */
  lock(): Promise<void>;
}

/** The values of a row. */
export type WorkshopRow = readonly (string | number | null)[];

/** Events in a database of DuckDB, ready to be asked: what `sqlSource` takes. */
export interface PreparedEvents {
  /** Asks the database; to be closed in the end. */
  readonly engine: DuckDBEngine;
  /** Where the events lie in it. */
  readonly table: EventTable;
  /** How many events could not be taken, since they have no date. */
  readonly skipped: number;
}

/**
 * Is told how far a database of events is made.
 *
 * @param step - What is being made.
 * @param part - How much of that is done, from 0 to 1.
 */
export type PrepareProgress = (step: "events" | "levels", part: number) => void;

/** What a database has been filled with. */
export interface Filled {
  readonly table: EventTable;
  /** How many rows could not be taken. */
  readonly skipped: number;
}

/** The table that events are put into. */
export const EVENTS = "mizwala_events";
