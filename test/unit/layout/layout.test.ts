import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBar } from "../../../src/layout/bars.js";
import type { Label } from "../../../src/layout/label.js";
import type { Layout } from "../../../src/layout/layout.js";
import type { TimelineEvent } from "../../../src/model/input.js";
import { DAY } from "../../../src/time/instant.js";
import { linearScale } from "../../../src/time/scale.js";
import { panBy, zoomAround } from "../../../src/view/zoom.js";
import { stories } from "../../support/stories.js";
import { anyEvents, laidOut } from "./laid-out.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: runs(50, 1_000) };

const summit: TimelineEvent[] = [
  { date: "2020-07-01", title: "Astana summit", importance: 0.9 },
  { date: "2020-07-04/2020-07-06", title: "Talks in Damascus" },
  { date: "2020-07-08", title: "Military agreement signed", summary: "A comprehensive one", importance: 1 },
  { date: "2020-07", title: "A month" },
];

function fates(layout: Layout): string[] {
  return layout.columns.events.map((_, event) => layout.fateOf(event).is);
}

describe("createLayout", () => {
  it("runs only the axis and the cut while panning, and the flags too while zooming.", () => {
    const { at, engine } = laidOut({ events: summit });
    const { home } = at();
    const before = engine.runs();
    at({ domain: home });
    expect(engine.runs()).toEqual(before);
    at({ domain: panBy(home, 0.13) });
    const cuts = (times: number): object =>
      Object.fromEntries(["axis", "cut", "eraBands", "linkLines"].map((pass) => [pass, before[pass]! + times]));
    expect(engine.runs()).toEqual({ ...before, ...cuts(1) });
    at({ domain: zoomAround(panBy(home, 0.13), 0.5, home[0]) });
    expect(engine.runs()).toEqual({ ...before, ...cuts(2), flags: before["flags"]! + 1 });
  });

  it.each([
    ["flags", ["cut"]],
    ["lanes", ["keep"]],
  ] as const)("runs no more than that with three thousand events in %s.", (layout, cuts) => {
    const axis = layout === "flags" ? "axis" : "laneAxis";
    const { at, engine } = laidOut({ layout, events: stories(3000) });
    let { home: domain } = at();
    at({ domain: (domain = zoomAround(domain, 0.2, domain[0])) });
    const before = engine.runs();
    for (let i = 1; i <= 60; i++) at({ domain: (domain = panBy(domain, 0.03)) });
    const again = Object.fromEntries(
      [axis, ...cuts, "eraBands", "linkLines"].map((pass) => [pass, before[pass]! + 60]),
    );
    expect(engine.runs()).toEqual({ ...before, ...again });
  });

  it("counts no step of a long pan as a zoom, near today and far from it.", () => {
    for (const events of [
      summit,
      [
        { date: "-4000", title: "Far" },
        { date: "-3990-05", title: "Also far" },
      ],
    ]) {
      const { at, engine } = laidOut({ events });
      let domain = at().home;
      const before = engine.runs()["flags"];
      for (let i = 0; i < 300; i++) at({ domain: (domain = panBy(domain, ((i * 7) % 13) / 977)) });
      expect(engine.runs()["flags"]).toBe(before);
    }
  });

  it("gives the same boxes for the same data, whatever was laid out before.", () => {
    fc.assert(
      fc.property(anyEvents, fc.double({ min: 0.1, max: 3, noNaN: true }), (events, factor) => {
        const used = laidOut({ events });
        const { home } = used.at();
        const domain = zoomAround(home, factor, home[0]);
        used.at({ domain: panBy(domain, 2) });
        const { labels, marks, more, axis, height } = used.at({ domain });
        expect(laidOut({ events }).at({ domain })).toMatchObject({ labels, marks, more, axis, height });
      }),
      { ...parameters, numRuns: 40 },
    );
  });

  it("marks the events whose dot or bar reaches into the view, as a look at each of all finds them.", () => {
    const share = fc.double({ min: -0.2, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyEvents, share, fc.integer({ min: 0, max: 14 }), (events, share, doublings) => {
        const { at } = laidOut({ events });
        const [from, to] = at().home;
        const [start, part] = [from + share * (to - from), (to - from) / 2 ** doublings];
        const { marks, columns, axis, domain, length } = at({ domain: [start, start + part] });
        const scale = linearScale(domain, [0, length]);
        const seen = columns.events.flatMap(({ span }, event) => {
          const along = scale.at(columns.anchor[event]!);
          const bar = placeBar(span, scale, length, axis!.step) ?? { from: along - 12, to: along + 12 };
          return bar.to >= 0 && bar.from <= length ? [event] : [];
        });
        expect(marks.map(({ event }) => event)).toEqual(seen);
      }),
      { ...parameters, numRuns: runs(100, 2_000) },
    );
  });

  it("lays out events in any order of the list alike, where their dates and importance differ.", () => {
    const dates = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(dates, fc.infiniteStream(fc.nat()), (days, order) => {
        const events = days.map((day, i) => ({
          id: `e${day}`,
          date: `2020-02-${String(day).padStart(2, "0")}`,
          title: "An event",
          importance: 0.1 + i / 100,
        }));
        const shuffled = [...events].sort(() => (order.next().value % 2) - 0.5);
        const picture = (list: TimelineEvent[]): unknown => {
          const { at, sceneOf } = laidOut({ events: list });
          return sceneOf(at());
        };
        expect(picture(shuffled)).toEqual(picture(events));
      }),
      parameters,
    );
  });

  it("moves all that stays in view by the same way while panning, and changes nothing of it.", () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom("ar-SY", "en"),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        (events, locale, factor, share) => {
          const { at } = laidOut({ events, locale });
          const { home, width } = at();
          const domain = zoomAround(home, factor, (home[0] + home[1]) / 2);
          const before = inner(at({ domain }), 0, share * width);
          const after = inner(at({ domain: panBy(domain, share) }), share * width, share * width);
          expect(after).toEqual(before);
        },
      ),
      parameters,
    );
  });

  it("fits all labels and all that is certain of bars into the width.", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 600, max: 2000 }), (events, width) => {
        const { labels, marks, columns } = laidOut({ events }).at({ width });
        for (const { along, label } of labels) {
          expect(along).toBeGreaterThanOrEqual(0);
          expect(along + 10 + label.width).toBeLessThanOrEqual(width);
        }
        expect(marks).toHaveLength(columns.events.length);
        for (const { along, bar } of marks) {
          const [from, to] = bar ? [bar.coreFrom, bar.coreTo] : [along, along];
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(width + 1e-6);
        }
      }),
      parameters,
    );
  });

  it("shows or counts each event that wants a label exactly once.", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 600, max: 1200 }), (events, width) => {
        const layout = laidOut({ events }).at({ width });
        const counted = layout.more.flatMap((box) => box.events);
        const labelled = layout.labels.map(({ event }) => event);
        const wanted = [...layout.columns.importance.keys()].filter((i) => layout.columns.importance[i]! > 0);
        expect([...counted, ...labelled].sort((a, b) => a - b)).toEqual(wanted);
      }),
      parameters,
    );
  });

  it("says of each event what became of its label.", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const layout = laidOut({ events }).at({ width: 600 });
        const labelled = new Map(layout.labels.map(({ event, label }) => [event, label]));
        layout.columns.events.forEach(({ importance }, i) => {
          const fate = layout.fateOf(i);
          const shown = labelled.get(i)?.isShortened === true ? "shortened" : "shown";
          expect(fate.is).toBe(importance === 0 ? "unwanted" : labelled.has(i) ? shown : "hidden");
          if (fate.is === "hidden") expect(labelled.has(fate.by)).toBe(true);
        });
      }),
      parameters,
    );
  });

  it("is a list below 600 pixels and hangs flags from there on, unless told otherwise.", () => {
    const modeAt = (layout: "auto" | "list" | "flags", width: number): string =>
      laidOut({ events: summit, layout }).at({ width }).mode;
    expect([modeAt("auto", 599), modeAt("auto", 600)]).toEqual(["list", "flags"]);
    expect([modeAt("list", 2000), modeAt("flags", 200)]).toEqual(["list", "flags"]);
  });

  it.each<[string, TimelineEvent[]]>([
    ["no event", []],
    ["one event", summit.slice(0, 1)],
    ["thirty events in one instant", Array.from({ length: 30 }, () => ({ date: "2020-07-08T10:00Z", title: "Now" }))],
    ["an open end", [{ date: "2020-07-08/..", title: "Since" }]],
    ["an open start", [{ date: "../2020-07-08", title: "Until" }]],
    ["an unknown start", [{ date: "/2020-07", title: "Ended" }]],
    [
      "far years",
      [
        { date: "Y-500000000", title: "Long ago" },
        { date: "Y20000000", title: "Some day" },
      ],
    ],
    [
      "a far past and today",
      [
        { date: "Y-13800000000", title: "Bang" },
        { date: "2020-07-08T10:00:00.001Z", title: "Now" },
      ],
    ],
    ["no wish for a label", [{ date: "2020", title: "Silent", importance: 0 }]],
  ])("lays out %s with finite numbers only, at any width.", (_what, events) => {
    for (const layout of ["flags", "lanes", "list"] as const) {
      const { at, sceneOf } = laidOut({ events, layout });
      for (const width of [76, 400, 1072, 20_000]) {
        const boxes = at({ width });
        expect(boxes.columns.events).toHaveLength(events.length);
        expect(numbersIn([boxes, sceneOf(boxes)]).filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(boxes.home[1] - boxes.home[0]).toBeGreaterThan(0);
      }
    }
  });

  it("has rows for lanes where one event at least names its lane.", () => {
    const modeOf = (...lanes: readonly (string | undefined)[]): string =>
      laidOut({
        layout: "auto",
        events: lanes.map((lane) => ({ date: "2020-07-09", title: "A", ...(lane !== undefined && { lane }) })),
      }).at().mode;
    expect([modeOf(undefined, undefined), modeOf("a", undefined), modeOf("a", "b")]).toEqual([
      "flags",
      "lanes",
      "lanes",
    ]);
  });

  it("leaves out summaries, then second lines of titles, before it hides a flag.", () => {
    const title = "Talks about the agreement between the delegations in the capital";
    const rolesOf = (length: number): string[] =>
      laidOut({
        events: Array.from({ length }, () => ({ date: "2020-07-08", title, summary: "More about them" })),
        sides: "one",
      })
        .at()
        .labels.map(({ label }) => label.lines.map(({ role }) => role).join(" "))
        .sort();
    const [whole, plain, short] = ["meta title title summary", "meta title title", "meta title"];
    expect(rolesOf(4)).toEqual([whole, whole, whole, whole]);
    expect(rolesOf(5)).toEqual([plain, plain, plain, plain, plain]);
    expect(rolesOf(6)).toEqual([short, short, short, short, plain, plain]);
  });

  it("hangs flags on both sides where that shows more, and an event keeps its side at every zoom.", () => {
    const events = Array.from({ length: 16 }, (_, i): TimelineEvent => ({
      date: `2020-07-${String(8 + Math.floor(i / 8)).padStart(2, "0")}`,
      title: "Talks in the capital",
    }));
    const shownOn = (sides: "auto" | "one" | "both"): number => laidOut({ events, sides }).at().labels.length;
    expect(shownOn("auto")).toBe(Math.max(shownOn("one"), shownOn("both")));
    const { at } = laidOut({ events, sides: "both" });
    const { home } = at();
    const sides = new Map<number, boolean>();
    for (let factor = 1; factor > 1e-3; factor *= 0.8)
      for (const { event, base = 0 } of at({ domain: zoomAround(home, factor, home[0]) }).labels) {
        expect(sides.get(event) ?? base < 0).toBe(base < 0);
        sides.set(event, base < 0);
      }
    expect(new Set(sides.values())).toEqual(new Set([false, true]));
  });

  it("gives the room that the last labels would take whole to all, in a crowd and only there.", () => {
    const title = "Talks about the agreement between the delegations";
    const days = (count: number, apart: number): TimelineEvent[] =>
      Array.from({ length: count }, (_, i) => ({ date: Date.UTC(2020, 0, 1) + i * apart, title }));
    const endOf = (events: TimelineEvent[]): Label => {
      const { labels } = laidOut({ events, sides: "one" }).at();
      return labels.at(-1)!.label;
    };
    expect(endOf(days(4, 90 * DAY)).isShortened).toBe(false);
    expect(endOf(days(60, 2 * DAY))).toMatchObject({ isShortened: true, lines: [{ role: "compact" }] });
    const crowded = laidOut({ events: days(60, 2 * DAY), sides: "one" });
    const { home, labels, columns } = crowded.at();
    const closer = crowded.at({ domain: zoomAround(home, 1 / 64, columns.anchor[59]!) });
    expect(labels.length).toBeGreaterThan(8);
    expect(closer.labels.some(({ label }) => !label.isShortened)).toBe(true);
  });

  it("is as high as told, or as its flags need.", () => {
    const { height, axisAt } = laidOut({ events: summit, height: 420 }).at();
    expect([height, axisAt]).toEqual([420, 348]);
    const auto = laidOut({ events: summit }).at();
    const top = Math.max(...auto.labels.map(({ across }) => across));
    expect(auto.axisAt - top).toBe(8);
  });

  it("hides all flags where there is no room for any, and counts them.", () => {
    const layout = laidOut({ events: summit, height: 100 }).at();
    expect(fates(layout)).toEqual(["hidden", "hidden", "hidden", "hidden"]);
    expect(layout.more.flatMap(({ events }) => events)).toEqual([0, 1, 2, 3]);
  });

  it("opens where the option `domain` says.", () => {
    const { at } = laidOut({ events: summit, domain: { from: "2020-07-08", to: "2020-07-08" } });
    const layout = at();
    expect(layout.domain).toEqual([Date.UTC(2020, 6, 8), Date.UTC(2020, 6, 8) + DAY]);
    expect(layout.labels.map(({ event }) => layout.columns.events[event]!.title.text)).toEqual([
      "Military agreement signed",
    ]);
  });
});

/** What of a layout lies well inside of both of two views that are `shift` pixels apart, as the first of them sees it. */
function inner(layout: Layout, moved: number, shift: number): unknown {
  const margin = 200;
  const [left, right] = [Math.max(0, shift) + margin, layout.width + Math.min(0, shift) - margin];
  const isInner = ({ along }: { along: number }): boolean => along + moved > left && along + moved < right;
  const place = ({ along }: { along: number }): number => Math.round(along + moved);
  return {
    labels: layout.labels.filter(isInner).map((box) => [place(box), box.across, box.label]),
    more: layout.more.filter(isInner).map((box) => [place(box), box.text, box.events]),
    ticks: layout
      .axis!.ticks.filter((tick) => !tick.isSlow && isInner(tick))
      .map((tick) => [place(tick), tick.label?.text, tick.label?.detail]),
    dots: layout.marks.filter((mark) => !mark.bar && isInner(mark)).map((mark) => [place(mark), mark.event]),
  };
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  if (value instanceof Map) return [];
  const isData = (key: string): boolean => ["columns", "onAxis", "warp"].includes(key);
  return Object.entries(value).flatMap(([key, part]) => (isData(key) ? [] : numbersIn(part)));
}
