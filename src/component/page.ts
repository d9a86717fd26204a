/** The elements of a timeline, made once. */
export interface Page {
  readonly root: HTMLElement;
  readonly head: HTMLElement;
  readonly controls: HTMLElement;
  /** Buttons of features, before those. */
  readonly tools: HTMLElement;
  /** How many events there are and when, for those who do not see it. */
  readonly summary: HTMLElement;
  /** How the keys work, for those who hear it, and for others when they ask. */
  readonly keys: HTMLUListElement;
  /** The eras, for those who hear them. */
  readonly eras: HTMLUListElement;
  /** What the axis leaves out, for those who hear it. */
  readonly breaks: HTMLUListElement;
  readonly plot: HTMLElement;
  /** Over an axis that runs down: there a finger moves through time, elsewhere it scrolls the page. */
  readonly grip: HTMLElement;
  readonly marks: SVGSVGElement;
  readonly labels: HTMLElement;
  /** Buttons that fold groups of lanes. */
  readonly folds: HTMLElement;
  readonly list: HTMLOListElement;
  readonly empty: HTMLElement;
  readonly details: HTMLElement;
  readonly source: HTMLElement;
  readonly status: HTMLElement;
}

/** What an element holds: text or other elements; `undefined` is left out. */
export type Content = string | Node | undefined;

/** Makes an element with a class, attributes and content. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.filter((part) => part !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Makes the elements of a timeline, or finds those that a server has sent; the host's own content stays as it is. */
export function createPage(document: Document, host?: Element): Page {
  const sent = host?.querySelector<HTMLElement>(":scope > .mizwala[data-static]");
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    name: string,
    attributes: Record<string, string> = {},
  ): HTMLElementTagNameMap[Tag] =>
    sent?.querySelector(`.mizwala-${name.split(" ")[0]!}`) ?? create(document, tag, `mizwala-${name}`, attributes);
  const marks = sent?.querySelector<SVGSVGElement>(".mizwala-marks") ?? document.createElementNS(SVG, "svg");
  marks.setAttribute("class", "mizwala-marks");
  marks.setAttribute("aria-hidden", "true");
  const page: Page = {
    root: sent ?? create(document, "section", "mizwala"),
    head: make("header", "head"),
    controls: make("div", "controls"),
    tools: make("div", "tools"),
    summary: make("p", "summary mizwala-hidden"),
    keys: make("ul", "keys mizwala-hidden", { role: "list" }),
    eras: make("ul", "eras mizwala-hidden", { role: "list" }),
    breaks: make("ul", "breaks mizwala-hidden", { role: "list", hidden: "" }),
    plot: make("div", "plot", { tabindex: "-1" }),
    grip: make("div", "grip", { hidden: "" }),
    marks,
    labels: make("div", "labels"),
    folds: make("div", "folds"),
    list: make("ol", "list", { role: "list" }),
    empty: make("p", "empty", { hidden: "", tabindex: "-1" }),
    details: make("section", "details", { hidden: "" }),
    source: make("p", "source is-note"),
    status: make("div", "status mizwala-hidden", { role: "status" }),
  };
  if (sent) return page;
  page.plot.append(page.marks, page.grip, page.labels, page.folds, page.list);
  const { root, head, summary, keys, empty, eras, breaks, plot, details, source, status } = page;
  root.append(head, summary, keys, empty, eras, breaks, plot, details, source, status);
  return page;
}

/** The element that has focus in the document or shadow root of an element. */
export function activeIn(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}

/** A small drawing for a button, in the colour of its text. */
export function createIcon(document: Document, d: string): SVGSVGElement {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  icon.append(path);
  return icon;
}
