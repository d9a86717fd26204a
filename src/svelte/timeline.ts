import { bindTimeline, type TimelineProps } from "../component/binding.js";
import type { EventBase, TimelineEvent } from "../model/input.js";

/**
 * A timeline as an action of Svelte, for any element. It is drawn once; other options change it. A server does nothing.
 *
 * @example
 * ```svelte
 * <div use:timeline={{ title: "From Astana to Damascus", events, onSelect: ({ event }) => (chosen = event) }}></div>
 * ```
 *
 * @typeParam E - The type of the events.
 * @param host - The element to draw into.
 * @param props - Options and listeners.
 * @returns What Svelte calls when they change, and when the element goes.
 */
export function timeline<E extends EventBase = TimelineEvent>(
  host: Element,
  props: TimelineProps<E>,
): {
  /**
   * Takes other options and listeners.
   *
   * @param props - All of them.
   */
  update: (props: TimelineProps<E>) => void;
  /** Takes the timeline away. */
  destroy: () => void;
} {
  const binding = bindTimeline<E>(host, props);
  return {
    update(next) {
      binding.update(next);
    },
    destroy() {
      binding.timeline.destroy();
    },
  };
}
