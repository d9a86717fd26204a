/**
 * The custom element `<mizwala-timeline>`.
 *
 * @packageDocumentation
 */
export { defineTimelineElement, type DefineOptions } from "./define.js";
export type {
  FeatureMakers,
  TimelineElement,
  TimelineElementEvents,
  TimelineElementOptions,
} from "./timeline-element.js";
