import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { createApp, h, type Component } from "vue";
import { Timeline as ReactTimeline } from "../../src/react/index.js";
import type { Timeline, TimelineEvent, TimelineOptions } from "../../src/index.js";
import { timeline as action } from "../../src/svelte/index.js";
import { Timeline as VueTimeline } from "../../src/vue/index.js";

export * from "../../src/script.js";
export * from "../../src/source/index.js";

/** A timeline that a framework has made, and what has the framework take it away. */
interface Made {
  readonly timeline: Timeline;
  readonly end: () => void;
}

/** Has each framework make a timeline in an element of its own. */
export const wrappers: Readonly<Record<string, (place: HTMLElement, options: TimelineOptions) => Made>> = {
  React(place, options) {
    const root = createRoot(place);
    let made: Timeline | null = null;
    const ref = (timeline: Timeline | null): void => {
      made = timeline;
    };
    flushSync(() => {
      root.render(createElement(ReactTimeline<TimelineEvent>, { ...options, ref }));
    });
    return {
      timeline: made!,
      end: () => {
        root.unmount();
      },
    };
  },
  Vue(place, options) {
    let made: Timeline | undefined;
    const onReady = (timeline: Timeline): void => {
      made = timeline;
    };
    const app = createApp({ render: () => h(VueTimeline as unknown as Component, { ...options, onReady }) });
    app.mount(place);
    return {
      timeline: made!,
      end: () => {
        app.unmount();
      },
    };
  },
  Svelte(place, options) {
    let made: Timeline | undefined;
    const onReady = (timeline: Timeline): void => {
      made = timeline;
    };
    const { destroy } = action(place, { ...options, onReady });
    return { timeline: made!, end: destroy };
  },
};
