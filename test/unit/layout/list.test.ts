import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIST_INDENT } from "../../../src/layout/list.js";
import type { EventBase } from "../../../src/model/input.js";
import { anyEvents, laidOut } from "./laid-out.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: runs(50, 1_000) };
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

  it("brackets the events that begin in an era, but for an era of which an end is not known.", () => {
    const { labels, eras } = laidOut({
      events: on("2011", "2015", "2016-02", "2020"),
      eras: [
        { date: "2015/2017", title: "War" },
        { date: "2018/2019", title: "None" },
        { date: "/2016", title: "Until" },
        { date: "2016/..", title: "Open" },
      ],
      layout: "list",
    }).at({ width: 360 });
    const titles = eras.map(({ era }) => era.title.text);
    expect(titles.sort()).toEqual(["Open", "War"]);
    const held = (title: string): number[] => {
      const { from, to } = eras.find(({ era }) => era.title.text === title)!;
      return labels.filter(({ across }) => across >= from && across <= to).map(({ event }) => event);
    };
    expect([held("War"), held("Open")]).toEqual([
      [1, 2],
      [2, 3],
    ]);
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
    expect(gapsOf("2020-07-01", "2020-07-07", "2020-07-08", "2020-07-09")).toEqual(["after 6 days"]);
  });

  it("says no more of a silence than is known of its ends.", () => {
    expect(gapsOf("2020-07-01~", "2020-07-07", "2020-07-08", "2020-07-09")).toEqual(["after about 6 days"]);
    expect(gapsOf("2019", "2020-07-07", "2020-07-08", "2020-07-09")).toEqual(["after 1 year"]);
    expect(gapsOf("2020-05", "2020-07-07", "2020-07-08", "2020-07-09")).toEqual(["after 2 months"]);
    expect(gapsOf("Y-13799999999~", "Y-4539999999~", "Y-3999999999~", "Y-3499999999~")).toEqual([
      "after about 9.26 billion years",
    ]);
  });

  it("counts a silence from where something ended, and sees none while something goes on.", () => {
    expect(gapsOf("2020-07-01/2020-07-05", "2020-07-15", "2020-07-16", "2020-07-17")).toEqual(["after 10 days"]);
    expect(gapsOf("2020-06/2020-07", "2020-07-25", "2020-07-26", "2020-07-27")).toEqual([]);
    expect(gapsOf("2020-01-01/..", "2020-07-25", "2020-07-26", "2020-07-27")).toEqual([]);
    expect(gapsOf("2020", "2020-11-25", "2020-11-26", "2020-11-27")).toEqual([]);
  });

  it("measures a silence against other days, however many events fall on one.", () => {
    const [first, last] = [Array<string>(9).fill("2020-07-01"), Array<string>(9).fill("2020-07-09")];
    expect(gapsOf(...first, "2020-07-02", "2020-07-03", ...last)).toEqual(["after 6 days"]);
  });

  it("says nothing of hours, nor of one distance alone, nor of none at all.", () => {
    expect(gapsOf("2020-07-01T10:00", "2020-07-01T10:01", "2020-07-01T10:02", "2020-07-01T22:00")).toEqual([]);
    expect(gapsOf("2020-07-01", "2025-07-01")).toEqual([]);
    expect(gapsOf("2020-07-01", "2020-07-01", "2020-07-01")).toEqual([]);
  });

  it("shows what kind of time each event is: a dot for a day, a piece of rail beside its label for any other.", () => {
    const events = on("2020-07-01~", "2020-07", "2020-08~", "2020-08-20?/..", "2020-08-21/", "/2020-09");
    const { marks, labels } = laidOut({ events, layout: "list" }).at({ width: 360 });
    expect(marks.map(({ bar }) => bar && [bar.start, bar.end, bar.isUncertain])).toEqual([
      undefined,
      ["sharp", "sharp", false],
      ["faded", "faded", false],
      ["sharp", "open", true],
      ["sharp", "faded", false],
      ["faded", "imprecise", false],
    ]);
    marks.forEach(({ across, bar }, i) => {
      const { across: top, label } = labels[i]!;
      if (!bar) return;
      expect(across + bar.from).toBe(top + 2);
      expect(across + bar.to).toBe(top + label.height);
      expect(bar.from <= bar.coreFrom && bar.coreFrom < bar.coreTo && bar.coreTo <= bar.to).toBe(true);
    });
  });

  it("lets what lasts reach to the last of its parts.", () => {
    const events = [
      { id: "visit", date: "2020-07-07/2020-07-09", title: "Visit" },
      { date: "2020-07-08", title: "Other" },
      { date: "2020-07-09", title: "Part", partOf: "visit" },
    ];
    const { marks } = laidOut({ events, layout: "list" }).at({ width: 360 });
    expect(marks[0]!.across + marks[0]!.bar!.to).toBe(marks[2]!.across + 8);
  });

  it("stands every heading above its first event, and lets it reach to the end of the last.", () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom("auto", "day", "month", "year"), (events, listGroups) => {
        const { headings, labels, gaps } = laidOut({ events, layout: "list", listGroups }).at({ width: 360 });
        headings.forEach(({ event, across, length }, i) => {
          expect(labels[event]!.across - across).toBe(36);
          const before = [...labels.slice(0, event).map(({ across, label }) => across + label.height), 0];
          expect(across).toBeGreaterThanOrEqual(Math.max(...before));
          for (const gap of gaps) expect(gap.across >= across + 36 || gap.across + gap.length <= across).toBe(true);
          const next = headings[i + 1]?.across ?? Infinity;
          expect(across + length).toBeLessThanOrEqual(next);
        });
      }),
      parameters,
    );
  });

  it("is not wider than is good to read.", () => {
    const { labels } = laidOut({ events: [{ date: "2020", title: "word ".repeat(99) }], layout: "list" }).at({
      width: 1280,
    });
    expect(labels[0]!.label.width).toBeLessThanOrEqual(640);
    expect(labels[0]!.label.width).toBeGreaterThan(560);
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
