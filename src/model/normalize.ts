import type { Issue } from "../base/errors.js";
import { slug } from "../text/slug.js";
import { resolveEvent, type Draft, type EventSetting } from "./event.js";
import { assignIds, type Nameless } from "./identity.js";
import type { EventBase } from "./input.js";
import { createIssueLog } from "./issue-log.js";
import type { ResolvedEvent } from "./model.js";
import { fieldOf, resolveWord } from "./parts.js";
import { resolveReferences } from "./references.js";
import { isObject } from "./rules.js";
import { resolveText } from "./text.js";

/** What decides how events are read; resolved options will do. */
export type NormalizeSetting = Pick<EventSetting, "locale" | "direction" | "timeZone" | "kinds" | "now">;

/** Events that are ready to be laid out, in the author's order, and all that was wrong with them. */
export interface Normalized<E extends EventBase = EventBase> {
  readonly events: readonly ResolvedEvent<E>[];
  readonly issues: readonly Issue[];
}

/** A row with the id that it was given, and names where there is none; without a draft it can't be shown. */
interface Row extends Pick<Nameless, "id" | "fallbacks"> {
  readonly draft: Draft | undefined;
}

/**
 * Reads the author's events. Wrong data never throws and never takes other events with it: a row without a readable date
 * is left out, anything else is shown as far as it goes, and each fault is one issue. Nothing of the input is changed.
 *
 * @param events - Should be an array of events.
 * @param setting - The language, zone and kinds of the timeline.
 */
export function normalize<E extends EventBase = EventBase>(events: unknown, setting: NormalizeSetting): Normalized<E> {
  const { report, list } = createIssueLog();
  const isList = Array.isArray(events);
  if (!isList) report("events-unreadable", "events", events, "an array of events", "error");
  const rows = (isList ? events : []).map((row: unknown, i) => readRow(row, i, { ...setting, report }));
  const shown = rows.filter((row): row is Row & { draft: Draft } => row.draft !== undefined);
  const ids = assignIds(
    shown.map(({ id, fallbacks, draft: { index } }) => ({ index, id, fallbacks })),
    report,
  );
  const named = shown.map(({ draft }, i) => ({ ...draft, id: ids[i]! }));
  const givenIds = new Set(rows.map((row) => row.id));
  const references = resolveReferences(named, (id) => givenIds.has(id), report);
  return {
    events: named.map((event) => ({ ...event, ...references.get(event.id)!, datum: event.datum as E })),
    issues: list(),
  };
}

function readRow(row: unknown, index: number, setting: EventSetting): Row {
  const path = `events[${index}]`;
  if (isObject(row)) {
    try {
      const id = resolveWord(fieldOf(row, "id"), `${path}.id`, setting);
      const draft = resolveEvent(row, index, setting);
      return { id, draft, fallbacks: draft && id === undefined ? namesOf(row, draft) : NO_NAMES };
    } catch {
      setting.report("event-unreadable", path, "an object that throws", "an object that can be read", "error");
    }
  } else setting.report("event-unreadable", path, row, "an object with a date and a title", "error");
  return { id: undefined, draft: undefined, fallbacks: NO_NAMES };
}

const NO_NAMES = [""] as const;

/** By the title in the first language that it is given in, so that an event has the same name for all readers. */
function namesOf(row: object, { kind, span }: Draft): Nameless["fallbacks"] {
  const title = fieldOf(row, "title");
  const locale = isObject(title) ? (Object.keys(title)[0] ?? "") : "";
  const own = resolveText(title, "title", { locale, direction: "ltr", report: () => undefined });
  const [name, date] = [slug(own?.text ?? ""), span.text.replace(/[^\w-]+/g, "-").replace(/-$/, "")];
  return name === "" ? [`${kind.kind}-${date}`] : [name, `${name}-${date}`];
}
