import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIST_INDENT } from "../../../src/layout/list.js";
import type { EventBase } from "../../../src/model/input.js";
import { anyEvents, laidOut } from "./laid-out.js";

const parameters = { seed: 20200709, numRuns: 100 };
const on = (...dates: string[]): EventBase[] => dates.map((date) => ({ date, title: "Event" }));
const gapsOf = (...dates: string[]): string[] =>
  laidOut({ events: on(...dates), layout: "list" })
    .at({ width: 360 })
    .gaps.map(({ line }) => line.runs.map(({ text }) => text).join(""));

describe("A list", () => {
  it("shows every event once, in order of time, without overlap, and is as high as it needs.", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 200, max: 900 }), (events, width) => {
        const { labels, gaps, marks, height, columns } = laidOut({ events, layout: "list" }).at({ width });
        expect(labels.map(({ event }) => event)).toEqual([...columns.events.keys()]);
        const pieces = [
          ...labels.map(({ across, label }) => ({ from: across, to: across + label.height })),
          ...gaps.map(({ across, length }) => ({ from: across, to: across + length })),
        ].sort((a, b) => a.from - b.from);
        pieces.forEach(({ from }, i) => {
          expect(from).toBeGreaterThanOrEqual(i === 0 ? 16 : pieces[i - 1]!.to);
        });
        expect(height).toBe(pieces.at(-1)!.to + 16);
        marks.forEach(({ across }, i) => {
          expect(across).toBe(labels[i]!.across + 10);
        });
      }),
      parameters,
    );
  });

  it("keeps every line inside the width, dates from one year to another included.", () => {
    const wide = fc.constantFrom(
      "2020-12-09/2021-01-03",
      "2020-12-09T10:30/2021-01-03T11:45",
      "2020-12~/2021-01?",
      "2020-12-09",
    );
    const locales = fc.constantFrom("ar-SY", "en", "de", "fa");
    fc.assert(
      fc.property(wide, locales, fc.integer({ min: 240, max: 600 }), (date, locale, width) => {
        const { labels } = laidOut({ events: on(date), layout: "list", locale }).at({ width });
        for (const { label } of labels)
          expect(LIST_INDENT + Math.max(...label.lines.map((line) => line.width))).toBeLessThanOrEqual(width - 16);
      }),
      parameters,
    );
  });

  it("breaks kind and date over lines, and shortens neither.", () => {
    const events = on("2020-12-09T10:30/2021-01-03T11:45");
    const [wide, narrow] = [900, 240].map((width) => {
      const { lines } = laidOut({ events, layout: "list" }).at({ width }).labels[0]!.label;
      return lines.filter(({ role }) => role === "meta").map(({ runs }) => runs.map(({ text }) => text).join(""));
    });
    expect(wide).toHaveLength(1);
    expect(narrow!.length).toBeGreaterThan(1);
    expect(narrow!.join(" ")).toBe(wide!.join(""));
  });

  it("says how long a silence lasts where it is long against the usual distance.", () => {
    expect(gapsOf("2020-07-01", "2020-07-03", "2020-07-05", "2020-07-07", "2020-07-13")).toEqual(["after 6 days"]);
    expect(gapsOf("2020-07-01", "2020-07-03", "2020-07-05", "2020-07-09")).toEqual([]);
    expect(gapsOf("2000", "2001", "2002", "2003", "2013")).toEqual(["after 10 years"]);
  });

  it("says nothing of hours, nor of one distance alone, nor of none at all.", () => {
    expect(gapsOf("2020-07-01T10:00", "2020-07-01T10:01", "2020-07-01T10:02", "2020-07-01T22:00")).toEqual([]);
    expect(gapsOf("2020-07-01", "2025-07-01")).toEqual([]);
    expect(gapsOf("2020-07-01", "2020-07-01", "2020-07-01")).toEqual([]);
  });

  it("labels also those that want no label among flags.", () => {
    const layout = laidOut({ events: [{ date: "2020", title: "Quiet", importance: 0 }], layout: "list" }).at();
    expect(layout.labels).toHaveLength(1);
    expect(layout.fateOf(0)).toEqual({ is: "shown" });
  });

  it("says which titles had to be shortened.", () => {
    const events = [{ date: "2020", title: "word ".repeat(200) }];
    expect(laidOut({ events, layout: "list" }).at({ width: 320 }).fateOf(0)).toEqual({ is: "shortened" });
  });

  it("is empty, with a little air, without events.", () => {
    expect(laidOut({ events: [], layout: "list" }).at()).toMatchObject({ labels: [], marks: [], gaps: [], height: 32 });
  });
});
