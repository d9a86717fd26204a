import { create, type Page } from "../../component/page.js";
import type { Layout } from "../../layout/layout.js";
import { opposite } from "../../layout/orientation.js";
import { linearScale } from "../../time/scale.js";
import type { Domain } from "../../view/view.js";
import { createSlider, type Slider } from "../slider.js";

/** One edge of a range: the first or the last in time. */
export type RangeEdge = "from" | "to";

/** The band of a range over the plot. */
export interface Band {
  /** Its edges, for pointers and for keys. */
  readonly sliders: Readonly<Record<RangeEdge, Slider>>;
  edgeOf(this: void, target: EventTarget | null): RangeEdge | undefined;
  /** Puts it where the range is, as far as that is in view; without range or axis it is hidden. */
  place(range: Domain | undefined, layout: Layout | undefined): void;
  remove(): void;
}

const EDGES = ["from", "to"] as const;
/** How far a grip beside an upright axis reaches into the plot, in pixels. */
const GRIP = 44;

/** Makes the band of a range, inside of a plot. */
export function createBand({ plot, labels }: Pick<Page, "plot" | "labels">): Band {
  const document = plot.ownerDocument;
  const band = create(document, "div", "mizwala-range-band");
  const sliders = {
    from: createSlider(document, "mizwala-range-edge"),
    to: createSlider(document, "mizwala-range-edge"),
  };
  const element = create(document, "div", "mizwala-range", {}, sliders.from.element, sliders.to.element);
  // The band lies behind all text, its edges in front of everything.
  labels.before(band);
  plot.append(element);
  return {
    sliders,
    edgeOf: (target) => EDGES.find((edge) => sliders[edge].element === target),
    place(range, layout) {
      element.hidden = band.hidden = !range || !layout;
      if (!range || !layout) return;
      const { axisAt, lower, breadth, length, orientation, domain, warp } = layout;
      const { isUpright, startSide } = orientation;
      const scale = linearScale(domain, [0, length]);
      const [from, to] = range.map((instant) => scale.at(warp.onAxis(instant))) as [number, number];
      const [start, end] = [from, to].map((along) => Math.min(Math.max(along, 0), length)) as [number, number];
      const sides = { from: isUpright ? "top" : startSide, to: isUpright ? "bottom" : opposite(startSide) };
      band.hidden = end <= start;
      const box = orientation.box(start, end - start, 0, lower === undefined ? axisAt : breadth);
      band.className = "mizwala-range-band";
      band.style.transform = `translate(${box.x.toFixed(2)}px, ${box.y.toFixed(2)}px)`;
      band.style.width = `${box.width.toFixed(2)}px`;
      band.style.height = `${box.height.toFixed(2)}px`;
      for (const [edge, along, inside] of [["from", from, start] as const, ["to", to, end] as const]) {
        const isAway = along < 0 || along > length;
        if (!isAway) band.classList.add(`is-at-${sides[edge]}`);
        const { element } = sliders[edge];
        element.className = `mizwala-range-edge is-${sides[edge]}${isAway ? " is-away" : ""}`;
        const { x, y } = orientation.box(inside, 0, 0, isUpright ? GRIP : 0);
        element.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
      }
    },
    remove() {
      band.remove();
      element.remove();
    },
  };
}
