import { isHeader, readHeader, type Header } from "./columns.js";
import { rowsOf, type Row } from "./rows.js";

/** Where the columns of a table are named. */
export interface Heading {
  readonly header: Header;
  /** The row that names them. */
  readonly row: Row;
  /** What stands between cells. */
  readonly delimiter: string;
}

const DELIMITERS = [",", "\t", ";", "|"];
/** A header stands in one of the first rows that hold anything. */
const FIRST_ROWS = 5;

/** Finds the header of a table and what separates its cells; without a header the first row is taken for one. */
export function findHeading(head: string, map: ReadonlyMap<string, string>): Heading | undefined {
  const candidates = DELIMITERS.flatMap((delimiter) => {
    const found: (Heading & { readonly score: number })[] = [];
    for (const row of rowsOf(head, delimiter)) {
      const header = readHeader(row.cells, map);
      const named = header.places.size + header.languages.length;
      const score = (isHeader(header) ? 1000 : 0) + named * 10 + Math.min(row.cells.length, 9);
      found.push({ delimiter, row, header, score });
      if (found.length === FIRST_ROWS) break;
    }
    return found;
  });
  if (candidates.length === 0) return undefined;
  return candidates.reduce((one, other) => (other.score > one.score ? other : one));
}
