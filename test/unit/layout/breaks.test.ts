import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAxis, type AxisBoxes } from "../../../src/layout/axis.js";
import { tickInstant } from "../../../src/layout/axis-tiers.js";
import { HALF_GAP } from "../../../src/layout/breaks.js";
import { measureChanges } from "../../../src/layout/changes.js";
import type { Layout } from "../../../src/layout/layout.js";
import { measureQuality } from "../../../src/layout/quality.js";
import { createDateFormat } from "../../../src/locale/dates.js";
import type { EventBase } from "../../../src/model/input.js";
import type { TimelineOptions } from "../../../src/model/options.js";
import { linearScale } from "../../../src/time/scale.js";
import { breaksOf, createWarp, NO_BREAKS, type Warp } from "../../../src/time/warp.js";
import type { Domain } from "../../../src/view/view.js";
import { panBy, zoomAround } from "../../../src/view/zoom.js";
import { anyEvents, eightPixels, laidOut } from "./laid-out.js";

const parameters = { seed: 20200709, numRuns: 300 };
const settings = ["en", "ar-SY"].map((locale) => ({
  measurer: eightPixels,
  dates: createDateFormat({ locale, secondCalendar: "islamic-umalqura" }),
}));

const share = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((thousandths) => thousandths / 1000);

/** A part of an axis with breaks in and around it, from seconds to hundreds of millions of years. */
const anyBroken = fc
  .record({
    setting: fc.constantFrom(...settings),
    width: fc.integer({ min: 200, max: 2000 }),
    from: share(-100, 100).map((from) => from * 1e12),
    magnitude: share(4, 18),
    cuts: fc.array(fc.tuple(share(-0.5, 1.5), share(0.01, 9)), { minLength: 1, maxLength: 4 }),
  })
  .map(({ setting, width, from, magnitude, cuts }) => {
    const length = Math.round(10 ** magnitude);
    let skipped = 0;
    const breaks = [...cuts]
      .sort((a, b) => a[0] - b[0])
      .map(([at, share]) => {
        const start = Math.round(from + at * length + skipped);
        skipped += share * length;
        return { from: start, to: start + Math.round(share * length) };
      });
    const warp = createWarp(breaks);
    const start = warp.onAxis(Math.round(from));
    return { setting, width, warp, domain: [start, start + length] as Domain };
  });

const axisOf = ({
  setting,
  width,
  warp,
  domain,
}: {
  setting: (typeof settings)[0];
  width: number;
  warp: Warp;
  domain: Domain;
}): AxisBoxes => placeAxis(domain, width, setting, "along", warp);

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the labels of each row of an axis are, words of breaks included. */
function rowsOf({ ticks, second, breaks }: AxisBoxes): readonly (readonly Stretch[])[] {
  const stretchesOf = (boxes: AxisBoxes["ticks"]): Stretch[] =>
    boxes.flatMap(({ isSlow, label }) => {
      if (!label) return [];
      const from = isSlow ? label.along : label.along - label.width / 2;
      return [{ from, to: from + label.width }];
    });
  const words = breaks.flatMap(({ along, label }) =>
    label ? [{ from: along - label.width / 2, to: along + label.width / 2 }] : [],
  );
  return [
    [...stretchesOf(ticks.filter(({ isSlow }) => !isSlow)), ...words],
    stretchesOf(ticks.filter(({ isSlow }) => isSlow)),
    stretchesOf(second),
  ].map((row) => row.sort((a, b) => a.from - b.from));
}

