import type { Issue } from "../../base/errors.js";

/** One thing that looks wrong in a document, in words, with what would mend it. */
export interface Finding extends Issue {
  /** The place of the event in the list, from 0 on; left out for the document as a whole. */
  readonly event?: number;
  /** Its row in the table that it was read from, where that is known. */
  readonly row?: number;
  /** What is wrong, in the language that was asked for. */
  readonly message: string;
  /** What would mend it, where that is sure enough to be done without asking. */
  readonly repair?: Repair;
}

/** A change to one event. */
export interface Repair {
  /** The field that gets another value; without one the event is taken out. */
  readonly field?: string;
  /** The other value. */
  readonly value?: unknown;
}

/** A finding without words. */
export type Found = Omit<Finding, "message">;
