import { clamp } from "../../base/math.js";
import type { EraBox } from "../../layout/eras.js";
import { packTiers } from "../../layout/tiers.js";
import type { ResolvedLane } from "../../model/lanes.js";
import type { RectNode, ShapeNode } from "../../scene/scene.js";
import { DAY } from "../../time/instant.js";
import { linearScale } from "../../time/scale.js";
import { buildDensity, countCrowd, countLayers } from "./density.js";
import type { Canvas, CrowdChoice, Extent, PictureInput } from "./input.js";

/** Thickness of a mark, and what it has at least of the length, in pixels. */
const MARK = 4;
/** From row to row, and between two marks of a row, in pixels. */
const PITCH = 6;
const AIR = 2;
/** No more marks than this are drawn one by one. */
const MOST = 400;
/** So much colour, on each of the two pieces of a band. */
const ERA_OPACITY = 0.05;

/** All events small: each as a mark where they have room in a few rows, else as a silhouette of their number; behind them the eras. */
export function buildPicture(input: PictureInput): readonly ShapeNode[] {
  const { columns, domain, length, height } = input;
  const scale = linearScale(domain, [0, length]);
  const inside = (instant: number): number => clamp(scale.at(instant), 0, length);
  const extents = columns.events.map((_, event): Extent => {
    const [start, end] = [columns.from[event]!, columns.to[event]!];
    const [from, to] = [inside(start), inside(end)];
    if (to - from >= MARK && end - start > DAY) return { from, to };
    const dot = clamp(scale.at(columns.anchor[event]!) - MARK / 2, 0, Math.max(length - MARK, 0));
    return { from: dot, to: dot + MARK };
  });
  const rows = extents.length > MOST ? undefined : packMarks(extents, Math.floor((height - AIR) / PITCH));
  const events = rows ? buildMarks(extents, rows, input) : buildDensity(countLayers(extents, input), input);
  return [...buildEras(input.eras, input), ...events];
}

/** The same of a crowd: a silhouette of its number. */
export function buildCrowdPicture(
  choice: CrowdChoice,
  lanes: readonly ResolvedLane[],
  eras: readonly EraBox[],
  canvas: Canvas,
): readonly ShapeNode[] {
  return [...buildEras(eras, canvas), ...buildDensity(countCrowd(choice, lanes, canvas), canvas)];
}

function buildEras(eras: readonly EraBox[], canvas: Canvas): readonly ShapeNode[] {
  return eras.flatMap((era) => buildBand(era, canvas));
}

/** The row of each mark; `undefined` where there are more than so many rows. */
function packMarks(extents: readonly Extent[], most: number): readonly number[] | undefined {
  const order = [...extents.keys()].sort((a, b) => extents[a]!.from - extents[b]!.from);
  const tiers = packTiers(
    order.map((event) => ({ from: extents[event]!.from, to: extents[event]!.to + AIR })),
    most,
  );
  if (tiers.includes(most)) return undefined;
  const rows: number[] = [];
  order.forEach((event, i) => (rows[event] = tiers[i]!));
  return rows;
}

function buildMarks(extents: readonly Extent[], rows: readonly number[], input: PictureInput): ShapeNode[] {
  const { columns, hueOf, height, orientation } = input;
  const count = Math.max(...rows, 0) + 1;
  const bottom = (height + count * PITCH - (PITCH - MARK)) / 2 - MARK;
  return extents.map(({ from, to }, event): RectNode => ({
    kind: "rect",
    key: `mark:${columns.events[event]!.id}`,
    className: `mizwala-overview-mark${columns.isQuiet?.[event] ? " is-quiet" : ""}`,
    ...orientation.box(from, to - from, bottom - rows[event]! * PITCH, MARK),
    radius: MARK / 2,
    fill: `hue-${hueOf(event)}`,
  }));
}

function buildBand({ era, from, coreFrom, coreTo, to }: EraBox, { length, height, orientation }: Canvas): ShapeNode[] {
  const pieces = [
    ["outer", from, to],
    ["core", coreFrom, coreTo],
  ] as const;
  return pieces.flatMap(([key, start, end]): ShapeNode[] => {
    const [first, last] = [clamp(start, 0, length), clamp(end, 0, length)];
    if (last <= first) return [];
    const box = { ...orientation.box(first, last - first, 0, height), radius: 0 };
    const look = { className: "mizwala-overview-era", fill: `hue-${era.hue}`, opacity: ERA_OPACITY } as const;
    return [{ kind: "rect", key: `${key}:${era.id}`, ...box, ...look }];
  });
}
