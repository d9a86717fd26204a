import { MizwalaError } from "../base/errors.js";
import type { SqlEngine } from "../source/sql/engine.js";
import { chooseLevels, levelStatements } from "../source/sql/levels.js";
import { sqlSource } from "../source/sql/sql-source.js";
import type { EventTable } from "../source/sql/table.js";
import { findConnection, openConnection, readConnection, type ConnectionFile } from "./connection.js";
import { access } from "./document.js";
import { FileError, nameOf, readable, UsageError, type Outside } from "./outside.js";

/** The options of `mizwala levels`. */
export const LEVELS_FLAGS = {
  engine: { type: "string" },
  run: { type: "boolean" },
} as const;

interface LevelsValues {
  readonly engine?: string | undefined;
  readonly run?: boolean | undefined;
}

/** Prints the statements that make the levels of a table of events, or runs them. */
export async function makeLevels(file: string, values: LevelsValues, outside: Outside): Promise<number> {
  try {
    const connection = readConnection(await access(findConnection(file, outside)));
    const { engine: dialect = connection.engine, run = false } = values;
    if (dialect !== connection.engine)
      throw new UsageError(`--engine ${dialect}: ${nameOf(file)} says ${connection.engine}`);
    if (run) await runLevels(connection, outside);
    else if (connection.table.levels)
      outside.print(`${levelStatements(connection.engine, connection.table).join(";\n")};\n`);
    else throw new FileError('table.levels: expected { "table", "finest", "step" }; --run chooses them');
    return 0;
  } catch (error) {
    if (!(error instanceof FileError || error instanceof MizwalaError)) throw error;
    outside.warn(`${nameOf(file)}: ${readable(error.message)}\n`);
    return 1;
  }
}

async function runLevels(connection: ConnectionFile, outside: Outside): Promise<void> {
  const engine = await access(openConnection(connection, true));
  try {
    const table = connection.table.levels ? connection.table : await withLevels(engine, connection.table);
    if (!table.levels) {
      outside.warn("so few events need no levels\n");
      return;
    }
    const statements = levelStatements(connection.engine, table);
    for (const [i, statement] of statements.entries()) {
      await access(engine.run(statement, []));
      outside.warn(`${i + 1} of ${statements.length} done\n`);
    }
    outside.print(`${JSON.stringify({ levels: table.levels })}\n`);
  } finally {
    await engine.close?.();
  }
}

async function withLevels(engine: SqlEngine, table: EventTable): Promise<EventTable> {
  const { count, extent } = await access(sqlSource(engine, table).describe());
  return { ...table, levels: chooseLevels(`${table.table}_levels`, count, extent) };
}
