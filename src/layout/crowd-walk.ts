import type { Crowd } from "../store/crowd.js";
import { NONE } from "../store/rank.js";
import { linearScale } from "../time/scale.js";
import type { Direction } from "../text/direction.js";
import { laneCodes } from "./crowd.js";
import type { Layout } from "./layout.js";
import { walk, type WalkKey } from "./navigate.js";

/** An event is meant by what is not farther from it, in pixels; the nearer ones come first. */
const NEAR = [1, 4, 8];
/** Before, at and behind an event: a walk among three. */
const [BEFORE, AT, BEHIND] = [0, 1, 2];

/** The event of a crowd that a key leads to along the axis, whether it is shown or not; `undefined` where it leads nowhere. */
export function walkCrowd(crowd: Crowd, key: WalkKey, from: string, time: Direction): string | undefined {
  const to = walk(key, AT, BEHIND + 1, "along", time);
  if (to === undefined || to === AT) return undefined;
  const start = key === "Home" || key === "End" ? NONE : crowd.placeOf(from);
  const isForward = key === "Home" || (key !== "End" && to !== BEFORE);
  return idOf(crowd, isForward ? crowd.next(start) : crowd.previous(start));
}

/**
 * The event of a crowd that is meant by a point of the plot: of those that start there in its lane the most important one. Where
 * none is known yet, one that is pressed is sought.
 */
export function eventNear(
  crowd: Crowd,
  layout: Layout,
  [x, y]: readonly [number, number],
  isPressed: boolean,
): string | undefined {
  const { axisAt, orientation, domain, length, lanes = [] } = layout;
  const depth = axisAt - y;
  const lane = lanes.find(({ across, height }) => depth <= across && depth > across - height);
  const along = orientation.along(x, y);
  if (!lane || along < 0 || along > length) return undefined;
  const scale = linearScale(domain, [0, length]);
  const band = laneCodes(crowd, lane);
  for (const near of NEAR) {
    const place = crowd.topIn(scale.invert(along - near), scale.invert(along + near), band);
    if (place !== NONE) return idOf(crowd, place);
  }
  const near = NEAR.at(-1)!;
  if (isPressed) crowd.seek(scale.invert(along - near), scale.invert(along + near), band);
  return undefined;
}

function idOf(crowd: Crowd, place: number): string | undefined {
  return place === NONE ? undefined : crowd.eventAt(place)?.id;
}
