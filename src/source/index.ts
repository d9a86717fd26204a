/**
 * Events that lie elsewhere: in an engine, behind an address, in memory; and what feeds a timeline from there.
 *
 * @packageDocumentation
 */
export { arraySource } from "./array-source.js";
export type { ArraySourceOptions } from "./array-source.js";
export type {
  Ask,
  EventSource,
  GoingOnQuery,
  Slice,
  SliceCells,
  SliceEvents,
  SliceWinners,
  SourceChange,
  SourceDescription,
  SourceField,
  SourceLane,
  SourceQuery,
  SourceRow,
  SourceValue,
} from "./contract.js";
export { fromSource } from "../feed/from-source.js";
export type { FeedSetting, SourceFeed } from "../feed/from-source.js";
export type { SourceMessages } from "../feed/words.js";
export { checkFilter } from "./filter.js";
export type { Comparison, Filter, FilterValue } from "./contract.js";
export { levelFor } from "./grid.js";
export { createSourceHandler } from "./handler.js";
export type { HandlerMetrics, HandlerOptions, SourceHandler, SourceRequest } from "./handler.js";
export type { AnswerLimits } from "./answers.js";
export { httpSource } from "./http-source.js";
export type { FetchLike, HttpSourceOptions } from "./http-source.js";
export { nodeListener } from "./node-listener.js";
export type { NodeListener, NodeListenerOptions, NodeRequest, NodeResponse } from "./node-listener.js";
