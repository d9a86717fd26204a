import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventBase } from "../../../src/model/input.js";
import { buildHits } from "../../../src/scene/hit.js";
import type { LabelNode, Scene, ShapeNode } from "../../../src/scene/scene.js";
import { anyDate, anyEvents, laidOut } from "../layout/laid-out.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: runs(40, 1_000) };

function sceneOf(events: EventBase[], options: Parameters<typeof laidOut>[0] = {}, width = 1072): Scene {
  const timeline = laidOut({ events, ...options });
  return timeline.sceneOf(timeline.at({ width }));
}

function keysOf(nodes: readonly (ShapeNode | LabelNode)[]): string[] {
  return nodes.map(({ key }) => key);
}

/** The left and right end of a shape, and all of it that does not lie along the axis. */
function extentOf(node: ShapeNode, originX = 0): unknown {
  const { key, className } = node;
  switch (node.kind) {
    case "group":
      return { key, className, y: node.y, parts: node.children.map((child) => extentOf(child, originX + node.x)) };
    case "line":
      return { key, ends: [originX + node.x1, originX + node.x2], y: [node.y1, node.y2], stroke: node.stroke };
    case "rect":
      return { key, ends: [originX + node.x, originX + node.x + node.width], y: node.y, opacity: node.opacity };
    case "path": {
      const xs = [...node.d.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));
      const isArrow = node.className === "mizwala-arrow";
      return { key, ends: isArrow ? xs.map((x) => originX + x) : [originX], fill: node.fill, dash: node.dash };
    }
  }
}

/** A picture as numbers and words; `mirror` turns each x around. */
function pictureOf({ shapes, labels }: Scene, mirror: (x: number) => number): unknown {
  const turn = (value: unknown, key = ""): unknown => {
    if (key === "ends") return (value as number[]).map(mirror).map(rounded).sort(byValue);
    if (Array.isArray(value)) return value.map((part) => turn(part));
    if (typeof value !== "object" || value === null) return typeof value === "number" ? rounded(value) : value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, turn(part, name)]));
  };
  return {
    shapes: shapes.map((shape) => turn(extentOf(shape))),
    labels: labels.map(({ key, x, y, side, lines }) => ({
      key,
      x: rounded(mirror(x)),
      y: rounded(y),
      isMiddle: side === "middle",
      lines: lines.map(({ runs, top }) => ({ runs, top })),
    })),
  };
}

const rounded = (value: number): number => Math.round(value * 20) / 20 + 0;
const byValue = (a: number, b: number): number => a - b;

