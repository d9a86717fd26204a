import type { RowNotes } from "./notes.js";

/** A value as JSON; one that can't be, as it holds itself or a big integer, is an issue and becomes `null`. */
export function jsonOf(value: unknown, note: RowNotes, indent?: number): string {
  try {
    const text: unknown = JSON.stringify(value, null, indent);
    return typeof text === "string" ? text : "null";
  } catch (error) {
    note.issue("json-impossible", "", (error as Error).message, "values that JSON has", "error");
    return "null";
  }
}
