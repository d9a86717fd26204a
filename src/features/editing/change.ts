import type { EventBase } from "../../model/input.js";

/** What a change does to an event. A move may lead into another lane as well. */
export type EditAction = "add" | "move" | "resize" | "lane" | "rename" | "remove";

/** All of them. */
export const EDIT_ACTIONS: readonly EditAction[] = ["add", "move", "resize", "lane", "rename", "remove"];

/** One change of the rows: a row comes, goes, or gives its place to another. */
export interface Change {
  readonly action: EditAction;
  /** The place of the row in the author's order. */
  readonly at: number;
  /** The row before; `undefined` where it comes. */
  readonly before: EventBase | undefined;
  /** The row after; `undefined` where it goes. */
  readonly after: EventBase | undefined;
}

type Rows = readonly EventBase[];

/** The rows after a change, as a new list; `undefined` where the row that it begins with is not there any more. */
export function applyChange(rows: Rows, { at, before, after }: Change): Rows | undefined {
  const comes = after === undefined ? [] : [after];
  if (before === undefined) return [...rows.slice(0, at), ...comes, ...rows.slice(at)];
  const place = rows[at] === before ? at : rows.indexOf(before);
  return place < 0 ? undefined : [...rows.slice(0, place), ...comes, ...rows.slice(place + 1)];
}

/** What takes a change back. */
export function inverseOf(change: Change): Change {
  return { ...change, before: change.after, after: change.before };
}