describe("buildScene", () => {
  it("A68: draws time to the left as the exact mirror of time to the right, with the same words.", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 600, max: 1600 }), (events, width) => {
        const [ltr, rtl] = (["ltr", "rtl"] as const).map((timeDirection) =>
          sceneOf(events, { locale: "ar-SY", timeDirection }, width),
        );
        expect(pictureOf(rtl!, (x) => width - x)).toEqual(pictureOf(ltr!, (x) => x));
      }),
      parameters,
    );
  });

  it("puts labels on the side to which time runs, and the rail of a list where its text starts.", () => {
    const events = [{ date: "2020-07-08", title: "Event" }];
    const sides = (options: Parameters<typeof laidOut>[0]): unknown[] =>
      sceneOf(events, options)
        .labels.filter(({ event }) => event)
        .map(({ side, x }) => [side, Math.round(x)]);
    expect(sides({ timeDirection: "ltr" })).toEqual([["left", 58]]);
    expect(sides({ timeDirection: "rtl" })).toEqual([["right", 1014]]);
    expect(sides({ layout: "list", direction: "ltr", timeDirection: "rtl" })).toEqual([["left", 38]]);
    expect(sides({ layout: "list", direction: "rtl", timeDirection: "ltr" })).toEqual([["right", 1034]]);
  });

  it("gives each node a key of its own, in any data.", () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom("flags", "lanes", "list"), (events, layout) => {
        const { shapes, labels } = sceneOf(events, { layout });
        for (const nodes of [shapes, labels, ...shapes.map((shape) => (shape.kind === "group" ? shape.children : []))])
          expect(new Set(keysOf(nodes)).size).toBe(nodes.length);
      }),
      parameters,
    );
  });

  it("gives three thousand events of one name, in one day or in many, a key each.", () => {
    for (const dateOf of [() => "2020-07-08", (i: number) => `${1000 + (i % 900)}-07-08`]) {
      const events = Array.from({ length: 3000 }, (_, i) => ({
        date: dateOf(i),
        title: "Same",
        id: i % 2 ? "same" : "",
      }));
      const { shapes, labels } = sceneOf(events);
      const keys = keysOf([...shapes, ...labels]);
      expect(new Set(keys).size).toBe(keys.length);
      expect(shapes.filter(({ kind }) => kind === "group")).toHaveLength(3000);
    }
  });

  it("keeps the key of a tick while its neighbours come and go.", () => {
    const timeline = laidOut({ events: [{ date: "2020-07-08", title: "Event" }] });
    const DAY = 86_400_000;
    const first = Date.UTC(2020, 6, 1);
    const ticksFrom = (from: number): Map<string, number> => {
      const { labels } = timeline.sceneOf(timeline.at({ width: 1500, domain: [from, from + 3 * DAY] }));
      return new Map(labels.filter(({ side }) => side === "middle").map(({ key, x }) => [key, x]));
    };
    const [before, after] = [ticksFrom(first), ticksFrom(first + DAY)];
    const moved = [...after].filter(([key]) => before.has(key)).map(([key, x]) => before.get(key)! - x);
    expect(new Set(moved)).toEqual(new Set([500]));
  });

  it("A37: makes each target at least 24 pixels wide and high, one for each event in view.", () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom("flags", "lanes", "list"),
        fc.constantFrom("ltr", "rtl"),
        (events, layout, dir) => {
          const timeline = laidOut({ events, layout, direction: dir });
          const hits = [...buildHits(timeline.at()).values()];
          expect(hits.map(({ id }) => id).sort()).toEqual(timeline.columns.events.map(({ id }) => id).sort());
          for (const { width, height } of hits) expect(Math.min(width, height)).toBeGreaterThan(23.999);
        },
      ),
      parameters,
    );
  });

  it("covers the label where there is one, else the mark.", () => {
    const events = [
      { date: "2020-07-08", title: "Event", id: "labelled" },
      { date: "2020-07-10", title: "Event", id: "bare", importance: 0 },
    ];
    for (const direction of ["ltr", "rtl"] as const) {
      const timeline = laidOut({ events, direction });
      const layout = timeline.at();
      const hits = buildHits(layout);
      const { labels, shapes } = timeline.sceneOf(layout);
      const { x, side } = labels.find(({ key }) => key === "label:labelled")!;
      const hit = hits.get("labelled")!;
      expect(side === "left" ? hit.x + 4 : hit.x + hit.width - 4).toBeCloseTo(x);
      const mark = shapes.find(({ key }) => key === "mark:bare");
      const bare = hits.get("bare")!;
      expect(mark?.kind === "group" && [mark.x, mark.y]).toEqual([bare.x + 12, bare.y + 12]);
    }
  });

  it("names an event without a label while it is hinted, and no other.", () => {
    const events = [
      { date: "2020-07-08", title: "Shown", id: "shown" },
      { date: "2020-07-10", title: "Bare", summary: "More", id: "bare", importance: 0 },
    ];
    const timeline = laidOut({ events });
    const layout = timeline.at();
    const tipsOf = (hinted: string): LabelNode[] =>
      timeline.sceneOf(layout, { hinted }).labels.filter(({ className }) => className === "mizwala-tip");
    expect(tipsOf("shown")).toEqual([]);
    expect(tipsOf("nobody")).toEqual([]);
    const [tip] = tipsOf("bare");
    expect(tip!.lines.map(({ role }) => role)).toEqual(["meta", "title"]);
    expect(tip!.x).toBeGreaterThanOrEqual(0);
    expect(tip!.y).toBeLessThan(layout.axisAt);
  });

  it("marks what is selected, by its mark and its label.", () => {
    const timeline = laidOut({ events: [{ date: "2020-07-08", title: "Event", id: "a" }] });
    const { shapes, labels } = timeline.sceneOf(timeline.at(), { selected: "a" });
    const selected = [...shapes, ...labels].filter(({ className }) => className.includes("is-selected"));
    expect(keysOf(selected)).toEqual(["mark:a", "label:a"]);
  });

  it("ties an event of a list to its parts.", () => {
    const events = [
      { date: "2020-07-01", title: "Talks", id: "talks" },
      { date: "2020-07-02", title: "Round", partOf: "talks" },
      { date: "2020-07-03", title: "Other" },
    ];
    const { shapes } = sceneOf(events, { layout: "list" });
    expect(shapes.filter(({ className }) => className === "mizwala-bracket")).toMatchObject([
      { kind: "rect", event: "talks" },
    ]);
  });
});

