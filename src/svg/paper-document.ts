import { escapeXML } from "../render/svg/string.js";

/** Properties that are attributes, by their names. */
const REFLECTED = { className: "class", lang: "lang", dir: "dir", type: "type", dateTime: "datetime" } as const;

/**
 * A document that can only be written: as much of a page as the elements of a timeline are made with, so that the string for a
 * server and the page in a browser come from the same code.
 */
export function createPaperDocument(): Document {
  const document = {
    createElement: (tag: string) => new PaperElement(tag, document),
    createElementNS: (_: string, tag: string) => new PaperElement(tag, document),
    createTextNode: (text: string) => text,
    defaultView: { clearTimeout: nothing, requestAnimationFrame: nothing },
  };
  return document as unknown as Document;
}

/** The HTML of an element that was made by such a document. */
export function writeElement(element: Element): string {
  return (element as unknown as PaperElement).write();
}

/** Puts markup that is written already into such an element, behind what is in it. */
export function appendMarkup(element: Element, markup: string): void {
  (element as unknown as PaperElement).content.push({ markup });
}

/** Nothing happens later here. */
const nothing = (): number => 0;

type Content = string | PaperElement | { readonly markup: string };

class PaperElement {
  readonly #attributes = new Map<string, string>();
  content: Content[] = [];

  constructor(
    private readonly tag: string,
    readonly ownerDocument: object,
  ) {
    for (const [property, name] of Object.entries(REFLECTED))
      Object.defineProperty(this, property, { set: (value: string) => this.#attributes.set(name, value) });
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }
  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }
  set hidden(isHidden: boolean) {
    if (isHidden) this.#attributes.set("hidden", "");
    else this.#attributes.delete("hidden");
  }
  set textContent(text: string) {
    this.content = text === "" ? [] : [text];
  }
  get firstElementChild(): PaperElement | undefined {
    return this.content.find((part) => part instanceof PaperElement);
  }
  get children(): readonly PaperElement[] {
    return this.content.filter((part) => part instanceof PaperElement);
  }
  append(...content: readonly Content[]): void {
    this.content.push(...content);
  }
  replaceChildren(...content: readonly Content[]): void {
    this.content = [...content];
  }
  hasChildNodes(): boolean {
    return this.content.length > 0;
  }
  /** Nothing here has focus, and nothing is pressed. */
  getRootNode(): object {
    return { activeElement: null };
  }
  contains(): boolean {
    return false;
  }
  addEventListener(): void {
    return;
  }

  write(): string {
    const attributes = [...this.#attributes].map(([name, value]) => ` ${name}="${escapeXML(value)}"`);
    const content = this.content.map((part) => {
      if (typeof part === "string") return escapeXML(part);
      return part instanceof PaperElement ? part.write() : part.markup;
    });
    return `<${this.tag}${attributes.join("")}>${content.join("")}</${this.tag}>`;
  }
}
