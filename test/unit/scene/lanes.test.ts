import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventBase } from "../../../src/model/input.js";
import type { LaneInput } from "../../../src/model/lanes.js";
import { buildFoldHits, buildHits } from "../../../src/scene/hit.js";
import { anyEvents, laidOut } from "../layout/laid-out.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: runs(20, 400) };

const lanes: readonly LaneInput[] = [
  { id: "a", label: "A lane", hue: "teal" },
  { id: "g", label: { ar: "مجموعة", en: "A group" }, lanes: [{ id: "b", label: "Another" }] },
];
const events: EventBase[] = [
  { id: "bar", lane: "a", date: "2001-03-05/2019-02-01", title: "A long time" },
  { id: "dot", lane: "b", date: "2010-07-08", title: "A day" },
  { id: "year", lane: "b", date: "2012", title: "A year" },
  { id: "bare", lane: "b", date: "2005", title: "Bare", importance: 0 },
];

describe("buildLanes", () => {
  it("A68: draws time to the left as the mirror of time to the right: marks, names, labels and targets.", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 300, max: 1600 }), (random, width) => {
        const rows = random.map((event, i) => ({ ...event, lane: ["a", "b", ""][i % 3]! }));
        const [ltr, rtl] = (["ltr", "rtl"] as const).map((timeDirection) => {
          const { at, sceneOf } = laidOut({ layout: "lanes", lanes, events: rows, locale: "ar", timeDirection });
          const layout = at({ width });
          const x = (value: number): number => Math.round((timeDirection === "rtl" ? width - value : value) * 20) / 20;
          const { shapes, labels } = sceneOf(layout);
          const middle = (hit: { x: number; width: number }): number => x(hit.x + hit.width / 2);
          return {
            marks: shapes.flatMap((shape) => (shape.kind === "group" ? [[shape.key, x(shape.x), shape.y]] : [])),
            labels: labels.map((label) => [label.key, x(label.x), label.y]),
            hits: [...buildHits(layout).values()].map((hit) => [hit.id, middle(hit), hit.y]),
            folds: buildFoldHits(layout).map((hit) => [hit.id, middle(hit), hit.y]),
          };
        });
        expect(rtl).toEqual(ltr);
      }),
      parameters,
    );
  });

  it("names each lane in its colour, and its events have that colour too.", () => {
    const { at, sceneOf } = laidOut({ layout: "lanes", lanes, events });
    const { shapes, labels } = sceneOf(at());
    const names = labels.filter(({ className }) => className === "mizwala-lane");
    expect(names.map(({ lane, accent, lines }) => [lane, accent, lines[0]!.runs[0]!.text])).toEqual([
      ["a", "hue-teal", "A lane"],
      ["g", "hue-amber", "A group"],
      ["b", "hue-amber", "Another"],
    ]);
    const [mark] = shapes.filter(({ key }) => key === "mark:bar");
    expect(mark?.kind === "group" && mark.children.map((child) => "fill" in child && child.fill)).toEqual([
      "hue-teal",
      "hue-teal",
      "hue-teal",
    ]);
  });

  it("ends a bar with strong lines where an interval is known exactly, and with none where it is not.", () => {
    const { at, sceneOf } = laidOut({ layout: "lanes", lanes, events });
    const keysOf = (id: string): unknown => {
      const mark = sceneOf(at()).shapes.find(({ key }) => key === `mark:${id}`);
      return mark?.kind === "group" && mark.children.map(({ key }) => key);
    };
    expect(keysOf("bar")).toEqual(["core", "first", "last"]);
    expect(keysOf("year")).toEqual(["core"]);
    expect(keysOf("dot")).toEqual(["halo", "dot"]);
  });

  it("draws no line of the grid through a text.", () => {
    const { at, sceneOf } = laidOut({ layout: "lanes", lanes, events });
    for (const width of [1072, 390]) {
      const layout = at({ width });
      const { shapes } = sceneOf(layout);
      const lines = shapes.flatMap((shape) =>
        shape.kind === "path" && shape.className === "mizwala-grid" ? [shape.d] : [],
      );
      expect(lines.length).toBeGreaterThan(2);
      let crossed = 0;
      for (const line of lines) {
        const x = Number(/^M([\d.]+)/.exec(line)![1]);
        const pieces = [...line.matchAll(/,([\d.]+)L[\d.]+,([\d.]+)/g)].map(([, from, to]) => [
          Number(from),
          Number(to),
        ]);
        for (const { along, across, label } of layout.labels) {
          const [left, top] = [layout.orientation.point(along, 0)[0], layout.axisAt - across];
          if (x < left || x > left + label.width) continue;
          crossed++;
          for (const [from, to] of pieces)
            expect(Math.min(to!, top + label.height) - Math.max(from!, top)).toBeLessThan(0.02);
        }
      }
      expect(crossed).toBeGreaterThan(0);
    }
  });

  it("covers a bar with its label by one target, and the name of a group by another.", () => {
    const { at } = laidOut({ layout: "lanes", lanes, events });
    const layout = at();
    const hits = buildHits(layout);
    const { along, label } = layout.labels.find(({ event }) => layout.columns.events[event]!.id === "year")!;
    const { bar } = layout.marks.find(({ event }) => layout.columns.events[event]!.id === "year")!;
    const hit = hits.get("year")!;
    expect(hit.x).toBeCloseTo(layout.orientation.point(bar!.from, 0)[0]);
    expect(hit.x + hit.width).toBeCloseTo(layout.orientation.point(along + label.width, 0)[0] + 4);
    const [fold, ...others] = buildFoldHits(layout);
    expect(others).toEqual([]);
    expect(fold).toMatchObject({ id: "g", isFolded: false, name: { text: "A group" } });
    expect(fold!.height).toBeGreaterThanOrEqual(24);
  });
});
