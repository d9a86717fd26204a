/**
 * @packageDocumentation
 * Events in a database, as a source of a timeline. For Node alone: databases are asked by a server, never by a page.
 */
export { openClickHouse } from "../engines/clickhouse.js";
export type { ClickHouseEngine, ClickHouseOptions } from "../engines/clickhouse.js";
export { openDuckDB } from "../engines/duckdb.js";
export type { DuckDBOptions } from "../engines/duckdb.js";
export type { DuckDBEngine, PreparedEvents, PrepareProgress } from "../engines/workshop.js";
export { openPostgres } from "../engines/postgres.js";
export type { PostgresEngine, PostgresOptions } from "../engines/postgres.js";
export type { ClockUnit } from "../engines/column-times.js";
export { importFile } from "../engines/import-file.js";
export type { ImportFileOptions } from "../engines/import-file.js";
export type { FileColumns, TableOptions } from "../engines/fill-table.js";
export { importRows, openPrepared } from "../engines/prepared.js";
export type { ImportRowsOptions, PrepareOptions } from "../engines/prepared.js";
export type { RowsOptions } from "../engines/fill-rows.js";
export type { SqlColumns, SqlDialect, SqlEngine, SqlValue } from "./engine.js";
export { chooseLevels, levelStatements } from "./levels.js";
export { sqlSource } from "./sql-source.js";
export type { SqlSourceOptions } from "./sql-source.js";
export type { EventColumns, EventTable, LevelTable, TableField } from "./table.js";
