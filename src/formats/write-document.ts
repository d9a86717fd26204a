import type { Writer } from "./format.js";
import { jsonOf } from "./json.js";

/** The document as it is, indented; dates of the language become ISO 8601, as JSON has it. */
export const write: Writer = (document, notes) => `${jsonOf(document, notes.whole, 2)}\n`;
