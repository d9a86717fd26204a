import { memo } from "../../base/memo.js";
import type { Shown } from "../../component/feature.js";
import { placeAxis } from "../../layout/axis.js";
import { packEras, placeEras } from "../../layout/eras.js";
import type { LabelSetting } from "../../layout/label.js";
import type { Layout } from "../../layout/layout.js";
import { orient } from "../../layout/orientation.js";
import { columnsUntil, erasUntil } from "../../layout/until.js";
import type { ResolvedEra } from "../../model/eras.js";
import type { LabelNode, ShapeNode } from "../../scene/scene.js";
import type { Columns } from "../../store/columns.js";
import type { Direction } from "../../text/direction.js";
import type { Instant } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";
import { buildPicture } from "./picture.js";
import { HEIGHT } from "./strip.js";

/** What is drawn of a strip. */
export interface StripPicture {
  readonly shapes: readonly ShapeNode[];
  readonly labels: readonly LabelNode[];
}

/** From the strip to the labels below it, in pixels. */
const LABEL_TOP = 2;

/** Makes a function that draws the whole of time; the same object comes back while nothing but the part in view changes. */
export function createStripPictures(): (
  layout: Layout,
  shown: Shown,
  whole: readonly [Instant, Instant],
) => StripPicture {
  const packed = memo((eras: readonly ResolvedEra[], now: Instant | undefined) => packEras(erasUntil(eras, now)));
  const until = memo(columnsUntil);
  const label = memo(buildLabels);
  const join = memo((shapes: StripPicture["shapes"], labels: StripPicture["labels"]) => ({ shapes, labels }));
  const paint = memo(
    (
      columns: Columns,
      hueOf: Layout["hueOf"],
      eras: ReturnType<typeof packEras>,
      now: Instant | undefined,
      [from, to, length, time]: readonly [from: Instant, to: Instant, length: number, time: Direction],
      setting: LabelSetting,
    ): readonly ShapeNode[] => {
      const domain = [from, to] as const;
      const orientation = orient(time, length);
      const shapes = buildPicture({
        ...{ columns, domain, length, height: HEIGHT, orientation },
        hueOf: (event) => hueOf?.(event) ?? columns.events[event]!.kind.hue,
        eras: placeEras(eras, domain, length, setting),
      });
      const along = now === undefined ? -1 : linearScale(domain, [0, length]).at(now);
      return along < 0 || along > length ? shapes : [...shapes, nowLine(orientation.x(along))];
    },
  );
  const sizeOf = memo(
    (from: Instant, to: Instant, length: number, time: Direction) => [from, to, length, time] as const,
  );

  return (layout, { options, prepared, view }, whole) => {
    const { length, orientation } = layout;
    const scale = linearScale(whole, [0, length]);
    const exact = view.now ?? options.now;
    // By whole pixels, so that time that passes does not draw everything anew.
    const now = exact === undefined ? exact : scale.invert(Math.round(scale.at(exact)));
    const eras = packed(prepared.eras, now);
    const size = sizeOf(...whole, length, orientation.time);
    const shapes = paint(until(layout.columns, now), layout.hueOf, eras, now, size, prepared.setting);
    return join(shapes, label(size, prepared.setting));
  };
}

function nowLine(x: number): ShapeNode {
  const ends = { x1: x, y1: 0, x2: x, y2: HEIGHT };
  return { kind: "line", key: "now", className: "mizwala-overview-now", ...ends, stroke: "axis", strokeWidth: 1 };
}

/** Years as on an axis, or else the full names of months or days, each where it begins, as far as they have room. */
function buildLabels(
  [from, to, length, time]: readonly [from: Instant, to: Instant, length: number, time: Direction],
  setting: LabelSetting,
): readonly LabelNode[] {
  const { dates } = setting;
  const { step, ticks, second } = placeAxis([from, to], length, { ...setting, dates: { ...dates, second: dates } });
  const { x, startSide } = orient(time, length);
  const isYears = step.unit === "year";
  return (isYears ? ticks : second).flatMap(({ instant, isSlow, label }): LabelNode[] => {
    if (!label || isSlow === isYears) return [];
    const look = { dir: setting.direction, lang: setting.locale, role: "tickDetail", top: 0 } as const;
    const lines = [{ ...look, runs: [{ text: label.text }] }];
    const place = { x: x(label.along), y: LABEL_TOP, side: isYears ? "middle" : startSide, lines } as const;
    return [{ kind: "label", key: `tick:${instant}`, className: "mizwala-tick-label", ...place }];
  });
}
