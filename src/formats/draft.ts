import type { DateInput, EventBase, Source } from "../model/input.js";
import type { TimelineDocument } from "../model/options.js";

/** An event that is being put together; its date may still be a text that can't be read. */
export type EventDraft = { -readonly [Name in keyof EventBase]?: EventBase[Name] | undefined } & Record<
  string,
  unknown
>;

/** A document that is being put together. */
export type DocumentDraft = { -readonly [Name in keyof TimelineDocument]?: TimelineDocument[Name] | undefined };

/** The document, without fields that hold nothing. */
export function finish(draft: DocumentDraft, events: readonly EventDraft[]): TimelineDocument {
  const { title, ...rest } = withoutEmpty(draft);
  return {
    version: 1,
    ...(title !== undefined && { title }),
    ...rest,
    events: events.map(withoutEmpty),
  } as unknown as TimelineDocument;
}

/** A copy without what is undefined, an empty text or an empty list. */
function withoutEmpty(fields: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    const value = (fields as Readonly<Record<string, unknown>>)[name];
    const isEmpty = isBlank(value) || (Array.isArray(value) && value.length === 0);
    if (name === "date" || !isEmpty) kept[name] = value;
  }
  return kept;
}

/** One date from two; equal ones are one date. A start that is itself an interval gives its own start. */
export function intervalOf(start: string | undefined, end: string | undefined): DateInput {
  if (end === undefined || end === "" || end === start) return start ?? "";
  const from = start === undefined || start === "" ? "" : (start.split("/", 1)[0] ?? "");
  const to = end.split("/").at(-1) ?? "";
  if (to === "now") return { start: from === "" ? null : from, end: "now" };
  return `${from}/${to}`;
}

/** Adds an address as a source, once. */
export function addSource(event: EventDraft, source: Source): void {
  if (event.sources?.some(({ url }) => url !== undefined && url === source.url)) return;
  event.sources = [...(event.sources ?? []), source];
}

/** Whether there is nothing to see in a text. */
export function isBlank(text: unknown): boolean {
  return text === undefined || text === "";
}
