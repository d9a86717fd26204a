import type { RowNotes } from "../notes.js";
import type { Column } from "./columns.js";

/** A row as it is read: its cells by meaning. */
export interface Cells {
  /** The text of a cell, cleaned; empty where there is none. */
  readonly of: (column: Column) => string;
  /** The name of the column in the table. */
  readonly name: (column: Column) => string;
  readonly note: RowNotes;
}
