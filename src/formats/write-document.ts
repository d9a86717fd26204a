import type { Writer } from "./format.js";

/** The document as it is, indented; dates of the language become ISO 8601, as JSON has it. */
export const write: Writer = (document) => `${JSON.stringify(document, null, 2)}\n`;
