import { lowerBound } from "../base/math.js";
import type { Layout } from "../layout/layout.js";
import type { PlotSight } from "./sight.js";

/** What keeping the place needs. */
export interface PlaceSetting {
  readonly sight: PlotSight;
  /** Whether the reader has moved through time. */
  readonly hasMoved: () => boolean;
  /** Scrolls the page to an event. */
  readonly scrollTo: (id: string) => void;
  /** Brings the part of time into view that an event begins. */
  readonly startAt: (id: string) => void;
}

/** Keeps what the reader has before their eyes when an axis becomes a list, and back. */
export interface ReadingPlace {
  /** Looks where the reader is, while the page still shows a layout that may go. */
  note(layout: Layout | undefined): void;
  /** Brings the reader there again in the layout that has come, or in a list whose events above have changed. */
  restore(before: Layout, layout: Layout): void;
}

/** Makes what keeps the place in a plot. */
export function createReadingPlace({ sight, hasMoved, scrollTo, startAt }: PlaceSetting): ReadingPlace {
  let isInView = false;
  /** The event at the top of the list, now and when the list came: a reader who did not scroll goes back unmoved. */
  let top: number | undefined;
  let topAtFirst: number | undefined;
  const toList = (before: Layout, layout: Layout): void => {
    const { columns, onAxis } = layout;
    const first = lowerBound(columns.events.length, (i) => onAxis.anchor[i]! >= before.domain[0]);
    const event = columns.events[first] ?? columns.events.at(-1);
    if (event && first > 0 && isInView && hasMoved()) scrollTo(event.id);
    topAtFirst = sight.topOf(layout);
  };
  const keepInList = (before: Layout, layout: Layout): void => {
    if (top === undefined || before.columns === layout.columns) return;
    const { id } = before.columns.events[top] ?? {};
    const event = layout.columns.byId.get(id ?? "");
    const hasMoved = event !== undefined && acrossOf(before, top) !== acrossOf(layout, event);
    if (hasMoved) scrollTo(id!);
    top = event;
  };
  return {
    note(layout) {
      isInView = sight.isInView();
      top = layout?.mode === "list" ? sight.topOf(layout) : undefined;
    },
    restore(before, layout) {
      if (layout.mode === before.mode) keepInList(before, layout);
      else if (layout.mode === "list") toList(before, layout);
      else if (before.mode === "list" && top !== undefined && top !== topAtFirst)
        startAt(layout.columns.events[top]!.id);
    },
  };
}

function acrossOf({ labels }: Layout, event: number): number | undefined {
  return labels.find((box) => box.event === event)?.across;
}
