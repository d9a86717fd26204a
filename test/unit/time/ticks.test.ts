import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilFromDay, dayFromCivil, dayOf } from "../../../src/time/civil.js";
import { DAY } from "../../../src/time/instant.js";
import { STEPS, type Step, type StepUnit } from "../../../src/time/steps.js";
import { chooseStep, shortestOf, ticks } from "../../../src/time/ticks.js";
import { shortestGap, slowTicks } from "../../oracle/time-ticks.js";

const runs = { seed: 20200709, numRuns: 2000 };
const at = (year: number, month: number, day: number): number => dayFromCivil(year, month, day) * DAY;
const stepOf = (unit: StepUnit, count: number): Step =>
  STEPS.find((step) => step.unit === unit && step.count === count)!;
const daysOfMonth = (instants: readonly number[]): number[] => instants.map((tick) => civilFromDay(tick / DAY).day);

/** A domain of up to sixty steps, within the years of Date. */
const stepAndDomain = fc
  .tuple(
    fc.constantFrom(...STEPS.filter((step) => step.duration < 1000 * 365 * DAY)),
    fc.integer({ min: -5e15, max: 5e15 }),
    fc.integer({ min: -1e12, max: 2e12 }),
    fc.boolean(),
    fc.double({ min: 0, max: 60, noNaN: true }),
  )
  .map(([step, far, near, isFar, steps]) => {
    const from = isFar ? far : near;
    return { step, domain: [from, Math.round(from + step.duration * steps)] as const };
  });

describe("ticks", () => {
  test("They are those that a slow search with Date finds.", () => {
    const unit = { millisecond: 1, second: 1e3, minute: 6e4, hour: 36e5, day: DAY, week: DAY, month: DAY, year: DAY };
    fc.assert(
      fc.property(stepAndDomain, fc.integer({ min: 0, max: 6 }), ({ step, domain }, weekStart) => {
        fc.pre(unit[step.unit] >= 60_000);
        expect(ticks(step, domain, { weekStart })).toEqual(slowTicks(step, domain, weekStart));
      }),
      runs,
    );
  });

  test("Those of milliseconds and seconds are the ones that a slow search finds in the first minute of a day.", () => {
    for (const step of STEPS.filter(({ duration }) => duration < 60_000)) {
      const domain = [at(2020, 7, 9) - 100, at(2020, 7, 9) + Math.min(60_000, step.duration * 40)] as const;
      const ofDay = [at(2020, 7, 9), domain[1]] as const;
      expect(ticks(step, domain).filter((tick) => tick >= ofDay[0])).toEqual(slowTicks(step, ofDay, 1));
    }
  });

  test("They ascend, lie inside, and stand no nearer than half a step.", () => {
    fc.assert(
      fc.property(stepAndDomain, ({ step, domain }) => {
        const found = ticks(step, domain);
        expect(found.every((tick) => tick >= domain[0] && tick <= domain[1])).toBe(true);
        for (const [index, tick] of found.slice(1).entries())
          expect(tick - found[index]!).toBeGreaterThan(step.duration / 2);
      }),
      runs,
    );
  });

  test("Part of a domain has the same ticks as the whole, so that panning moves none.", () => {
    fc.assert(
      fc.property(stepAndDomain, fc.double({ min: 0, max: 1, noNaN: true }), ({ step, domain: [from, to] }, share) => {
        const middle = from + (to - from) * share;
        expect(ticks(step, [middle, to])).toEqual(ticks(step, [from, to]).filter((tick) => tick >= middle));
      }),
      runs,
    );
  });

  test("Every second day begins anew on the first, without a 31st next to it.", () => {
    const found = daysOfMonth(ticks(stepOf("day", 2), [at(2020, 7, 25), at(2020, 8, 4)]));
    expect(found).toEqual([25, 27, 29, 1, 3]);
    expect(daysOfMonth(ticks(stepOf("day", 2), [at(2020, 2, 25), at(2020, 3, 3)]))).toEqual([25, 27, 1, 3]);
    expect(daysOfMonth(ticks(stepOf("day", 2), [at(2021, 2, 25), at(2021, 3, 3)]))).toEqual([25, 27, 1, 3]);
  });

  test("Every half month begins on the first and the sixteenth, and never on the thirty-first.", () => {
    const found = daysOfMonth(ticks(stepOf("day", 15), [at(2020, 1, 20), at(2020, 6, 1)]));
    expect(found).toEqual([1, 16, 1, 16, 1, 16, 1, 16, 1]);
  });

  test("Both ends of the domain are inside.", () => {
    expect(ticks(stepOf("year", 1), [at(2019, 1, 1), at(2021, 1, 1)])).toHaveLength(3);
  });

  test("A domain that runs backwards or has no tick gives none.", () => {
    expect(ticks(stepOf("year", 1), [at(2021, 1, 1), at(2019, 1, 1)])).toEqual([]);
    expect(ticks(stepOf("year", 1), [at(2020, 1, 2), at(2020, 12, 31)])).toEqual([]);
  });

  test("They are found back to the beginning of the universe, on the first day of round years.", () => {
    const found = ticks(stepOf("year", 2e9), [at(-13.8e9, 1, 1), at(2020, 1, 1)]);
    expect(found.map(dayOf)).toEqual([-12, -10, -8, -6, -4, -2, 0].map((n) => dayFromCivil(n * 1e9 + 1, 1, 1)));
  });

  test("There are at most 2,000, also where the step is finer than instants that far away.", () => {
    expect(ticks(stepOf("millisecond", 1), [0, 1e12])).toHaveLength(2000);
    expect(ticks(stepOf("millisecond", 1), [-1e20, 1e20]).length).toBeLessThanOrEqual(2000);
    expect(ticks(stepOf("day", 1), [-Infinity, 0])).toEqual([]);
    expect(ticks(stepOf("day", 1), [NaN, NaN])).toEqual([]);
  });
});

