import { listenFor } from "../../component/listen.js";
import type { Door } from "../../component/feature.js";
import type { Layout } from "../../layout/layout.js";
import type { Instant } from "../../time/instant.js";
import type { EditAction } from "./change.js";
import type { Draft, DraftBoard } from "./draft.js";
import { createEdgePan } from "./edge-pan.js";
import type { Moves } from "./moves.js";
import { pointIn, type Point } from "../../component/point-in.js";
import { axisAt, instantAt, laneAt, movedBy } from "./places.js";
import type { Side } from "./shift-date.js";
import { targetOf, type Target } from "./target.js";

/** What pointers act on. */
export interface PointerSetting {
  readonly door: Door;
  readonly board: DraftBoard;
  readonly moves: Moves;
  /** Whether readers may do it. */
  isAllowed(this: void, action: EditAction): boolean;
  /** Makes the change of a draft. */
  commit(draft: Draft): void;
  /** Adds an event where the plot is empty; false where readers may not. */
  add(at: Point): boolean;
}

/** A pointer that was pressed on an event. */
interface Press {
  readonly pointer: number;
  readonly target: Target;
  readonly side: Side | undefined;
  readonly at: Point;
  /** Where that was on the axis, whatever comes into view meanwhile. */
  readonly origin: Instant;
  /** The lane that it began over, so that the event stays where a folded group stands for its lane. */
  readonly lane: string | undefined;
  isDrag: boolean;
  /** Whether the drag was given up; until the pointer is released, nothing else is dragged by it. */
  isOver: boolean;
}

/** Movement before a press becomes a drag, and from an end of a bar to where it can be dragged; in pixels. */
const SLACK = 4;
const GRIP = 8;
const COARSE_GRIP = 16;
/** A bar shorter than this is moved and not resized, in pixels. */
const SHORTEST = 24;

const PART = "button, input, a, [data-event], [data-lane]";

/**
 * Drags events in time and across lanes, and the ends of bars. It listens before those who pan the plot, and lets them do
 * so where there is no event. A finger drags what is chosen, so that one can still pan and scroll over events.
 *
 * @returns What ends it.
 */
