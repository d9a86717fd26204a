import { QUESTION, type HeightMessage } from "./height.js";

/**
 * Tells the page around a frame how high the page in the frame is, now, when that changes, and when it asks. The message
 * holds that number alone, and goes to whoever shows the frame. Outside of a frame it does nothing.
 *
 * @param window - The window in the frame. Default: that of the script.
 * @returns What ends it.
 */
export function tellHeight(window: Window & typeof globalThis = globalThis as typeof window): () => void {
  const { parent } = window;
  const root = window.document.documentElement;
  if (parent === window) return () => undefined;
  const tell = (): void => {
    const message: HeightMessage = { mizwala: "height", height: Math.ceil(root.getBoundingClientRect().height) };
    parent.postMessage(message, "*");
  };
  const onMessage = ({ data, source }: MessageEvent): void => {
    if (data === QUESTION && source === parent) tell();
  };
  const observer = new window.ResizeObserver(tell);
  observer.observe(root);
  window.addEventListener("message", onMessage);
  return () => {
    observer.disconnect();
    window.removeEventListener("message", onMessage);
  };
}
