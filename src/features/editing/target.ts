import type { Shown } from "../../component/feature.js";
import type { DateInput, EventBase } from "../../model/input.js";
import { chooseLanguage } from "../../model/language.js";
import type { ResolvedEvent } from "../../model/model.js";
import { isObject } from "../../model/rules.js";

/** An event that can be changed. */
export interface Target {
  readonly id: string;
  readonly event: ResolvedEvent;
  /** The author's own object; it is never changed. */
  readonly row: EventBase;
  /** Its place in the author's order. */
  readonly at: number;
}

/** The event of an id. */
export function targetOf({ prepared }: Shown, id: string | undefined): Target | undefined {
  const event = prepared.all.events[prepared.all.byId.get(id ?? "") ?? -1];
  return event && { id: event.id, event, row: event.datum, at: event.index };
}

/**
 * Its row at another date. It keeps its id, also where that came from its old title or date. What the source printed is not
 * true of the new date, and goes.
 */
export function withDate({ row, id, event }: Target, date: DateInput): EventBase {
  const { timeZone } = event.span;
  // A date of `Temporal` knew its zone by itself.
  const zone = timeZone !== undefined && row.timeZone === undefined && { timeZone };
  return { ...without(row, "dateText", "publishedOn"), id, date, ...zone };
}

/** Its row in another lane; without one where that is empty. */
export function withLane({ row, id }: Target, lane: string): EventBase {
  return { ...without(row, "lane"), id, ...(lane !== "" && { lane }) };
}

function without(row: EventBase, ...keys: readonly (keyof EventBase)[]): EventBase {
  const kept = Object.entries(row).filter(([key]) => !(keys as readonly string[]).includes(key));
  return Object.fromEntries(kept) as unknown as EventBase;
}

/** Its row with another title; of a title in several languages, the one that the reader sees. */
export function withTitle({ row, id }: Target, text: string, locale: string): EventBase {
  const { title } = row;
  if (!isObject(title)) return { ...row, id, title: text };
  const tag = chooseLanguage(Object.keys(title), locale) ?? locale;
  return { ...row, id, title: { ...title, [tag]: text } };
}
