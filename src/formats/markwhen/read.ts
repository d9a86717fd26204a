import type { LaneInput } from "../../model/lanes.js";
import { createDateReader } from "../dates.js";
import { addSource, finish, type DocumentDraft, type EventDraft } from "../draft.js";
import type { Reader } from "../format.js";
import { linesOf } from "../lines.js";
import { instantsOf } from "../moments.js";
import type { RowNotes } from "../notes.js";
import { isPicture } from "../media.js";
import { safeUrl } from "../../base/url.js";
import { readHeader } from "./header.js";
import { readRange, type Extent } from "./range.js";

const EVENT = /^\s{0,20}(?:[-*] )?([^\s:#/[][^:]{0,100}(?::\d\d(?::\d\d)?[^:]{0,60}){0,4}): ?(\S[^]*)?$/;
const BEGINS = /^(?:-?\d|now\b|after\b|before\b|by\b|![\w-]|[A-Za-z]{3,9}\.? \d|[٠-٩۰-۹])/;
const SECTION = /^(#{1,6}) +(\S[^]*)$|^(section|group) +(\S[^]*)$/;
const LINK = /(!?)\[([^[\]]{0,200})\]\(([^()\s]{1,500})\)/g;
const TAG = /(?:^|\s)#([\p{L}\p{N}_-]{1,60})/gu;
const ID = /(?:^|\s)!([\w-]{1,60})(?=\s|$)/;
const PROPERTY = /^\s{0,20}([A-Za-z][\w-]{0,30}): (\S[^]*)$/;
const DEEPEST = 8;

/** Text of markwhen: events with dates before a colon, in sections that become lanes. */
export const read: Reader = ({ text }, notes, setting) => {
  const lines = [...linesOf(text)].map((line) => line.text);
  const header = readHeader(lines);
  for (const { name, value, number } of header.others)
    notes.at({ row: number, path: `line ${number}` }).loss(name, value, "a key that says how a timeline looks");
  const dateOrder = setting.dateOrder === "auto" ? header.dateOrder : setting.dateOrder;
  const dates = createDateReader({ ...setting, dateOrder });
  const events: EventDraft[] = [];
  const sections = createSections();
  const byId = new Map<string, Extent>();
  let last: Extent | undefined;
  let body: string[] = [];
  let current: { event: EventDraft; note: RowNotes } | undefined;

  const close = (): void => {
    if (current) readBody(current.event, body, current.note);
    if (current?.event.id !== undefined && last) byId.set(current.event.id, last);
    [current, body] = [undefined, []];
  };
  for (let index = header.next; index < lines.length; index++) {
    const line = lines[index]!;
    const note = notes.at({ row: index + 1, path: `line ${index + 1}` });
    if (/^\s*\/\/(?!\/)/.test(line)) continue;
    const section = SECTION.exec(line.trim());
    const range = EVENT.exec(line);
    if (section || /^end(Section|Group)\s*$/.test(line.trim())) {
      close();
      if (section) sections.open(section[1]?.length, (section[2] ?? section[4] ?? "").replace(TAG, "").trim());
      else sections.close();
    } else if (range && BEGINS.test(range[1]!)) {
      close();
      if (events.length === setting.maxEvents) {
        note.issue("events-more", "", line, `at most ${setting.maxEvents} events`, "error");
        break;
      }
      const when = range[1]!.split(" every ", 1)[0]!;
      const date = readRange(when, { byId, last }, dates, note);
      if (when !== range[1]) note.loss("every", range[1], "only the first of the events that recur is kept");
      const extent = typeof date === "string" ? instantsOf(date) : undefined;
      last = extent ?? last;
      const event: EventDraft = { date, title: undefined, lane: sections.current() };
      events.push(event);
      current = { event, note };
      body = [range[2] ?? ""];
    } else if (current) body.push(line);
  }
  close();
  const draft: DocumentDraft = {
    title: header.title,
    timeZone: header.timeZone,
    subtitle: header.description,
    locale: setting.locale,
    lanes: sections.lanes(),
  };
  return finish(draft, events);
};

/** Takes the words, tags, links and properties of an event out of its lines. */
function readBody(event: EventDraft, lines: readonly string[], note: RowNotes): void {
  const kept: string[] = [];
  lines.forEach((line, index) => {
    const [, name, value] = index === 0 ? [] : (PROPERTY.exec(line) ?? []);
    if (name === "id" && value !== undefined) event.id = value.trim();
    else if (name === "location" && value !== undefined && kept.length === 1) event.place = value.trim();
    else if (name !== undefined && kept.length === 1) note.loss(name, value, "a property of an event");
    else kept.push(line.trim());
  });
  const own: string[] = [];
  const words = kept.map((line) => {
    const plain = line.replace(LINK, (_, picture: string, label: string, url: string) => {
      if (picture === "" && (url === "location" || url === "map")) event.place = label;
      else if (!safeUrl(url)) note.loss("link", url, "a link that may not be followed; its words are kept");
      else if (picture !== "" || isPicture(url))
        event.media = [...(event.media ?? []), { url, ...(label !== "" && { alt: label }) }];
      else addSource(event, { ...(label !== "" && { title: label }), url });
      return picture === "" ? label : "";
    });
    event.id ??= ID.exec(plain)?.[1];
    for (const [, tag] of plain.matchAll(TAG)) own.push(tag!);
    return withoutTags(plain.replace(ID, ""));
  });
  event.tags = [...new Set(own)];
  event.title = words[0] === "" ? words.find((line) => line !== "") : words[0];
  event.summary = words.slice(1).join("\n").trim();
  if (event.title === event.summary) event.summary = undefined;
}

/** Tags at the end of a line are no words; one in the middle is. */
function withoutTags(line: string): string {
  const words = line.trim().split(" ");
  while (words.length > 0 && /^(?:#[^\s]{1,60})?$/.test(words.at(-1)!)) words.pop();
  return words.join(" ").replace(TAG, (tag) => tag.replace("#", ""));
}

/** The sections that lines stand in, as lanes. */
function createSections(): {
  readonly open: (level: number | undefined, name: string) => void;
  readonly close: () => void;
  readonly current: () => string | undefined;
  readonly lanes: () => readonly LaneInput[];
} {
  interface Section {
    readonly id: string;
    readonly label: string;
    readonly level: number;
    readonly lanes: Section[];
  }
  const tops: Section[] = [];
  const ids = new Set<string>();
  let trail: Section[] = [];
  const laneOf = ({ id, label, lanes }: Section): LaneInput => ({
    id,
    ...(label !== id && { label }),
    ...(lanes.length > 0 && { lanes: lanes.map(laneOf) }),
  });
  return {
    open: (level = trail.length + 1, name) => {
      const label = name === "" ? "–" : name;
      trail = trail.filter((section) => section.level < level).slice(0, DEEPEST - 1);
      const path = [...trail.map((section) => section.label), label].join(" / ");
      const siblings = trail.at(-1)?.lanes ?? tops;
      const known = siblings.find((section) => section.label === label);
      const section = known ?? { id: ids.has(label) ? path : label, label, level, lanes: [] };
      if (!known) siblings.push(section);
      ids.add(section.id);
      trail.push(section);
    },
    close: () => void trail.pop(),
    current: () => trail.at(-1)?.id,
    lanes: () => tops.map(laneOf),
  };
}
