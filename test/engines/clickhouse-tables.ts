import type { EventTable } from "../../src/source/sql/table.js";
import { rankOf } from "../../src/store/rank.js";
import type { Material } from "../support/source-conformance.js";
import { SOURCE_FIELDS } from "../support/source-events.js";

const FIELDS = Object.entries(SOURCE_FIELDS).map(([field, type]) => ({ field, type, column: `field_${field}` }));

/** The columns of a table of events, and how it is ordered. */
export const TABLE: string = `(${[
  ...["id Int64", "start_ms Int64", "end_ms Int64", "lane Int16", "rk Int64"],
  ...FIELDS.map(({ column, type }) => `${column} Nullable(${type === "text" ? "String" : "Float64"})`),
  "event String",
].join(", ")}) ENGINE = MergeTree() PARTITION BY tuple() ORDER BY (start_ms, id) SETTINGS index_granularity = 1024`;

/** A table of this name, as a source has to know it. */
export function tableNamed(name: string, lanes: readonly string[]): EventTable {
  return {
    table: name,
    columns: { event: "event" },
    fields: Object.fromEntries(FIELDS.map(({ field, type, column }) => [field, { type, column }])),
    lanes,
  };
}

/** The rows of events for `INSERT INTO … FORMAT JSONEachRow`. */
export function linesOf({ rows }: Pick<Material, "rows">): string {
  const lines = rows.map(({ id, start, end, lane, importance, event }) =>
    JSON.stringify({
      ...{ id, start_ms: start, end_ms: end, lane, rk: rankOf(importance, id), event: JSON.stringify(event) },
      ...Object.fromEntries(FIELDS.map(({ field, column }) => [column, event[field] ?? null])),
    }),
  );
  return lines.join("\n");
}
