/** A row of a table, with its number as the sheet counts it, from 1 on. */
export interface Row {
  readonly cells: readonly string[];
  readonly number: number;
  /** Whether the row has more cells or letters than are kept. */
  readonly isCut: boolean;
  /** Whether a quotation mark opens that is never closed; it is then taken as a letter. */
  readonly isOpen: boolean;
}

/** Makes rows of the text of a table that comes piece by piece. */
export interface RowReader {
  /** Takes a further piece, once there is no next row; the last piece ends the last row. */
  readonly add: (piece: string, isLast: boolean) => void;
  /** The next row that has come to its end, written over the one before: a table may have a million. */
  readonly next: () => Row | undefined;
  /** Whether a row is so long that nothing more is looked at. */
  readonly isLost: () => boolean;
}

/** No row has more cells that mean something. */
const MOST_CELLS = 1000;
/** The letters of a longer row are left out from there on, and a longer cell in quotation marks is one that nobody closes. */
const MOST_LETTERS = 4_000_000;
/** Where no line ends in so many letters, none is waited for any more. */
const MOST_SKIPPED = 64_000_000;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** All rows of a table, each by itself. See {@link createRowReader}. */
export function* rowsOf(text: string, delimiter: string): Generator<Row> {
  const reader = createRowReader(delimiter);
  reader.add(text, true);
  for (let row = reader.next(); row; row = reader.next()) yield { ...row, cells: [...row.cells] };
}

/**
 * A reader of tables with separated values (RFC 4180), which leaves out rows that are empty; lines end with LF, CRLF or CR.
 * A quotation mark that nobody closes would swallow the rest: from there on, quotation marks are letters.
 *
 * @param delimiter - The one character between cells.
 */
export function createRowReader(delimiter: string): RowReader {
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  const row = { cells, number: 0, isCut: false, isOpen: false };
  let text = "";
  let at = 0;
  let isLast = false;
  let areQuotesLetters = false;
  let isSkipping = false;
  let skipped = 0;
  /** A row that has not come to its end is looked at again when there is twice as much of it. */
  let wanted = 0;
  let isWaiting = false;

  /** Goes behind the end of a line; `false` where more must come to know it. */
  const passEnd = (): boolean => {
    const isReturn = text.charCodeAt(at) === CR;
    if (isReturn && at + 1 === text.length && !isLast) return false;
    at += isReturn && text.charCodeAt(at + 1) === LF ? 2 : 1;
    return true;
  };
  /** Passes over what is left of a row that is too long. */
  const skip = (): void => {
    const from = at;
    at = endOfCell(text, from, text.length, LF);
    isSkipping = at === text.length || !passEnd();
    skipped = isSkipping ? skipped + at - from : 0;
  };
  /** Reads the row that begins here; says whether its end has come. */
  const readRow = (): boolean => {
    const limit = Math.min(text.length, at + MOST_LETTERS);
    const isWhole = isLast || limit < text.length;
    let count = 0;
    row.isCut = row.isOpen = false;
    for (;;) {
      const quoted = !areQuotesLetters && text.charCodeAt(at) === QUOTE ? readQuoted(text, at, limit, isWhole) : "";
      if (quoted === "more") return false;
      if (quoted === "open") row.isOpen = areQuotesLetters = true;
      const isQuoted = typeof quoted !== "string";
      const from = isQuoted ? quoted.next : at;
      at = endOfCell(text, from, limit, separator);
      if (at === limit && !isWhole) return false;
      if (count < MOST_CELLS) cells[count++] = isQuoted ? quoted.cell + text.slice(from, at) : text.slice(from, at);
      else row.isCut = true;
      if (at === limit || text.charCodeAt(at) !== separator) break;
      at++;
    }
    if (at === limit && limit < text.length) {
      row.isCut = true;
      skip();
    } else if (at < limit && !passEnd()) return false;
    cells.length = count;
    row.number++;
    return true;
  };

  return {
    isLost: () => skipped > MOST_SKIPPED,
    add: (piece, ends) => {
      // Joined rather than added, which would leave two texts behind one, each letter a step further away.
      text = at === text.length ? piece : [text.slice(at), piece].join("");
      at = 0;
      isLast = ends;
      isWaiting &&= !isLast && text.length < wanted;
      if (isSkipping && !isWaiting) skip();
    },
    next: () => {
      while (!isWaiting && !isSkipping && at < text.length) {
        const start = at;
        if (!readRow()) {
          at = start;
          isWaiting = true;
          wanted = 2 * (text.length - at);
        } else if (cells.some((cell) => cell !== "")) return row;
      }
      return undefined;
    },
  };
}

/** The next place with a separator or the end of a line, or the limit. */
function endOfCell(text: string, from: number, limit: number, separator: number): number {
  const last = Math.max(separator, CR);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    // Most are letters, behind all of them.
    if (code <= last && (code === separator || code === LF || code === CR)) return at;
  }
  return limit;
}

/**
 * The text between quotation marks, in which two stand for one, and the place behind it; `open` where none closes it, `more`
 * where one may come.
 */
function readQuoted(
  text: string,
  start: number,
  limit: number,
  isWhole: boolean,
): { readonly cell: string; readonly next: number } | "open" | "more" {
  let cell = "";
  let from = start + 1;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end < 0 || end >= limit) return isWhole ? "open" : "more";
    if (end + 1 === limit && !isWhole) return "more";
    cell += text.slice(from, end);
    if (text.charCodeAt(end + 1) !== QUOTE || end + 1 >= limit) return { cell, next: end + 1 };
    cell += '"';
    from = end + 2;
  }
}
