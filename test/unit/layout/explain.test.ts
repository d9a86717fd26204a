import { describe, expect, it } from "vitest";
import { labelIn, labelStages } from "../../../src/layout/explain.js";
import type { Layout } from "../../../src/layout/layout.js";
import type { Domain } from "../../../src/view/view.js";
import { stories } from "../../support/stories.js";
import { laidOut } from "./laid-out.js";

describe("labelStages", () => {
  const { at } = laidOut({ events: stories(60), sides: "one" });
  const layOut = (domain?: Domain): Layout => at({ domain });
  const { home, columns } = at();
  const events = [...columns.events.keys()];

  /** How many lines the label of an event has at a zoom about it; none where it is hidden. */
  const linesAt = (event: number, zoom: number): number => {
    const from = columns.anchor[event]! - (home[1] - home[0]) / zoom / 4;
    const layout = at({ domain: [from, from + (home[1] - home[0]) / zoom] });
    return layout.fateOf(event).is === "hidden" ? 0 : labelIn(layout, event).lines.length;
  };

  it("tells for every zoom what a label has there.", () => {
    for (const event of events) {
      const stages = labelStages(layOut, event, [0.5, 64]);
      expect(stages[0]!.zoom).toBe(0.5);
      for (const zoom of [0.5, 0.77, 1, 1.3, 2.9, 7.7, 30, 64]) {
        const stage = stages.findLast((one) => one.zoom <= zoom * 1.001)!;
        const isNearChange = stages.some((one) => Math.abs(one.zoom / zoom - 1) < 0.02 && one.zoom !== 0.5);
        if (!isNearChange) expect(linesAt(event, zoom)).toBe(stage.fate.is === "hidden" ? 0 : stage.label.lines.length);
      }
    }
  });

  it("finds each change to a 64th of a doubling.", () => {
    const changes = events.flatMap((event) =>
      labelStages(layOut, event, [0.5, 64])
        .slice(1)
        .map(({ zoom }) => ({ event, zoom })),
    );
    expect(changes.length).toBeGreaterThan(20);
    for (const { event, zoom } of changes) expect(linesAt(event, zoom)).not.toBe(linesAt(event, zoom * 2 ** (-1 / 64)));
  });

  it("says which event hides a label, where it is hidden.", () => {
    const hidden = events.filter((event) => at().fateOf(event).is === "hidden");
    expect(hidden.length).toBeGreaterThan(0);
    for (const event of hidden) {
      const stage = labelStages(layOut, event, [1, 1])[0]!;
      expect(stage.fate).toEqual(at().fateOf(event));
    }
  });
});
