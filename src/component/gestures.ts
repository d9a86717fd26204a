import { clamp } from "../base/math.js";
import type { Layout } from "../layout/layout.js";
import type { Instant } from "../time/instant.js";
import { isSame, type Domain } from "../view/view.js";
import { holdWithin, panBy, zoomAround } from "../view/zoom.js";
import type { Camera } from "./camera.js";
import { createFling } from "./fling.js";
import { pointIn, type Point } from "./point-in.js";

/** What gestures need to know, asked anew each time. */
export interface GestureSetting {
  readonly window: Window;
  readonly camera: Camera;
  /** Whether what is let go may move on. */
  hasMotion(): boolean;
  layout(): Layout | undefined;
  /** Whether the wheel zooms without Ctrl: while focus is inside. */
  hasFocus(): boolean;
}

/** A pointer that is down, and the time that it holds on to. */
interface Pin {
  at: Point;
  instant: Instant;
}

type Listener = (domEvent: Event) => void;

/** Movement before a press becomes a drag, in pixels. */
const SLACK = 4;
/** Two pointers nearer than this to each other don't zoom any further, in pixels. */
const CLOSEST = 8;
/** Pixels in a line of a wheel that counts lines. */
const LINE = 16;
/** Wheel pixels that double the scale; trackpads report a pinch as a small turn with Ctrl. */
const DOUBLING = 500;
const PINCH_DOUBLING = 50;

/**
 * Zooming and panning by wheel, drag, pinch and double click. Each pointer that is down holds on to the time under it, and
 * the domain follows from where the pointers are: so the picture sticks to fingers in both directions of time, through any
 * update, and at any depth of zoom.
 *
 * @returns What ends it.
 */
