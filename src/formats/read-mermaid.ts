import type { LaneInput } from "../model/lanes.js";
import { createDateReader } from "./dates.js";
import { finish, type DocumentDraft, type EventDraft } from "./draft.js";
import type { Reader } from "./format.js";
import { createGantt } from "./gantt.js";
import { linesOf } from "./lines.js";
import type { RowNotes } from "./notes.js";

const WORDS =
  /^(title|section|dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|inclusiveEndDates|accTitle|accDescr|click|topAxis|displayMode)\b:?\s*([^]*)$/;

/** `timeline` and `gantt` of Mermaid. Periods of a timeline are texts; what is no date there can't be placed. */
export const read: Reader = ({ text }, notes, setting) => {
  const dates = createDateReader(setting);
  const draft: DocumentDraft = { locale: setting.locale };
  const [events, lanes]: [EventDraft[], LaneInput[]] = [[], []];
  let kind: "timeline" | "gantt" | undefined;
  let [section, isHeader]: [string | undefined, boolean] = [undefined, false];
  let period: Pick<EventDraft, "date" | "dateText"> = {};
  const gantt = createGantt();

  const add = (event: EventDraft): void => {
    if (events.length < setting.maxEvents) events.push({ ...event, lane: section });
  };
  const timelineLine = (line: string, note: RowNotes): void => {
    const [first = "", ...titles] = splitColons(line);
    if (first !== "") {
      const read = dates.read(first, note, "period");
      period = { date: read?.date ?? first, dateText: read?.dateText };
    }
    for (const title of titles.length === 0 ? [first] : titles)
      if (title !== "") add({ ...period, title: unbroken(title) });
  };
  for (const { text: given, number } of linesOf(text)) {
    const line = (given.split("%%", 1)[0] ?? "").trim();
    const note = notes.at({ row: number, path: `line ${number}` });
    if (line === "---") isHeader = !isHeader && kind === undefined;
    else if (line === "" || line.startsWith("```")) continue;
    else if (isHeader) draft.title ??= /^title:\s*(\S[^]*)$/.exec(line)?.[1];
    else if (kind === undefined) kind = /^(timeline|gantt)\b/.exec(line)?.[1] as typeof kind;
    else {
      const [, word, rest = ""] = WORDS.exec(line) ?? [];
      if (word === "title") draft.title = rest;
      else if (word === "section") {
        section = unbroken(rest);
        if (!lanes.some(({ id }) => id === section) && section !== "") lanes.push({ id: section });
      } else if (word === "dateFormat") gantt.setFormat(rest);
      else if (word === "inclusiveEndDates") gantt.setInclusive();
      else if (word !== undefined) note.loss(word, rest, "how a diagram is drawn");
      else if (kind === "gantt") add(gantt.task(line, note));
      else timelineLine(line, note);
    }
  }
  if (kind === undefined)
    notes.whole.issue("diagram-unknown", "", text, "a diagram that begins with timeline or gantt", "error");
  if (events.length === setting.maxEvents)
    notes.whole.issue("events-more", "", events, `at most ${setting.maxEvents} events`, "error");
  return finish({ ...draft, lanes }, events);
};

/** A colon separates with a blank beside it; one within a time or an address does not. */
function splitColons(line: string): string[] {
  return line.split(/(?:^|\s):(?=\s|$)|:\s/).map((part) => part.trim());
}

function unbroken(text: string): string {
  return text.replace(/<br ?\/?>/gi, "\n").trim();
}
