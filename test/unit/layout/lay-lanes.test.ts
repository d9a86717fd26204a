import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layout } from "../../../src/layout/layout.js";
import type { EventBase } from "../../../src/model/input.js";
import type { LaneInput } from "../../../src/model/lanes.js";
import { panBy, zoomAround } from "../../../src/view/zoom.js";
import { anyEvents, laidOut } from "./laid-out.js";

const parameters = { seed: 20200709, numRuns: 40 };

const lanes: readonly LaneInput[] = [
  { id: "north", label: "North", maxRows: 3 },
  { id: "group", label: "Group", lanes: [{ id: "inner", label: "Inner" }, { id: "empty" }] },
];

/** Events in lanes, some in one that nobody defined, some in none. */
const anyInLanes: fc.Arbitrary<EventBase[]> = anyEvents.chain((events) =>
  fc
    .array(fc.constantFrom("north", "north", "inner", "group", "other", ""), {
      minLength: events.length,
      maxLength: events.length,
    })
    .map((names) => events.map((event, i) => ({ ...event, lane: names[i]! }))),
);
const anyZoom = fc.double({ min: 0.05, max: 1.5, noNaN: true });
const anyPan = fc.double({ min: -0.5, max: 0.5, noNaN: true });

const year = (from: number, to: number, more: Partial<EventBase> = {}): EventBase => ({
  date: `${from}-01-01/${to}-12-31`,
  title: `From ${from}`,
  lane: "north",
  ...more,
});

