import { clamp } from "../base/math.js";
import { times } from "../base/times.js";
import type { EraBox } from "../layout/eras.js";
import type { Layout } from "../layout/layout.js";
import { RAIL } from "../layout/list.js";
import { zonesOf } from "../layout/now.js";
import { TYPE } from "../text/typography.js";
import { placeText, type Parts } from "./events.js";
import type { LabelNode, RectNode, ShapeNode } from "./scene.js";
import type { Paint } from "./theme.js";

/** So little colour that text keeps its contrast on two bands upon each other; beside a list there is no text on them. */
export const ERA_OPACITY = 0.05;
const LIST_OPACITY = 0.12;
const FADE_STEPS = 12;
/** How much narrower each tier is in a list, on both sides, in pixels. */
const LIST_INSET = 4;

/** Eras as bands behind everything, with their names: from their tier down to the axis, or beside the rail of a list. */
export function buildEras(layout: Layout): Parts {
  const { eras, mode, strip } = layout;
  const [place, opacity] = mode === "list" ? [placeDown, LIST_OPACITY] : [placeUp, ERA_OPACITY];
  return {
    shapes: eras.map((box): ShapeNode => ({
      kind: "group",
      key: `era:${box.era.id}`,
      className: "mizwala-era",
      ...{ x: 0, y: 0 },
      children: bandOf(box, place(box, layout), opacity),
    })),
    labels: eras.flatMap(({ era, tier, from, name }): LabelNode[] => {
      if (!name) return [];
      const size = { width: name.line.width, height: TYPE.meta.line };
      const top = mode === "list" ? from : tier * strip;
      const air = (strip - layout.orientation.extentOf(size).breadth) / 2;
      const place = placeText(layout, name.along, top + air, size);
      return [{ kind: "label", key: `era:${era.id}`, className: "mizwala-era-name", ...place, lines: [name.line] }];
    }),
  };
}

/** Where the pieces of a band lie. */
type Place = (from: number, to: number) => readonly Pick<RectNode, "x" | "y" | "width" | "height">[];

function placeUp({ tier }: EraBox, layout: Layout): Place {
  const { orientation, length, strip } = layout;
  const zones = zonesOf(layout).map(([top, bottom]) => [Math.max(top, tier * strip), bottom] as const);
  return (from, to) => {
    const [start, end] = [from, to].map((along) => Math.round(clamp(along, 0, length)));
    const size = end! - start!;
    return size > 0 ? zones.map(([top, bottom]) => orientation.box(start!, size, top, bottom - top)) : [];
  };
}

function placeDown({ tier }: EraBox, { orientation }: Layout): Place {
  const half = RAIL - tier * LIST_INSET;
  const x = orientation.point(RAIL, 0)[0] - half;
  return (from, to) => (to > from ? [{ x, y: from, width: 2 * half, height: to - from }] : []);
}

function bandOf({ era, from, coreFrom, coreTo, to }: EraBox, place: Place, full: number): ShapeNode[] {
  const fill: Paint = `hue-${era.hue}`;
  const piece = (key: string, start: number, end: number, share: number): ShapeNode[] => {
    const look = { className: "mizwala-band", radius: 0, fill, opacity: full * share };
    return place(Math.min(start, end), Math.max(start, end)).map((box, i): ShapeNode => {
      return { kind: "rect", key: `${key}:${i}`, ...box, ...look };
    });
  };
  const fade = (key: string, outer: number, core: number): ShapeNode[] =>
    times(FADE_STEPS, (i) => {
      const at = (step: number): number => outer + ((core - outer) * step) / FADE_STEPS;
      return piece(`${key}${i}`, at(i), at(i + 1), (i + 0.5) / FADE_STEPS);
    }).flat();
  return [...fade("start", from, coreFrom), ...piece("core", coreFrom, coreTo, 1), ...fade("end", to, coreTo)];
}
