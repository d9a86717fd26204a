/**
 * Events in columns, for hundreds of thousands and millions of them, and the questions that a picture asks of them. All
 * but `buildStore` are plain functions of a store, which work in Node, in a worker and in a page.
 *
 * @packageDocumentation
 */
export { buildStore, extendStore } from "../component/build-store.js";
export type { BuildOptions, ColumnsInput } from "../component/build-store.js";
export type { IndexSetting } from "./build/extras.js";
export { storeEvents } from "./build/build-store.js";
export type { Known } from "./build/codes.js";
export { columnEvents } from "./build/column-events.js";
export type { NamedColumns } from "./build/column-events.js";
export type { ReadEvents } from "./build/loose-events.js";
export type { Pyramid } from "./build/pyramid.js";
export { readColumns } from "./build/read-columns.js";
export type { Column, EventColumns, ValueColumn } from "./build/read-columns.js";
export { readRows } from "./build/read-rows.js";
export { rebuild } from "./build/rebuild.js";
export type { ReadFrom } from "./build/read-list.js";
export type { Tallies } from "./build/tallies.js";
export { countOf, readEvent } from "./event-store.js";
export type { EventIndex, EventNumbers, EventStore, LooseEvents, StoredEvent } from "./event-store.js";
export type { Band } from "./query/bands.js";
export type { Cells, CellsQuery } from "./query/cells.js";
export { density } from "./query/density.js";
export type { Density, DensityQuery } from "./query/density.js";
export { edgesBetween } from "./query/edges.js";
export { keepEvents, rowSet } from "./query/keep.js";
export type { Keep } from "./query/keep.js";
export { nearestEvent } from "./query/nearest-event.js";
export { openAt } from "./query/open-at.js";
export { countOverlaps } from "./query/overlaps.js";
export { packLanes } from "./query/pack-lanes.js";
export type { LanePacking } from "./query/pack-lanes.js";
export { indexIds, indexRows } from "./query/rows.js";
export type { PlaceOf, RowOf } from "./query/rows.js";
export { topOf } from "./query/top.js";
export type { TopQuery } from "./query/top.js";
export { nextInTime, previousInTime } from "./query/walk.js";
export { countStarts, startsIn } from "./query/window.js";
export type { Window } from "./query/window.js";
export { binsOf, levelOf, winners } from "./query/winners.js";
export type { Bins, Winners } from "./query/winners.js";
export { finish, finishInSlices } from "./slices.js";
export type { Pace, Work } from "./slices.js";
export { appendEvents, catchUp, isTailLong } from "./tail.js";
export type { Instant } from "../time/instant.js";
