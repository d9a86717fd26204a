import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orient, orientDown } from "../../../src/layout/orientation.js";
import { measureQuality } from "../../../src/layout/quality.js";
import { buildHits } from "../../../src/scene/hit.js";
import type { LabelNode, Scene, ShapeNode } from "../../../src/scene/scene.js";
import { anyEvents, laidOut, type LaidOut } from "./laid-out.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: 20 };
const anyNumber = fc.double({ min: -2000, max: 2000, noNaN: true });
const near = (value: number): unknown => expect.closeTo(value, 6);
const anyDirection = fc.constantFrom("ltr", "rtl");

describe("An orientation", () => {
  it("finds the position along the axis of any point, and lays boxes between their corners.", () => {
    const orientations = anyDirection.chain((direction) =>
      fc.constantFrom(orient(direction, 800, 40), orientDown(direction, 800, 40)),
    );
    fc.assert(
      fc.property(orientations, anyNumber, anyNumber, fc.nat(500), fc.nat(500), (at, along, depth, length, breadth) => {
        expect(at.along(...at.point(along, depth))).toBeCloseTo(along, 6);
        const [[x1, y1], [x2, y2]] = [at.point(along, depth), at.point(along + length, depth + breadth)];
        const { x, y, width, height } = at.box(along, length, depth, breadth);
        expect([x, x + width]).toEqual([Math.min(x1, x2), Math.max(x1, x2)].map(near));
        expect([y, y + height]).toEqual([Math.min(y1, y2), Math.max(y1, y2)].map(near));
        expect(at.extentOf({ width, height })).toEqual({ length, breadth });
      }),
    );
  });

  it("lets time run down the page from the top, beside an axis on the side where text starts.", () => {
    for (const direction of ["ltr", "rtl"] as const) {
      const { point, startSide } = orientDown(direction, 800, 40);
      const [[axisX, top], [flagX], [, later]] = [point(0, 700), point(0, 300), point(100, 700)];
      expect([top, later]).toEqual([40, 140]);
      expect(startSide).toBe(direction === "rtl" ? "right" : "left");
      expect(direction === "rtl" ? axisX > flagX : axisX < flagX).toBe(true);
    }
  });
});

/** Where everything of a scene is, mirrored where that is asked for; without the insides of groups. */
function placesOf({ shapes, labels, width }: Scene, isMirrored: boolean): readonly unknown[] {
  const flip = (x: number): number => Math.round((isMirrored ? width - x : x) * 100) / 100;
  const sides = { left: "right", right: "left", middle: "middle" } as const;
  const shapeOf = (node: ShapeNode): readonly unknown[] => {
    if (node.className === "mizwala-era" && node.kind === "group") return node.children.map(shapeOf);
    if (node.kind === "group") return [node.key, flip(node.x), node.y, node.isTurned];
    if (node.kind === "line") return [node.key, [flip(node.x1), flip(node.x2)].sort(), node.y1, node.y2];
    if (node.kind === "rect") return [node.key, flip(node.x + (isMirrored ? node.width : 0)), node.y, node.width];
    return [node.key];
  };
  const labelOf = ({ key, x, y, side }: LabelNode): readonly unknown[] => [
    key,
    flip(x),
    y,
    isMirrored ? sides[side] : side,
  ];
  return [...shapes.map(shapeOf), ...labels.map(labelOf)];
}

