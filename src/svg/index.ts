/**
 * Timelines as strings, without a page: standalone SVG documents, and HTML that a browser takes over.
 *
 * @packageDocumentation
 */
export { renderToHTML, type MarkupOptions } from "./render-to-html.js";
export { renderToSVG, type PictureOptions } from "./render-to-svg.js";
