/**
 * Dates in EDTF and in many calendars, without a timeline.
 *
 * @packageDocumentation
 */
export type { Civil } from "./civil.js";
export { parseEDTF } from "./edtf.js";
export type { EdtfDate, EdtfEdge, EdtfEnd, EdtfResult } from "./edtf.js";
export type { Fault, FaultCode } from "./fault.js";
export type { Day, Instant } from "./instant.js";
export { dayToJulian, julianToDay } from "./julian.js";
export { parseDateText } from "./phrases/phrases.js";
export type { AmbiguousDateText, DateText, DateTextOptions, ReadDateText } from "./phrases/phrases.js";
export type { Precision } from "./span.js";
export type { Calendar } from "./calendars.js";
export { formatBetween, formatDate, formatDateToParts } from "../locale/format-date.js";
export type { DatePiece, FormatBetweenOptions, FormatDateOptions } from "../locale/format-date.js";
export type { MonthNames } from "../locale/fields.js";
export type { Numerals } from "../locale/numerals.js";
