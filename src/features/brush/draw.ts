import type { Instant } from "../../time/instant.js";
import type { RangeEdge } from "./band.js";

/** What a pointer that selects needs to know and to do. */
export interface DrawSetting {
  /** How far along the axis a pointer is, in pixels; `undefined` where there is no axis. */
  alongAt(pointer: PointerEvent): number | undefined;
  /** The instant there. */
  instantAt(along: number): Instant;
  /** Whether a plain pointer selects; else it takes Shift. */
  isArmed(): boolean;
  edgeOf(target: EventTarget | null): RangeEdge | undefined;
  /** Shows a range between two instants, in any order. */
  draw(pressed: Instant, instant: Instant): void;
  /** Shows the range with one edge at an instant. */
  move(edge: RangeEdge, instant: Instant): void;
  /** Takes a press that did not move. */
  press(instant: Instant): void;
  finish(): void;
  cancel(): void;
}

/** The gestures of a brush. */
export interface Drawing {
  /** Takes back what the pressed pointer has drawn; true where one is pressed. */
  cancel(): boolean;
  release(): void;
}

interface Press {
  readonly pointer: number;
  readonly along: number;
  readonly instant: Instant;
  readonly edge: RangeEdge | undefined;
  isDragging: boolean;
}

/** Movement before a press becomes a drag, in pixels. */
const SLACK = 4;

/**
 * Selecting by a pointer: a rubber band with Shift or while armed, and the edges of the band. The plot's own gestures see
 * such a pointer press and go, but never move, so that nothing pans under it.
 */
export function listenToDrawing(plot: HTMLElement, setting: DrawSetting): Drawing {
  let press: Press | undefined;
  /** Whether the clicks that follow belong to what was drawn. */
  let isTaken = false;

  const cancel = (): boolean => {
    const before = press;
    press = undefined;
    if (before?.isDragging) setting.cancel();
    return before !== undefined;
  };

  const onPointerDown = (domEvent: PointerEvent): void => {
    const { target, button, isPrimary, shiftKey, pointerId } = domEvent;
    if (!isPrimary) return;
    isTaken = false;
    press = undefined;
    const edge = setting.edgeOf(target);
    const along = setting.alongAt(domEvent);
    if (button !== 0 || along === undefined || !(edge ?? (shiftKey || setting.isArmed()))) return;
    press = { pointer: pointerId, along, instant: setting.instantAt(along), edge, isDragging: false };
    // An edge stands out of the plot; a click on anything else still belongs to that.
    if (edge) plot.setPointerCapture(pointerId);
  };

  const onPointerMove = (domEvent: PointerEvent): void => {
    if (!press) return;
    domEvent.stopImmediatePropagation();
    const along = setting.alongAt(domEvent);
    if (press.pointer !== domEvent.pointerId || along === undefined) return;
    if (domEvent.buttons === 0) {
      // It was released where nobody heard of it.
      cancel();
      return;
    }
    press.isDragging ||= Math.abs(along - press.along) > SLACK;
    if (!press.isDragging) return;
    const instant = setting.instantAt(along);
    plot.setPointerCapture(domEvent.pointerId);
    if (press.edge) setting.move(press.edge, instant);
    else setting.draw(press.instant, instant);
  };

  const onPointerUp = ({ pointerId }: PointerEvent): void => {
    const ended = press;
    if (ended?.pointer !== pointerId) return;
    press = undefined;
    isTaken = ended.isDragging || (setting.isArmed() && !ended.edge);
    if (ended.isDragging) setting.finish();
    else if (isTaken) setting.press(ended.instant);
  };

  const onPointerCancel = ({ pointerId }: PointerEvent): void => {
    if (press?.pointer === pointerId) cancel();
  };

  const onClick = (domEvent: MouseEvent): void => {
    if (!isTaken || domEvent.detail === 0) return;
    domEvent.stopImmediatePropagation();
    domEvent.preventDefault();
  };

  const listeners = {
    pointerdown: onPointerDown,
    pointermove: onPointerMove,
    pointerup: onPointerUp,
    pointercancel: onPointerCancel,
    click: onClick,
    dblclick: onClick,
  } as const;
  const types = Object.keys(listeners) as (keyof typeof listeners)[];
  for (const type of types) plot.addEventListener(type, listeners[type] as (domEvent: Event) => void, true);
  return {
    cancel,
    release() {
      for (const type of types) plot.removeEventListener(type, listeners[type] as (domEvent: Event) => void, true);
    },
  };
}
