import type { LabelNode, LabelSide, TextLine } from "../../scene/scene.js";

/** How a label hangs at its x. */
const SHIFTS: Readonly<Record<LabelSide, string>> = { left: "0%", middle: "-50%", right: "-100%" };

/** Makes the children of an element show these labels; what has the same key keeps its element. */
export function drawLabels(parent: HTMLElement, labels: readonly LabelNode[]): void {
  const before = drawnIn.get(parent) ?? new Map<string, Drawn>();
  const after = new Map<string, Drawn>();
  let at = parent.firstElementChild;
  for (const node of labels) {
    const drawn = before.get(node.key) ?? { element: createLabel(parent.ownerDocument, node), node: undefined };
    before.delete(node.key);
    patchLabel(drawn, node);
    after.set(node.key, drawn);
    if (drawn.element === at) at = at.nextElementSibling;
    else parent.insertBefore(drawn.element, at);
  }
  for (const { element } of before.values()) element.remove();
  drawnIn.set(parent, after);
}

interface Drawn {
  readonly element: HTMLElement;
  node: LabelNode | undefined;
}

const drawnIn = new WeakMap<HTMLElement, Map<string, Drawn>>();

function createLabel(document: Document, { count }: LabelNode): HTMLElement {
  const element = document.createElement(count === undefined ? "div" : "button");
  if (element instanceof document.defaultView!.HTMLButtonElement) {
    element.type = "button";
    element.tabIndex = -1;
  } else element.setAttribute("aria-hidden", "true");
  return element;
}

function patchLabel(drawn: Drawn, node: LabelNode): void {
  const { element, node: before } = drawn;
  if (before === node) return;
  drawn.node = node;
  if (node.reach !== undefined) {
    element.style.top = `${node.y.toFixed(2)}px`;
    element.style.height = `${node.reach.toFixed(2)}px`;
  } else if (before?.x !== node.x || before.y !== node.y || before.side !== node.side)
    element.style.transform = `translate(calc(${SHIFTS[node.side]} + ${node.x.toFixed(2)}px), ${node.y.toFixed(2)}px)`;
  if (before?.className !== node.className || before.side !== node.side)
    element.className = `${node.className} is-${node.side}`;
  if (before?.lines === node.lines && before.accent === node.accent) return;
  if (node.event !== undefined) element.dataset["event"] = node.event;
  if (node.lane !== undefined) element.dataset["lane"] = node.lane;
  if (node.count !== undefined) element.dataset["count"] = String(node.count);
  if (node.name !== undefined && node.name !== before?.name) element.setAttribute("aria-label", node.name);
  if (node.accent) element.style.setProperty("--mizwala-accent", `var(--mizwala-${node.accent})`);
  element.dir = node.lines.find((line) => line.role === "title")?.dir ?? node.lines[0]!.dir;
  element.replaceChildren(...node.lines.map((line) => createLine(element.ownerDocument, line)));
}

/** A line is a block of its own: two inline pieces of Arabic without a blank between them would join their letters. */
function createLine(document: Document, line: TextLine): HTMLElement {
  const element = document.createElement("div");
  element.className = `mizwala-line is-${line.role}`;
  element.dir = line.dir;
  if (line.lang !== undefined) element.lang = line.lang;
  element.append(...createRuns(document, line.runs));
  return element;
}

/** Pieces of text as nodes: plain text, `<b>` where emphasised, `<bdi>` where a piece has its own direction. */
export function createRuns(document: Document, runs: TextLine["runs"]): Node[] {
  return runs.map(({ text, dir, lang, isEmphasized }) => {
    if (dir === undefined && lang === undefined && isEmphasized !== true) return document.createTextNode(text);
    const element = document.createElement(isEmphasized === true ? "b" : "bdi");
    if (dir !== undefined) element.dir = dir;
    if (lang !== undefined) element.lang = lang;
    element.textContent = text;
    return element;
  });
}
