import type { Instant } from "../../time/instant.js";
import type { Domain } from "../../view/view.js";
import type { Handle } from "./keys.js";
import { centreWindow, drawWindow, moveWindow, resizeWindow, type WindowLimits } from "./window.js";

/** What a pointer on the strip needs to know, asked anew each time. */
export interface DragSetting {
  /** The instant at an x of the view; `undefined` where there is no axis. */
  instantAt(clientX: number): Instant | undefined;
  window(): Domain;
  limits(): WindowLimits;
  /** What a pressed element moves; none where the window covers everything, or beside it. */
  handleOf(target: EventTarget | null): Handle | undefined;
  show(window: Domain): void;
  /** Moves there as a click does. */
  approach(window: Domain): void;
  /** Goes back to what was shown when the pointer was pressed. */
  keep(): () => void;
}

/** What ends a gesture of the pointer before its time. */
export interface Drag {
  /** Takes back what the pressed pointer has done; true where one is pressed. */
  cancel(): boolean;
}

interface Press {
  readonly pointer: number;
  readonly x: number;
  readonly instant: Instant;
  readonly handle: Handle | undefined;
  readonly window: Domain;
  readonly undo: () => void;
  isDragging: boolean;
}

/** Movement before a press becomes a drag, in pixels. */
const SLACK = 4;

/** Dragging the window or its edges; beside it, drawing a new one, or moving it there by a click. */
export function listenToDrags(strip: HTMLElement, setting: DragSetting): Drag {
  let press: Press | undefined;

  const windowAt = (instant: Instant, { handle, window, instant: pressed }: Press): Domain => {
    const limits = setting.limits();
    const shift = instant - pressed;
    if (handle === "part") return moveWindow(window, shift, limits);
    if (handle === "from") return resizeWindow(window, 0, window[0] + shift, limits);
    if (handle === "to") return resizeWindow(window, 1, window[1] + shift, limits);
    return drawWindow(pressed, instant, limits);
  };

  const cancel = (): boolean => {
    const before = press;
    press = undefined;
    if (before?.isDragging) before.undo();
    return before !== undefined;
  };

  strip.addEventListener("pointerdown", (domEvent) => {
    const instant = setting.instantAt(domEvent.clientX);
    if (instant === undefined || domEvent.button !== 0 || !domEvent.isPrimary) return;
    const handle = setting.handleOf(domEvent.target);
    const at = { pointer: domEvent.pointerId, x: domEvent.clientX, instant, handle };
    press = { ...at, window: setting.window(), undo: setting.keep(), isDragging: false };
    strip.setPointerCapture(domEvent.pointerId);
  });
  strip.addEventListener("pointermove", (domEvent) => {
    const instant = setting.instantAt(domEvent.clientX);
    if (press?.pointer !== domEvent.pointerId || instant === undefined) return;
    if (domEvent.buttons === 0) {
      // It was released where nobody heard of it.
      press = undefined;
      return;
    }
    press.isDragging ||= Math.abs(domEvent.clientX - press.x) > SLACK;
    if (press.isDragging) setting.show(windowAt(instant, press));
  });
  strip.addEventListener("pointerup", ({ pointerId }) => {
    const ended = press;
    if (ended?.pointer !== pointerId) return;
    press = undefined;
    if (ended.isDragging || ended.handle) return;
    setting.approach(centreWindow(setting.window(), ended.instant, setting.limits()));
  });
  strip.addEventListener("pointercancel", ({ pointerId }) => {
    if (press?.pointer === pointerId) cancel();
  });
  return { cancel };
}
