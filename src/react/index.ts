/**
 * Timelines for React.
 *
 * @packageDocumentation
 */
export { Timeline, type TimelineComponentProps } from "./timeline.js";
export type { TimelineHandlers, TimelineProps } from "../component/binding.js";
