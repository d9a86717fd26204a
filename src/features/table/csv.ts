import type { Rows } from "./rows.js";

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * All rows as comma-separated values (RFC 4180), with the date in EDTF in a column of its own. A text that a spreadsheet would
 * run as a formula has an apostrophe before it.
 */
export function writeCSV({ headers: [event = "", date = "", ...rest], count, slice }: Rows): string {
  const rows = slice(0, count).map((row) => [row.title.text, row.date, row.edtf, ...row.rest]);
  return [[event, date, "EDTF", ...rest], ...rows].map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
