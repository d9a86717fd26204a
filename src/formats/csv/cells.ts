import type { EventDraft } from "../draft.js";
import type { RowNotes } from "../notes.js";
import type { Column } from "./columns.js";

/** A row as it is read: its cells by meaning. */
export interface Cells {
  /** The text of a cell, cleaned; empty where there is none. */
  readonly of: (column: Column) => string;
  /** The text of a cell by its place in the row. */
  readonly at: (place: number) => string;
  /** The name of the column in the table. */
  readonly name: (column: Column) => string;
  readonly note: RowNotes;
}

/** Reads a part of a row into an event. A table has one for each of its columns that mean something together. */
export type Step = (event: EventDraft, cells: Cells) => void;

/** Whether a table has one of some columns. */
export type Has = (...columns: readonly Column[]) => boolean;
