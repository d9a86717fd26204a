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
  /** The rows that a further piece brings to their ends; the last piece ends the last row. */
  readonly push: (piece: string, isLast: boolean) => Generator<Row>;
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

/** All rows of a table. See {@link createRowReader}. */
export function rowsOf(text: string, delimiter: string): Generator<Row> {
  return createRowReader(delimiter).push(text, true);
}

/**
 * A reader of tables with separated values (RFC 4180), which leaves out rows that are empty; lines end with LF, CRLF or CR.
 * A quotation mark that nobody closes would swallow the rest: from there on, quotation marks are letters.
 *
 * @param delimiter - The one character between cells.
 */
export function createRowReader(delimiter: string): RowReader {
  const separator = delimiter.charCodeAt(0);
  let text = "";
  let at = 0;
  let isLast = false;
  let number = 0;
  let areQuotesLetters = false;
  let isSkipping = false;
  let skipped = 0;
  /** A row that has not come to its end is looked at again when there is twice as much of it. */
  let wanted = 0;

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
  /** The row that begins here; `undefined` where its end has not come yet. */
  const next = (): Row | undefined => {
    const limit = Math.min(text.length, at + MOST_LETTERS);
    const isWhole = isLast || limit < text.length;
    const cells: string[] = [];
    let [isCut, isOpen] = [false, false];
    for (;;) {
      const quoted = !areQuotesLetters && text.charCodeAt(at) === QUOTE ? readQuoted(text, at, limit, isWhole) : "";
      if (quoted === "more") return undefined;
      if (quoted === "open") isOpen = areQuotesLetters = true;
      const words = typeof quoted === "string" ? "" : quoted.cell;
      if (typeof quoted !== "string") at = quoted.next;
      const from = at;
      at = endOfCell(text, from, limit, separator);
      if (at === limit && !isWhole) return undefined;
      if (cells.length < MOST_CELLS) cells.push(words + text.slice(from, at));
      else isCut = true;
      if (at === limit || text.charCodeAt(at) !== separator) break;
      at++;
    }
    if (at === limit && limit < text.length) {
      isCut = true;
      skip();
    } else if (at < limit && !passEnd()) return undefined;
    number++;
    return { cells, number, isCut, isOpen };
  };

  return {
    isLost: () => skipped > MOST_SKIPPED,
    push: function* (piece, ends) {
      // Joined rather than added, which would leave two texts behind one, each letter a step further away.
      text = text === "" ? piece : [text, piece].join("");
      isLast = ends;
      if (!isLast && text.length < wanted) return;
      at = 0;
      if (isSkipping) skip();
      while (!isSkipping && at < text.length) {
        const start = at;
        const row = next();
        if (!row) {
          at = start;
          break;
        }
        if (row.cells.some((cell) => cell !== "")) yield row;
      }
      text = text.slice(at);
      wanted = text.length * 2;
    },
  };
}

/** The next place with a separator or the end of a line, or the limit. */
function endOfCell(text: string, from: number, limit: number, separator: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) return at;
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
