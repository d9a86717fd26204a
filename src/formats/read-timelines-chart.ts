import type { LaneInput } from "../model/lanes.js";
import { createDateReader } from "./dates.js";
import { finish, intervalOf, type EventDraft } from "./draft.js";
import type { Reader } from "./format.js";
import { createHtmlReader } from "./html.js";
import { itemsOf, unknownIn, wordIn } from "./items.js";

/** Groups of timelines-chart: a group and its lines become a lane with lanes in it, each segment an event. */
export const read: Reader = async ({ json, text }, notes, setting) => {
  const dates = createDateReader(setting);
  const html = await createHtmlReader(text);
  const lanes: LaneInput[] = [];
  const events: EventDraft[] = [];
  const left = (): number => setting.maxEvents - events.length;
  for (const group of itemsOf(json, "", notes, setting.maxEvents)) {
    const name = wordIn(group.of("group")) ?? `${lanes.length + 1}`;
    const lines: LaneInput[] = [];
    for (const line of itemsOf(group.of("data"), `${group.path}.data`, notes, setting.maxEvents)) {
      const label = wordIn(line.of("label")) ?? `${lines.length + 1}`;
      const lane = `${name} / ${label}`;
      lines.push({ id: lane, label });
      for (const segment of itemsOf(line.of("data"), `${line.path}.data`, notes, left())) {
        const { of, note } = segment;
        const range = of("timeRange");
        const [from, to] = Array.isArray(range) ? (range as readonly unknown[]) : [range];
        const [start, end] = [dates.read(from, note, "timeRange[0]"), dates.read(to, note, "timeRange[1]")];
        if (!start && !end) note.issue("date-missing", "timeRange", range, "a start and an end", "error");
        const event: EventDraft = { date: intervalOf(start?.date, end?.date), title: undefined, lane };
        event.title = html(of("labelVal") ?? of("val"), event, note, "val") ?? label;
        event.data = unknownIn(segment, ["timeRange", "labelVal", of("labelVal") === undefined ? "val" : undefined]);
        events.push(event);
      }
    }
    lanes.push({ id: name, label: name, lanes: lines });
  }
  return finish({ locale: setting.locale, lanes }, events);
};