describe("An axis with breaks", () => {
  it("has no tick inside a break, and each where time on the axis puts it.", () => {
    let count = 0;
    fc.assert(
      fc.property(anyBroken, (broken) => {
        const scale = linearScale(broken.domain, [0, broken.width]);
        const breaks = breaksOf(broken.warp);
        const { ticks, second, step } = axisOf(broken);
        for (const { instant, along, isSlow } of ticks) {
          if (along < 0 || along > broken.width) continue;
          count++;
          const at = isSlow ? instant : tickInstant(step, instant);
          expect(breaks.some(({ from, to }) => at > from && at < to)).toBe(false);
          if (step.unit !== "year") expect(along).toBeCloseTo(scale.at(broken.warp.onAxis(at)), 3);
        }
        for (const { along } of [...ticks, ...second]) {
          if (along < 0 || along > broken.width) continue;
          for (const { at } of breaks) expect(Math.abs(along - scale.at(at))).toBeGreaterThanOrEqual(HALF_GAP - 1e-6);
        }
        const instants = ticks.filter(({ isSlow }) => !isSlow).map(({ instant }) => instant);
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
      }),
      parameters,
    );
    expect(count).toBeGreaterThan(1000);
  });

  it("has no labels that touch, nor any that lie on the words of a break, and none over a break.", () => {
    let words = 0;
    fc.assert(
      fc.property(anyBroken, (broken) => {
        const axis = axisOf(broken);
        for (const row of rowsOf(axis)) {
          row.forEach(({ from, to }, i) => {
            expect(from).toBeGreaterThanOrEqual(-1e-6);
            expect(to).toBeLessThanOrEqual(broken.width + 1e-6);
            if (i > 0) expect(from - row[i - 1]!.to).toBeGreaterThanOrEqual(8 - 1e-6);
          });
        }
        for (const tick of [...axis.ticks, ...axis.second]) {
          if (!tick.label) continue;
          const from = tick.isSlow ? tick.label.along : tick.label.along - tick.label.width / 2;
          const to = from + tick.label.width;
          expect(axis.breaks.some(({ along }) => along > from && along < to)).toBe(false);
        }
        words += axis.breaks.filter(({ label }) => label).length;
      }),
      parameters,
    );
    expect(words).toBeGreaterThan(100);
  });

  it("has names for its nodes that are all different.", () => {
    fc.assert(
      fc.property(anyBroken, (broken) => {
        const { ticks, second } = axisOf(broken);
        const keys = [
          ...ticks.map(({ instant, isSlow }) => `${instant} ${isSlow}`),
          ...second.map(({ instant, isSlow }) => `second ${instant} ${isSlow}`),
        ];
        expect(new Set(keys).size).toBe(keys.length);
      }),
      parameters,
    );
  });

  it("says the slow unit anew after a break.", () => {
    const warp = createWarp([{ from: Date.UTC(2020, 2, 10), to: Date.UTC(2024, 8, 20) }]);
    const domain = warp.domainOnAxis([Date.UTC(2020, 2, 4), Date.UTC(2024, 8, 26)]);
    const { ticks } = placeAxis(domain, 1000, settings[0]!, "along", warp);
    const named = ticks.flatMap(({ isSlow, label }) => (isSlow && label ? label.text : []));
    expect(named).toEqual(["March 2020", "September 2024"]);
  });

  it("has words only where they have room.", () => {
    const [setting] = settings;
    const near = createWarp([
      { from: 0, to: 1e10 },
      { from: 1e10 + 100, to: 3e10 },
    ]);
    const { breaks } = placeAxis([-2000, 2000], 1000, setting!, "along", near);
    expect(breaks.map(({ label }) => label)).toEqual([undefined, undefined]);
    const apart = placeAxis([-200, 400], 1000, setting!, "along", near);
    expect(apart.breaks.map(({ label }) => label?.text)).toEqual(["4 months", "8 months"]);
  });
});

/** Two crowds of events, a hundred years apart. */
const twoCrowds = fc.tuple(anyEvents, anyEvents).map(([early, late]): EventBase[] => [
  ...early.map((event) => ({ ...event, date: (event.date as string).replace(/^\.\.|\.\.$/, "") })),
  ...late.map((event) => ({
    ...event,
    date: (event.date as string).replace(/^\.\.|\.\.$/, "").replace(/\b20(\d\d)/g, "21$1"),
  })),
]);
const broken: Partial<TimelineOptions<EventBase>> = { breaks: "auto" };
const MODES = [{ layout: "flags", sides: "one" }, { layout: "flags", sides: "both" }, { layout: "lanes" }] as const;

describe.each(MODES)("A timeline with breaks, as %o", (mode) => {
  const runs = { seed: 20200709, numRuns: 12 };
  const withBreaks = (events: readonly EventBase[]): ReturnType<typeof laidOut> =>
    laidOut({ ...broken, ...mode, events });

  it("changes nothing while one pans over a break, and loses nothing while one zooms in at it.", () => {
    let count = 0;
    fc.assert(
      fc.property(twoCrowds, (events) => {
        const { at, warp } = withBreaks(events);
        const [one] = breaksOf(warp);
        if (!one) return;
        count++;
        const { home } = at();
        const length = (home[1] - home[0]) / 4;
        const start: Domain = [one.at - length, one.at];
        const layOut = (domain: Domain): Layout => at({ domain: warp.domainInTime(domain) });
        const pan = Array.from({ length: 20 }, (_, i) => layOut(panBy(start, i / 20)));
        const { labels, rows } = measureChanges(pan);
        expect({ labels, rows }).toEqual({ labels: 0, rows: 0 });
        const zoom = Array.from({ length: 12 }, (_, i) => layOut(zoomAround(home, 2 ** (-i / 2), one.at)));
        if (mode.layout === "flags")
          expect(measureChanges([...zoom, ...zoom.toReversed()])).toMatchObject({ removed: 0, added: 0 });
        for (const picture of [...pan, ...zoom]) {
          const { overlaps, crossings, lost } = measureQuality(picture);
          expect({ overlaps, crossings, lost }).toEqual({ overlaps: 0, crossings: 0, lost: 0 });
        }
      }),
      runs,
    );
    expect(count).toBeGreaterThan(5);
  });
});

