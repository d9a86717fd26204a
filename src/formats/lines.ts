/** A line of a text, without its end, and its number from 1 on. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** The lines of a text, one after the other; they end with LF, CRLF or CR. */
export function* linesOf(text: string): Generator<Line> {
  const ends = /\r\n|\n|\r/g;
  let from = 0;
  let number = 1;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield { text: text.slice(from, end.index), number: number++ };
    from = ends.lastIndex;
  }
  yield { text: text.slice(from), number };
}
