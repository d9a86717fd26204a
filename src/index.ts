/**
 * Timelines that read right: a typed event model and a D3 component.
 *
 * @packageDocumentation
 */
export { createTimeline } from "./component/timeline.js";
export type { Timeline } from "./component/handle.js";
export type { TimelineListeners } from "./component/listeners.js";
export { timeline, timelineOf } from "./component/call.js";
export type { DatumSelection } from "./component/call.js";
export { MizwalaError } from "./base/errors.js";
export type { Issue } from "./base/errors.js";
export { diagnose } from "./model/diagnose.js";
export type { Breaks } from "./model/breaks.js";
export type { EraInput } from "./model/eras.js";
export { defineKind } from "./model/kinds.js";
export type { Hue, KindDefinition, Shape } from "./model/kinds.js";
export type { FieldDefinition, Label, WordField } from "./model/fields.js";
export type { DomainInput } from "./model/domain.js";
export type { EventFilter, RangeInput } from "./model/filter.js";
export type { LaneInput, LaneOrder } from "./model/lanes.js";
export type {
  BuiltStore,
  EventFeed,
  FeedOptions,
  ListGroups,
  ListGroupUnit,
  OptionChanges,
  TimelineDocument,
  TimelineFeature,
  TimelineOptions,
  ZoomLimits,
} from "./model/options.js";
export type { MonthNames } from "./locale/fields.js";
export type { Numerals } from "./locale/numerals.js";
export type { Message, Messages, PluralMessage } from "./locale/messages.js";
export type * from "./model/input.js";
export type { TimelineState } from "./view/state.js";
export type { Calendar } from "./time/calendars.js";
