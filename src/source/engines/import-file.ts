import { MizwalaError } from "../../base/errors.js";
import { fillTable, type TableOptions } from "./fill-table.js";
import { textOf } from "./literals.js";
import { prepare, type PrepareOptions } from "./prepared.js";
import type { PreparedEvents } from "./workshop.js";

/** How a file is read. */
export interface ImportFileOptions extends TableOptions, PrepareOptions {}

/**
 * Makes a database of the events in a file: Parquet, or CSV and TSV, packed with gzip or not. DuckDB reads it by itself, and no other
 * file. Events follow each other as in the file; one without a date is left out.
 *
 * @param file - Where it is.
 * @param options - See {@link ImportFileOptions}.
 * @throws MizwalaError for a column that the file does not have, and with the code `package-missing` where `@duckdb/node-api` is not
 * installed.
 */
export async function importFile(file: string, options: ImportFileOptions = {}): Promise<PreparedEvents> {
  const reader = readerOf(file);
  return prepare(options, [file], (workshop) => fillTable(workshop, reader, options));
}

function readerOf(file: string): string {
  const [, form] = /\.(parquet|csv|tsv)(?:\.gz)?$/i.exec(file) ?? [];
  if (form === undefined)
    throw new MizwalaError({
      code: "source-file",
      path: "file",
      found: file,
      expected: "a name that ends in .parquet, .csv or .tsv",
    });
  return form.toLowerCase() === "parquet" ? `read_parquet(${textOf(file)})` : `read_csv(${textOf(file)})`;
}
