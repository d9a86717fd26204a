import { MizwalaError } from "../base/errors.js";
import { isObject } from "../model/rules.js";
import { openClickHouse } from "../source/engines/clickhouse.js";
import { openDuckDB } from "../source/engines/duckdb.js";
import { openPostgres } from "../source/engines/postgres.js";
import type { SqlDialect, SqlEngine } from "../source/sql/engine.js";
import { checkTable, type EventTable } from "../source/sql/table.js";
import { bytesOf } from "./document.js";
import { FileError, type Outside } from "./outside.js";

/** A file that says where events lie: what `mizwala levels` and `mizwala serve` read. */
export interface ConnectionFile {
  readonly engine: SqlDialect;
  /** The file of DuckDB, or the address of PostgreSQL or ClickHouse. */
  readonly connection: string;
  /** Who asks ClickHouse. */
  readonly user?: string | undefined;
  /** The variable of the environment that holds the password for ClickHouse. */
  readonly passwordVariable?: string | undefined;
  /** The database of ClickHouse. */
  readonly database?: string | undefined;
  readonly table: EventTable;
}

const ENGINES: readonly unknown[] = ["duckdb", "clickhouse", "postgres"] satisfies SqlDialect[];

/** Reads such a file. */
export async function readConnection(file: string, outside: Outside): Promise<ConnectionFile> {
  const text = new TextDecoder().decode(await bytesOf(outside.read(file, false)));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new FileError("is not JSON");
  }
  if (!isObject(content)) throw new FileError("expected { engine, connection, table }");
  const { engine, connection, table } = content;
  if (!ENGINES.includes(engine)) throw new FileError(`engine: expected one of ${ENGINES.join(", ")}`);
  if (typeof connection !== "string") throw new FileError("connection: expected a file or an address");
  for (const key of ["user", "passwordVariable", "database"])
    if (!["undefined", "string"].includes(typeof content[key])) throw new FileError(`${key}: expected a text`);
  if (!isObject(table) || !Array.isArray(table["lanes"]) || table["lanes"].some((lane) => typeof lane !== "string"))
    throw new FileError("table: expected the name of a table and its lanes");
  checkTable(table as unknown as EventTable);
  return content as unknown as ConnectionFile;
}

/** Reaches the database, to ask it or to change it too. */
export async function openConnection(
  { engine, connection, user, passwordVariable, database }: ConnectionFile,
  isToChange: boolean = false,
): Promise<SqlEngine> {
  if (engine === "duckdb") return openDuckDB(connection, { readOnly: !isToChange });
  if (engine === "postgres") return openPostgres(connection, isToChange ? { readOnly: false, timeout: 0 } : {});
  const password = passwordVariable === undefined ? undefined : process.env[passwordVariable];
  if (passwordVariable !== undefined && password === undefined) {
    const expected = "the password in this variable of the environment";
    throw new MizwalaError({ code: "password-missing", path: passwordVariable, found: undefined, expected });
  }
  return openClickHouse(connection, { user, password, database, ...(isToChange && { settings: {} }) });
}
