import type { FoldHit } from "../scene/hit.js";
import { create } from "./page.js";

/**
 * Makes a function that lays a button over the name of each group of lanes, for pointers, keys and screen readers. Buttons
 * of groups that stay keep their elements, and so the focus.
 *
 * @param parent - What holds the buttons.
 * @param fold - Called when a group is to be folded or unfolded.
 */
export function createLaneFolds(
  parent: HTMLElement,
  fold: (id: string, isFolded: boolean) => void,
): (hits: readonly FoldHit[]) => void {
  const document = parent.ownerDocument;
  const buttons = new Map<string, HTMLButtonElement>();

  const createFold = (id: string): HTMLButtonElement => {
    const button = create(document, "button", "mizwala-fold", { type: "button", "data-lane": id });
    button.addEventListener("click", () => {
      fold(id, button.getAttribute("aria-expanded") === "true");
    });
    buttons.set(id, button);
    return button;
  };

  return (hits) => {
    const shown = new Set(hits.map(({ id }) => id));
    for (const [id, button] of buttons) {
      if (shown.has(id)) continue;
      button.remove();
      buttons.delete(id);
    }
    hits.forEach(({ id, name, isFolded, x, y, width, height }, i) => {
      const button = buttons.get(id) ?? createFold(id);
      if (parent.children[i] !== button) parent.insertBefore(button, parent.children[i] ?? null);
      button.setAttribute("aria-expanded", String(!isFolded));
      button.setAttribute("aria-label", name.text);
      if (name.lang !== undefined) button.lang = name.lang;
      button.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
      button.style.width = `${width.toFixed(2)}px`;
      button.style.height = `${height.toFixed(2)}px`;
    });
  };
}
