import { clamp } from "../../base/math.js";
import { memo } from "../../base/memo.js";
import type { Door } from "../../component/feature.js";
import type { Layout } from "../../layout/layout.js";
import type { Instant } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";
import type { Step, StepOptions } from "../../time/steps.js";
import { layoutOnAxis } from "../on-axis.js";
import { finestOf, stepFor, stepOf } from "../units.js";

/** What a brush snaps to. */
export type BrushSnap =
  "auto" | "axis" | "millisecond" | "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** Measures time in the plot as it is now. */
export interface Ruler {
  /** The layout where it has an axis. */
  layout(): Layout | undefined;
  /** How far along the axis a pointer is, in pixels, within the plot; `undefined` where there is no axis. */
  alongAt(this: void, pointer: Pick<MouseEvent, "clientX" | "clientY">): number | undefined;
  /** The instant there. */
  instantAt(this: void, along: number): Instant;
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
  return {
    layout: () => layoutOnAxis(door),
    alongAt({ clientX, clientY }) {
      const layout = layoutOnAxis(door);
      if (!layout) return undefined;
      const { left, top, width } = door.page.plot.getBoundingClientRect();
      const scale = layout.width / (width || 1);
      return clamp(layout.orientation.along((clientX - left) * scale, (clientY - top) * scale), 0, layout.length);
    },
    instantAt(along) {
      const layout = door.shown().layout!;
      const at = linearScale(layout.domain, [0, layout.length]).invert(along);
      return layout.warp.domainInTime([at, at])[0];
    },
    step() {
      if (snap !== "auto" && snap !== "axis") return stepOf(snap);
      const layout = layoutOnAxis(door);
      const unit = finest(door.shown().prepared.columns);
      if (!layout?.axis) return unit;
      return snap === "axis" ? layout.axis.step : stepFor(pixel(layout), unit);
    },
    steps: () => door.shown().prepared.setting.dates.steps,
    pixel,
  };
}
