import { select } from "d3";
import type { ShapeNode } from "../../scene/scene.js";
import { attributesOf, TAGS, type Painter } from "./attributes.js";

const pagePainter: Painter = (paint) => `var(--mizwala-${paint})`;
const NAMESPACE = "http://www.w3.org/2000/svg";

type Drawn = SVGElement & { mizwala?: Readonly<Record<string, string | undefined>> };

/** Makes the children of an SVG element show these shapes, with as few changes as it takes. */
export function drawShapes(parent: SVGElement, shapes: readonly ShapeNode[]): void {
  select(parent)
    .selectChildren<Drawn, ShapeNode>()
    .data(shapes, (node) => node.key)
    .join((enter) => enter.append((node) => parent.ownerDocument.createElementNS(NAMESPACE, TAGS[node.kind]) as Drawn))
    .order()
    .each(function (node) {
      patchAttributes(this, attributesOf(node, pagePainter));
      if (node.kind === "group") drawShapes(this, node.children);
    });
}

function patchAttributes(element: Drawn, attributes: Readonly<Record<string, string | undefined>>): void {
  const before = element.mizwala;
  // Shapes of one kind have the same attributes, though some are undefined.
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === before?.[name]) continue;
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  element.mizwala = attributes;
}