describe("A picture down the page", () => {
  const both = (options: Parameters<typeof laidOut>[0]): readonly [ltr: LaidOut, rtl: LaidOut] => [
    laidOut({ orientation: "vertical", direction: "ltr", ...options }),
    laidOut({ orientation: "vertical", direction: "rtl", ...options }),
  ];
  const eras = [{ title: "An era", date: "2019/2020-06" }];
  const lanes = ["a", "b"].map((id) => ({ id }));

  it.each([
    ["flags", {}],
    ["flags on both sides", { sides: "both" }],
    ["lanes", { layout: "lanes", lanes }],
  ] as const)("is the exact mirror of that in the other direction: %s.", (_, options) => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 420, max: 1400 }), (events, width) => {
        const rows = events.map((event, i) => ({ ...event, lane: lanes[i % 2]!.id }));
        const [ltr, rtl] = both({ ...options, events: rows, eras, now: "2020-03-01", breaks: "auto" }).map(
          (timeline) => {
            const layout = timeline.at({ width });
            expect(layout.orientation.isUpright).toBe(true);
            return { scene: timeline.sceneOf(layout), hits: buildHits(layout) };
          },
        );
        expect(placesOf(rtl!.scene, true)).toEqual(placesOf(ltr!.scene, false));
        for (const [id, { x, y, width: size, height }] of ltr!.hits) {
          const hit = rtl!.hits.get(id)!;
          expect([hit.x, hit.y, hit.width, hit.height]).toEqual([width - x - size, y, size, height].map(near));
          expect(Math.min(size, height)).toBeGreaterThan(24 - 1e-6);
        }
      }),
      parameters,
    );
  });

  it("has the words of breaks among its labels, and no text upon another, wherever one is.", () => {
    const setting = fc.record({
      width: fc.integer({ min: 320, max: 1400 }),
      zoom: fc.double({ min: -1, max: 8, noNaN: true }).map((doublings) => 2 ** doublings),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      locale: fc.constantFrom("ar-SY", "en"),
    });
    let words = 0;
    fc.assert(
      fc.property(anyEvents, setting, (events, { width, zoom, share, locale }) => {
        const { at } = laidOut({ events, locale, breaks: "auto", orientation: "vertical", secondCalendar: "persian" });
        const [from, to] = at({ width }).home;
        const start = from + share * (to - from) * (1 - 1 / zoom);
        const layout = at({ width, domain: [start, start + (to - from) / zoom] });
        words += layout.axis!.breaks.filter(({ label }) => label).length;
        expect(measureQuality(layout)).toMatchObject({ overlaps: 0, crossings: 0, lost: 0 });
      }),
      { ...parameters, numRuns: runs(25, 600) },
    );
    expect(words).toBeGreaterThan(0);
  });

  it("has the later mark lower, and each flag below its pole on the reading side of the axis.", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { at } = laidOut({ events, orientation: "vertical", direction: "rtl" });
        const layout = at({ width: 800 });
        const { orientation, axisAt } = layout;
        const [axisX] = orientation.point(0, axisAt);
        const tops = layout.marks.map(({ event, along }) => [
          layout.columns.anchor[event]!,
          orientation.point(along, 0)[1],
        ]);
        for (const [i, [time, top]] of tops.slice(1).entries())
          if (time! > tops[i]![0]!) expect(top).toBeGreaterThan(tops[i]![1]!);
        for (const { along, across, label } of layout.labels) {
          const { x, y, width } = orientation.box(along, label.height, axisAt - across, label.width);
          expect(x + width).toBeLessThan(axisX);
          expect(y).toBe(orientation.point(along, 0)[1]);
        }
      }),
      parameters,
    );
  });

  it("is as long as its events need, within bounds, or as high as it is asked to be.", () => {
    const heights = [1, 12, 1000].map((count) => {
      const events = Array.from({ length: count }, (_, i) => ({ date: `${1000 + i}`, title: "Year" }));
      return laidOut({ events, orientation: "vertical" }).at().height;
    });
    expect(heights).toEqual([480, 768, 2400]);
    const events = [{ date: "2020", title: "Year" }];
    expect(laidOut({ events, orientation: "vertical", height: 333 }).at()).toMatchObject({ height: 333, length: 333 });
  });

  it("runs no pass but those of the axis and the cut while one pans.", () => {
    const events = Array.from({ length: 30 }, (_, i) => ({
      date: `20${10 + i}`,
      title: `Year ${i}`,
      lane: `${i % 3}`,
    }));
    for (const layout of ["flags", "lanes"] as const) {
      const { at, engine } = laidOut({ events, layout, orientation: "vertical" });
      const [from, to] = at({ width: 1200 }).home;
      const length = (to - from) / 4;
      at({ width: 1200, domain: [from, from + length] });
      const before = engine.runs();
      at({ width: 1200, domain: [from + length / 3, from + length / 3 + length] });
      const after = engine.runs();
      const woken = Object.keys(after).filter((name) => after[name] !== before[name]);
      const own = layout === "flags" ? ["columnAxis", "cut"] : ["keep", "laneColumnAxis"];
      expect(woken.sort()).toEqual([...own, "eraBands", "linkLines"].sort());
    }
  });
});
