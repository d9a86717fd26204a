import { expect, test } from "vitest";
import fixture from "../../fixtures/calendars/month-starts.json" with { type: "json" };
import { nowruz } from "../../oracle/time-equinox.js";

const { first, month, year, lengths } = fixture.calendars.persian;
const YEARS = Array.from({ length: 300 }, (_, index) => 1851 + index);

/** The first days of the years of the committed list, by their numbers. */
function starts(): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let day = first;
  [...lengths].forEach((length, index) => {
    const months = month - 1 + index;
    if (months % 12 === 0) found.set(year + months / 12, day);
    day += parseInt(length, 36);
  });
  return found;
}

test("The Persian years of the committed list begin on the day of the equinox, as it is computed here.", () => {
  const found = starts();
  expect(YEARS.map((year) => found.get(year - 621))).toEqual(YEARS.map((year) => nowruz(year).day));
});

test("No year is so near to noon that the minute to which the equinox is known would decide.", () => {
  const nearest = YEARS.reduce((near, year) => (nowruz(year).margin < nowruz(near).margin ? year : near));
  expect(nearest).toBe(2124);
  expect(nowruz(nearest).margin).toBeGreaterThan(2);
});

test("By the equinox the leap year is 1503, where the rule of 33 years has 1502.", () => {
  const found = starts();
  const lengthOf = (year: number): number => found.get(year + 1)! - found.get(year)!;
  expect([1502, 1503].map(lengthOf)).toEqual([365, 366]);
  const byRule = (year: number): boolean => (25 * year + 11) % 33 < 8;
  const differing = [...found.keys()].filter(
    (year) => found.has(year + 1) && byRule(year) !== (lengthOf(year) === 366),
  );
  expect(differing).toEqual([1502, 1503]);
});
