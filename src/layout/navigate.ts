import type { Direction } from "../text/direction.js";

/** The keys that walk through events. */
export type WalkKey = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End";

/** How the events lie in the picture. */
export type Lie = "along" | "down";

/**
 * The event that a key leads to, as its place in order of time, or `undefined` where the key leads nowhere. Arrows follow
 * the picture, Home and End follow time.
 *
 * @param isQuiet - For each event, 1 where nobody can go.
 */
export function walk(
  key: WalkKey,
  from: number,
  count: number,
  lie: Lie,
  time: Direction,
  isQuiet?: ArrayLike<number>,
): number | undefined {
  const step = key === "Home" ? 1 : key === "End" ? -1 : STEPS[lie][time][key];
  if (step === 0) return undefined;
  let to = key === "Home" ? 0 : key === "End" ? count - 1 : from + step;
  while (isQuiet?.[to]) to += step;
  return to < 0 || to >= count ? undefined : to;
}

/**
 * The event nearest in time in the next lane that has any, above or below, or beside it where time runs down, as its place in
 * order of time; `undefined` where the key does not lead across, or where there is no such lane.
 *
 * @param lanes - The events of each lane, in their order.
 * @param beside - From where to where lanes follow each other beside each other, where they do.
 */
export function cross(
  key: WalkKey,
  from: number,
  lanes: readonly (readonly number[])[],
  anchor: ArrayLike<number>,
  beside?: Direction,
): number | undefined {
  if (key === "Home" || key === "End") return undefined;
  const step = beside ? STEPS.along[beside][key] : DOWN[key];
  let lane = lanes.findIndex((events) => events.includes(from));
  if (step === 0 || lane < 0) return undefined;
  do lane += step;
  while (lanes[lane]?.length === 0);
  const distance = (event: number): number => Math.abs(anchor[event]! - anchor[from]!);
  return lanes[lane]?.reduce((best, event) => (distance(event) < distance(best) ? event : best));
}

type Steps = Readonly<Record<Exclude<WalkKey, "Home" | "End">, -1 | 0 | 1>>;

const DOWN: Steps = { ArrowLeft: 0, ArrowRight: 0, ArrowUp: -1, ArrowDown: 1 };
const STEPS: Readonly<Record<Lie, Readonly<Record<Direction, Steps>>>> = {
  along: {
    ltr: { ArrowLeft: -1, ArrowRight: 1, ArrowUp: 0, ArrowDown: 0 },
    rtl: { ArrowLeft: 1, ArrowRight: -1, ArrowUp: 0, ArrowDown: 0 },
  },
  down: { ltr: DOWN, rtl: DOWN },
};
