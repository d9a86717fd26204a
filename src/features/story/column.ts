import { clamp } from "../../base/math.js";
import { times } from "../../base/times.js";
import type { Capabilities } from "../../component/capabilities.js";
import { create } from "../../component/page.js";
import { hold } from "./holding.js";
import { contentOf } from "./panel.js";
import type { Steps } from "./steps.js";

/** All steps below each other; the one in the middle of what the plot leaves free of the window is the one that is told. */
export interface StoryColumn {
  draw(steps: Steps, name: string, level: number): void;
  /** Shows which step is told. */
  mark(index: number): void;
  /** Keeps the plot in sight, where it leaves room to read below it. */
  hold(): void;
  /** Scrolls to a step. */
  scrollTo(index: number): void;
  stop(): void;
}

/** A plot that takes more of the window's height leaves no room to read. */
const MOST = 2 / 3;

/** Makes the column; `reach` is told of the step that is scrolled to. */
export function createColumn(
  element: HTMLElement,
  window: Window,
  { plot, can }: { readonly plot: HTMLElement; readonly can: Capabilities },
  reach: (index: number) => void,
): StoryColumn {
  const look = (): void => {
    hold(plot, window, MOST);
    const covered = clamp(plot.getBoundingClientRect().bottom, 0, window.innerHeight);
    const middle = (covered + window.innerHeight) / 2;
    const sections = [...element.children];
    const index = sections.findLastIndex((section) => section.getBoundingClientRect().top <= middle);
    if (index >= 0) reach(index);
  };
  const release = can.onScroll(element, look, () => undefined);

  return {
    hold() {
      hold(plot, window, MOST);
    },
    draw(steps, name, level) {
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", name);
      const sections = times(steps.count, (index) => {
        const step = steps.at(index);
        const content = step ? contentOf(element.ownerDocument, step, level) : [];
        return create(element.ownerDocument, "section", "mizwala-story-chapter", {}, ...content);
      });
      element.replaceChildren(...sections);
    },
    mark(index) {
      [...element.children].forEach((section, at) => section.classList.toggle("is-told", at === index));
    },
    scrollTo(index) {
      const section = element.children[index] as HTMLElement | undefined;
      if (!section) return;
      hold(plot, window, MOST);
      const { position, top } = window.getComputedStyle(plot);
      const covered = position === "sticky" ? (parseFloat(top) || 0) + plot.offsetHeight : 0;
      section.style.scrollMarginTop = `${covered}px`;
      can.scrollTo(section, "top");
    },
    stop() {
      release();
      plot.classList.remove("is-held");
    },
  };
}
