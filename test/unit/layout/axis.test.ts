import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAxis, type AxisBoxes } from "../../../src/layout/axis.js";
import { placeColumn } from "../../../src/layout/axis-column.js";
import { createDateFormat } from "../../../src/locale/dates.js";
import { DAY } from "../../../src/time/instant.js";
import { createWarp } from "../../../src/time/warp.js";
import { panBy } from "../../../src/view/zoom.js";
import type { Domain } from "../../../src/view/view.js";
import { eightPixels } from "./laid-out.js";

const parameters = { seed: 20200709, numRuns: 500 };

const settings = Object.fromEntries(
  ["en", "ar-SY", "de"].map((locale) => [locale, { measurer: eightPixels, dates: createDateFormat({ locale }) }]),
);
const axisOf = (domain: Domain, width: number, locale = "en"): AxisBoxes => placeAxis(domain, width, settings[locale]!);

/** From a tenth of a second to a hundred thousand years, around today or far from it. */
const anyView = fc.record({
  locale: fc.constantFrom(...Object.keys(settings)),
  width: fc.integer({ min: 200, max: 2000 }),
  domain: fc
    .tuple(fc.double({ min: -1e14, max: 1e14, noNaN: true }), fc.double({ min: 2, max: 15.5, noNaN: true }))
    .map(([from, magnitude]): Domain => [Math.round(from / 1000), Math.round(from / 1000 + 10 ** magnitude)]),
});

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where the labels of a tier are, from the first to the last. */
function stretches({ ticks }: AxisBoxes, tier: "fast" | "slow"): Stretch[] {
  return ticks.flatMap(({ isSlow, label }) => {
    if (!label || isSlow !== (tier === "slow")) return [];
    const from = isSlow ? label.along : label.along - label.width / 2;
    return [{ from, to: from + label.width, text: label.text }];
  });
}

const YEAR = 365.2425 * DAY;
const day = (date: string): number => Date.parse(date);

