/**
 * Timelines as standalone SVG documents, without a page.
 *
 * @packageDocumentation
 */
export { renderToSVG, type PictureOptions } from "./render-to-svg.js";
