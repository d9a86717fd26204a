import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkRoute } from "../../../src/layout/lane-links.js";
import type { Layout } from "../../../src/layout/layout.js";
import { textsOf } from "../../../src/layout/patch.js";
import type { EventBase } from "../../../src/model/input.js";
import { anyEvents, laidOut } from "./laid-out.js";

type Corner = readonly [along: number, across: number];

const parameters = { seed: 20200709, numRuns: 60 };
const layoutOf = (events: readonly EventBase[], width = 1000): Layout =>
  laidOut({ events, layout: "lanes" }).at({ width });
const idOf = (layout: Layout, event: number): string => layout.columns.events[event]!.id;
const named = (layout: Layout): readonly string[] =>
  layout.routes.map(({ from, to, kind }) => `${idOf(layout, from)} ${kind} ${idOf(layout, to)}`);

const PLAN: EventBase[] = [
  { id: "plan", date: "2020-01/2020-02", title: "Plan", lane: "office", leadsTo: ["work"] },
  { id: "work", date: "2020-05/2020-09", title: "Work", lane: "site" },
  { id: "visit", date: "2020-07-15", title: "Visit", lane: "office", partOf: "work" },
];

describe("Links between lanes", () => {
  it("go from the end of a mark to the start of another, and from a part straight to the whole.", () => {
    const layout = layoutOf(PLAN);
    expect(named(layout)).toEqual(["plan leads work", "visit part work"]);
    const barOf = (id: string): { from: number; to: number } =>
      layout.marks.find(({ event }) => idOf(layout, event) === id)!.bar!;
    const [leads, part] = layout.routes.map(({ corners }) => corners);
    expect(leads![0]![0]).toBe(barOf("plan").to);
    expect(leads!.at(-1)![0]).toBe(barOf("work").from);
    expect(part!.map(([along]) => along)).toEqual([part![0]![0], part![0]![0]]);
  });

  it("drop from a bar down to what begins while that goes on.", () => {
    const layout = layoutOf([
      { id: "plan", date: "2020-01/2020-12", title: "Plan", lane: "office", leadsTo: ["work"] },
      { id: "work", date: "2020-07/2021-06", title: "Work", lane: "site" },
    ]);
    const [plan, work] = ["plan", "work"].map((id) => layout.marks.find(({ event }) => idOf(layout, event) === id)!);
    const [{ corners }] = layout.routes as readonly [LinkRoute];
    expect(corners).toHaveLength(3);
    const [leaves, turns, enters] = corners as [Corner, Corner, Corner];
    expect(leaves[0]).toBeGreaterThan(plan!.bar!.from);
    expect(leaves[0]).toBeLessThan(work!.bar!.from);
    expect(turns).toEqual([leaves[0], layout.axisAt - work!.across]);
    expect(enters).toEqual([work!.bar!.from, layout.axisAt - work!.across]);
  });

  it("have only level and upright legs, and meet no text.", () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.integer({ min: 320, max: 1400 }),
        fc.infiniteStream(fc.nat()),
        (list, width, random) => {
          const pick = (most: number): number => random.next().value % most;
          const events = list.map((event, i) => ({
            ...event,
            id: `e${i}`,
            lane: `lane ${pick(4)}`,
            leadsTo: [`e${pick(list.length)}`],
          }));
          const layout = layoutOf(events, width);
          for (const { corners } of layout.routes) {
            corners.slice(1).forEach(([x2, y2], i) => {
              const [x1, y1] = corners[i]!;
              expect(x1 === x2 || y1 === y2).toBe(true);
              for (const text of textsOf(layout)) {
                const isBeside = Math.max(x1, x2) <= text.from || Math.min(x1, x2) >= text.to;
                const isAbove = Math.max(y1, y2) <= text.top || Math.min(y1, y2) >= text.bottom;
                expect(isBeside || isAbove).toBe(true);
              }
            });
          }
        },
      ),
      parameters,
    );
  });

  it("are not drawn backwards, where an end is out of view, or where they are not wanted.", () => {
    const back = layoutOf([
      { id: "a", date: "2020-09-01", title: "A", lane: "x", leadsTo: ["b"] },
      { id: "b", date: "2020-01-01", title: "B", lane: "y" },
    ]);
    expect(named(back)).toEqual([]);
    const events = PLAN.map((event) => event);
    const domain = { from: "2020-04", to: "2020-12" };
    expect(named(laidOut({ events, layout: "lanes", domain }).at())).toEqual(["visit part work"]);
    const none: readonly LinkRoute[] = laidOut({ events, layout: "lanes", links: false }).at().routes;
    expect(none).toEqual([]);
  });
});
