/**
 * Timelines for Svelte.
 *
 * @packageDocumentation
 */
export { timeline } from "./timeline.js";
export type { TimelineHandler, TimelineHandlers, TimelineProps } from "../component/binding.js";
