/**
 * Timelines for Svelte.
 *
 * @packageDocumentation
 */
export { timeline } from "./timeline.js";
export type { TimelineHandlers, TimelineProps } from "../component/binding.js";