export function listenToGestures(plot: HTMLElement, setting: GestureSetting): () => void {
  const { camera } = setting;
  const pins = new Map<number, Pin>();
  /** What time was on the axis when the pins took hold. */
  let warp: Layout["warp"] | undefined;
  let isDragging = false;
  let flung: Domain | undefined;
  const fling = createFling({
    window: setting.window,
    show(domain) {
      // Something else has moved the picture.
      if (flung && !isSame(flung, camera.domain())) return false;
      flung = holdWithin(domain, camera.limits());
      camera.show(flung);
      return isSame(flung, domain);
    },
  });
  let pressedAt = 0;

  const instantAt = (at: Point, { orientation, length }: Layout): Instant => {
    const [from, to] = camera.domain();
    return from + ((to - from) * orientation.along(...at)) / length;
  };

  const layoutOnAxis = (): Layout | undefined => {
    const layout = setting.layout();
    return layout?.axis ? layout : undefined;
  };

  const pinAgain = (layout: Layout): void => {
    warp = layout.warp;
    for (const pin of pins.values()) pin.instant = instantAt(pin.at, layout);
  };

  const follow = (layout: Layout): void => {
    const [first, second] = [...pins.values()].map(({ at, instant }) => ({
      along: layout.orientation.along(...at),
      instant,
    }));
    if (!first) return;
    const [from, to] = camera.domain();
    let msPerPx = (to - from) / layout.length;
    if (second && Math.abs(second.along - first.along) >= CLOSEST) {
      const wanted = (second.instant - first.instant) / (second.along - first.along);
      if (wanted > 0) msPerPx = wanted;
    }
    const start = first.instant - first.along * msPerPx;
    camera.show(holdWithin([start, start + layout.length * msPerPx], camera.limits(), first.instant));
  };

  const onPointerDown = (domEvent: PointerEvent): void => {
    const layout = layoutOnAxis();
    fling.stop();
    if (!layout || domEvent.button !== 0) return;
    const at = pointIn(plot, domEvent);
    if (domEvent.isPrimary) pins.clear();
    if (pins.size === 0) {
      isDragging = false;
      pressedAt = layout.orientation.along(...at);
    }
    pins.set(domEvent.pointerId, { at, instant: instantAt(at, layout) });
    pinAgain(layout);
    fling.note(camera.domain(), domEvent.timeStamp);
  };

  const onPointerMove = (domEvent: PointerEvent): void => {
    const pin = pins.get(domEvent.pointerId);
    const layout = layoutOnAxis();
    if (!pin || !layout) return;
    if (domEvent.buttons === 0) {
      // It was released where nobody heard of it.
      pins.delete(domEvent.pointerId);
      return;
    }
    // Breaks that came or went have moved the picture; the pins hold on to what is under them now.
    if (layout.warp !== warp) pinAgain(layout);
    pin.at = pointIn(plot, domEvent);
    isDragging ||= pins.size > 1 || Math.abs(layout.orientation.along(...pin.at) - pressedAt) > SLACK;
    if (!isDragging) return;
    plot.setPointerCapture(domEvent.pointerId);
    follow(layout);
    fling.note(camera.domain(), domEvent.timeStamp);
  };

  const onPointerUp = ({ pointerId, type, timeStamp }: PointerEvent): void => {
    const layout = layoutOnAxis();
    if (!pins.delete(pointerId) || !layout) return;
    pinAgain(layout);
    flung = undefined;
    if (type === "pointerup" && pins.size === 0 && isDragging && setting.hasMotion()) fling.release(timeStamp);
    else fling.stop();
  };

  // The click that ends a drag is not meant for what lies under it.
  const onClick = (domEvent: MouseEvent): void => {
    if (isDragging && domEvent.detail > 0) domEvent.stopImmediatePropagation();
    isDragging = false;
  };

  const onDoubleClick = (domEvent: MouseEvent): void => {
    const layout = layoutOnAxis();
    if (!layout || (domEvent.target as Element).closest("button")) return;
    zoomAt(pointIn(plot, domEvent), domEvent.shiftKey ? 2 : 1 / 2, layout);
  };

  const zoomAt = (at: Point, factor: number, layout: Layout): boolean => {
    const anchor = instantAt(at, layout);
    return go(holdWithin(zoomAround(camera.domain(), factor, anchor), camera.limits(), anchor));
  };

  const go = (next: Domain): boolean => {
    const before = camera.domain();
    camera.show(next);
    return !isSame(next, before);
  };

  const onWheel = (domEvent: WheelEvent): void => {
    const layout = layoutOnAxis();
    if (!layout) return;
    fling.stop();
    const { ctrlKey, metaKey, shiftKey, deltaX, deltaY, deltaMode } = domEvent;
    const unit = deltaMode === 1 ? LINE : deltaMode === 2 ? layout.length : 1;
    const isZoom = ctrlKey || metaKey;
    let isDone = false;
    const { isUpright, time } = layout.orientation;
    if (!isZoom && (shiftKey || (!isUpright && Math.abs(deltaX) > Math.abs(deltaY)))) {
      // The wheel is physical in all directions of time: what it points at comes into view.
      const moved = (deltaX || deltaY) * unit * (time === "rtl" && !isUpright ? -1 : 1);
      isDone = go(holdWithin(panBy(camera.domain(), moved / layout.length), camera.limits()));
    } else if (isZoom || (!isUpright && setting.hasFocus())) {
      // What runs down is often higher than the window: there a plain wheel always scrolls the page.
      const doublings = (deltaY * unit) / (ctrlKey ? PINCH_DOUBLING : DOUBLING);
      zoomAt(pointIn(plot, domEvent), 2 ** clamp(doublings, -1, 1), layout);
      isDone = true;
    }
    if (isDone) domEvent.preventDefault();
  };

  const listeners = [
    ["pointerdown", onPointerDown],
    ["pointermove", onPointerMove],
    ["pointerup", onPointerUp],
    ["pointercancel", onPointerUp],
    ["dblclick", onDoubleClick],
    ["click", onClick, { capture: true }],
    ["wheel", onWheel, { passive: false }],
  ] as readonly (readonly [string, unknown, AddEventListenerOptions?])[];
  for (const [type, listener, options] of listeners) plot.addEventListener(type, listener as Listener, options);
  return () => {
    fling.stop();
    for (const [type, listener, options] of listeners) plot.removeEventListener(type, listener as Listener, options);
  };
}
