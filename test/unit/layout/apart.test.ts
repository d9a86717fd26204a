import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainApart } from "../../../src/layout/more.js";
import { stories } from "../../support/stories.js";
import { anyEvents, laidOut } from "./laid-out.js";
import { runs } from "../../support/full.js";

const SHORTEST = 3_600_000;

describe("domainApart", () => {
  it("finds a part of time with all events of a count in view, and a flag for one of them at least.", () => {
    let found = 0;
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 360, max: 1600 }), (events, width) => {
        const { at } = laidOut({ events });
        const layout = at({ width });
        for (const box of layout.more) {
          const domain = domainApart(layout, box.events, SHORTEST);
          if (!domain) continue;
          found++;
          const closer = at({ width, domain });
          expect(domain[1] - domain[0]).toBeGreaterThanOrEqual(SHORTEST * 0.99);
          expect(domain[1] - domain[0]).toBeLessThan(layout.domain[1] - layout.domain[0]);
          const marks = closer.marks.map(({ event }) => event);
          expect(marks).toEqual(expect.arrayContaining([...box.events]));
          expect(box.events.some((event) => closer.fateOf(event).is !== "hidden")).toBe(true);
        }
      }),
      { seed: 20_200_709, numRuns: runs(40, 1_000) },
    );
    expect(found).toBeGreaterThan(20);
  });

  it("comes no closer than gives a flag to all of them.", () => {
    const { at } = laidOut({ events: stories(60) });
    const layout = at();
    const boxes = layout.more.filter(({ events }) => events.length < 4);
    expect(boxes.length).toBeGreaterThan(0);
    for (const { events } of boxes) {
      const domain = domainApart(layout, events, SHORTEST);
      if (!domain) continue;
      const middle = (domain[0] + domain[1]) / 2;
      const wider = at({ domain: [middle - (middle - domain[0]) * 1.1, middle + (domain[1] - middle) * 1.1] });
      const isAllShown = events.every((event) => at({ domain }).fateOf(event).is !== "hidden");
      if (isAllShown) expect(events.some((event) => wider.fateOf(event).is === "hidden")).toBe(true);
    }
  });

  it("finds none where events are at the same time, or where one may not zoom in.", () => {
    const events = Array.from({ length: 30 }, (_, i) => ({ date: "2020-07-03", title: `Event ${i}` }));
    const { at } = laidOut({ events });
    expect(domainApart(at(), at().more[0]!.events, SHORTEST)).toBeUndefined();
    const many = laidOut({ events: stories(60) }).at();
    expect(many.more.map((box) => domainApart(many, box.events, many.domain[1] - many.domain[0]))).toEqual(
      many.more.map(() => undefined),
    );
  });

  it("finds none in lanes, where no zoom is certain to show a label.", () => {
    const layout = laidOut({ events: stories(200), layout: "lanes" }).at({ width: 600 });
    expect(layout.more.length).toBeGreaterThan(0);
    for (const box of layout.more) expect(domainApart(layout, box.events, SHORTEST)).toBeUndefined();
  });
});
