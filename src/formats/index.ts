/**
 * Data in the forms of others: tables, calendars, the data of other timelines, as documents and back.
 *
 * @packageDocumentation
 */
export { read } from "./read.js";
export { write } from "./write.js";
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
