import { lowerBound } from "../base/math.js";
import type { Layout } from "../layout/layout.js";
import type { Sight } from "../view/view.js";

/** What of a plot the reader can see. */
export interface PlotSight {
  /** What is worth drawing: what can be seen and at least so much more that a turn of the wheel does not leave it. */
  drawn(): Sight;
  /** Whether anything of the plot can be seen. */
  isInView(): boolean;
  /** The place of the event that is at the top of what can be seen of a list; `undefined` where the list begins below. */
  topOf(layout: Layout): number | undefined;
}

/** The drawn part grows and moves in steps of so many pixels. */
const STEP = 1024;
/** What is hidden at the top by a heading, in pixels. */
const HEADING = 28;

/** Watches a plot. */
export function createSight(plot: HTMLElement): PlotSight {
  const window = plot.ownerDocument.defaultView!;
  /** The nearest part of the window in which the plot is scrolled, from its top edge to that of the plot. */
  const hiddenAbove = (): number => {
    let top = 0;
    for (let around = plot.parentElement; around; around = around.parentElement) {
      if (around.scrollTop > 0) top = Math.max(top, around.getBoundingClientRect().top);
    }
    return top - plot.getBoundingClientRect().top;
  };
  return {
    drawn() {
      const top = -plot.getBoundingClientRect().top;
      return [(Math.floor(top / STEP) - 1) * STEP, (Math.ceil((top + window.innerHeight) / STEP) + 1) * STEP];
    },
    isInView() {
      const { top, bottom } = plot.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    },
    topOf({ labels }) {
      const top = hiddenAbove();
      if (top <= 0) return undefined;
      const at = lowerBound(labels.length, (i) => labels[i]!.across + labels[i]!.label.height > top + HEADING);
      return labels[at]?.event;
    },
  };
}
