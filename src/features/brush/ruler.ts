import { clamp } from "../../base/math.js";
import { memo } from "../../base/memo.js";
import type { Door } from "../../component/feature.js";
import type { Layout } from "../../layout/layout.js";
import type { Instant } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";
import type { Step, StepOptions, StepUnit } from "../../time/steps.js";
import { finestOf, stepFor, stepOf } from "../units.js";

/** What a brush snaps to. */
export type BrushSnap = "auto" | "axis" | StepUnit;

/** Measures time in the plot as it is now. */
export interface Ruler {
  /** The layout where it has an axis. */
  layout(): Layout | undefined;
  /** The instant at an x of the view, within the plot. */
  instantAt(this: void, clientX: number): Instant | undefined;
  /** What a range snaps to. */
  step(): Step;
  steps(): StepOptions;
  /** How long a pixel lasts, in milliseconds. */
  pixel(layout: Layout): number;
}

/** Makes the ruler of a plot. */
export function createRuler(door: Pick<Door, "shown" | "page">, snap: BrushSnap): Ruler {
  const finest = memo(finestOf);
  const pixel = ({ domain, length }: Layout): number => (domain[1] - domain[0]) / length;
  const layoutOnAxis = (): Layout | undefined => {
    const { layout } = door.shown();
    return layout?.axis ? layout : undefined;
  };
  return {
    layout: layoutOnAxis,
    instantAt(clientX) {
      const layout = layoutOnAxis();
      if (!layout) return undefined;
      const { left, width } = door.page.plot.getBoundingClientRect();
      const x = ((clientX - left) * layout.width) / (width || 1);
      const along = clamp(layout.orientation.along(x), 0, layout.length);
      const at = linearScale(layout.domain, [0, layout.length]).invert(along);
      return layout.warp.domainInTime([at, at])[0];
    },
    step() {
      if (snap !== "auto" && snap !== "axis") return stepOf(snap);
      const layout = layoutOnAxis();
      const unit = finest(door.shown().prepared.columns);
      if (!layout?.axis) return unit;
      return snap === "axis" ? layout.axis.step : stepFor(pixel(layout), unit);
    },
    steps: () => door.shown().prepared.setting.dates.steps,
    pixel,
  };
}
