import type { WalkKey } from "../layout/navigate.js";
import type { Camera } from "./camera.js";

/** What keys act on. What returns false had nothing to do. */
export interface KeyActions {
  readonly camera: Camera;
  walk(key: WalkKey): boolean;
  /** Whether single signs do anything, such as plus and zero. */
  hasShortcuts(): boolean;
}

const PAGE = 0.8;
const ZOOM = 2;

type Acts = Readonly<Record<string, (camera: Camera) => boolean>>;

const PAGES: Acts = {
  PageDown: (camera) => camera.pan(PAGE),
  PageUp: (camera) => camera.pan(-PAGE),
};
const SHORTCUTS: Acts = {
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
    if (domEvent.defaultPrevented || isChord(domEvent) || isTyping(domEvent)) return;
    const { key } = domEvent;
    // With Shift, arrows select.
    const isWalk = WALKS.has(key) && !domEvent.shiftKey;
    const act = PAGES[key] ?? (actions.hasShortcuts() ? SHORTCUTS[key] : undefined);
    const isDone = isWalk ? actions.walk(key as WalkKey) : (act?.(actions.camera) ?? false);
    if (isDone) domEvent.preventDefault();
  };
  plot.addEventListener("keydown", onKeydown);
  return () => {
    plot.removeEventListener("keydown", onKeydown);
  };
}

/** Whether a key is one letter or digit, of any script. */
export function isLetter({ key }: KeyboardEvent): boolean {
  return /^[\p{L}\p{M}\p{N}]+$/u.test(key) && [...key].length === 1;
}

/** Whether a key is pressed with one that belongs to the browser and to screen readers. */
export function isChord({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}

/** Whether a key is meant for a field that somebody writes in. */
export function isTyping({ target }: KeyboardEvent): boolean {
  return (target as Element | null)?.closest("input, select, textarea, [contenteditable]") != null;
}
