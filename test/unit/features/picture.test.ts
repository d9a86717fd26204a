import { describe, expect, it } from "vitest";
import type { PictureInput } from "../../../src/features/overview/input.js";
import { buildPicture } from "../../../src/features/overview/picture.js";
import { orient } from "../../../src/layout/orientation.js";
import { normalize } from "../../../src/model/normalize.js";
import { resolveOptions } from "../../../src/model/options.js";
import type { PathNode, RectNode, ShapeNode } from "../../../src/scene/scene.js";
import { buildColumns } from "../../../src/store/columns.js";
import { stories } from "../../support/stories.js";

const LENGTH = 1000;
const DOMAIN = [Date.UTC(2011, 0, 1), Date.UTC(2021, 0, 1)] as const;

function picture(
  events: readonly object[],
  time: "rtl" | "ltr",
  more: Partial<PictureInput> = {},
): readonly ShapeNode[] {
  const columns = buildColumns(normalize(events, resolveOptions({ events: [] })).events);
  const hueOf = (event: number): "blue" | "red" => (columns.events[event]!.lane === "story-1" ? "red" : "blue");
  const size = { length: LENGTH, height: 32, orientation: orient(time, LENGTH) };
  return buildPicture({ columns, hueOf, eras: [], domain: DOMAIN, ...size, ...more });
}

/** The corners of a path, from commands M, H and V. */
function corners({ d }: PathNode): (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MHV])([\d.,-]+)/g)].map(([, command, numbers]) => {
    const [a, b] = numbers!.split(",").map(Number) as [number, number];
    if (command === "M") [x, y] = [a, b];
    else if (command === "H") x = a;
    else y = a;
    return [x, y];
  });
}

describe("The picture of all events", () => {
  it("has a mark for each of a few, none on another, and spans as long as they last.", () => {
    const events = stories(40);
    const marks = picture(events, "ltr") as readonly RectNode[];
    expect(marks).toHaveLength(40);
    for (const a of marks) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(LENGTH);
      expect([a.y >= 0, a.y + a.height <= 32]).toEqual([true, true]);
      const touching = marks.filter((b) => b !== a && b.y === a.y && b.x < a.x + a.width && a.x < b.x + b.width);
      expect(touching).toEqual([]);
    }
  });

  it("is a silhouette of many, layer upon layer, within the strip.", () => {
    const layers = picture(stories(3000), "ltr") as readonly PathNode[];
    expect(layers.map(({ fill }) => fill).sort()).toEqual(["hue-blue", "hue-red"]);
    for (const layer of layers) {
      const all = corners(layer);
      expect(all.length).toBeGreaterThan(20);
      expect(all.filter(([x, y]) => x < 0 || x > LENGTH || y < 0 || y > 32)).toEqual([]);
    }
  });

  it("is mirrored exactly where time runs from right to left.", () => {
    for (const count of [40, 3000]) {
      const [right, left] = [picture(stories(count), "ltr"), picture(stories(count), "rtl")];
      right.forEach((shape, i) => {
        const other = left[i]!;
        if (shape.kind === "rect" && other.kind === "rect") {
          expect(other.x).toBeCloseTo(LENGTH - shape.x - shape.width, 6);
          expect(other.y).toBe(shape.y);
        } else {
          const mirrored = corners(shape as PathNode).map(([x, y]) => [Math.round((LENGTH - x) * 10) / 10, y]);
          expect(corners(other as PathNode)).toEqual(mirrored);
        }
      });
    }
  });

  it("shows no more than a trace of what a filter has left out.", () => {
    const events = stories(1000);
    const columns = buildColumns(normalize(events, resolveOptions({ events: [] })).events);
    const isQuiet = Uint8Array.from(columns.events, ({ lane }) => Number(lane === "story-1"));
    const layers = picture(events, "ltr", { columns: { ...columns, isQuiet } }) as readonly PathNode[];
    expect(layers.map(({ fill }) => fill).sort()).toEqual(["faint", "hue-blue"]);
  });

  it("cuts open spans at the ends of the strip.", () => {
    const [mark] = picture([{ date: "2005/..", title: "a" }], "rtl") as readonly [RectNode];
    expect([mark.x, mark.width]).toEqual([0, LENGTH]);
  });
});
