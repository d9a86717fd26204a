import { memo } from "../../base/memo.js";
import type { Shown } from "../../component/feature.js";
import { placeAxis } from "../../layout/axis.js";
import { packEras, placeEras } from "../../layout/eras.js";
import type { LabelSetting } from "../../layout/label.js";
import type { Layout } from "../../layout/layout.js";
import { orient } from "../../layout/orientation.js";
import { erasOnAxis } from "../../layout/on-axis.js";
import { columnsUntil, erasUntil } from "../../layout/until.js";
import type { ResolvedEra } from "../../model/eras.js";
import type { ResolvedLane } from "../../model/lanes.js";
import type { LabelNode, ShapeNode } from "../../scene/scene.js";
import type { Columns } from "../../store/columns.js";
import type { Crowd } from "../../store/crowd.js";
import type { Direction } from "../../text/direction.js";
import type { Instant } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";
import { breaksOf, type Warp } from "../../time/warp.js";
import type { Canvas } from "./input.js";
import { buildCrowdPicture, buildPicture } from "./picture.js";
import { HEIGHT } from "./strip.js";

/** What is drawn of a strip. */
export interface StripPicture {
  readonly shapes: readonly ShapeNode[];
  readonly labels: readonly LabelNode[];
}

/** The part of the axis, how long it is in pixels, and the direction of time. */
type Size = readonly [from: Instant, to: Instant, length: number, time: Direction];

type Eras = ReturnType<typeof packEras>;

const NOW = { className: "mizwala-overview-now", stroke: "axis", strokeWidth: 1 } as const;
const BREAK = { className: "mizwala-overview-break", stroke: "faint", strokeWidth: 1, dash: "2 2" } as const;
/** From the strip to the labels below it, in pixels. */
const LABEL_TOP = 2;

/** Makes a function that draws the whole of time; the same object comes back while nothing but the part in view changes. */
export function createStripPictures(): (
  layout: Layout,
  shown: Shown,
  whole: readonly [Instant, Instant],
  length: number,
) => StripPicture {
  const packed = memo((eras: readonly ResolvedEra[], now: Instant | undefined, warp: Warp) =>
    packEras(erasOnAxis(erasUntil(eras, now), warp)),
  );
  const until = memo(columnsUntil);
  const label = memo(buildLabels);
  const join = memo((shapes: StripPicture["shapes"], labels: StripPicture["labels"]) => ({ shapes, labels }));
  const paint = memo(
    (columns: Columns, hueOf: Layout["hueOf"], eras: Eras, size: Size, setting: LabelSetting): readonly ShapeNode[] => {
      const canvas = canvasOf(size);
      return buildPicture({
        ...canvas,
        columns,
        hueOf: (event) => hueOf?.(event) ?? columns.events[event]!.kind.hue,
        eras: placeEras(eras, canvas.domain, canvas.length, setting),
      });
    },
  );
  const paintCrowd = memo(
    (
      wanted: Crowd,
      behind: Crowd | undefined,
      lanes: readonly ResolvedLane[],
      eras: Eras,
      size: Size,
      setting: LabelSetting,
    ): readonly ShapeNode[] => {
      const canvas = canvasOf(size);
      const bands = placeEras(eras, canvas.domain, canvas.length, setting);
      return buildCrowdPicture({ wanted, behind }, lanes, bands, canvas);
    },
  );
  const addLines = memo(
    (shapes: readonly ShapeNode[], now: Instant | undefined, warp: Warp, size: Size): readonly ShapeNode[] => {
      const { domain, length, orientation } = canvasOf(size);
      const scale = linearScale(domain, [0, length]);
      const lines = [
        ...breaksOf(warp).map(({ at }) => ({ key: `break:${at}`, at, look: BREAK })),
        ...(now === undefined ? [] : [{ key: "now", at: now, look: NOW }]),
      ];
      return [
        ...shapes,
        ...lines.flatMap(({ key, at, look }): ShapeNode[] => {
          const along = scale.at(at);
          const [x] = orientation.point(along, 0);
          return along < 0 || along > length ? [] : [{ kind: "line", key, x1: x, y1: 0, x2: x, y2: HEIGHT, ...look }];
        }),
      ];
    },
  );
  const sizeOf = memo((from: Instant, to: Instant, length: number, time: Direction): Size => [from, to, length, time]);

  return (layout, { options, prepared, view }, whole, length) => {
    const { onAxis, warp } = layout;
    const scale = linearScale(whole, [0, length]);
    const time = view.now ?? options.now;
    // By whole pixels, so that time that passes does not draw everything anew.
    const now = time === undefined ? time : scale.invert(Math.round(scale.at(warp.onAxis(time))));
    const later = now === undefined ? now : warp.domainInTime([now, now])[0];
    const eras = packed(prepared.eras, later, warp);
    const size = sizeOf(...whole, length, options.timeDirection);
    const { crowd, lanes, setting } = prepared;
    const shapes = crowd
      ? paintCrowd(crowd.wanted, crowd.behind, lanes, eras, size, setting)
      : paint(until(onAxis, now), layout.hueOf, eras, size, setting);
    return join(addLines(shapes, now, warp, size), label(size, setting, warp));
  };
}

function canvasOf([from, to, length, time]: Size): Canvas {
  return { domain: [from, to], length, height: HEIGHT, orientation: orient(time, length) };
}

/** Years as on an axis, or else the full names of months or days, each where it begins, as far as they have room. */
function buildLabels([from, to, length, time]: Size, setting: LabelSetting, warp: Warp): readonly LabelNode[] {
  const named = { ...setting, dates: { ...setting.dates, second: setting.dates } };
  const { step, ticks, second } = placeAxis([from, to], length, named, "along", warp);
  const { point, startSide } = orient(time, length);
  const isYears = step.unit === "year";
  return (isYears ? ticks : second).flatMap(({ instant, isSlow, label }): LabelNode[] => {
    if (!label || isSlow === isYears) return [];
    const look = { dir: setting.direction, lang: setting.locale, role: "tickDetail", top: 0 } as const;
    const lines = [{ ...look, runs: [{ text: label.text }] }];
    const place = { x: point(label.along, 0)[0], y: LABEL_TOP, side: isYears ? "middle" : startSide, lines } as const;
    return [{ kind: "label", key: `tick:${instant}`, className: "mizwala-tick-label", ...place }];
  });
}
