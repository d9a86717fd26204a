import { isHeader, readHeader, type Header } from "./columns.js";
import { rowsOf, type Row } from "./rows.js";

/** A table: what its columns hold, and its rows. */
export interface Table {
  readonly header: Header;
  readonly headerRow: Row;
  readonly delimiter: string;
  /** The rows below the header. */
  readonly rows: () => Generator<Row>;
}

const DELIMITERS = [",", "\t", ";", "|"];
/** A header stands in one of the first rows that hold anything. */
const FIRST_ROWS = 5;

/** Finds the header of a table and what separates its cells; without a header the first row is taken for one. */
export function openTable(text: string, map: ReadonlyMap<string, string>): Table | undefined {
  const candidates = DELIMITERS.flatMap((delimiter) => {
    const found: { delimiter: string; headerRow: Row; header: Header; score: number }[] = [];
    for (const headerRow of rowsOf(text, delimiter)) {
      const header = readHeader(headerRow.cells, map);
      const named = header.places.size + header.languages.length;
      const score = (isHeader(header) ? 1000 : 0) + named * 10 + Math.min(headerRow.cells.length, 9);
      found.push({ delimiter, headerRow, header, score });
      if (found.length === FIRST_ROWS) break;
    }
    return found;
  });
  if (candidates.length === 0) return undefined;
  const best = candidates.reduce((one, other) => (other.score > one.score ? other : one));
  return {
    ...best,
    rows: function* () {
      for (const row of rowsOf(text, best.delimiter)) if (row.number > best.headerRow.number) yield row;
    },
  };
}
