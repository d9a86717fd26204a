import { fieldOf } from "../model/parts.js";
import { isObject } from "../model/rules.js";
import type { EventDraft } from "./draft.js";
import type { Notes, RowNotes } from "./notes.js";

/** An item of a list in JSON. */
export interface Item {
  /** An own field, so that nothing comes from a prototype. */
  readonly of: (name: string) => unknown;
  readonly note: RowNotes;
  readonly path: string;
  /** The item itself. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** The items of a list, one after the other; what is no object is an issue. At most `most` of them. */
export function* itemsOf(list: unknown, path: string, notes: Notes, most: number = Infinity): Generator<Item> {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    notes.whole.issue("list-unreadable", path, list, "a list", "error");
    return;
  }
  let index = 0;
  for (const value of list as readonly unknown[]) {
    const at = `${path}[${index}]`;
    if (index >= most) {
      notes.whole.issue("events-more", path, list, `at most ${most} items`, "error");
      return;
    }
    const note = notes.at({ row: ++index, path: at });
    if (isObject(value)) yield { of: (name) => fieldOf(value, name), note, path: at, value };
    else if (value !== null) note.issue("row-unreadable", "", value, "an object", "error");
  }
}

/** An own field of anything. */
export function fieldIn(value: unknown, name: string): unknown {
  return isObject(value) ? fieldOf(value, name) : undefined;
}

/** A text or number as text; `undefined` for anything else. */
export function wordIn(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : undefined;
}

/** Notes each of these fields of an item that has something in it as a loss. */
export function lose({ of, note }: Item, names: string, reason: string): void {
  for (const name of names.split(" ")) {
    const value = of(name);
    if (value !== undefined && value !== null && value !== "") note.loss(name, value, reason);
  }
}

/** A name that would reach a prototype where somebody copies it carelessly. */
const PROTOTYPE = "__proto__";

/** The fields of an item that nobody knows, to be kept as the data of its event; `undefined` where there are none. */
export function unknownIn({ value, note }: Item, known: readonly unknown[]): EventDraft["data"] {
  const rest = Object.entries(value).filter(([name]) => !known.includes(name) && name !== PROTOTYPE);
  if (Object.hasOwn(value, PROTOTYPE))
    note.loss(PROTOTYPE, value[PROTOTYPE], "the name of a prototype, not of a field");
  return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}
