/**
 * Font files for pictures without a page: exact widths of texts, and the fonts in the picture itself.
 *
 * @packageDocumentation
 */
export { loadFonts, type LoadedFonts } from "./load-fonts.js";
export type { FontSet, TextMeasurer, TextStyle } from "../text/measure.js";
