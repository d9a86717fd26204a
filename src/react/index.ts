/**
 * Timelines for React.
 *
 * @packageDocumentation
 */
export { Timeline, type TimelineComponentProps } from "./timeline.js";
export type { TimelineHandler, TimelineHandlers, TimelineProps } from "../component/binding.js";
