/** For the parts of an event in the page. */
export function selectorOf(id: string): string {
  return `[data-event="${id.replace(/["\\]/g, "\\$&")}"]`;
}

/** Marks one event in the picture, and no other; none where there is no id. */
export function pointOut(plot: HTMLElement, id: string | undefined): void {
  for (const old of plot.querySelectorAll(".is-told"))
    if (old.getAttribute("data-event") !== id) old.classList.remove("is-told");
  if (id === undefined) return;
  for (const part of plot.querySelectorAll(`:is(.mizwala-mark, .mizwala-label)${selectorOf(id)}`))
    part.classList.add("is-told");
}
