import type { Capabilities } from "../../component/capabilities.js";
import { create } from "../../component/page.js";
import { contentOf } from "./panel.js";
import type { Steps } from "./steps.js";

/** All steps below each other; the one that is well in the window, below the plot, is the one that is told. */
export interface StoryColumn {
  draw(steps: Steps, name: string, level: number): void;
  /** Shows which step is told. */
  mark(index: number): void;
  /** Scrolls to a step. */
  scrollTo(index: number): void;
  stop(): void;
}

/** Makes the column; `reach` is told of the step that is scrolled to, in browsers that can tell. */
export function createColumn(
  element: HTMLElement,
  window: Window & typeof globalThis,
  { plot, can }: { readonly plot: HTMLElement; readonly can: Capabilities },
  reach: (index: number) => void,
): StoryColumn {
  const { IntersectionObserver: Observer } = window as Partial<Pick<typeof window, "IntersectionObserver">>;
  const observer =
    Observer &&
    new Observer(
      (entries) => {
        const entry = entries.find(({ isIntersecting }) => isIntersecting);
        if (entry) reach([...element.children].indexOf(entry.target));
      },
      { rootMargin: "-80% 0px -19% 0px" },
    );
  return {
    draw(steps, name, level) {
      observer?.disconnect();
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", name);
      const sections = Array.from({ length: steps.count }, (_, index) => {
        const step = steps.at(index);
        const content = step ? contentOf(element.ownerDocument, step, level) : [];
        return create(element.ownerDocument, "section", "mizwala-story-chapter", {}, ...content);
      });
      element.replaceChildren(...sections);
      for (const section of sections) observer?.observe(section);
    },
    mark(index) {
      for (const [at, section] of [...element.children].entries()) section.classList.toggle("is-told", at === index);
    },
    scrollTo(index) {
      const section = element.children[index] as HTMLElement | undefined;
      if (!section) return;
      section.style.scrollMarginTop = `${plot.offsetHeight}px`;
      can.scrollTo(section, "top");
    },
    stop() {
      observer?.disconnect();
    },
  };
}
