import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAxis, type AxisBoxes } from "../../../src/layout/axis.js";
import { createDateFormat } from "../../../src/locale/dates.js";
import { DAY } from "../../../src/time/instant.js";
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
        fc.pre(domain[1] - domain[0] < 3000 * 365 * DAY);
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
    expect(texts(240)).toEqual([
      ...["29", "30", "1", "2", "3", "4", "5"].map((text) => [text, undefined]),
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
      ["July 2020", 8],
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
});
