import { heightIn, QUESTION } from "./height.js";

/** The heights that a frame may get, in CSS pixels. */
const [LOWEST, HIGHEST] = [120, 8000];

/**
 * Gives each `<iframe data-mizwala>` of a page the height of what it shows, now and whenever that changes; also frames that
 * come later. A message counts only where it comes from the frame itself, from the origin of its address (from none, where
 * `sandbox` takes it away or the page is a file), and holds nothing but a number; the height stays between 120 and 8000
 * pixels. Until then, and without this script, a frame is as high as its attribute `height` says.
 *
 * @example
 * ```ts
 * const stop = followFrames();
 * ```
 *
 * @param window - The window of the page. Default: that of the script.
 * @returns What ends it.
 */
export function followFrames(window: Window & typeof globalThis = globalThis as typeof window): () => void {
  const frames = (): readonly HTMLIFrameElement[] => [
    ...window.document.querySelectorAll<HTMLIFrameElement>("iframe[data-mizwala]"),
  ];
  const onMessage = ({ data, origin, source }: MessageEvent): void => {
    const height = heightIn(data);
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (height === undefined || !source || !frame || origin !== originOf(frame)) return;
    frame.style.height = `${Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST)}px`;
  };
  window.addEventListener("message", onMessage);
  for (const frame of frames()) {
    const origin = originOf(frame);
    if (origin !== undefined) frame.contentWindow?.postMessage(QUESTION, origin === OPAQUE ? "*" : origin);
  }
  return () => {
    window.removeEventListener("message", onMessage);
  };
}

/** The origin of what has none: files, and what a sandbox took it from. */
const OPAQUE = "null";

/** The only origin that messages of a frame may have. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  if (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")) return OPAQUE;
  const { origin, protocol } = new URL(frame.src, frame.baseURI);
  if (protocol === "file:") return OPAQUE;
  return origin === OPAQUE ? undefined : origin;
}
