import { create, type Page } from "../../component/page.js";
import type { Layout } from "../../layout/layout.js";
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
      const { axisAt, lower, height, length, orientation, domain, warp } = layout;
      const scale = linearScale(domain, [0, length]);
      const [from, to] = range.map((instant) => scale.at(warp.onAxis(instant))) as [number, number];
      const [start, end] = [from, to].map((along) => Math.min(Math.max(along, 0), length)) as [number, number];
      const left = orientation.left(start, end - start);
      const isMirrored = orientation.startSide === "right";
      const cuts = isMirrored ? [to > length, from < 0] : [from < 0, to > length];
      band.hidden = end <= start;
      band.classList.toggle("is-cut-left", cuts[0]);
      band.classList.toggle("is-cut-right", cuts[1]);
      band.style.transform = `translate(${left.toFixed(2)}px, 0px)`;
      band.style.width = `${(end - start).toFixed(2)}px`;
      band.style.height = `${lower === undefined ? axisAt : height}px`;
      for (const [edge, along] of [["from", from] as const, ["to", to] as const]) {
        const { classList, style } = sliders[edge].element;
        classList.toggle("is-left", (edge === "from") !== isMirrored);
        classList.toggle("is-right", (edge === "from") === isMirrored);
        classList.toggle("is-away", along < 0 || along > length);
        const x = orientation.x(Math.min(Math.max(along, 0), length));
        style.transform = `translate(${x.toFixed(2)}px, 0px)`;
      }
    },
    remove() {
      band.remove();
      element.remove();
    },
  };
}
