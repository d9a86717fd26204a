import fc from "fast-check";
import { expect, test } from "vitest";
import { dayFromCivil } from "../../../src/time/civil.js";
import { DAY } from "../../../src/time/instant.js";
import { floorTo, nextOf, slowerStep, STEPS, type Step, type StepUnit } from "../../../src/time/steps.js";

const runs = { seed: 20200709, numRuns: 2000 };
const at = (year: number, month: number, day: number): number => dayFromCivil(year, month, day) * DAY;
const stepOf = (unit: StepUnit, count: number): Step =>
  STEPS.find((step) => step.unit === unit && step.count === count)!;

test("The steps grow from a millisecond to 5,000,000,000 years, none more than five times the one before.", () => {
  expect(STEPS[0]).toEqual({ unit: "millisecond", count: 1, duration: 1 });
  expect(STEPS.at(-1)).toMatchObject({ unit: "year", count: 5e9 });
  for (const [index, step] of STEPS.slice(1).entries()) {
    const growth = step.duration / STEPS[index]!.duration;
    expect(growth, `${step.count} ${step.unit}`).toBeGreaterThan(1);
    expect(growth, `${step.count} ${step.unit}`).toBeLessThanOrEqual(5);
  }
});

test("From an hour to a year the steps are those that people count by.", () => {
  const steps = STEPS.filter(({ duration }) => duration >= DAY / 24 && duration <= 366 * DAY);
  expect(steps.map(({ count, unit }) => `${count} ${unit}`)).toEqual(
    "1 hour,2 hour,3 hour,6 hour,12 hour,1 day,2 day,1 week,15 day,1 month,2 month,3 month,6 month,1 year".split(","),
  );
});

test("Every instant lies from its own tick up to before the next.", () => {
  const instant = fc
    .tuple(fc.double({ min: 0, max: 20.5, noNaN: true }), fc.boolean())
    .map(([power, isPast]) => Math.round(10 ** power) * (isPast ? -1 : 1));
  fc.assert(
    fc.property(fc.constantFrom(...STEPS), instant, fc.integer({ min: 0, max: 6 }), (step, time, weekStart) => {
      fc.pre(step.duration >= DAY || Number.isSafeInteger(time * 2));
      const floor = floorTo(step, time, { weekStart });
      const next = nextOf(step, time, { weekStart });
      expect(floor).toBeLessThanOrEqual(time);
      expect(next).toBeGreaterThan(time);
      expect(floorTo(step, floor, { weekStart })).toBe(floor);
      expect(nextOf(step, floor, { weekStart })).toBe(next);
      expect(floorTo(step, next, { weekStart })).toBe(next);
    }),
    runs,
  );
});

test.each([
  ["month", 3, at(2020, 7, 9), at(2020, 7, 1), at(2020, 10, 1)],
  ["month", 6, at(2020, 7, 9), at(2020, 7, 1), at(2021, 1, 1)],
  ["year", 1, at(2020, 7, 9), at(2020, 1, 1), at(2021, 1, 1)],
  ["year", 5, at(-3, 7, 9), at(-4, 1, 1), at(1, 1, 1)],
  ["year", 5, at(3, 7, 9), at(1, 1, 1), at(5, 1, 1)],
  ["year", 1000, at(0, 1, 1), at(-999, 1, 1), at(1, 1, 1)],
  ["year", 5e9, at(-13e9, 1, 1), at(1 - 15e9, 1, 1), at(1 - 10e9, 1, 1)],
  ["week", 1, at(2020, 7, 9), at(2020, 7, 6), at(2020, 7, 13)],
  ["hour", 6, at(2020, 7, 9) + 1, at(2020, 7, 9), at(2020, 7, 9) + DAY / 4],
  ["hour", 6, at(1969, 7, 9) - 1, at(1969, 7, 9) - DAY / 4, at(1969, 7, 9)],
] as const)("%s times %i: the ticks around an instant are round.", (unit, count, instant, floor, next) => {
  expect([floorTo(stepOf(unit, count), instant), nextOf(stepOf(unit, count), instant)]).toEqual([floor, next]);
});

test.each([
  [0, at(2020, 7, 5)],
  [1, at(2020, 7, 6)],
  [5, at(2020, 7, 3)],
  [6, at(2020, 7, 4)],
])("A week that starts on weekday %i starts there.", (weekStart, floor) => {
  expect(floorTo(stepOf("week", 1), at(2020, 7, 9), { weekStart })).toBe(floor);
});

test("The second tier tells what the first leaves out: the day of a time, the month of a day, the year of a month.", () => {
  const slower = new Map(STEPS.map((step) => [step.unit, slowerStep(step)]));
  expect([...slower].map(([unit, step]) => `${unit}: ${step ? `${step.count} ${step.unit}` : "none"}`)).toEqual([
    "millisecond: 1 day",
    "second: 1 day",
    "minute: 1 day",
    "hour: 1 day",
    "day: 1 month",
    "week: 1 month",
    "month: 1 year",
    "year: none",
  ]);
  const brief = STEPS.filter((step) => slowerStep(step, true) !== slowerStep(step)).map((step) => step.unit);
  expect(new Set(brief)).toEqual(new Set(["millisecond", "second"]));
});