describe("placeAxis", () => {
  it.each(["fast", "slow"] as const)(
    "keeps labels of the %s tier inside the plot and apart from each other.",
    (tier) => {
      fc.assert(
        fc.property(anyView, ({ domain, width, locale }) => {
          const labels = stretches(axisOf(domain, width, locale), tier);
          labels.forEach(({ from, to }, i) => {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(width + 1e-6);
            if (i > 0) expect(from - labels[i - 1]!.to).toBeGreaterThanOrEqual(8);
          });
        }),
        parameters,
      );
    },
  );

  it("puts a tick under each label, once, and not too many.", () => {
    fc.assert(
      fc.property(anyView, ({ domain, width, locale }) => {
        const { ticks } = axisOf(domain, width, locale);
        const fast = ticks.filter(({ isSlow }) => !isSlow);
        expect(new Set(ticks.map(({ isSlow, instant }) => `${isSlow} ${instant}`)).size).toBe(ticks.length);
        expect(fast.length).toBeLessThanOrEqual(32);
        for (const { along, label } of fast) expect(label?.along ?? along).toBe(along);
      }),
      parameters,
    );
  });

  it("says the same of the same ticks while panning, but for those cut by the edges.", () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: -0.3, max: 0.3, noNaN: true }), ({ domain, width, locale }, share) => {
        const textsOf = (axis: AxisBoxes): Map<number, string> =>
          new Map(
            axis.ticks
              .filter(({ isSlow, along, label }) => !isSlow && label && along > width * 0.15 && along < width * 0.85)
              .map(({ instant, label }) => [instant, `${label!.text} ${label!.detail ?? ""}`]),
          );
        const before = textsOf(axisOf(domain, width, locale));
        for (const [instant, text] of textsOf(axisOf(panBy(domain, share), width, locale)))
          expect(before.get(instant) ?? text).toBe(text);
      }),
      parameters,
    );
  });

  it("names days, with their weekdays where all seven have room, over months.", () => {
    const domain: Domain = [day("2020-06-29"), day("2020-07-06")];
    const texts = (width: number): unknown =>
      axisOf(domain, width).ticks.map(({ label }) => label && [label.text, label.detail]);
    expect(texts(800)).toEqual([
      ["29", "Mon"],
      ["30", "Tue"],
      ["1", "Wed"],
      ["2", "Thu"],
      ["3", "Fri"],
      ["4", "Sat"],
      ["5", "Sun"],
      ["June 2020", undefined],
      ["July 2020", undefined],
    ]);
    expect(texts(232)).toEqual([
      undefined,
      ...["30", "1", "2", "3", "4", "5"].map((text) => [text, undefined]),
      undefined,
      ["July 2020", undefined],
    ]);
  });

  it("shows no weekdays where one of the seven has no room, even while that one is out of view.", () => {
    const { ticks } = axisOf([day("2020-07-10"), day("2020-07-12T20:00Z")], 184, "ar-SY");
    expect(ticks.filter(({ isSlow }) => !isSlow).map(({ label }) => [label?.text, label?.detail])).toEqual([
      ["١٠", undefined],
      ["١١", undefined],
      ["١٢", undefined],
    ]);
  });

  it("names no unit of the slow tier before it begins.", () => {
    fc.assert(
      fc.property(anyView, ({ domain, width, locale }) => {
        const slow = axisOf(domain, width, locale).ticks.filter(({ isSlow }) => isSlow);
        for (const { along, label } of slow) expect(label?.along ?? Infinity).toBeGreaterThanOrEqual(along);
      }),
      parameters,
    );
  });

  it("stands for a day at its middle, and for a month where it begins.", () => {
    const [tick] = axisOf([day("2020-07-01"), day("2020-07-09")], 800).ticks;
    expect(tick).toMatchObject({ instant: day("2020-07-01"), along: 50 });
    const months = axisOf([day("2020-01-01"), day("2020-12-31")], 1095).ticks;
    expect(months.find(({ isSlow, instant }) => !isSlow && instant === day("2020-03-01"))?.along).toBeCloseTo(180);
  });

  it("keeps the month at the edge while its days are in view, and lets the next one push it out.", () => {
    const monthAt = (from: string, to: string): unknown[] =>
      axisOf([day(from), day(to)], 1000)
        .ticks.filter(({ isSlow }) => isSlow)
        .map(({ label }) => label && [label.text, Math.round(label.along)]);
    expect(monthAt("2020-07-10", "2020-07-20")).toEqual([["July 2020", 24]]);
    expect(monthAt("2020-07-31", "2020-08-10")).toEqual([
      ["July 2020", 20],
      ["August 2020", 100],
    ]);
    expect(monthAt("2020-07-31T12:00Z", "2020-08-10T12:00Z")).toEqual([undefined, ["August 2020", 50]]);
  });

  it("has one tier for years, and a tick for each decade before the year 1.", () => {
    const axis = axisOf([day("-000051-01-01"), day("0030-01-01")], 1000);
    expect(axis.step).toMatchObject({ unit: "year", count: 10 });
    expect(axis.ticks.some(({ isSlow }) => isSlow)).toBe(false);
    expect(stretches(axis, "fast").map(({ text }) => text)).toEqual(expect.arrayContaining(["10 BC", "1", "10"]));
  });

  it("has a coarser step before the year 1 where years have longer labels there.", () => {
    const first = day("0001-01-01");
    const yearsAt = (width: number): number[] =>
      axisOf([first - 5000 * YEAR, first + 5000 * YEAR], width).ticks.map(
        ({ instant }) => Math.round((instant - first) / (1000 * YEAR)) * 1000,
      );
    expect(yearsAt(560)).toEqual([-4000, -2000, 0, 1000, 2000, 3000, 4000, 5000]);
    expect(yearsAt(680)).toEqual([-4000, -3000, -2000, -1000, 0, 1000, 2000, 3000, 4000, 5000]);
  });

  it("tells of far years each to its own depth, and never one year twice.", () => {
    const axis = axisOf([-13.8e9 * YEAR - 8 * YEAR, -13.8e9 * YEAR + 8 * YEAR], 1600);
    const years = stretches(axis, "fast").map(({ text }) => text);
    expect(years.length).toBeGreaterThan(2);
    expect(new Set(years).size).toBe(years.length);
  });

  it("tells no times of day so far away that instants are coarser than those.", () => {
    expect(axisOf([-1e18, -1e18 + 3_600_000], 1072).step).toMatchObject({ unit: "day", count: 1 });
  });
});

