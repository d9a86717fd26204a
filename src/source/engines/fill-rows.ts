import { fieldOf } from "../../model/parts.js";
import { rankOf } from "../../store/rank.js";
import type { SourceRow } from "../contract.js";
import type { TableField } from "../sql/table.js";
import { EVENTS, type Filled, type PrepareProgress, type Workshop } from "./workshop.js";

/** What a list of events has besides. */
export interface RowsOptions {
  /** The ids of the lanes, by their codes. */
  readonly lanes: readonly string[];
  /**
   * What filters may ask for, by the name of the field.
   * @defaultValue `{ title: "text", kind: "text", importance: "number" }`
   */
  readonly fields?: Readonly<Record<string, TableField["type"]>> | undefined;
  /** Is told how far it is. */
  readonly onProgress?: PrepareProgress | undefined;
}

const RAW = "mizwala_raw";
const FIELDS = { title: "text", kind: "text", importance: "number" } as const;

/** Puts events that a program has into a database. */
export async function fillRows(
  workshop: Workshop,
  rows: Iterable<SourceRow> | AsyncIterable<SourceRow>,
  { lanes, fields = FIELDS, onProgress }: RowsOptions,
): Promise<Filled> {
  const own = Object.entries(fields).map(([name, type], i) => ({ name, type, column: `field_${i}` }));
  const columns = own.map(({ column, type }) => `, ${column} ${type === "text" ? "VARCHAR" : "DOUBLE"}`).join("");
  await workshop.run(
    `CREATE OR REPLACE TABLE ${RAW} (id BIGINT, start_ms BIGINT, end_ms BIGINT, lane BIGINT, rk BIGINT${columns}, event VARCHAR)`,
    [],
  );
  await workshop.append(RAW, eachRow(rows, own));
  await workshop.work(
    `CREATE OR REPLACE TABLE ${EVENTS} AS SELECT * REPLACE (CAST(lane AS INTEGER) AS lane) FROM ${RAW} ORDER BY start_ms, id`,
    (part) => onProgress?.("events", part),
  );
  await workshop.run(`DROP TABLE ${RAW}`, []);
  const table = Object.fromEntries(own.map(({ name, column, type }) => [name, { column, type }]));
  return { table: { table: EVENTS, columns: { event: "event" }, fields: table, lanes }, skipped: 0 };
}

async function* eachRow(
  rows: Iterable<SourceRow> | AsyncIterable<SourceRow>,
  fields: readonly { readonly name: string; readonly type: TableField["type"] }[],
): AsyncGenerator<readonly (string | number | null)[]> {
  for await (const { id, start, end, lane, importance, event } of rows) {
    const values = fields.map(({ name, type }) => {
      const value = fieldOf(event, name);
      return (type === "text" ? typeof value === "string" : Number.isFinite(value)) ? (value as string | number) : null;
    });
    yield [id, start, end, lane, rankOf(importance, id), ...values, JSON.stringify(event)];
  }
}
