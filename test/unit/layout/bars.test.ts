import { describe, expect, it } from "vitest";
import { placeBar } from "../../../src/layout/bars.js";
import type { BarBox } from "../../../src/layout/boxes.js";
import { placeRowBar } from "../../../src/layout/lane-events.js";
import { parseDate } from "../../../src/time/parse.js";
import { linearScale, type LinearScale } from "../../../src/time/scale.js";
import type { Span } from "../../../src/time/span.js";
import { STEPS } from "../../../src/time/steps.js";

const WIDTH = 1000;
const day = STEPS.find(({ unit }) => unit === "day")!;
const minute = STEPS.find(({ unit }) => unit === "minute")!;

/** A date, and an axis of 1,000 pixels from the start of 2020 that is so many days long. */
function onAxis(date: string, days: number): [Span, LinearScale] {
  const parsed = parseDate(date, { timeZone: "UTC" });
  if (!parsed.ok) throw new Error(parsed.fault.expected);
  const start = Date.UTC(2020, 0, 1);
  return [parsed.span, linearScale([start, start + days * 86_400_000], [0, WIDTH])];
}

function barOf(date: string, { days = 1000, step = day } = {}): BarBox | undefined {
  return placeBar(...onAxis(date, days), WIDTH, step);
}

describe("placeBar", () => {
  it("leaves a day and a time of day to a dot, on an axis of days.", () => {
    expect(barOf("2020-07-09")).toBeUndefined();
    expect(barOf("2020-07-09T10:30")).toBeUndefined();
  });

  it("is as long as a day on an axis that tells minutes apart.", () => {
    expect(barOf("2020-01-02", { days: 4, step: minute })).toMatchObject({ from: 250, to: 500 });
  });

  it("is as long as the month, the year or the decade that the source names.", () => {
    expect(barOf("2020-02")).toEqual({
      ...{ from: 31, to: 60, coreFrom: 31, coreTo: 60 },
      ...{ start: "sharp", end: "sharp", isUncertain: false },
    });
    expect(barOf("2021")).toMatchObject({ from: 366, to: 731 });
    expect(barOf("202X", { days: 5000 })?.from).toBe(0);
    expect(barOf("202X", { days: 5000 })?.to).toBeCloseTo(730.6);
  });

  it("is no narrower than a dot.", () => {
    expect(barOf("2021-02", { days: 100_000 })).toMatchObject({ to: barOf("2021-02", { days: 100_000 })!.from + 12 });
  });

  it("goes pale over the months in which it starts and ends.", () => {
    expect(barOf("2020-02/2020-05")).toMatchObject({
      ...{ from: 31, coreFrom: 60, coreTo: 121, to: 152 },
      ...{ start: "imprecise", end: "imprecise" },
    });
    expect(barOf("2020-02-01/2020-05-31")).toMatchObject({ from: 31, coreFrom: 31, coreTo: 152, to: 152 });
  });

  it("fades over half a unit at ends that are approximate.", () => {
    expect(barOf("2020-02~", { days: 500 })).toMatchObject({
      ...{ from: 33, coreFrom: 62, coreTo: 120, to: 149 },
      ...{ start: "faded", end: "faded" },
    });
  });

  it("fades out at an end that nobody knows, and runs to the edge at one that is open.", () => {
    expect(barOf("2020-02-01/")).toMatchObject({ from: 31, coreTo: 32, to: 96, end: "faded" });
    expect(barOf("/2020-04-09")).toMatchObject({ from: 35, coreFrom: 99, to: 100, start: "faded" });
    expect(barOf("2020-02-01/..")).toMatchObject({ from: 31, to: WIDTH, end: "open" });
    expect(barOf("../2020-04-09")).toMatchObject({ from: 0, to: 100, start: "open" });
  });

  it("says where the source doubts it.", () => {
    expect(barOf("2020-02?")?.isUncertain).toBe(true);
    expect(barOf("2020-02/2020-05?")?.isUncertain).toBe(true);
    expect(barOf("2020-02~")?.isUncertain).toBe(false);
  });

  it("is cut a little beyond the plot.", () => {
    expect(barOf("1000/3000")).toMatchObject({ from: -40, to: WIDTH + 40, coreFrom: -40, coreTo: WIDTH + 40 });
    expect(barOf("1000/..")).toMatchObject({ from: -40, to: WIDTH });
  });
});

describe("placeRowBar", () => {
  const rowBarOf = (date: string, days = 1000): BarBox | undefined =>
    placeRowBar(...onAxis(date, days), day.duration, [0, WIDTH]);

  it("goes pale towards the ends that are not exact, as it does outside of a lane.", () => {
    for (const date of ["2020-02/2020-05", "2020-02/2020-05-31", "2020-02-01/2020-05", "2020-02-01~/2020-05-31~"]) {
      expect(rowBarOf(date), date).toEqual(barOf(date));
    }
  });

  it("is full up to the end that is exact where it is made as wide as a dot.", () => {
    const [late, early] = [rowBarOf("2021-02-01/2021-03", 100_000)!, rowBarOf("2021-02/2021-03-31", 100_000)!];
    expect(late.to - late.from).toBeCloseTo(12);
    expect([late.coreFrom, late.coreTo < late.to]).toEqual([late.from, true]);
    expect([early.coreTo, early.from < early.coreFrom]).toEqual([early.to, true]);
  });

  it("leaves an interval to a dot where it is known exactly and narrower than that.", () => {
    expect(rowBarOf("2021-02-01/2021-03-31", 100_000)).toBeUndefined();
    expect(rowBarOf("2021-02-01/2021-03-31")).toMatchObject({ from: 397, to: 456 });
  });
});