interface Rectangle {
  readonly event: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** What each event in a row takes, its label included, in pixels along and above the axis. */
function rectanglesOf({ marks, labels }: Layout): Rectangle[] {
  const byEvent = new Map(labels.map((box) => [box.event, box]));
  return marks
    .filter(({ form }) => form === "row")
    .map(({ event, along, across, bar }) => {
      const label = byEvent.get(event);
      const from = Math.min(bar?.from ?? along - 6, label?.along ?? Infinity);
      const to = Math.max(bar?.to ?? along + 6, label ? label.along + label.label.width : -Infinity);
      return { event, from, to, top: across + 12, bottom: across - 12 };
    });
}

describe("createLanesLayout", () => {
  it("keeps the row of every event through six hundred steps of panning, and runs the axis and the cut alone.", () => {
    const events = Array.from({ length: 60 }, (_, i) => year(1900 + ((i * 7) % 90), 1901 + ((i * 7) % 90) + (i % 9)));
    const { at, engine } = laidOut({ layout: "lanes", lanes, events });
    let domain = zoomAround(at().home, 0.4, at().home[0]);
    const rowsAt = (layout: Layout): Map<number, number> =>
      new Map(layout.marks.map(({ event, across }) => [event, across]));
    at({ domain });
    const before = engine.runs();
    const rows = new Map<number, number>();
    let seen = 0;
    for (let i = 0; i < 600; i++) {
      domain = panBy(domain, ((((i * 7) % 13) - 4) * 3) / 977);
      for (const [event, across] of rowsAt(at({ domain }))) {
        expect(rows.get(event) ?? across).toBe(across);
        rows.set(event, across);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(6000);
    expect(rows.size).toBeGreaterThan(40);
    expect(engine.runs()).toEqual({
      ...before,
      laneAxis: before["laneAxis"]! + 600,
      keep: before["keep"]! + 600,
      eraBands: before["eraBands"]! + 600,
      linkLines: before["linkLines"]! + 600,
    });
  });

  it("packs anew where one zooms, and keeps the height of the plot.", () => {
    const { at, engine } = laidOut({ layout: "lanes", events: [year(1900, 1910), year(1905, 1920), year(1950, 1951)] });
    const { home, height } = at();
    const before = engine.runs();
    for (const factor of [0.5, 0.1, 1.4]) expect(at({ domain: zoomAround(home, factor, home[0]) }).height).toBe(height);
    expect(engine.runs()["pack"]).toBe(before["pack"]! + 3);
    expect(engine.runs()["titles"]).toBe(before["titles"]);
  });

  it("lays no event, its label included, over another or out of its lane, wherever one zooms and pans.", () => {
    fc.assert(
      fc.property(anyInLanes, anyZoom, anyPan, fc.constantFrom(1072, 700, 390), (events, factor, share, width) => {
        const { at } = laidOut({ layout: "lanes", lanes, events });
        const { home } = at({ width });
        const layout = at({ width, domain: panBy(zoomAround(home, factor, home[0]), share) });
        const rectangles = rectanglesOf(layout);
        const laneOf = (event: number): Layout["lanes"] => layout.lanes!.filter((box) => box.events.includes(event));
        for (const one of rectangles) {
          const [lane, ...others] = laneOf(one.event)!;
          expect(others).toEqual([]);
          expect(one.top).toBeLessThanOrEqual(lane!.across - lane!.rowsTop);
          expect(one.bottom).toBeGreaterThanOrEqual(lane!.across - lane!.height);
          for (const other of rectangles) {
            if (other.event <= one.event || other.top !== one.top) continue;
            expect(Math.min(one.to, other.to) - Math.max(one.from, other.from)).toBeLessThan(0.01);
          }
        }
      }),
      parameters,
    );
  });

  it("shows everything at home, with all labels beside the names of the lanes and within the plot.", () => {
    fc.assert(
      fc.property(anyInLanes, fc.constantFrom(1072, 700, 390), (events, width) => {
        const layout = laidOut({ layout: "lanes", lanes, events }).at({ width });
        expect(layout.marks.map(({ event }) => event).sort((a, b) => a - b)).toEqual(
          layout.columns.events.map((_, event) => event),
        );
        for (const { along, label } of layout.labels) {
          expect(along).toBeGreaterThanOrEqual(0);
          expect(along + label.width).toBeLessThanOrEqual(layout.length);
        }
        const named = layout.labels.map(({ event }) => event);
        layout.columns.events.forEach((_, event) => {
          const { is } = layout.fateOf(event);
          expect(named.includes(event)).toBe(is === "shown" || is === "shortened");
        });
      }),
      parameters,
    );
  });

  it("counts each event without a row exactly once, in its lane, and names what took its place.", () => {
    const events = Array.from({ length: 12 }, (_, i) => year(1900, 1990, { importance: (i + 1) / 12 }));
    const { at } = laidOut({ layout: "lanes", lanes, events });
    const layout = at();
    expect(layout.marks.filter(({ form }) => form === "row").map(({ event }) => event)).toEqual([9, 10, 11]);
    expect(layout.more.flatMap((box) => box.events)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(layout.fateOf(0)).toEqual({ is: "hidden", by: expect.any(Number) as number });
    const fate = layout.fateOf(8);
    expect(fate.is === "hidden" && fate.by).toBeGreaterThanOrEqual(9);
    expect(layout.fateOf(11).is).toBe("shown");
  });

  it("keeps the title of a bar in sight at the edge while there is room for it in what is seen of the bar.", () => {
    const { at } = laidOut({ layout: "lanes", events: [year(1900, 1980), year(1995, 1996)] });
    const { home } = at();
    const placed = [0, 0.08, 0.12, 0.3, 0.6].map((share) => {
      const layout = at({ domain: panBy(home, share) });
      const bar = layout.marks.find(({ event }) => event === 0)?.bar;
      const label = layout.labels.find(({ event }) => event === 0);
      if (label) {
        expect(label.along).toBeGreaterThanOrEqual(Math.max(bar!.from, 0) + 7.99);
        expect(label.along + label.label.width).toBeLessThanOrEqual(bar!.to - 7.99);
      }
      return label?.along;
    });
    expect(placed[1]).toBeCloseTo(8, 6);
    expect(placed[2]).toBeCloseTo(8, 6);
    expect(placed.at(-1)).toBeUndefined();
  });

  it("gives a folded group all events of its lanes, and nothing of them to others.", () => {
    const events = [year(1900, 1910, { lane: "inner" }), year(1920, 1930, { lane: "group" }), year(1940, 1950)];
    const open = laidOut({ layout: "lanes", lanes, events }).at();
    expect(open.lanes!.map(({ lane, isFolded, events }) => [lane.id, isFolded, events])).toEqual([
      ["north", undefined, [2]],
      ["group", false, [1]],
      ["inner", undefined, [0]],
      ["empty", undefined, []],
    ]);
    const folded = lanes.map((lane) => ({ ...lane, folded: true }));
    const closed = laidOut({ layout: "lanes", lanes: folded, events }).at();
    expect(closed.lanes!.map(({ lane, isFolded, events }) => [lane.id, isFolded, events])).toEqual([
      ["north", undefined, [2]],
      ["group", true, [0, 1]],
    ]);
    expect(closed.height).toBeLessThan(open.height);
    expect(closed.lanes![1]!.name.lines.map(({ runs }) => runs[0]!.text)).toEqual(["Group", "2 events"]);
  });

  it("stacks names above their rows where it is narrow, and keeps them beside the axis elsewhere.", () => {
    const { at } = laidOut({ layout: "lanes", lanes, events: [year(1900, 1910)] });
    expect(at({ width: 599 })).toMatchObject({ inset: 0, length: 599 });
    const wide = at({ width: 600 });
    expect(wide.inset).toBeGreaterThan(50);
    expect(wide.length).toBe(600 - wide.inset!);
  });

  it("has names of columns in bold, those of lanes in a group below its own, which has the room of its lanes.", () => {
    const group = (id: string): LaneInput => ({
      id,
      label: `The long name of the group ${id}, longer than its lanes`,
      lanes: [{ id: `${id} inner`, label: "Inner" }],
    });
    const events = ["a", "b", "c", "d"].map((id) => year(2000, 2010, { lane: `${id} inner`, title: "From here" }));
    const { at } = laidOut({
      ...{ layout: "lanes", orientation: "vertical", locale: "en", events },
      lanes: ["a", "b", "c", "d"].map(group),
    });
    const { lanes: boxes = [], labels } = at({ width: 1400 });
    const runs = labels.map(({ label }) => label.lines[0]!.runs);
    expect(runs.map((own) => own.map(({ text }) => text).join(""))).toEqual(events.map(() => "From here"));
    expect(runs.flat().every(({ isEmphasized }) => isEmphasized)).toBe(true);
    for (const { lane, indent, name, height } of boxes) {
      const inner = boxes.find(({ lane: { id } }) => id === `${lane.id} inner`);
      if (!inner) continue;
      expect(inner.indent - indent).toBeGreaterThanOrEqual(20);
      expect(name.width).toBeGreaterThan(0);
      expect(name.width).toBeLessThanOrEqual(height + inner.height);
    }
  });

  it("leaves out the room for counts where the rows of columns would become too narrow.", () => {
    const six = Array.from({ length: 6 }, (_, i) => ({ id: `lane ${i}`, label: "L" }));
    const events = six.flatMap(({ id }) => [1, 2, 3].map((at) => year(2000 + at, 2010, { lane: id })));
    const { at } = laidOut({ layout: "lanes", orientation: "vertical", lanes: six, events });
    const seen = new Set<boolean>();
    for (let width = 760; width <= 1000; width += 4) {
      const { lanes: boxes = [], orientation, breadth } = at({ width });
      if (!orientation.isUpright) continue;
      for (const { row } of boxes) expect(row).toBeGreaterThanOrEqual(84);
      seen.add(boxes.some(({ rowsTop }) => rowsTop >= 36));
      expect(breadth).toBeLessThanOrEqual(width);
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  it("fills a given height: fewer rows where it is low, more air where it is high.", () => {
    const events = Array.from({ length: 12 }, () => year(1900, 1990, { lane: "inner" }));
    const heightOf = (height: number | "auto"): Layout => laidOut({ layout: "lanes", events, height }).at();
    const auto = heightOf("auto");
    expect(heightOf(auto.height + 100).height).toBe(auto.height + 100);
    const low = heightOf(auto.height - 100);
    expect(low.height).toBe(auto.height - 100);
    expect(low.more.length).toBeGreaterThan(0);
    expect(heightOf(20).marks.some(({ form }) => form === "row")).toBe(true);
  });

  it("is chosen where the timeline has lanes and is not narrow.", () => {
    const modeOf = (lane: string, width: number): string =>
      laidOut({ layout: "auto", events: [year(1900, 1910, { lane })] }).at({ width }).mode;
    expect([modeOf("north", 1000), modeOf("", 1000), modeOf("north", 500)]).toEqual(["lanes", "flags", "list"]);
  });
});
