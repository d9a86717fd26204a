/**
 * Timelines for Vue.
 *
 * @packageDocumentation
 */
export { Timeline, type TimelineComponent, type TimelineComponentProps, type TimelineInstance } from "./timeline.js";
export type { TimelineHandler, TimelineHandlers, TimelineProps } from "../component/binding.js";
