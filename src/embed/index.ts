/**
 * Timelines in frames of other pages: what the page around a frame needs, and what the page in it needs.
 *
 * @packageDocumentation
 */
export { followFrames } from "./follow-frames.js";
export { tellHeight } from "./tell-height.js";
export { readAddress, type AddressRequest } from "./read-address.js";
export { embedSnippet, type SnippetOptions } from "./snippet.js";
export { startPage } from "./start-page.js";
