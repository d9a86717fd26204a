/**
 * Dates in EDTF, without a timeline.
 *
 * @packageDocumentation
 */
export { parseEDTF } from "./edtf.js";
export type { EdtfDate, EdtfEdge, EdtfEnd, EdtfResult } from "./edtf.js";
export type { Fault, FaultCode } from "./fault.js";
export type { Day, Instant } from "./instant.js";
export type { Precision } from "./span.js";
