import { adoptStyles } from "../component/styles.js";
import { create } from "../component/page.js";

const CSS = `:host { display: block; } :host([hidden]) { display: none; } .place:not(:empty) + slot { display: none; }`;
const PREFIX = "mizwala-";

/** The inside of the element. */
export interface Shadow {
  /** What the timeline is drawn into. While it is empty, the element shows its own content. */
  readonly place: HTMLElement;
  /** From now on, gives all that is drawn its part names; what it returns ends that. */
  nameParts(): () => void;
  /** A slot for the details of an event, where the page has content of its own for it. */
  slotFor(id: string | undefined): Node | null;
}

/** Makes the inside of a custom element. */
export function createShadow(element: HTMLElement): Shadow {
  const document = element.ownerDocument;
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const place = create(document, "div", "place");
  root.replaceChildren(place, document.createElement("slot"));
  adoptStyles(place, CSS);
  return {
    place,
    nameParts: () => nameParts(place),
    slotFor(id) {
      const names = [...element.children].map((child) => child.getAttribute("slot"));
      const name = [`details-${id ?? ""}`, "details"].find((wanted) => names.includes(wanted));
      return name === undefined ? null : create(document, "slot", "", { name });
    },
  };
}

/** Gives all that is drawn the part names that style sheets of the page know: those of the classes without `mizwala-`. */
function nameParts(place: HTMLElement): () => void {
  const { MutationObserver } = place.ownerDocument.defaultView!;
  const name = (element: Element): void => {
    const own = [...element.classList].find((one) => one.startsWith(PREFIX));
    if (own !== undefined) element.setAttribute("part", own.slice(PREFIX.length));
    if (element.parentElement === place) element.setAttribute("part", "timeline");
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue;
        name(node as Element);
        (node as Element).querySelectorAll(`[class^="${PREFIX}"]`).forEach(name);
      }
  });
  observer.observe(place, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
  };
}
