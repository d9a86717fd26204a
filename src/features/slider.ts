import { isChord } from "../component/keyboard.js";
import { create } from "../component/page.js";
import type { Direction } from "../text/direction.js";

/** Where a key moves a slider along time: by a step, by a page, or as far as it goes. */
export interface Slide {
  readonly by: "step" | "page" | "end";
  /** 1 is later, -1 earlier. */
  readonly towards: 1 | -1;
}

/**
 * What a key means to a slider on a level axis: arrows are physical, Home and End are the first and the last in time, and
 * PageUp and PageDown lead where they lead in the plot.
 */
export function slideOf(domEvent: KeyboardEvent, time: Direction): Slide | undefined {
  if (isChord(domEvent)) return undefined;
  const right = time === "rtl" ? -1 : 1;
  const slides: Readonly<Record<string, Slide>> = {
    ArrowRight: { by: "step", towards: right },
    ArrowLeft: { by: "step", towards: right === 1 ? -1 : 1 },
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
   * @param time - The direction of time: that in which browsers move it for screen readers.
   */
  show(name: string, share: number, text: string, time: Direction): void;
}

/** Makes a slider, for pointers, keys and screen readers. */
export function createSlider(document: Document, className: string): Slider {
  const attributes = { role: "slider", tabindex: "0", "aria-orientation": "horizontal" };
  const element = create(document, "div", className, { ...attributes, "aria-valuemin": "0", "aria-valuemax": "100" });
  let shown: readonly string[] = [];
  return {
    element,
    show(name, share, text, time) {
      const now = String(Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10);
      const values = [name, now, text, time];
      if (values.every((value, i) => value === shown[i])) return;
      shown = values;
      element.setAttribute("aria-label", name);
      element.setAttribute("aria-valuenow", now);
      element.setAttribute("aria-valuetext", text);
      element.dir = time;
    },
  };
}
