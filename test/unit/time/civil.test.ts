import fc from "fast-check";
import { expect, test } from "vitest";
import { civilFromDay, dayFromCivil, dayOf, daysInMonth, isLeapYear, weekday } from "../../../src/time/civil.js";
import { DAY } from "../../../src/time/instant.js";

const runs = { seed: 20200709, numRuns: 2000 };
const LAST_DAY = 8.64e15 / DAY;
const LAST_YEAR = 2e10;

test.each([
  [1970, 1, 1, 0],
  [2020, 7, 9, 18_452],
  [0, 3, 1, -719_468],
  [0, 1, 1, -719_528],
  [-44, 3, 15, -735_525],
  [99, 12, 31, -683_004],
])("day %i-%i-%i is number %i", (year, month, day, number) => {
  expect(dayFromCivil(year, month, day)).toBe(number);
  expect(civilFromDay(number)).toEqual({ year, month, day });
});

test("Every day that Date knows has the same year, month, day and weekday as there.", () => {
  fc.assert(
    fc.property(fc.integer({ min: -LAST_DAY, max: LAST_DAY }), (day) => {
      const date = new Date(day * DAY);
      expect(civilFromDay(day)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(weekday(day)).toBe(date.getUTCDay());
    }),
    runs,
  );
});

test("Every year, month and day gives the number that Date gives, also where month and day run over.", () => {
  const year = fc.integer({ min: -271_000, max: 275_000 });
  fc.assert(
    fc.property(year, fc.integer({ min: -30, max: 40 }), fc.integer({ min: -40, max: 70 }), (y, month, day) => {
      expect(dayFromCivil(y, month, day) * DAY).toBe(new Date(0).setUTCFullYear(y, month - 1, day));
    }),
    runs,
  );
});

test("Days of the far past and future make the way to the calendar and back unchanged.", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -LAST_YEAR, max: LAST_YEAR }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, day) => {
        const number = dayFromCivil(year, month, day);
        expect(Number.isSafeInteger(number)).toBe(true);
        expect(civilFromDay(number)).toEqual({ year, month, day });
        expect(dayFromCivil(year, month, day + 1)).toBe(number + 1);
      },
    ),
    runs,
  );
});

test("A rounded instant of the far past or future is still on the day that it starts.", () => {
  fc.assert(
    fc.property(fc.integer({ min: -365 * LAST_YEAR, max: 365 * LAST_YEAR }), (day) => {
      expect(dayOf(day * DAY)).toBe(day);
    }),
    runs,
  );
});

test("An instant within a day is on that day, before 1970 too.", () => {
  expect([0, 1, DAY - 1, DAY, -1, -DAY, -DAY - 1].map(dayOf)).toEqual([0, 0, 0, 1, -1, -1, -2]);
});

test.each([
  [2020, true],
  [2021, false],
  [1900, false],
  [2000, true],
  [0, true],
  [-4, true],
  [-100, false],
])("year %i has a leap day: %s", (year, isLeap) => {
  expect(isLeapYear(year)).toBe(isLeap);
  expect(daysInMonth(year, 2)).toBe(isLeap ? 29 : 28);
});

test("The twelve months have their days, and month 13 those of the next January.", () => {
  const lengths = Array.from({ length: 13 }, (_, index) => daysInMonth(2021, index + 1));
  expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31]);
});
