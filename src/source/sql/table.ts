import { MizwalaError } from "../../base/errors.js";
import { times } from "../../base/times.js";
import type { SourceField } from "../contract.js";
import { COARSEST } from "../grid.js";
import { REVISION } from "../revision.js";

/**
 * Where the events lie in a database, and how the columns are called. It belongs into the configuration of a server and never
 * comes with a request.
 */
export interface EventTable {
  /** The name of the table, `events` or `schema.events`, as written. */
  readonly table: string;
  /**
   * The columns that each table has, where they are not called so.
   * @defaultValue `{ id: "id", start: "start_ms", end: "end_ms", lane: "lane", rank: "rk" }`
   */
  readonly columns?: Partial<EventColumns> | undefined;
  /** What events have besides and filters may ask for, by the name of the field: its column and what that holds. */
  readonly fields?: Readonly<Record<string, TableField>> | undefined;
  /** The ids of the lanes; the column holds the places in this list. */
  readonly lanes: readonly string[];
  /**
   * Another one whenever rows change: letters, digits, `.`, `_` and `-`, at most 64 of them. Default: it is made of the count, the
   * greatest id and the first and last start, as they are when the source is asked to describe itself.
   */
  readonly revision?: string | undefined;
  /** The table of counts that `levelStatements` has made. */
  readonly levels?: LevelTable | undefined;
}

/** The columns of a table of events. */
export interface EventColumns {
  /** A whole number from 0 to below 2³⁴, different for each event. */
  readonly id: string;
  /** A whole number of 64 bits: milliseconds from the first moment of 1970. */
  readonly start: string;
  /** The first millisecond after the event; the start, or nothing, where it has no length; 2⁵² where it goes on. */
  readonly end: string;
  /** The place of its lane in the list of lanes. */
  readonly lane: string;
  /** A whole number of 64 bits: `round(importance * 262144) * 17179869184 + 17179869183 - id`. */
  readonly rank: string;
  /** The whole event as JSON, where the table has it: then readers get this and not the fields. */
  readonly event?: string | undefined;
}

/** A column that filters may ask for. */
export interface TableField {
  /** Its name. */
  readonly column: string;
  /** What it holds. */
  readonly type: SourceField["type"];
}

/** A table that holds, for stretches of 2ᶻ milliseconds, how many events start there and which is the most important one. */
export interface LevelTable {
  /** Its name, with that of its schema where it has one. */
  readonly table: string;
  /** The least z that it holds. */
  readonly finest: number;
  /** From each z that it holds to the next one. */
  readonly step: number;
}

/** A table whose names have been checked. */
export interface CheckedTable extends EventTable {
  readonly columns: EventColumns;
  readonly fields: Readonly<Record<string, TableField>>;
}

const COLUMNS: EventColumns = { id: "id", start: "start_ms", end: "end_ms", lane: "lane", rank: "rk" };
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const MOST_LANES = 2 ** 16;

/**
 * Fills in what is not said, and refuses names that could be more than names.
 *
 * @throws MizwalaError that names the first part that can't be.
 */
export function checkTable(table: EventTable): CheckedTable {
  checkPath(table.table, "table");
  const columns = { ...COLUMNS, ...table.columns };
  for (const [key, name] of Object.entries(columns)) if (name !== undefined) checkName(name, `columns.${key}`);
  const fields = table.fields ?? {};
  for (const [key, { column, type }] of Object.entries(fields)) {
    checkName(column, `fields.${key}.column`);
    if (!["text", "number"].includes(type)) refuse(`fields.${key}.type`, type, "text or number");
  }
  if (table.lanes.length > MOST_LANES) refuse("lanes", table.lanes, `at most ${MOST_LANES}`);
  if (table.revision !== undefined && !REVISION.test(table.revision))
    refuse("revision", table.revision, "1 to 64 letters, digits, ., _ and -");
  if (table.levels) checkLevels(table.levels);
  return { ...table, columns, fields };
}

function checkLevels({ table, finest, step }: LevelTable): void {
  checkPath(table, "levels.table");
  if (!(Number.isInteger(finest) && finest >= 0 && finest <= COARSEST))
    refuse("levels.finest", finest, `a whole number from 0 to ${COARSEST}`);
  if (!(Number.isInteger(step) && step >= 1 && step <= COARSEST)) refuse("levels.step", step, "a whole number above 0");
}

/** The levels that a table of counts holds, the finest one first. */
export function levelsOf({ finest, step }: LevelTable): readonly number[] {
  return times(Math.floor((COARSEST - finest) / step) + 1, (i) => finest + i * step);
}

/** The name of a table with that of its schema, refused where it is not one. */
function checkPath(path: unknown, where: string): void {
  const parts = typeof path === "string" ? path.split(".") : [];
  if (parts.length < 1 || parts.length > 3) refuse(where, path, "a name, or a schema and a name");
  for (const part of parts) checkName(part, where);
}

function checkName(name: unknown, where: string): void {
  if (typeof name !== "string" || !NAME.test(name))
    refuse(where, name, "a name of letters from A to Z, digits and _, at most 63");
}

function refuse(name: string, found: unknown, expected: string): never {
  throw new MizwalaError({ code: "source-table", path: `table.${name}`, found, expected });
}