describe("A timeline", () => {
  const date = ["1914-08-01", "1915-05-01", "1916-07-01", "1918-11-11", "1989-11-09", "1990-10-03", "1991-12-26"];
  const events = date.map((each): EventBase => ({ id: each, kind: "event", date: each, title: each }));

  it("draws a break through the plot, and the exact mirror of it from right to left.", () => {
    const [ltr, rtl] = (["ltr", "rtl"] as const).map((timeDirection) => {
      const { at, sceneOf } = laidOut({ events, breaks: "auto", timeDirection });
      return sceneOf(at({ width: 1000 }));
    });
    const xs = (scene: typeof ltr, name: string): number[] =>
      scene!.shapes.flatMap((node) => {
        if (!node.className.includes(name)) return [];
        if (node.kind === "line") return [node.x1, node.x2];
        if (node.kind === "path") return [...node.d.matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x));
        if (node.kind !== "group") return [];
        return node.children.flatMap((child) => (child.kind === "rect" ? [child.x, child.x + child.width] : []));
      });
    for (const name of ["mizwala-break", "mizwala-tear", "mizwala-axis"]) {
      const [one, other] = [xs(ltr, name), xs(rtl, name)];
      expect(one.length).toBeGreaterThan(1);
      const rounded = (all: number[]): number[] => all.map((x) => Math.round(x * 10) / 10).sort((a, b) => a - b);
      expect(rounded(one.map((x) => 1000 - x))).toEqual(rounded(other));
    }
    expect(ltr!.labels.find(({ key }) => key.startsWith("break:"))?.lines[0]?.runs[0]?.text).toMatch(/^\d\d years$/);
  });

  it("gives most of its axis to events, where a silence is left out.", () => {
    const alongs = (breaks: "auto" | "none"): number[] => {
      const { marks } = laidOut({ events, breaks }).at({ width: 1000 });
      return marks.map(({ along }) => along);
    };
    const [whole, cut] = [alongs("none"), alongs("auto")];
    expect(whole[3]! - whole[0]!).toBeLessThan(50);
    expect(cut[3]! - cut[0]!).toBeGreaterThan(250);
  });

  it("places a bar, an era, a link and now across a break without what is left out.", () => {
    const { at, warp } = laidOut({
      events: [...events, { id: "long", kind: "event", date: "1916/1990", title: "Long", partOf: "1991-12-26" }],
      eras: [{ title: "Era", date: "1915/1990" }],
      breaks: ["1920/1979"],
      now: "1995",
    });
    const { marks, eras, links, now, domain, length, columns } = at({ width: 1000 });
    const scale = linearScale(domain, [0, length]);
    const placeOf = (year: number): number => scale.at(warp.onAxis(Date.UTC(year, 0)));
    const bar = marks.find(({ event }) => columns.events[event]!.id === "long")!.bar!;
    expect([bar.from, bar.to]).toEqual([expect.closeTo(placeOf(1916), 3), expect.closeTo(placeOf(1991), 3)]);
    expect([eras[0]!.from, eras[0]!.to]).toEqual([expect.closeTo(placeOf(1915), 3), expect.closeTo(placeOf(1991), 3)]);
    expect(links.length).toBe(1);
    expect(placeOf(1980) - placeOf(1919)).toBeCloseTo(placeOf(1915) - placeOf(1914), 0);
    expect(now?.along ?? placeOf(1995)).toBeCloseTo(placeOf(1995), 3);
  });

  it("is laid out in deep time and in seconds.", () => {
    const deep = laidOut({
      events: ["Y-4540000000", "Y-3700000000", "Y-66000000", "-3000", "1969-07-20", "2020"].map((each): EventBase => ({
        kind: "event",
        date: each,
        title: each,
      })),
      breaks: ["Y-3000000000/Y-100000000", "Y-60000/-9999", "-2000/1900"],
    });
    expect(deep.issues).toEqual([]);
    const { axis, tears } = deep.at({ width: 1000 });
    expect(axis!.breaks.length).toBe(3);
    expect(tears.length).toBe(3);
    const moon = Date.UTC(1969, 6, 20);
    const close = deep.at({ width: 1000, domain: [moon, moon + 60_000] });
    expect(close.axis!.ticks.filter(({ label }) => label).length).toBeGreaterThan(3);
    expect(close.domain[1] - close.domain[0]).toBe(60_000);
  });

  it("is the same in a list, with breaks and without.", () => {
    const [plain, cut] = (["none", "auto"] as const).map((breaks) => {
      const { marks, labels, gaps, headings, height, tears } = laidOut({ events, breaks, layout: "list" }).at();
      return { marks, labels, gaps, headings, height, tears };
    });
    expect(cut).toEqual(plain);
    expect(cut!.tears).toEqual([]);
  });

  it("has the very same events on its axis where nothing is left out, and makes nothing for it.", () => {
    const { at, columns, warp } = laidOut({ events, eras: [{ title: "Era", date: "1915/1990" }] });
    const layout = at();
    expect(warp).toBe(NO_BREAKS);
    expect(layout.onAxis).toBe(columns);
    expect(layout.axis!.breaks).toEqual([]);
    expect(layout.tears).toEqual([]);
  });

  it("keeps its boxes while nothing changes, breaks or not.", () => {
    const { at, engine } = laidOut({ events, breaks: "auto", domain: { from: "1915", to: "1990" } });
    at();
    const before = engine.runs();
    at();
    expect(engine.runs()).toEqual(before);
  });
});
