import type { LaneInput } from "../model/lanes.js";
import { fieldOf } from "../model/parts.js";
import { createDateReader } from "./dates.js";
import { finish, intervalOf, type DocumentDraft, type EventDraft } from "./draft.js";
import type { Reader } from "./format.js";
import { createHtmlReader, type HtmlReader } from "./html.js";
import { fieldIn, itemsOf, lose, unknownIn, wordIn } from "./items.js";
import type { Notes } from "./notes.js";
import { listsIn } from "./script-lists.js";

const DEEPEST = 8;
const KNOWN = "id content title group start end type".split(" ");
const LOST = "subgroup className style align editable selectable limitSize";
const LOOKS = "a timeline has its own look; importance and kind decide it";

/**
 * Items of vis-timeline, alone, as `{ items, groups }`, or written out in a script or in a page. Backgrounds become eras, nested
 * groups lanes in lanes.
 */
export const read: Reader = async ({ json: given, text }, notes, setting) => {
  const json = given ?? fromScript(text, notes);
  const items = Array.isArray(json) ? json : fieldIn(json, "items");
  const dates = createDateReader(setting, Array.isArray(items) ? items.map((item) => fieldIn(item, "start")) : []);
  const html = await createHtmlReader(text);
  const draft: DocumentDraft = { locale: setting.locale, lanes: readGroups(fieldIn(json, "groups"), html, notes) };
  const events: EventDraft[] = [];
  for (const item of itemsOf(items, Array.isArray(json) ? "" : "items", notes, setting.maxEvents)) {
    const { of, note } = item;
    const event: EventDraft = { id: wordIn(of("id")), date: "", title: undefined };
    event.title = html(of("content"), event, note, "content");
    event.summary = html.rich(of("title"), event, note, "title");
    if (!event.title) [event.title, event.summary] = [event.summary, undefined];
    event.lane = wordIn(of("group"));
    const [start, end] = [dates.read(of("start"), note, "start"), dates.read(of("end"), note, "end")];
    if (of("start") === undefined || of("start") === null)
      note.issue("date-missing", "start", of("start"), "a date", "error");
    event.date = intervalOf(start?.date, end?.date);
    event.dateText = [start?.dateText, end?.dateText].filter((words) => words !== undefined).join(" – ");
    lose(item, LOST, LOOKS);
    event.data = unknownIn(item, [...KNOWN, ...LOST.split(" ")]);
    if (of("type") === "background")
      draft.eras = [...(draft.eras ?? []), { title: event.title ?? start?.date ?? "", date: event.date }];
    else events.push(event);
  }
  return finish(draft, events);
};

/** The lists of a script: entries with a start are items, those without are groups. */
function fromScript(script: string, notes: Notes): { readonly items: unknown; readonly groups: unknown } {
  const { lists, computed } = listsIn(script);
  for (const beginning of computed)
    notes.whole.issue("list-computed", "", beginning, "a list that is written out", "error");
  const entries = lists.flat();
  const items = entries.filter((entry) => fieldOf(entry, "start") !== undefined);
  if (items.length === 0)
    notes.whole.issue("events-missing", "", script, "items that are written out, as no script is run", "error");
  return {
    items,
    groups: entries.filter((entry) => fieldOf(entry, "start") === undefined && fieldOf(entry, "id") !== undefined),
  };
}

/** Groups as lanes; a group that stands in a ring of groups stands at the top. */
function readGroups(groups: unknown, html: HtmlReader, notes: Notes): readonly LaneInput[] {
  const lanes = new Map<string, { label: string; nested: readonly string[]; isFolded: boolean }>();
  for (const item of itemsOf(groups, "groups", notes)) {
    const { of, note } = item;
    const id = wordIn(of("id"));
    if (id === undefined) note.issue("lane-id", "id", of("id"), "the id of a group");
    else if (lanes.has(id)) note.issue("id-duplicate", "id", id, "an id that no other group has");
    else {
      const nested = of("nestedGroups");
      lanes.set(id, {
        label: html(of("content"), {}, note, "content") ?? id,
        nested: Array.isArray(nested) ? nested.flatMap((name) => wordIn(name) ?? []) : [],
        isFolded: of("showNested") === false,
      });
    }
    lose(item, "className style order subgroupOrder", LOOKS);
    if (of("visible") === false) note.loss("visible", false, "all lanes are shown");
  }
  return treeOf(lanes);
}

function treeOf(
  lanes: ReadonlyMap<string, { label: string; nested: readonly string[]; isFolded: boolean }>,
): readonly LaneInput[] {
  const inside = new Set([...lanes.values()].flatMap(({ nested }) => nested));
  const placed = new Set<string>();
  const place = (id: string, depth: number): readonly LaneInput[] => {
    const lane = lanes.get(id);
    if (!lane || placed.has(id)) return [];
    placed.add(id);
    const below = depth < DEEPEST ? lane.nested.flatMap((name) => place(name, depth + 1)) : [];
    return [
      {
        id,
        label: lane.label || id,
        ...(below.length > 0 && { lanes: below }),
        ...(lane.isFolded && { folded: true }),
      },
    ];
  };
  const tops = [...lanes.keys()].filter((id) => !inside.has(id));
  return [...tops, ...lanes.keys()].flatMap((id) => place(id, 1));
}
