import { expect, it } from "vitest";
import { readDuration } from "../../../src/formats/moments.js";

it.each([
  ["250ms", 250, 0],
  ["3 days", 3 * 86_400_000, 0],
  [" 30d ", 30 * 86_400_000, 0],
  ["1.5 hours", 5_400_000, 0],
  ["2 mins", 120_000, 0],
  ["10 secs", 10_000, 0],
  ["2w", 14 * 86_400_000, 0],
  ["1M", 0, 1],
  ["6 months", 0, 6],
  ["2 years", 0, 24],
  ["1 decade", 0, 120],
  ["3 centuries", 0, 3_600],
])("%j is so many milliseconds or months.", (text, ms, months) => {
  expect(readDuration(text)).toEqual({ ms, months });
});

it.each(["", "3", "days", "3 days or so", "about 3 days", "-3 days", "3 fortnights", "3 daysish"])(
  "%j is no duration.",
  (text) => {
    expect(readDuration(text)).toBeUndefined();
  },
);
