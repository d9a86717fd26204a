import type { Issue } from "../base/errors.js";
import type { TimelineEvent } from "../model/input.js";
import type { TimelineDocument } from "../model/options.js";
import type { Loss, Notes } from "./notes.js";
import type { Source } from "./source.js";

/** The forms of data that can be read. */
export type ReadableFormat =
  | "mizwala"
  | "ndjson"
  | "csv"
  | "timelinejs"
  | "vis-timeline"
  | "eventdrops"
  | "timelines-chart"
  | "simile"
  | "markwhen"
  | "icalendar"
  | "json-ld"
  | "wikidata"
  | "mermaid"
  | "geojson";

/** The forms of data that can be written. */
export type WritableFormat =
  "mizwala" | "ndjson" | "csv" | "timelinejs" | "icalendar" | "json-ld" | "markdown" | "text";

/** How days and months stand in dates such as 09/07/2020. */
export type DateOrder = "auto" | "day-month" | "month-day";

/** How data are read. */
export interface ReadOptions {
  /**
   * The form of the data; `auto` tells it by the content.
   * @defaultValue "auto"
   */
  readonly format?: ReadableFormat | "auto";
  /** For tables: which column holds a field, `{ start: "تاريخ" }`; columns that are not named are found by their names. */
  readonly map?: Readonly<Record<string, string>>;
  /** The language of the document, a BCP 47 tag: it becomes that of the timeline, and dates in words are read in it first. */
  readonly locale?: string;
  /** The day from which words such as "yesterday" count, as EDTF. */
  readonly publishedOn?: string;
  /**
   * How 09/07/2020 is read. `auto` goes by the other dates of the same data, one of which may have a day past 12; where none
   * has, such a date is an issue.
   * @defaultValue "auto"
   */
  readonly dateOrder?: DateOrder;
  /** No more events than this are made, which bounds recurrences too; from 1 to 10,000,000. Default: 100,000. */
  readonly maxEvents?: number;
}

/** What was read. */
export interface ReadResult {
  /** A document for `createTimeline`; without events where nothing could be read. */
  readonly document: TimelineDocument;
  /** What is wrong with the data. The paths are those of the data: `events[3].start_date`, or `row 5, Start` in a table. */
  readonly issues: readonly Issue[];
  /** What the document can't hold. */
  readonly losses: readonly Loss[];
  /** The row of each event as its sheet counts it, or its line, from 1 on; left out where the form has none. */
  readonly rows?: readonly number[];
  /** The form of the data; `undefined` where it could not be told. */
  readonly format: ReadableFormat | undefined;
  /** How the form was told, in words. */
  readonly reason: string;
}

/** How a document is written. */
export interface WriteOptions {
  /** The form to write. */
  readonly format: WritableFormat;
  /** The language to write where a text has several and the form holds one. Default: that of the document. */
  readonly locale?: string;
  /**
   * For tables: whether text that a spreadsheet would take for a formula gets a `'` before it. Numbers and dates are left as
   * they are; reading takes it away again.
   * @defaultValue true
   */
  readonly formulaSafe?: boolean;
}

/** What was written. */
export interface WriteResult {
  /** The data. */
  readonly text: string;
  /** What is wrong with the document, such as a date that can't be read; its events are left out. */
  readonly issues: readonly Issue[];
  /** What the form can't hold. */
  readonly losses: readonly Loss[];
}

/** The options of reading, with what is left out filled in. */
export interface ReadSetting {
  readonly map: ReadonlyMap<string, string>;
  readonly locale: string | undefined;
  readonly publishedOn: string | undefined;
  readonly dateOrder: DateOrder;
  readonly maxEvents: number;
}

/** Makes a document of data. Never throws for what stands in them. */
export type Reader = (
  source: Source,
  notes: Notes,
  setting: ReadSetting,
) => TimelineDocument | Promise<TimelineDocument>;

/** Makes events of data that come piece by piece. */
export interface EventStream {
  /** The events that a further piece brings. */
  readonly push: (piece: string, isLast: boolean) => Iterable<TimelineEvent>;
  /** The document without its events, as far as it is known. */
  readonly rest: () => TimelineDocument;
  /** Whether no further piece brings anything. */
  readonly isDone: () => boolean;
}

/** Begins to read data that come piece by piece. The head, their beginning, decides how they are read, and comes once more. */
export type Opener = (head: string, notes: Notes, setting: ReadSetting) => Promise<EventStream>;

/** The options of writing, with what is left out filled in. */
export interface WriteSetting {
  readonly locale: string;
  readonly formulaSafe: boolean;
}

/** Makes text of a document. */
export type Writer = (document: TimelineDocument, notes: Notes, setting: WriteSetting) => string;
