import type { Comparison, Filter, FilterValue } from "../contract.js";
import { spellingPattern } from "../spelling.js";
import type { Dialect } from "./dialect.js";
import type { SqlValue } from "./engine.js";
import type { TableField } from "./table.js";

/** A condition and the values that are bound in it. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

const TRUE = "1 = 1";
const FALSE = "1 = 0";
const SIGNS = { eq: "=", ne: "<>", lt: "<", le: "<=", gt: ">", ge: ">=" } as const;

/**
 * A filter that has been checked, as a condition. It is never unknown: no comparison is true of a field that is not there, and the
 * opposite of one is.
 */
export function writeFilter(filter: Filter, fields: Readonly<Record<string, TableField>>, dialect: Dialect): Condition {
  const params: SqlValue[] = [];
  const bind = (value: FilterValue): string => {
    params.push(value);
    return dialect.bound(typeof value === "string" ? "text" : "number", params.length);
  };
  const write = (node: Filter): string => {
    if ("and" in node) return node.and.length === 0 ? TRUE : `(${node.and.map(write).join(" AND ")})`;
    if ("or" in node) return node.or.length === 0 ? FALSE : `(${node.or.map(write).join(" OR ")})`;
    if ("not" in node) return `NOT (${write(node.not)})`;
    return compare(node);
  };
  const compare = ({ field, op, value }: Comparison): string => {
    const column = dialect.name(fields[field]!.column);
    const isThere = `${column} IS NOT NULL`;
    if (op === "finds") {
      const pattern = spellingPattern(String(value));
      return pattern === "" ? isThere : `coalesce(${dialect.finds(column, bind(pattern))}, ${FALSE})`;
    }
    const values = (Array.isArray(value) ? value : [value]) as readonly FilterValue[];
    const possible = values.filter((one) => typeof one === "number" || dialect.canHold(one));
    const sure = (sql: string): string => `coalesce(${sql}, ${FALSE})`;
    if (possible.length === 0) return op === "ne" ? isThere : FALSE;
    if (op === "in") return sure(`${column} IN (${possible.map(bind).join(", ")})`);
    const [one] = possible;
    if (op !== "contains") return sure(`${column} ${SIGNS[op]} ${bind(one!)}`);
    return one === "" ? isThere : sure(dialect.contains(column, bind(one!)));
  };
  return { sql: write(filter), params };
}
