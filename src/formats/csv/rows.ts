/** A row of a table, with its number as the sheet counts it, from 1 on. */
export interface Row {
  readonly cells: readonly string[];
  readonly number: number;
  /** Whether the row has more cells than are kept. */
  readonly isCut: boolean;
  /** Whether a quotation mark opens that is never closed; it is then taken as a letter. */
  readonly isOpen: boolean;
}

/** No row has more cells that mean something. */
const MOST_CELLS = 1000;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * The rows of a table with separated values (RFC 4180), one after the other, without those that are empty; lines end with
 * LF, CRLF or CR. A quotation mark that nobody closes would swallow the rest: from there on, quotation marks are letters.
 *
 * @param text - The table.
 * @param delimiter - The one character between cells.
 */
export function* rowsOf(text: string, delimiter: string): Generator<Row> {
  const separator = delimiter.charCodeAt(0);
  let at = 0;
  let number = 0;
  let areQuotesLetters = false;
  while (at < text.length) {
    const cells: string[] = [];
    let [isCut, isOpen, isEnd] = [false, false, false];
    number++;
    while (!isEnd) {
      let cell = "";
      let from = at;
      if (!areQuotesLetters && text.charCodeAt(at) === QUOTE) {
        const quoted = readQuoted(text, at);
        if (quoted) [cell, at] = quoted;
        else isOpen = areQuotesLetters = true;
        from = at;
      }
      for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(++at))
        if (code === separator || code === LF || code === CR) break;
      if (at > from) cell += text.slice(from, at);
      if (cells.length < MOST_CELLS) cells.push(cell);
      else isCut = true;
      isEnd = at >= text.length || text.charCodeAt(at) !== separator;
      at += isEnd && text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    }
    if (cells.some((cell) => cell !== "")) yield { cells, number, isCut, isOpen };
  }
}

/** The text between quotation marks, in which two stand for one, and the place behind it. */
function readQuoted(text: string, start: number): [cell: string, next: number] | undefined {
  let cell = "";
  let from = start + 1;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end < 0) return undefined;
    cell += text.slice(from, end);
    if (text.charCodeAt(end + 1) !== QUOTE) return [cell, end + 1];
    cell += '"';
    from = end + 2;
  }
}
