import type { Door } from "../../component/feature.js";
import type { DateInput } from "../../model/input.js";
import type { Instant } from "../../time/instant.js";
import type { EditAction } from "./change.js";
import type { Draft } from "./draft.js";
import { pixelOf } from "./places.js";
import { moveDate, resizeDate, type Distance, type ShiftSetting, type Side } from "./shift-date.js";
import { withDate, withLane, type Target } from "./target.js";

/** What becomes of events that are moved: drafts, or `undefined` where an event can't go. */
export interface Moves {
  move(this: void, target: Target, distance: Distance, lane?: string): Draft | undefined;
  resize(
    this: void,
    target: Target,
    side: Side,
    to: { readonly steps: number } | { readonly instant: Instant },
  ): Draft | undefined;
}

/** Times are told apart to so many pixels. */
const FINENESS = 6;
/** How fine times are where there is no axis, in milliseconds. */
const PLAIN_FINENESS = 60_000;

/**
 * Makes drafts of moved events, as the dates of a timeline are read.
 *
 * @param isAllowed - Whether readers may do it.
 */
export function createMoves(door: Door, isAllowed: (action: EditAction) => boolean): Moves {
  const settingOf = ({ row, event }: Target): ShiftSetting => {
    const { options, layout, view } = door.shown();
    const fineness = layout?.axis ? pixelOf(layout) * FINENESS : PLAIN_FINENESS;
    const eventTimeZone = row.timeZone ?? event.span.timeZone;
    return { timeZone: options.timeZone, eventTimeZone, now: view.now ?? options.now, fineness };
  };
  const dated = (target: Target, date: DateInput | undefined): Target | undefined => {
    if (date === undefined) return undefined;
    return date === target.row.date ? target : { ...target, row: withDate(target, date) };
  };
  return {
    move(target, distance, lane) {
      const canMove = isAllowed("move");
      const moved = canMove ? dated(target, moveDate(target.row.date, distance, settingOf(target))) : target;
      if (!moved) return undefined;
      const isElsewhere = lane !== undefined && lane !== (target.row.lane ?? "") && isAllowed("lane");
      const after = isElsewhere ? withLane(moved, lane) : moved.row;
      return { target, action: moved === target && isElsewhere ? "lane" : "move", after };
    },
    resize(target, side, to) {
      if (!isAllowed("resize")) return undefined;
      const resized = dated(target, resizeDate(target.row.date, side, to, settingOf(target)));
      return resized && { target, action: "resize", after: resized.row };
    },
  };
}
