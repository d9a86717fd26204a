import { MizwalaError } from "../base/errors.js";
import { isObject } from "../model/rules.js";
import { openClickHouse } from "../source/engines/clickhouse.js";
import { openDuckDB } from "../source/engines/duckdb.js";
import { openPostgres } from "../source/engines/postgres.js";
import type { SqlDialect, SqlEngine } from "../source/sql/engine.js";
import { checkTable, type EventTable } from "../source/sql/table.js";
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

/** No such file is longer: one that is holds events. */
const LONGEST = 2 ** 20;

/** What a file says of an engine, to be read by `readConnection`; nothing where it names none. */
export async function findConnection(file: string, outside: Outside): Promise<object | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of outside.read(file, false)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LONGEST) return undefined;
  }
  try {
    const content: unknown = JSON.parse(text);
    return isObject(content) && "engine" in content ? content : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads what was found.
 *
 * @throws FileError that says what is wrong with it.
 */
export function readConnection(found: object | undefined): ConnectionFile {
  if (!isObject(found)) throw new FileError("expected JSON with { engine, connection, table }");
  const { engine, connection, table } = found;
  if (!ENGINES.includes(engine)) throw new FileError(`engine: expected one of ${ENGINES.join(", ")}`);
  if (typeof connection !== "string") throw new FileError("connection: expected a file or an address");
  for (const key of ["user", "passwordVariable", "database"])
    if (!["undefined", "string"].includes(typeof found[key])) throw new FileError(`${key}: expected a text`);
  if (!isObject(table) || !Array.isArray(table["lanes"]) || table["lanes"].some((lane) => typeof lane !== "string"))
    throw new FileError("table: expected the name of a table and its lanes");
  checkTable(table as unknown as EventTable);
  return found as unknown as ConnectionFile;
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
