import { create } from "../../component/page.js";
import type { Orientation } from "../../layout/orientation.js";
import { drawLabels } from "../../render/html/dom.js";
import { drawShapes } from "../../render/svg/dom.js";
import type { LabelNode, ShapeNode } from "../../scene/scene.js";
import { createSlider, type Slider } from "../slider.js";

/** The elements of an overview. */
export interface Strip {
  readonly element: HTMLElement;
  /** What moves and resizes the window: its edge that is first in time, itself, and its other edge. */
  readonly sliders: Readonly<Record<"from" | "part" | "to", Slider>>;
  /** Puts the strip below the axis, from its left end on. */
  place(left: number, width: number): void;
  /** Draws what lies behind the window, and the labels below. */
  draw(shapes: readonly ShapeNode[], labels: readonly LabelNode[]): void;
  /** Puts the window where it is along the strip; `isWhole` where it covers everything. */
  move(from: number, to: number, orientation: Orientation, isWhole: boolean): void;
}

/** The height of the picture, in pixels; for fingers it is stretched. */
export const HEIGHT = 32;

/** Makes the elements of an overview in a slot. */
export function createStrip(root: HTMLElement): Strip {
  const document = root.ownerDocument;
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("class", "mizwala-overview-picture");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("preserveAspectRatio", "none");
  const sliders = {
    from: createSlider(document, "mizwala-overview-edge"),
    part: createSlider(document, "mizwala-overview-frame"),
    to: createSlider(document, "mizwala-overview-edge"),
  };
  const { from, part, to } = sliders;
  const tint = create(document, "div", "mizwala-overview-part");
  const window = create(document, "div", "mizwala-overview-window", {}, from.element, part.element, to.element);
  const element = create(document, "div", "mizwala-overview-strip", {}, picture, tint, window);
  const axis = create(document, "div", "mizwala-overview-axis", { "aria-hidden": "true" });
  // Left and right are those of the picture, in both directions of text.
  root.dir = "ltr";
  root.append(element, axis);
  let placed = "";
  let moved = "";
  return {
    element,
    sliders,
    place(left, width) {
      const next = `${left} ${width}`;
      if (next === placed) return;
      placed = next;
      picture.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
      for (const { style } of [element, axis]) {
        style.marginLeft = `${left}px`;
        style.width = `${width}px`;
      }
    },
    draw(shapes, labels) {
      drawShapes(picture, shapes);
      drawLabels(axis, labels);
      axis.hidden = labels.length === 0;
    },
    move(start, end, { box, startSide }, isWhole) {
      const at = box(start, end - start, 0, 0).x.toFixed(2);
      const length = (end - start).toFixed(2);
      const next = `${at} ${length} ${startSide} ${String(isWhole)}`;
      if (next === moved) return;
      moved = next;
      element.style.setProperty("--mizwala-window-at", `${at}px`);
      element.style.setProperty("--mizwala-window-length", `${length}px`);
      element.toggleAttribute("data-whole", isWhole);
      for (const [slider, isStart] of [[from, true] as const, [to, false] as const]) {
        const isLeft = (startSide === "left") === isStart;
        slider.element.classList.toggle("is-left", isLeft);
        slider.element.classList.toggle("is-right", !isLeft);
      }
    },
  };
}
