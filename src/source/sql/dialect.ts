import type { SqlDialect } from "./engine.js";

/** What is written differently from engine to engine. */
export interface Dialect {
  /** A name as it is written: `schema.table` too. */
  readonly name: (path: string) => string;
  /** A number that needs no fraction, in a small type. */
  readonly small: (sql: string) => string;
  /** A number as one of 64 bits with a fraction; what it is made of must be below 2⁵³. */
  readonly number: (sql: string) => string;
  readonly text: (sql: string) => string;
  /** A whole number of 64 bits divided by a power of two, downwards. */
  readonly shift: (sql: string, bits: number) => string;
  /** Where the value with this number is bound. */
  readonly bound: (type: "text" | "number", place: number) => string;
  /** Whether a text holds another one, without regard to case. */
  readonly contains: (text: string, wanted: string) => string;
  /** Whether a text holds what a pattern of `spellingPattern` means. */
  readonly finds: (text: string, pattern: string) => string;
  /** The first letters of a text. */
  readonly start: (text: string, letters: number) => string;
  /** Whether a text is one of those of which there is one among so many different ones. */
  readonly isOneIn: (text: string, many: number) => string;
  /** A statement for the first rows of each group, in the order of groups. */
  readonly firstOfEach: (rows: Grouped) => string;
  /** How counts and ranks of a table of levels are put together. */
  readonly sum: (column: string) => string;
  readonly max: (column: string) => string;
  /** Whether texts of this engine may hold it. */
  readonly canHold: (text: string) => boolean;
}

/** Rows of which the first of each group are wanted. */
export interface Grouped {
  /** What is told of each, as in a statement. */
  readonly columns: string;
  /** How that is called. */
  readonly results: readonly string[];
  /** Where the rows are, as in a statement from `FROM` on. */
  readonly from: string;
  readonly group: string;
  /** The greatest first. */
  readonly by: string;
  readonly most: number;
}

const quoted = (path: string, mark: string): string =>
  path
    .split(".")
    .map((part) => `${mark}${part}${mark}`)
    .join(".");

const duckdb: Dialect = {
  name: (path) => quoted(path, '"'),
  small: (sql) => `CAST(${sql} AS integer)`,
  number: (sql) => `CAST(${sql} AS double precision)`,
  text: (sql) => `CAST(${sql} AS text)`,
  shift: (sql, bits) => `(${sql} >> ${bits})`,
  bound: (type, place) => `CAST($${place} AS ${type === "text" ? "text" : "double precision"})`,
  contains: (text, wanted) => `strpos(lower(${text}), lower(${wanted})) > 0`,
  finds: (text, pattern) => `regexp_matches(${text}, ${pattern})`,
  start: (text, letters) => `substring(${text}, 1, ${letters})`,
  isOneIn: (text, many) => `hash(${text}) % ${many} = 0`,
  firstOfEach: ({ columns, results, from, group, by, most }) => {
    const place = `row_number() OVER (PARTITION BY ${group} ORDER BY ${by} DESC) AS m_place`;
    const rows = `SELECT ${columns}, ${group} AS m_group, ${place} ${from}`;
    return `SELECT ${results.join(", ")} FROM (${rows}) AS m_rows WHERE m_place <= ${most} ORDER BY m_group, m_place`;
  },
  sum: (column) => `sum(${column})`,
  max: (column) => `max(${column})`,
  canHold: (text) => isWellFormed(text),
};

const postgres: Dialect = {
  ...duckdb,
  // The rules of the database may know no letters but those of ASCII.
  contains: (text, wanted) =>
    `strpos(lower(${text} COLLATE "und-x-icu") COLLATE "C", lower(${wanted} COLLATE "und-x-icu") COLLATE "C") > 0`,
  finds: (text, pattern) => `(${text} COLLATE "C") ~ ${pattern}`,
  isOneIn: (text, many) => `hashtext(${text}) % ${many} = 0`,
  canHold: (text) => isWellFormed(text) && !text.includes("\0"),
};

const clickhouse: Dialect = {
  ...duckdb,
  name: (path) => quoted(path, "`"),
  small: (sql) => `toInt32(${sql})`,
  number: (sql) => `toFloat64(${sql})`,
  text: (sql) => `toString(${sql})`,
  shift: (sql, bits) => `bitShiftRight(toInt64(${sql}), ${bits})`,
  bound: (_, place) => `$${place}`,
  contains: (text, wanted) => `position(lowerUTF8(${text}), lowerUTF8(${wanted})) > 0`,
  finds: (text, pattern) => `match(${text}, ${pattern})`,
  start: (text, letters) => `substringUTF8(${text}, 1, ${letters})`,
  isOneIn: (text, many) => `sipHash64(${text}) % ${many} = 0`,
  // Servers of before 2021 number no rows.
  firstOfEach: ({ columns, from, group, by, most }) =>
    `SELECT ${columns} ${from} ORDER BY ${group}, ${by} DESC LIMIT ${most} BY ${group}`,
  sum: (column) => `sumMerge(${column})`,
  max: (column) => `maxMerge(${column})`,
};

/** How each engine writes things. */
export const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = { duckdb, postgres, clickhouse };

/** A whole number as SQL; a minus sign never meets another one. */
export function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  return value < 0 ? `(${value})` : String(Math.abs(value));
}

function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}
