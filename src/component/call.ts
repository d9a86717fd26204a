import type { EventBase, TimelineEvent } from "../model/input.js";
import type { TimelineOptions } from "../model/options.js";
import type { Timeline } from "./handle.js";
import { createTimeline } from "./timeline.js";

/** As much of a D3 selection as {@link timeline} needs: elements with their data. */
export interface DatumSelection<E extends EventBase> {
  /**
   * Calls back for each element.
   *
   * @param callback - Gets the element as `this` and its datum.
   */
  each(callback: (this: Element, datum: TimelineOptions<E>) => void): unknown;
}

interface Drawn {
  readonly timeline: Timeline<never>;
  readonly options: object;
}

const drawn = new WeakMap<Element, Drawn>();

/**
 * Draws a timeline into each element of a D3 selection, with its datum as options; called again, it updates.
 *
 * @example
 * ```ts
 * d3.select("#timeline").datum(options).call(timeline);
 * ```
 *
 * @param selection - Elements with options as data.
 * @throws MizwalaError as `createTimeline` does.
 */
export function timeline<E extends EventBase = TimelineEvent>(selection: DatumSelection<E>): void {
  selection.each(function (options) {
    const before = drawn.get(this);
    const existing = timelineOf<E>(this);
    if (before && existing && this.querySelector(".mizwala")) {
      const absent = Object.fromEntries(Object.keys(before.options).map((name) => [name, undefined]));
      existing.update({ ...absent, ...options });
      drawn.set(this, { ...before, options });
      return;
    }
    existing?.destroy();
    const made = createTimeline<E>(this, options);
    drawn.set(this, { timeline: made as unknown as Timeline<never>, options });
    made.on("destroy", () => drawn.delete(this));
  });
}

/**
 * The timeline that {@link timeline} drew into an element.
 *
 * @param element - The element.
 */
export function timelineOf<E extends EventBase = TimelineEvent>(element: Element): Timeline<E> | undefined {
  return drawn.get(element)?.timeline as unknown as Timeline<E> | undefined;
}
