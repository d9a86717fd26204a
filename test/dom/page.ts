import { vi } from "vitest";
import type { TimelineEvent } from "../../src/model/input.js";

/** Gives jsdom what it lacks for a timeline: a width for elements, frames on demand, and no canvas. */
export function preparePage(width: number): {
  resize: (width: number) => void;
  nextFrame: () => void;
  /** How many frames were asked for so far. */
  framesAsked: () => number;
} {
  let current = width;
  const frames = new Map<number, FrameRequestCallback>();
  let id = 0;
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockImplementation(() => current);
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((callback) => {
    frames.set(++id, callback);
    return id;
  });
  vi.spyOn(window, "cancelAnimationFrame").mockImplementation((frame) => void frames.delete(frame));
  return {
    framesAsked: () => id,
    resize(next) {
      current = next;
      window.dispatchEvent(new Event("resize"));
    },
    nextFrame() {
      const due = [...frames.values()];
      frames.clear();
      for (const callback of due) callback(performance.now());
    },
  };
}

/** Four events, as in the first timeline. */
export const EVENTS: readonly TimelineEvent[] = [
  { id: "meeting", kind: "meeting", date: "2020-07-09", title: "لقاء الأسد وباقري" },
  { id: "astana", kind: "summit", date: "2020-07-01", title: "قمة أستانا", participants: ["بوتين"] },
  { id: "arrival", kind: "arrival", date: "2020-07-07", title: "وصول باقري", who: "محمد باقري" },
  { id: "agreement", kind: "signing", date: "2020-07-08", title: "توقيع الاتفاقية", parties: ["إيران", "سوريا"] },
];
