import { select } from "d3";
import type { ShapeNode } from "../../scene/scene.js";
import { attributesOf, pagePainter, TAGS } from "./attributes.js";

const NAMESPACE = "http://www.w3.org/2000/svg";

type Drawn = SVGElement & { __data__?: ShapeNode; mizwala?: Readonly<Record<string, string | undefined>> };

/** Makes the children of an SVG element show these shapes, with as few changes as it takes. */
export function drawShapes(parent: SVGElement, shapes: readonly ShapeNode[]): void {
  const { ownerDocument: document } = parent;
  if (!parent.firstChild) {
    for (const node of shapes) parent.append(createShape(document, node));
    return;
  }
  select(parent)
    .selectChildren<Drawn, ShapeNode>()
    .data<ShapeNode>(shapes, keyOf)
    .join(
      (enter) => enter.append((node) => createShape(document, node)),
      (update) =>
        update.each(function (node) {
          patchAttributes(this, attributesOf(node, pagePainter));
          if (node.kind === "group") drawShapes(this, node.children);
        }),
    )
    .order();
}

/** A new element with all that is in it; a later join finds its data there. */
function createShape(document: Document, node: ShapeNode): Drawn {
  const element = document.createElementNS(NAMESPACE, TAGS[node.kind]) as Drawn;
  element.__data__ = node;
  element.mizwala = attributesOf(node, pagePainter);
  // Not what the page has put on the prototype of all objects: it would become attributes, handlers among them.
  for (const name of Object.keys(element.mizwala)) {
    const value = element.mizwala[name];
    if (value !== undefined) element.setAttribute(name, value);
  }
  if (node.kind === "group") drawShapes(element, node.children);
  return element;
}

/** What a server has drawn has no data yet, and its key in an attribute. */
function keyOf(this: Element, node: ShapeNode | undefined): string {
  return node?.key ?? this.getAttribute("data-key") ?? "";
}

function patchAttributes(element: Drawn, attributes: Readonly<Record<string, string | undefined>>): void {
  const before = element.mizwala ?? Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  // Shapes of one kind have the same attributes, though some are undefined; what a server has sent has others.
  for (const name of Object.keys(element.mizwala ? attributes : { ...before, ...attributes })) {
    const value = attributes[name];
    if (value === before[name]) continue;
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  element.mizwala = attributes;
}
