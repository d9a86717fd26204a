import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarMath } from "../../../src/time/calendar-math.js";
import { CALENDARS, type Calendar } from "../../../src/time/calendars.js";
import { civilFromDay } from "../../../src/time/civil.js";
import { DAY } from "../../../src/time/instant.js";
import { floorTo, nextOf, STEPS, type Step, type StepUnit } from "../../../src/time/steps.js";
import { chooseStep, ticks } from "../../../src/time/ticks.js";

const runs = { seed: 20200709, numRuns: 600 };
const OTHERS = CALENDARS.filter((calendar) => calendar !== "gregory");
const WHOLE_DAYS = STEPS.filter(({ duration, unit, count }) => duration >= DAY && !(unit === "year" && count > 1000));
const stepOf = (unit: StepUnit, count: number): Step =>
  STEPS.find((step) => step.unit === unit && step.count === count)!;
const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);

const inCalendar = fc.record({
  step: fc.constantFrom(...WHOLE_DAYS),
  calendar: fc.constantFrom(...OTHERS),
  instant: fc.integer({ min: -2_300_000, max: 1_000_000 }).map((day) => day * DAY + 1000),
});

describe("Steps in another calendar", () => {
  test("A tick is at or before all that it holds, and the next one after.", () => {
    fc.assert(
      fc.property(inCalendar, fc.double({ min: 0, max: 1, noNaN: true }), ({ step, calendar, instant }, share) => {
        const options = { calendar: calendarMath(calendar) };
        const floor = floorTo(step, instant, options);
        const next = nextOf(step, instant, options);
        expect(floor).toBeLessThanOrEqual(instant);
        expect(next).toBeGreaterThan(instant);
        const between = Math.floor((floor + (next - floor) * share * 0.999) / DAY) * DAY;
        expect(nextOf(step, between, options)).toBe(next);
        expect(floorTo(step, next, options)).toBe(next);
      }),
      runs,
    );
  });

  test("The same ticks come back in a part of the domain.", () => {
    fc.assert(
      fc.property(inCalendar, ({ step, calendar, instant }) => {
        const options = { calendar: calendarMath(calendar) };
        const to = instant + step.duration * 12;
        const middle = (instant + to) / 2;
        const all = ticks(step, [instant, to], options);
        expect(ticks(step, [middle, to], options)).toEqual(all.filter((tick) => tick >= middle));
      }),
      { ...runs, numRuns: 200 },
    );
  });

  test.each<[Calendar, Step, string[]]>([
    ["islamic-umalqura", stepOf("month", 1), ["2020-06-22", "2020-07-22", "2020-08-20", "2020-09-18", "2020-10-18"]],
    ["islamic-umalqura", stepOf("month", 3), ["2020-08-20"]],
    ["persian", stepOf("month", 3), ["2020-06-21", "2020-09-22"]],
    ["hebrew", stepOf("month", 1), ["2020-06-23", "2020-07-22", "2020-08-21", "2020-09-19", "2020-10-19"]],
    ["coptic", stepOf("month", 1), ["2020-07-08", "2020-08-07", "2020-09-06", "2020-09-11", "2020-10-11"]],
    ["coptic", stepOf("month", 2), ["2020-07-08", "2020-09-11"]],
    ["hebrew", stepOf("year", 1), ["2020-09-19"]],
    ["julian", stepOf("month", 1), ["2020-07-14", "2020-08-14", "2020-09-14", "2020-10-14"]],
    ["buddhist", stepOf("month", 1), ["2020-07-01", "2020-08-01", "2020-09-01", "2020-10-01"]],
  ])("In the summer of 2020 they fall in %s on their own firsts.", (calendar, step, days) => {
    const found = ticks(step, [at(2020, 6, 21), at(2020, 10, 20)], { calendar: calendarMath(calendar) });
    expect(found.map((tick) => new Date(tick).toISOString().slice(0, 10))).toEqual(days);
  });

  test("Years fall on round years of the calendar.", () => {
    const calendar = calendarMath("islamic-umalqura")!;
    const found = ticks(stepOf("year", 50), [at(1900, 1, 1), at(2100, 1, 1)], { calendar });
    expect(found.map((tick) => calendar.dateOf(tick / DAY))).toEqual(
      [1350, 1400, 1450, 1500].map((year) => ({ year, month: 1, day: 1 })),
    );
  });

  test("Where the calendar begins, its first year follows the last round year of the Gregorian.", () => {
    const calendar = calendarMath("islamic-civil")!;
    const from = Date.UTC(450, 0, 1);
    const found = ticks(stepOf("year", 100), [from, Date.UTC(900, 0, 1)], { calendar }).map((tick) => tick / DAY);
    expect(found.slice(0, 2).map((day) => civilFromDay(day).year)).toEqual([500, 600]);
    expect(found.slice(2).map((day) => calendar.dateOf(day)!.year)).toEqual([1, 100, 200]);
  });

  test("Every second day begins anew with each month of the calendar.", () => {
    const calendar = calendarMath("islamic-umalqura")!;
    const found = ticks(stepOf("day", 2), [at(2020, 8, 14), at(2020, 8, 24)], { calendar });
    expect(found.map((tick) => calendar.dateOf(tick / DAY)!.day)).toEqual([25, 27, 1, 3, 5]);
  });

  test("Labels of the chosen step stand apart, though months and years are shorter.", () => {
    const calendar = calendarMath("islamic-civil");
    for (let power = -11; power < -8; power += 0.01) {
      const pxPerMs = 10 ** power;
      const step = chooseStep(pxPerMs, () => 50, 8, { calendar });
      const found = ticks(step, [0, step.duration * 60], { calendar });
      const gaps = found.slice(1).map((tick, index) => (tick - found[index]!) * pxPerMs);
      if (step.unit === "month" || step.unit === "year") expect(Math.min(...gaps)).toBeGreaterThanOrEqual(58);
    }
  });
});
