/**
 * Data in the forms of others: tables, calendars, the data of other timelines, as documents and back.
 *
 * @packageDocumentation
 */
export { read } from "./read.js";
export { readStream } from "./stream.js";
export type { EventBatches } from "./stream.js";
export type { StreamedData } from "./pieces.js";
export { write } from "./write.js";
export { examine, mend } from "./doctor/examine.js";
export type { ExamineOptions } from "./doctor/examine.js";
export type { Finding, Repair } from "./doctor/finding.js";
export type { FindingLanguage } from "./doctor/messages.js";
export type {
  DateOrder,
  ReadableFormat,
  ReadOptions,
  ReadResult,
  WritableFormat,
  WriteOptions,
  WriteResult,
} from "./format.js";
export type { Loss } from "./notes.js";
