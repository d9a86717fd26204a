/** The parts of an event in the page. An id may be any text, and never becomes a part of a selector. */
export function partsOf(root: Element, id: string, parts: string): readonly Element[] {
  return [...root.querySelectorAll(parts)].filter((part) => part.getAttribute("data-event") === id);
}

/** Marks one event in the picture, and no other; none where there is no id. */
export function pointOut(plot: HTMLElement, id: string | undefined): void {
  for (const old of plot.querySelectorAll(".is-told"))
    if (old.getAttribute("data-event") !== id) old.classList.remove("is-told");
  if (id === undefined) return;
  for (const part of partsOf(plot, id, ".mizwala-mark, .mizwala-label")) part.classList.add("is-told");
}
