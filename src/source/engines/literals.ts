import type { SqlValue } from "../sql/engine.js";

/** A text as SQL, where nothing can be bound. */
export function textOf(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name that may be any text, as that of a column of a file. */
export function nameOf(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A statement with values written where they belong. */
export function withValues(sql: string, params: readonly SqlValue[], literalOf: (value: SqlValue) => string): string {
  return sql.replace(/\$(\d+)/g, (_, place: string) => literalOf(params[Number(place) - 1]!));
}

/** The hexadecimal digits of octets, which can't be anything else. */
export function hexOf(octets: Uint8Array): string {
  return [...octets].map((octet) => octet.toString(16).padStart(2, "0")).join("");
}
