import { select } from "d3";
import type { ShapeNode } from "../../scene/scene.js";
import { attributesOf, pagePainter, TAGS } from "./attributes.js";

const NAMESPACE = "http://www.w3.org/2000/svg";

type Drawn = SVGElement & { mizwala?: Readonly<Record<string, string | undefined>> };

/** Makes the children of an SVG element show these shapes, with as few changes as it takes. */
export function drawShapes(parent: SVGElement, shapes: readonly ShapeNode[]): void {
  select(parent)
    .selectChildren<Drawn, ShapeNode>()
    .data<ShapeNode>(shapes, keyOf)
    .join((enter) => enter.append((node) => parent.ownerDocument.createElementNS(NAMESPACE, TAGS[node.kind]) as Drawn))
    .order()
    .each(function (node) {
      patchAttributes(this, attributesOf(node, pagePainter));
      if (node.kind === "group") drawShapes(this, node.children);
    });
}

/** What a server has drawn has no data yet, and its key in an attribute. */
function keyOf(this: Element, node: ShapeNode | undefined): string {
  return node?.key ?? this.getAttribute("data-key") ?? "";
}

function patchAttributes(element: Drawn, attributes: Readonly<Record<string, string | undefined>>): void {
  const before =
    element.mizwala ?? Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
  // Shapes of one kind have the same attributes, though some are undefined; what a server has sent has others.
  for (const name of Object.keys(element.mizwala ? attributes : { ...before, ...attributes })) {
    const value = attributes[name];
    if (value === before[name]) continue;
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  element.mizwala = attributes;
}
