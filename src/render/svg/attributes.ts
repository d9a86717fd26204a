import type { ShapeNode } from "../../scene/scene.js";
import type { Paint } from "../../scene/theme.js";

/** How a colour is written: a custom property in a page, a value in a file. */
export type Painter = (paint: Paint) => string;

/** Colours as a page has them. */
export const pagePainter: Painter = (paint) => `var(--mizwala-${paint})`;

/** The SVG element of a shape. */
export const TAGS: Readonly<Record<ShapeNode["kind"], string>> = {
  group: "g",
  line: "line",
  rect: "rect",
  path: "path",
};

/** The attributes of a shape, the same in a page and in a file; what is `undefined` is left out. */
export function attributesOf(node: ShapeNode, paint: Painter): Readonly<Record<string, string | undefined>> {
  return { class: node.className, "data-event": node.event, "data-lane": node.lane, ...formOf(node, paint) };
}

function formOf(node: ShapeNode, paint: Painter): Record<string, string | undefined> {
  switch (node.kind) {
    case "group":
      return { transform: `translate(${px(node.x)},${px(node.y)})${node.isTurned === true ? "rotate(90)" : ""}` };
    case "line":
      return {
        x1: px(node.x1),
        y1: px(node.y1),
        x2: px(node.x2),
        y2: px(node.y2),
        stroke: paint(node.stroke),
        "stroke-width": px(node.strokeWidth),
        "stroke-dasharray": node.dash,
      };
    case "rect":
      return {
        x: px(node.x),
        y: px(node.y),
        width: px(node.width),
        height: px(node.height),
        rx: node.radius === 0 ? undefined : px(node.radius),
        ...surfaceOf(node, paint),
      };
    case "path":
      return { d: node.d, ...surfaceOf(node, paint), "stroke-width": node.strokeWidth?.toString() };
  }
}

function surfaceOf(
  { fill, opacity, stroke, dash }: Extract<ShapeNode, { fill: Paint | "none" }>,
  paint: Painter,
): Record<string, string | undefined> {
  return {
    fill: fill === "none" ? fill : paint(fill),
    opacity: opacity === undefined ? undefined : px(opacity),
    stroke: stroke && paint(stroke),
    "stroke-dasharray": dash,
  };
}

/** A number with at most three decimals, without an exponent. */
export function px(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
