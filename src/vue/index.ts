/**
 * Timelines for Vue.
 *
 * @packageDocumentation
 */
export { Timeline, type TimelineComponentProps, type TimelineInstance } from "./timeline.js";
export type { TimelineHandlers, TimelineProps } from "../component/binding.js";
