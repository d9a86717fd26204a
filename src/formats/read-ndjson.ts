import type { TimelineEvent } from "../model/input.js";
import type { TimelineDocument } from "../model/options.js";
import { isObject } from "../model/rules.js";
import type { EventStream, Opener, Reader, ReadSetting } from "./format.js";
import { linesOf } from "./lines.js";
import type { Notes } from "./notes.js";
import { parseJSON } from "./source.js";
import { upToDate } from "./versions.js";

/** A longer line is no event, in UTF-16 units; all from there on is left out. */
const LONGEST = 50_000_000;

/** One event of ours in each line; the first line may hold the rest of the document. */
export const read: Reader = ({ text }, notes, setting) => {
  const stream = openLines(notes, setting);
  const events = [...stream.push(text, true)];
  return { ...stream.rest(), events };
};

/** The same for lines that come piece by piece. */
export const open: Opener = (_, notes, setting) => Promise.resolve(openLines(notes, setting));

function openLines(notes: Notes, { maxEvents }: ReadSetting): EventStream {
  let document: Readonly<Record<string, unknown>> = {};
  let [count, isDone, passed, left] = [0, false, 0, ""];
  const push = function* (piece: string, isLast: boolean): Generator<TimelineEvent> {
    const end = isLast ? piece.length : piece.lastIndexOf("\n") + 1;
    if (end === 0 && !isLast) {
      left += piece;
      if (left.length < LONGEST || isDone) return;
      isDone = true;
      notes.whole.issue("row-endless", "", piece, "a line with an end; all from there on is left out", "error");
      left = "";
      return;
    }
    const text = left + piece.slice(0, end);
    left = piece.slice(end);
    let last = 0;
    for (const { text: line, number } of linesOf(text)) {
      last = number;
      if (line.trim() === "" || isDone) continue;
      const row = parseJSON(line);
      const note = notes.at({ row: passed + number, path: `line ${passed + number}` });
      if (!isObject(row)) note.issue("row-unreadable", "", line, "an event as an object in JSON", "error");
      else if (count === 0 && Object.hasOwn(row, "version") && !Object.hasOwn(row, "date"))
        document = upToDate(row, notes);
      else if (count < maxEvents) {
        count++;
        notes.rows.push(passed + number);
        yield row as unknown as TimelineEvent;
      } else {
        note.issue("events-more", "", line, `at most ${maxEvents} events`, "error");
        isDone = true;
      }
    }
    passed += last - 1;
  };
  const rest = (): TimelineDocument => ({ version: 1, ...document, events: [] });
  return { push, rest, isDone: () => isDone };
}