describe("A second calendar", () => {
  const dates = createDateFormat({ locale: "en", secondCalendar: "islamic-umalqura" });
  const secondOf = (from: string, to: string, width: number): (readonly [string, string])[] =>
    placeAxis([day(from), day(to)], width, { measurer: eightPixels, dates })
      .second.flatMap(({ label, instant, isSlow }) =>
        label ? [[new Date(instant).toISOString().slice(0, 10), isSlow ? `(${label.text})` : label.text] as const] : [],
      )
      .sort(([a], [b]) => a.localeCompare(b));

  it("has the numbers of its own days between the names of its months.", () => {
    expect(secondOf("2020-07-17", "2020-07-29", 1072)).toEqual([
      ["2020-06-22", "(Dhuʻl-Qiʻdah 1441 AH)"],
      ["2020-07-19", "28"],
      ["2020-07-20", "29"],
      ["2020-07-21", "30"],
      ["2020-07-22", "(Dhuʻl-Hijjah 1441 AH)"],
      ["2020-07-24", "3"],
      ["2020-07-25", "4"],
      ["2020-07-26", "5"],
      ["2020-07-27", "6"],
      ["2020-07-28", "7"],
    ]);
  });

  it("begins months on their own firsts.", () => {
    const starts = secondOf("2020-06-01", "2020-12-15", 1600).map(([date, text]) => [date, text.split(" ")[0]]);
    expect(starts.filter(([, text]) => text?.startsWith("("))).toEqual([
      ["2020-05-24", "(Shawwal"],
      ["2020-06-22", "(Dhuʻl-Qiʻdah"],
      ["2020-07-22", "(Dhuʻl-Hijjah"],
      ["2020-08-20", "(Muharram"],
      ["2020-09-18", "(Safar"],
      ["2020-10-18", "(Rabiʻ"],
      ["2020-11-16", "(Rabiʻ"],
    ]);
  });

  it("has whole dates under times of day, and years where months have no room.", () => {
    expect(secondOf("2020-07-21T12:00Z", "2020-07-23", 1072)).toEqual([
      ["2020-07-21", "(Dhuʻl-Qiʻdah 30, 1441 AH)"],
      ["2020-07-22", "(Dhuʻl-Hijjah 1, 1441 AH)"],
    ]);
    expect(secondOf("2010-01-01", "2020-12-31", 1072).map(([, text]) => text)).toEqual([
      ...[1431, 1432, 1433, 1434, 1435, 1436, 1437, 1438, 1439, 1440, 1441].map((year) => `(${year} AH)`),
    ]);
  });
});

describe("An upright axis", () => {
  it("has the weekday behind the day, and room for more labels than a level one.", () => {
    const days = [day("2020-07-01"), day("2020-07-11")] as const;
    const axis = placeAxis(days, 320, settings["en"]!, "across");
    const [first] = axis.ticks;
    expect(first?.label).toEqual({ along: 16, width: 8 + 6 + 24, text: "1", detail: "Wed" });
    expect(axis.ticks.filter(({ isSlow, label }) => !isSlow && label)).toHaveLength(10);
    expect(axis.ticks.find(({ isSlow }) => isSlow)?.label).toMatchObject({ along: 24, text: "July 2020" });
  });

  it("has a tick at each step, whether its label has room or not.", () => {
    const column = { first: 40, second: 0 };
    const domain = [day("2020-06-28"), day("2020-07-20")] as const;
    const axis = placeColumn(domain, 900, column, settings["en"]!, createWarp([]));
    const days = axis.ticks.filter(({ isSlow }) => !isSlow);
    for (const { instant, along } of days)
      expect(along).toBeCloseTo(((instant + DAY / 2 - domain[0]) / (22 * DAY)) * 900);
    expect(days.some(({ label }) => label)).toBe(true);
    expect(days.some(({ label }) => !label)).toBe(true);
  });
});