export function listenToPointers(setting: PointerSetting): () => void {
  const { door, board, moves, isAllowed } = setting;
  const { plot, root } = door.page;
  const canMove = isAllowed("move") || isAllowed("lane");
  let press: Press | undefined;
  let wasDrag = false;
  let isMouse = true;
  let last: Point = [0, 0];
  const edge = createEdgePan(door, () => {
    show();
  });

  const end = (): void => {
    edge.stop();
    if (press?.isDrag) board.set(undefined);
    press = undefined;
  };

  const targetAt = ({ target }: Event): Target | undefined => {
    const holder = (target as Element | null)?.closest("[data-event]");
    // A count stands for several events.
    if (!holder || holder.closest(".mizwala-more")) return undefined;
    return targetOf(door.shown(), holder.getAttribute("data-event") ?? undefined);
  };

  const sideAt = ({ id }: Target, at: Point, grip: number): Side | undefined => {
    const { layout } = door.shown();
    if (!isAllowed("resize")) return undefined;
    const place = layout?.columns.byId.get(id);
    const bar = layout?.marks.find(({ event }) => event === place)?.bar;
    if (!layout || !bar || bar.to - bar.from < SHORTEST) return undefined;
    const along = layout.orientation.along(...at);
    if (Math.abs(along - bar.to) <= grip) return "end";
    return Math.abs(along - bar.from) <= grip ? "start" : undefined;
  };

  const onDown = (domEvent: PointerEvent): void => {
    isMouse = domEvent.pointerType === "mouse";
    wasDrag = false;
    if (press || !domEvent.isPrimary) {
      end();
      return;
    }
    const { layout, view } = door.shown();
    const target = domEvent.button === 0 && layout?.axis ? targetAt(domEvent) : undefined;
    if (!layout || !target || (domEvent.pointerType === "touch" && view.selected !== target.id)) return;
    const at = pointIn(plot, domEvent);
    const side = sideAt(target, at, isMouse ? GRIP : COARSE_GRIP);
    if (!side && !canMove) return;
    const [origin, lane] = [axisAt(layout, at), laneAt(layout, at)?.lane.id];
    press = { pointer: domEvent.pointerId, target, side, at, origin, lane, isDrag: false, isOver: false };
  };

  const onMove = (domEvent: PointerEvent): void => {
    const { layout } = door.shown();
    if (domEvent.pointerId !== press?.pointer || !layout) {
      if (domEvent.buttons === 0) showGrip(domEvent);
      return;
    }
    if (domEvent.buttons === 0) {
      end();
      return;
    }
    domEvent.stopPropagation();
    if (press.isOver) return;
    const at = pointIn(plot, domEvent);
    if (!press.isDrag && Math.hypot(at[0] - press.at[0], at[1] - press.at[1]) <= SLACK) return;
    press.isDrag = true;
    plot.setPointerCapture(domEvent.pointerId);
    last = at;
    edge.reach(layout.orientation.along(...at));
    show();
  };

  const show = (): void => {
    const { layout } = door.shown();
    const draft = press && layout?.axis && draftAt(press, last, layout);
    if (draft) board.set(draft);
  };

  const draftAt = ({ target, side, origin, lane: first }: Press, at: Point, layout: Layout): Draft | undefined => {
    const moved = axisAt(layout, at) - origin;
    const { from, to, byId } = layout.columns;
    const place = byId.get(target.id) ?? -1;
    const [start = NaN, end = NaN] = [from[place], to[place]];
    if (side) {
      const known = side === "end" ? end : start;
      const instant = Number.isFinite(known) ? movedBy(layout, known, moved) : instantAt(layout, at);
      return moves.resize(target, side, { instant });
    }
    const known = Number.isFinite(start) ? start : end;
    const ms = Number.isFinite(known) ? movedBy(layout, known, moved) - known : moved;
    const lane = laneAt(layout, at)?.lane.id;
    return moves.move(target, { ms }, lane === first ? undefined : lane);
  };

  const onUp = (domEvent: PointerEvent): void => {
    if (domEvent.pointerId !== press?.pointer) return;
    const { isDrag, isOver } = press;
    const { draft } = board;
    wasDrag = isDrag;
    end();
    if (isDrag && !isOver && draft && domEvent.type === "pointerup") setting.commit(draft);
  };

  /** The click that ends a drag is not meant for what lies under it. */
  const onClick = (domEvent: MouseEvent): void => {
    if (wasDrag && domEvent.detail > 0) domEvent.stopImmediatePropagation();
    wasDrag = false;
  };

  const onDoubleClick = (domEvent: MouseEvent): void => {
    const isEmpty = !(domEvent.target as Element).closest(PART);
    if (!isMouse || domEvent.shiftKey || !isEmpty || !door.shown().layout?.axis) return;
    if (setting.add(pointIn(plot, domEvent))) domEvent.stopPropagation();
  };

  /** Shows by the cursor that an end of a bar can be dragged. */
  const showGrip = (domEvent: PointerEvent): void => {
    const target = isMouse ? targetAt(domEvent) : undefined;
    const side = target && sideAt(target, pointIn(plot, domEvent), GRIP);
    if (side) root.dataset["grip"] = door.shown().layout?.orientation.isUpright ? "down" : "along";
    else delete root.dataset["grip"];
  };

  const onEscape = (domEvent: Event): void => {
    if ((domEvent as KeyboardEvent).key !== "Escape" || !press?.isDrag) return;
    domEvent.stopPropagation();
    press.isOver = true;
    edge.stop();
    board.set(undefined);
  };

  const listeners = {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointercancel: onUp,
    click: onClick,
    dblclick: onDoubleClick,
  } as const;
  const types = Object.keys(listeners) as (keyof typeof listeners)[];
  const capture = { capture: true };
  if (canMove) root.dataset["editing"] = "";
  for (const type of types) plot.addEventListener(type, listeners[type] as (domEvent: Event) => void, capture);
  const release = listenFor(root, door.window, "keydown", onEscape, capture);
  return () => {
    for (const type of types) plot.removeEventListener(type, listeners[type] as (domEvent: Event) => void, capture);
    release();
    delete root.dataset["grip"];
    delete root.dataset["editing"];
    end();
  };
}
