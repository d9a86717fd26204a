/** What whole numbers in a column of time count. */
export type ClockUnit = "ms" | "s" | "us" | "year";

/** All that there are. */
export const clockUnits: readonly ClockUnit[] = ["ms", "s", "us", "year"];

const DAY = 86_400_000;
const WHOLE = /^U?(TINY|SMALL|BIG|HUGE)INT$|^U?INTEGER$/;
const BROKEN = /^(FLOAT|DOUBLE|DECIMAL)/;

/**
 * The first millisecond that a value of a column can mean, as SQL: a date means its whole day, a year or a month in a text all of
 * it, a moment itself. Nothing where it is no time.
 */
export function earliest(column: string, type: string, unit: ClockUnit): string {
  return bound(column, type, unit, 0);
}

/** The first millisecond after what a value of a column can mean, as SQL; of a moment, itself. */
export function latest(column: string, type: string, unit: ClockUnit): string {
  return bound(column, type, unit, 1);
}

function bound(column: string, type: string, unit: ClockUnit, after: 0 | 1): string {
  if (WHOLE.test(type) || BROKEN.test(type)) return ofNumber(`CAST(${column} AS DOUBLE)`, unit, after);
  if (type === "DATE") return ofDate(column, after);
  if (type.startsWith("TIMESTAMP")) return ofMoment(column);
  return ofText(`trim(CAST(${column} AS VARCHAR))`, after);
}

function ofNumber(number: string, unit: ClockUnit, after: 0 | 1): string {
  if (unit === "year") return startOfYear(`TRY_CAST(${number} AS BIGINT)`, after);
  const factor = { ms: 1, s: 1_000, us: 0.001 }[unit];
  return `TRY_CAST(floor(${number} * ${factor}) AS BIGINT)`;
}

/** Years outside of those that the calendar of DuckDB has are no time. */
function startOfYear(year: string, after: 0 | 1): string {
  return `CASE WHEN ${year} BETWEEN -200000 AND 200000 THEN epoch_ms(make_date(${year} + ${after}, 1, 1)) END`;
}

function ofDate(date: string, after: 0 | 1): string {
  return `CASE WHEN isfinite(${date}) THEN epoch_ms(${date}) + ${after * DAY} END`;
}

function ofMoment(moment: string): string {
  return `CASE WHEN isfinite(${moment}) THEN epoch_ms(${moment}) END`;
}

function ofText(text: string, after: 0 | 1): string {
  const month = `TRY_CAST(${text} || '-01' AS DATE)`;
  return [
    "CASE",
    `WHEN regexp_full_match(${text}, '-?[0-9]{4,6}') THEN ${startOfYear(`TRY_CAST(${text} AS BIGINT)`, after)}`,
    `WHEN regexp_full_match(${text}, '-?[0-9]{4}-[0-9]{2}') THEN epoch_ms(${month}${after ? " + INTERVAL 1 MONTH" : ""})`,
    `WHEN regexp_full_match(${text}, '-?[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN ${ofDate(`TRY_CAST(${text} AS DATE)`, after)}`,
    `WHEN regexp_full_match(${text}, '.*:.*([zZ]|[+-][0-9]{2}(:?[0-9]{2})?)') THEN ${ofMoment(`TRY_CAST(${text} AS TIMESTAMPTZ)`)}`,
    `ELSE ${ofMoment(`TRY_CAST(${text} AS TIMESTAMP)`)} END`,
  ].join(" ");
}
