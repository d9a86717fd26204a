import { isChord } from "../component/keyboard.js";
import { create } from "../component/page.js";
import type { Orientation } from "../layout/orientation.js";
import type { Direction } from "../text/direction.js";

/** Where a key moves a slider along time: by a step, by a page, or as far as it goes. */
export interface Slide {
  readonly by: "step" | "page" | "end";
  /** 1 is later, -1 earlier. */
  readonly towards: 1 | -1;
}

/** Where time runs on an axis: to one side, or down the page. */
export type Course = Direction | "down";

const LATER = { ltr: "ArrowRight", rtl: "ArrowLeft", down: "ArrowDown" } as const;
const EARLIER = { ltr: "ArrowLeft", rtl: "ArrowRight", down: "ArrowUp" } as const;

/** Where time runs in the plot. */
export function courseOf({ isUpright, time }: Pick<Orientation, "isUpright" | "time">): Course {
  return isUpright ? "down" : time;
}

/**
 * What a key means to a slider: arrows are physical, Home and End are the first and the last in time, and PageUp and
 * PageDown lead where they lead in the plot.
 */
export function slideOf(domEvent: KeyboardEvent, course: Course): Slide | undefined {
  if (isChord(domEvent)) return undefined;
  const slides: Readonly<Record<string, Slide>> = {
    [LATER[course]]: { by: "step", towards: 1 },
    [EARLIER[course]]: { by: "step", towards: -1 },
    PageDown: { by: "page", towards: 1 },
    PageUp: { by: "page", towards: -1 },
    Home: { by: "end", towards: -1 },
    End: { by: "end", towards: 1 },
  };
  return slides[domEvent.key];
}

/** A slider on an axis of time. */
export interface Slider {
  readonly element: HTMLElement;
  /**
   * Says where it is.
   *
   * @param share - Of the whole, from 0 to 1.
   * @param text - The same as a date.
   * @param course - Where time runs: that is where browsers move it for screen readers.
   */
  show(name: string, share: number, text: string, course: Course): void;
}

/** Makes a slider, for pointers, keys and screen readers. */
export function createSlider(document: Document, className: string): Slider {
  const attributes = { role: "slider", tabindex: "0" };
  const element = create(document, "div", className, { ...attributes, "aria-valuemin": "0", "aria-valuemax": "100" });
  let shown: readonly string[] = [];
  return {
    element,
    show(name, share, text, course) {
      const now = String(Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10);
      const values = [name, now, text, course];
      if (values.every((value, i) => value === shown[i])) return;
      shown = values;
      element.setAttribute("aria-label", name);
      element.setAttribute("aria-valuenow", now);
      element.setAttribute("aria-valuetext", text);
      element.setAttribute("aria-orientation", course === "down" ? "vertical" : "horizontal");
      element.dir = course === "down" ? "" : course;
    },
  };
}
