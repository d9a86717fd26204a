import { activeIn, create, type Page } from "./page.js";

/** How the keys work: always there for those who hear it, and shown to others when they ask. */
export interface KeyList {
  /** Says so, a line for each key or pair of keys. */
  fill(lines: readonly string[]): void;
  /** Shows it and goes there, or hides it and goes back to where focus was; true, for it always does. */
  toggle(): true;
  /** Hides it where it is shown; true where it was. */
  close(): boolean;
}

const HIDDEN = "mizwala-hidden";

/** Makes the list of keys. */
export function createKeyList({ root, keys }: Pick<Page, "root" | "keys">): KeyList {
  let said = "";
  let before: Element | null = null;
  const isShown = (): boolean => !keys.classList.contains(HIDDEN);
  const close = (): boolean => {
    if (!isShown()) return false;
    const isInside = keys.contains(activeIn(root));
    keys.classList.add(HIDDEN);
    keys.removeAttribute("tabindex");
    if (isInside && root.contains(before)) (before as HTMLElement).focus();
    return true;
  };
  return {
    close,
    fill(lines) {
      const text = lines.join("\n");
      if (text === said) return;
      said = text;
      keys.replaceChildren(...lines.map((line) => create(root.ownerDocument, "li", "", {}, line)));
    },
    toggle() {
      if (close()) return true;
      before = activeIn(root);
      keys.classList.remove(HIDDEN);
      keys.tabIndex = -1;
      keys.focus();
      return true;
    },
  };
}
