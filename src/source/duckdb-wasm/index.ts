/**
 * @packageDocumentation
 * Events in a database within the page, as a source of a timeline: DuckDB in a worker, from files that the site serves itself.
 */
export { importInPage } from "../engines/import-in-page.js";
export type { ImportInPageOptions, PageData } from "../engines/import-in-page.js";
export type { PageDuckDBOptions } from "../engines/duckdb-wasm.js";
export { sqlSource } from "../sql/sql-source.js";
export type { SqlSourceOptions } from "../sql/sql-source.js";
