import { MizwalaError } from "../../base/errors.js";
import type { SourceRow } from "../contract.js";
import { addLevels } from "./add-levels.js";
import { startWorkshop, type PageDuckDBOptions, type PageWorkshop } from "./duckdb-wasm.js";
import { fillRows, type RowsOptions } from "./fill-rows.js";
import { fillTable, type TableOptions } from "./fill-table.js";
import { textOf } from "./literals.js";
import type { Filled, PreparedEvents } from "./workshop.js";

/** Events that a page has: a table, or rows such as those of another source. */
export type PageData =
  | {
      /** A table with a line of names; as octets it is UTF-8, packed with gzip or not. */
      readonly csv: Uint8Array | string;
    }
  | {
      /** A table in the stream form of Arrow IPC. */
      readonly arrow: Uint8Array;
    }
  | ({
      /** The events. */
      readonly rows: Iterable<SourceRow> | AsyncIterable<SourceRow>;
    } & Omit<RowsOptions, "onProgress">);

/** How events are brought into a database in a page; what is said of columns is for tables. */
export interface ImportInPageOptions extends PageDuckDBOptions, TableOptions {}

const CSV = "mizwala_events.csv";
const PACKED = [0x1f, 0x8b];
const ARROW = "mizwala_arrow";
/** How the file form begins, which DuckDB does not read here. */
const ARROW_FILE = new TextEncoder().encode("ARROW1");

/**
 * Makes a database of events in a page, in the memory of a worker, by the package `@duckdb/duckdb-wasm`. Nothing is asked of any other
 * host. What it returns is for `sqlSource`.
 *
 * @param data - The events; see {@link PageData}.
 * @param options - Where the files of the package are, and how the table is read; see {@link ImportInPageOptions}.
 * @throws MizwalaError for a column that a table does not have, with the code `source-engine` where the files of the package are not
 * where they should be, and with the code `package-missing` where it is not installed.
 *
 * @example
 * ```ts
 * async function show(csv: string): Promise<void> {
 *   const files = { worker: () => new Worker("/duckdb/duckdb-browser-eh.worker.js"), wasm: "/duckdb/duckdb-eh.wasm" };
 *   const { engine, table } = await importInPage({ csv }, files);
 *   createTimeline(host, { title: "Events", events: fromSource(sqlSource(engine, table)) });
 * }
 * ```
 */
export async function importInPage(data: PageData, options: ImportInPageOptions): Promise<PreparedEvents> {
  const { onProgress } = options;
  if ("arrow" in data && beginsWith(data.arrow, ARROW_FILE))
    throw new MizwalaError({
      code: "source-file",
      path: "arrow",
      found: "the file form",
      expected: "the stream form of Arrow IPC",
    });
  const workshop = await startWorkshop(options);
  try {
    const { table, skipped } = await fill(workshop, data, options);
    const leveled = await addLevels(workshop, table, (part) => onProgress?.("levels", part));
    await workshop.lock();
    return { engine: workshop, table: leveled, skipped };
  } catch (error) {
    await workshop.close();
    throw error;
  }
}

async function fill(workshop: PageWorkshop, data: PageData, options: TableOptions): Promise<Filled> {
  if ("rows" in data) return fillRows(workshop, data.rows, { ...data, onProgress: options.onProgress });
  if ("arrow" in data) {
    const { arrow } = data;
    await workshop.insert(ARROW, arrow);
    const filled = await fillTable(workshop, ARROW, options);
    await workshop.run(`DROP TABLE ${ARROW}`, []);
    return filled;
  }
  const { csv } = data;
  const isPacked = typeof csv !== "string" && beginsWith(csv, PACKED);
  const name = isPacked ? `${CSV}.gz` : CSV;
  await workshop.put(name, csv);
  const filled = await fillTable(workshop, `read_csv(${textOf(name)})`, options);
  await workshop.drop(name);
  return filled;
}

function beginsWith(octets: Uint8Array, mark: Iterable<number>): boolean {
  return [...mark].every((octet, i) => octets[i] === octet);
}
