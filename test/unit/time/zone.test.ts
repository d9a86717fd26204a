import fc from "fast-check";
import { expect, test } from "vitest";
import { epochOf, isTimeZone, wallClock } from "../../../src/time/zone.js";
import { slowWallClock } from "../../oracle/time-zone.js";

const ZONES = [
  "UTC",
  "Asia/Damascus",
  "Asia/Beirut",
  "Africa/Cairo",
  "America/Sao_Paulo",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "Africa/Monrovia",
];

const zone = fc.constantFrom(...ZONES);
const moment = fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2200, 0) });
const runs = { seed: 20200709, numRuns: 500 };

const utc = (...parts: [number, number, number, number?, number?, number?]): number => {
  const [year, month, ...rest] = parts;
  return Date.UTC(year, month - 1, ...rest);
};

test.each(["UTC", "Asia/Damascus", "asia/damascus"])("%s is a time zone.", (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(["", "Asia/Nowhere", "damascus", "__proto__", "x".repeat(1e6)])("%.20s is no time zone.", (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test("A zone that is none is refused by the clock itself.", () => {
  expect(() => wallClock(0, "Asia/Nowhere")).toThrow(RangeError);
});

test("The wall clock shows what Intl prints.", () => {
  fc.assert(
    fc.property(moment, zone, (epochMs, timeZone) => {
      expect(wallClock(epochMs, timeZone)).toBe(slowWallClock(epochMs, timeZone));
    }),
    runs,
  );
});

test("The moment of a wall clock shows it again, or lies right after clocks were put forward.", () => {
  fc.assert(
    fc.property(moment, zone, (instant, timeZone) => {
      const shown = wallClock(epochOf(instant, timeZone), timeZone);
      const isSkipped =
        shown > instant && wallClock(epochOf(instant, timeZone) - (shown - instant), timeZone) < instant;
      expect(shown === instant || isSkipped).toBe(true);
    }),
    runs,
  );
});

test.each([
  ["Asia/Beirut", utc(2020, 3, 29, 0, 30), utc(2020, 3, 28, 22, 30), "put forward at midnight"],
  ["Africa/Cairo", utc(2023, 4, 28, 0, 0), utc(2023, 4, 27, 22, 0), "put forward at midnight"],
  ["America/New_York", utc(2020, 3, 8, 2, 30), utc(2020, 3, 8, 7, 30), "put forward at two"],
  ["Australia/Lord_Howe", utc(2020, 10, 4, 2, 15), utc(2020, 10, 3, 15, 45), "put forward by half an hour"],
  ["Pacific/Apia", utc(2011, 12, 30, 12, 0), utc(2011, 12, 30, 22, 0), "put forward by a day"],
])("In %s, a time that is skipped is read with the offset before.", (timeZone, instant, epochMs) => {
  expect(epochOf(instant, timeZone)).toBe(epochMs);
});

test.each([
  ["Asia/Beirut", utc(2020, 10, 24, 23, 30), utc(2020, 10, 24, 20, 30)],
  ["America/New_York", utc(2020, 11, 1, 1, 30), utc(2020, 11, 1, 5, 30)],
  ["Australia/Lord_Howe", utc(2020, 4, 5, 1, 45), utc(2020, 4, 4, 14, 45)],
])("In %s, of a time that is shown twice the earlier is meant.", (timeZone, instant, epochMs) => {
  expect(epochOf(instant, timeZone)).toBe(epochMs);
});

test("Before zones began, the clock is that of the sun to the second.", () => {
  expect(wallClock(utc(1800, 1, 1), "Asia/Beirut") - utc(1800, 1, 1)).toBe((2 * 3600 + 22 * 60) * 1000);
  expect(wallClock(utc(1900, 1, 1), "Africa/Monrovia") - utc(1900, 1, 1)).toBe(-(43 * 60 + 8) * 1000);
});

test("Past the years of Date a zone keeps its last offset.", () => {
  expect(wallClock(1e20, "Asia/Kathmandu")).toBe(1e20 + 5.75 * 3_600_000);
  expect(Number.isFinite(wallClock(-1e20, "Asia/Damascus"))).toBe(true);
  expect(Number.isFinite(epochOf(8.64e15, "Asia/Damascus"))).toBe(true);
});

test("Many spellings of a zone do not pile up, and the first is still right.", () => {
  for (let bits = 0; bits < 200; bits++) {
    const name = Array.from("asia/damascus", (sign, at) => (bits & (1 << at) ? sign.toUpperCase() : sign)).join("");
    expect(wallClock(utc(2020, 7, 9), name)).toBe(utc(2020, 7, 9, 3));
  }
  expect(wallClock(utc(2020, 7, 9), "Asia/Damascus")).toBe(utc(2020, 7, 9, 3));
});
