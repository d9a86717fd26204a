import type { WalkKey } from "../layout/navigate.js";
import type { Camera } from "./camera.js";

/** What keys act on. What returns false had nothing to do. */
export interface KeyActions {
  readonly camera: Camera;
  walk(key: WalkKey): boolean;
}

const PAGE = 0.8;
const ZOOM = 2;

const ACTS: Readonly<Record<string, (camera: Camera) => boolean>> = {
  PageDown: (camera) => camera.pan(PAGE),
  PageUp: (camera) => camera.pan(-PAGE),
  "+": (camera) => camera.zoom(1 / ZOOM),
  "=": (camera) => camera.zoom(1 / ZOOM),
  "-": (camera) => camera.zoom(ZOOM),
  "0": (camera) => camera.fit(),
};

const WALKS: ReadonlySet<string> = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

/**
 * Listens to keys within an element. Keys with Ctrl, Alt or Meta belong to the browser and to screen readers and are never
 * taken; nor is a key that has nothing to do. Enter and Space are the business of the buttons themselves.
 */
export function listenToKeys(plot: HTMLElement, actions: KeyActions): () => void {
  const onKeydown = (domEvent: KeyboardEvent): void => {
    if (domEvent.ctrlKey || domEvent.altKey || domEvent.metaKey || domEvent.defaultPrevented) return;
    const { key } = domEvent;
    const isDone = WALKS.has(key) ? actions.walk(key as WalkKey) : (ACTS[key]?.(actions.camera) ?? false);
    if (isDone) domEvent.preventDefault();
  };
  plot.addEventListener("keydown", onKeydown);
  return () => {
    plot.removeEventListener("keydown", onKeydown);
  };
}