describe("shortestOf", () => {
  test("It is the shortest distance between two ticks of a century of months and of four of years.", () => {
    const whole = STEPS.filter(({ duration, unit, count }) => duration >= DAY && !(unit === "year" && count > 50));
    for (const step of whole) {
      const found = ticks(step, [at(1880, 1, 1), at(step.unit === "year" ? 2280 : 1980, 1, 1)]);
      expect(shortestOf(step), `${step.count} ${step.unit}`).toBe(shortestGap(found));
    }
  });
});

describe("chooseStep", () => {
  const widthOf = (): number => 50;

  test.each([
    [60 / DAY, "1 day"],
    [57 / DAY, "2 day"],
    [58 / (7 * DAY), "1 week"],
    [58 / (13 * DAY), "15 day"],
    [58 / (28 * DAY), "1 month"],
    [57.9 / (28 * DAY), "2 month"],
    [58 / (90 * DAY), "3 month"],
    [58 / (365 * DAY), "1 year"],
    [1, "100 millisecond"],
    [1e-25, "5000000000 year"],
    [0, "5000000000 year"],
  ])("At %f pixels a millisecond it is %s.", (pxPerMs, expected) => {
    const { count, unit } = chooseStep(pxPerMs, widthOf);
    expect(`${count} ${unit}`).toBe(expected);
  });

  test("Labels of that step stand apart wherever one looks, but where a month begins anew.", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -17, max: 0, noNaN: true }),
        fc.integer({ min: -4e12, max: 4e12 }),
        (power, from) => {
          const pxPerMs = 10 ** power;
          const step = chooseStep(pxPerMs, widthOf, 8);
          const found = ticks(step, [from, from + step.duration * 40]);
          for (const [index, tick] of found.slice(1).entries())
            expect((tick - found[index]!) * pxPerMs).toBeGreaterThanOrEqual(58 * (1 - 1 / 365));
        },
      ),
      { ...runs, numRuns: 500 },
    );
  });

  test("A wider label asks for a coarser step.", () => {
    const step = chooseStep(60 / DAY, ({ unit }) => (unit === "day" ? 200 : 50));
    expect(step).toMatchObject({ unit: "week", count: 1 });
  });
});