describe("The scene of a list", () => {
  it("turns bars down the rail, and dots not.", () => {
    const { shapes } = sceneOf(
      [
        { date: "2020-07/2020-09", title: "Long" },
        { date: "2020-08-01", title: "Day" },
      ],
      { layout: "list" },
    );
    const marks = shapes.flatMap((shape) => (shape.kind === "group" ? [shape] : []));
    expect(marks.map(({ isTurned, x }) => [isTurned, x])).toEqual([
      [true, 18],
      [undefined, 18],
    ]);
  });

  it("has all of a short list, and of a long one what is seen, with the heading that is still in sight.", () => {
    const events = (count: number): { date: string; title: string }[] =>
      Array.from({ length: count }, (_, i) => ({ date: `20${10 + Math.floor(i / 100)}-07-08`, title: `Event ${i}` }));
    const drawn = (count: number, seen: readonly [number, number]): string[] => {
      const timeline = laidOut({ events: events(count), layout: "list" });
      return timeline
        .sceneOf(timeline.at({ width: 360 }), { seen })
        .labels.map(({ lines }) => lines.at(-1)!.runs[0]!.text);
    };
    expect(drawn(300, [9000, 9500])).toHaveLength(303);
    const some = drawn(301, [9000, 9500]);
    expect(some.filter((text) => text.startsWith("Event")).length).toBeGreaterThan(4);
    expect(some.filter((text) => text.startsWith("Event")).length).toBeLessThan(12);
    expect(some.filter((text) => !text.startsWith("Event"))).toEqual(["Friday, July 8, 2011"]);
  });
});

describe("The mark of a date", () => {
  /** What a date is drawn with. */
  function piecesOf(date: string): { classes: string[]; dashes: number; width: number; paints: unknown[] } {
    const { shapes } = sceneOf([
      { date, title: "Event", id: "a" },
      { date: "2015-01-01", title: "Earlier" },
      { date: "2025-01-01", title: "Later" },
    ]);
    const mark = shapes.find(({ key }) => key === "mark:a");
    const parts = mark?.kind === "group" ? mark.children : [];
    const rects = parts.filter((part) => part.kind === "rect");
    return {
      classes: [...new Set(parts.map(({ className }) => className.replace("mizwala-", "")))],
      dashes: parts.filter((part) => part.kind !== "group" && part.dash !== undefined).length,
      width: Math.max(...rects.map(({ x, width }) => x + width)) - Math.min(...rects.map(({ x }) => x)),
      paints: parts.map((part) => ("opacity" in part ? part.opacity : undefined)),
    };
  }

  it("is a dot for a day, soft where about, dashed where doubtful.", () => {
    expect(piecesOf("2020-07-08")).toMatchObject({ classes: ["halo", "dot"], dashes: 0 });
    expect(piecesOf("2020-07-08~")).toMatchObject({ classes: ["soft", "halo", "dot"], dashes: 0 });
    expect(piecesOf("2020-07-08?")).toMatchObject({ classes: ["halo", "dot"], dashes: 1 });
    expect(piecesOf("2020-07-08%")).toMatchObject({ classes: ["soft", "halo", "dot"], dashes: 1 });
  });

  it("is a bar without a dot for a year, as wide as the year.", () => {
    const { classes, width } = piecesOf("2020");
    expect(classes).toEqual(["bar"]);
    const { width: twoYears } = piecesOf("2020-01-01/2021-12-31");
    expect(twoYears / width).toBeCloseTo(731 / 366, 2);
  });

  it("fades where about or unknown, is dashed where doubtful, and has an arrow where open.", () => {
    expect(piecesOf("2020~").paints.length).toBe(17);
    expect(piecesOf("2020?")).toMatchObject({ classes: ["bar", "outline"], dashes: 1 });
    expect(piecesOf("2020-01-01/..").classes).toEqual(["bar", "arrow"]);
    expect(piecesOf("../2020-01-01").classes).toEqual(["bar", "arrow"]);
    expect(piecesOf("2020-01-01/").paints.length).toBe(9);
  });

  it("looks different for each kind of precision.", () => {
    const dates = ["2020-07-08", "2020-07-08~", "2020-07-08?", "2020-07-08%", "2020", "2020~", "2020?", "2020%"];
    const ends = ["2020/..", "2020/", "../2020", "/2020", "2018-01/2020-01", "2018-01-01/2020-01-31"];
    const looks = [...dates, ...ends].map((date) => JSON.stringify(piecesOf(date)));
    expect(new Set(looks).size).toBe(looks.length);
  });

  it("is finite in all its numbers, for any date.", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(JSON.stringify(sceneOf([{ date, title: "Event" }]))).not.toMatch(/null|NaN|undefined/);
      }),
      parameters,
    );
  });
});
