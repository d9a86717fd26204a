import type { Point } from "../../component/point-in.js";
import type { LaneBox } from "../../layout/boxes.js";
import type { Layout } from "../../layout/layout.js";
import type { Box } from "../../layout/orientation.js";
import type { Instant } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";

/** The place on the axis of a point, in milliseconds: breaks have no length there. */
export function axisAt({ orientation, domain, length }: Layout, [x, y]: Point): Instant {
  return linearScale(domain, [0, length]).invert(orientation.along(x, y));
}

/** The instant at a point of a plot with an axis. */
export function instantAt(layout: Layout, at: Point): Instant {
  return inTime(layout, axisAt(layout, at));
}

/** The instant at a place on the axis. */
function inTime({ warp }: Layout, onAxis: Instant): Instant {
  return warp.domainInTime([onAxis, onAxis + 1])[0];
}

/** Where an instant comes to that is moved along the axis, over its breaks. */
export function movedBy(layout: Layout, instant: Instant, ms: number): Instant {
  return inTime(layout, layout.warp.onAxis(instant) + ms);
}

/** How far along the axis an instant is, in pixels. */
export function alongOf({ domain, length, warp }: Layout, instant: Instant): number {
  return linearScale(domain, [0, length]).at(warp.onAxis(instant));
}

/** How long a pixel lasts, in milliseconds. */
export function pixelOf({ domain, length }: Layout): number {
  return (domain[1] - domain[0]) / length;
}

/** The rectangle of a lane. */
export function boxOf({ orientation, axisAt, length }: Layout, { across, height }: LaneBox): Box {
  return orientation.box(0, length, axisAt - across, height);
}

/** The lane at a point; `undefined` where there is none. */
export function laneAt(layout: Layout, [x, y]: Point): LaneBox | undefined {
  return layout.lanes?.find((lane) => {
    const box = boxOf(layout, lane);
    return layout.orientation.isUpright ? x >= box.x && x < box.x + box.width : y >= box.y && y < box.y + box.height;
  });
}

/** The lane after another one in the author's order, or the one before. */
export function laneAfter({ lanes }: Layout, id: string | undefined, step: 1 | -1): LaneBox | undefined {
  const at = lanes?.findIndex(({ lane }) => lane.id === (id ?? "")) ?? -1;
  return at < 0 ? undefined : lanes?.[at + step];
}

/** Where the lanes of a layout follow each other. */
export function lanesRun(layout: Layout): "down" | "ltr" | "rtl" {
  const [first, second] = layout.lanes ?? [];
  if (!layout.orientation.isUpright || !first || !second) return "down";
  return boxOf(layout, first).x < boxOf(layout, second).x ? "ltr" : "rtl";
}

/** The lane beside another one: the next to the right or below, or the one on the other side. */
export function laneBeside(layout: Layout, id: string | undefined, step: 1 | -1): LaneBox | undefined {
  const placeOf = (lane: LaneBox): number => {
    const { x, y } = boxOf(layout, lane);
    return layout.orientation.isUpright ? x : y;
  };
  const lanes = [...(layout.lanes ?? [])].sort((a, b) => placeOf(a) - placeOf(b));
  const at = lanes.findIndex(({ lane }) => lane.id === (id ?? ""));
  return at < 0 ? undefined : lanes[at + step];
}

/** What an arrow key means in a layout: later or earlier, or the next lane or the one before. */
export function meaningOf(layout: Layout, key: string): { readonly time?: 1 | -1; readonly lane?: 1 | -1 } | undefined {
  const isDown = layout.mode === "list" || layout.orientation.isUpright;
  const isMirrored = !isDown && layout.orientation.time === "rtl";
  switch (key) {
    case "ArrowDown":
      return isDown ? { time: 1 } : { lane: 1 };
    case "ArrowUp":
      return isDown ? { time: -1 } : { lane: -1 };
    case "ArrowRight":
      return isDown ? { lane: 1 } : { time: isMirrored ? -1 : 1 };
    case "ArrowLeft":
      return isDown ? { lane: -1 } : { time: isMirrored ? 1 : -1 };
    default:
      return undefined;
  }
}
