import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarMath, type CalendarMath } from "../../../src/time/calendar-math.js";
import { CALENDARS, type Calendar } from "../../../src/time/calendars.js";
import { dayFromCivil } from "../../../src/time/civil.js";
import fixture from "../../fixtures/calendars/month-starts.json" with { type: "json" };

const runs = { seed: 20200709, numRuns: 1000 };
const OTHERS = CALENDARS.filter((calendar) => calendar !== "gregory");
const YEARS = [1, 2, 5, 10, 50, 100, 500];
const day = fc.integer({ min: -2_500_000, max: 2_500_000 });

function mathOf(calendar: Calendar): CalendarMath {
  const math = calendarMath(calendar);
  if (!math) throw new Error(`no ${calendar}`);
  return math;
}

describe("calendarMath", () => {
  test.each(Object.entries(fixture.calendars))(
    "The months of %s from 1850 to 2150 begin on the days of the committed list.",
    (calendar, { first, year, month, lengths }) => {
      const math = mathOf(calendar as Calendar);
      expect(math.dateOf(first)).toEqual({ year, month, day: 1 });
      const found = [first];
      for (const length of lengths) {
        const next = found.at(-1)! + parseInt(length, 36);
        expect(math.around("month", 1, next - 1)).toEqual([found.at(-1), next]);
        found.push(next);
      }
      expect(found.length).toBeGreaterThan(3600);
      expect(found.slice(0, -1).filter((start) => math.dateOf(start)?.day !== 1)).toEqual([]);
    },
  );

  test.each<[Calendar, number, number, number]>([
    ["islamic-umalqura", 1441, 11, 18],
    ["islamic-civil", 1441, 11, 18],
    ["islamic-tbla", 1441, 11, 19],
    ["persian", 1399, 4, 19],
    ["hebrew", 5780, 10, 17],
    ["coptic", 1736, 11, 2],
    ["ethiopic", 2012, 11, 2],
    ["indian", 1942, 4, 18],
    ["buddhist", 2563, 7, 9],
    ["japanese", 2020, 7, 9],
    ["roc", 109, 7, 9],
    ["julian", 2020, 6, 26],
  ])("9 July 2020 is in %s %i-%i-%i, and the other way round.", (calendar, year, month, ofMonth) => {
    const date = { year, month, day: ofMonth };
    expect(mathOf(calendar).dateOf(dayFromCivil(2020, 7, 9))).toEqual(date);
    expect(mathOf(calendar).dayOf(date)).toBe(dayFromCivil(2020, 7, 9));
  });

  test.each(OTHERS)("Every day of %s comes back from its date, and is the day after the one before.", (calendar) => {
    const math = mathOf(calendar);
    fc.assert(
      fc.property(day, (at) => {
        const date = math.dateOf(at);
        expect(date === undefined).toBe(at < math.first);
        if (!date) return;
        expect(math.dayOf(date)).toBe(at);
        const next = math.dateOf(at + 1)!;
        const isNext = next.day === date.day + 1 && next.month === date.month && next.year === date.year;
        const isFirst = next.day === 1 && (next.month === date.month + 1 || next.month === 1);
        expect(isNext || isFirst).toBe(true);
      }),
      { ...runs, numRuns: 300 },
    );
  });

  test.each(OTHERS)(
    "The ticks of %s hold every day between them, and each is the tick of all days up to the next.",
    (calendar) => {
      const math = mathOf(calendar);
      const unit = fc.constantFrom("month" as const, "year" as const);
      fc.assert(
        fc.property(
          day,
          unit,
          fc.constantFrom(...YEARS),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (at, unit, years, share) => {
            const count = unit === "month" ? [1, 2, 3, 6][years % 4]! : years;
            const [floor, next] = math.around(unit, count, at) ?? [];
            expect(floor === undefined).toBe(at < math.first);
            if (floor === undefined) return;
            expect(floor).toBeLessThanOrEqual(at);
            expect(next).toBeGreaterThan(at);
            expect(math.around(unit, count, Math.floor(floor + (next! - floor) * share * 0.999))).toEqual([
              floor,
              next,
            ]);
          },
        ),
        { ...runs, numRuns: 300 },
      );
    },
  );

  test("A tick of several months stands nowhere near the start of a year.", () => {
    const math = mathOf("hebrew");
    const start = math.dayOf({ year: 5779, month: 1, day: 1 })!;
    const months: number[] = [];
    for (let at = start; at < math.dayOf({ year: 5780, month: 1, day: 1 })!; at = math.around("month", 3, at)![1]!)
      months.push(math.dateOf(at)!.month);
    expect(months).toEqual([1, 4, 7, 10]);
  });

  test("What no calendar has is no day.", () => {
    const math = mathOf("islamic-civil");
    for (const [year, month, ofMonth] of [
      [1441, 13, 1],
      [1441, 0, 1],
      [1441, 11, 31],
      [1441, 11, 0],
      [0, 1, 1],
      [1e6, 1, 1],
      [NaN, 1, 1],
      [1441.5, 1, 1],
    ] as const)
      expect(math.dayOf({ year, month, day: ofMonth })).toBeUndefined();
    expect(mathOf("japanese").dayOf({ year: 1500, month: 1, day: 1 })).toBeUndefined();
  });

  test("Far days have no date, and nothing throws.", () => {
    for (const calendar of OTHERS.filter((name) => name !== "julian")) {
      for (const far of [-1e12, -1e8, NaN, -Infinity]) {
        expect(mathOf(calendar).dateOf(far)).toBeUndefined();
        expect(mathOf(calendar).around("year", 5, far)).toBeUndefined();
      }
    }
    expect(mathOf("hebrew").dateOf(1e8)).toBeUndefined();
    expect(mathOf("hebrew").around("month", 1, 99_998_000)).toBeDefined();
  });

  test("The Gregorian calendar needs none.", () => {
    expect(calendarMath("gregory")).toBeUndefined();
  });
});
