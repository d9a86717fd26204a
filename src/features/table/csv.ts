import type { Rows } from "./rows.js";

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * All rows as comma-separated values (RFC 4180), with the date in EDTF in a column of its own. A text that a spreadsheet would
 * run as a formula has an apostrophe before it; the year of a date in EDTF keeps its minus.
 */
export function writeCSV({ headers: [event = "", date = "", ...rest], count, slice }: Rows): string {
  const rows = slice(0, count).map((row) => [
    ...[row.title.text, row.date].map(guarded),
    row.edtf,
    ...row.rest.map(guarded),
  ]);
  return [[event, date, "EDTF", ...rest], ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
