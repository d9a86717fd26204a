import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { moveEdge, readRange, checkRange, slideEdge } from "../../../src/features/brush/range.js";
import { spanBetween } from "../../../src/features/range-words.js";
import { besideOf, finestOf, nearestOf, snapBetween, stepFor, stepOf } from "../../../src/features/units.js";
import { MizwalaError } from "../../../src/index.js";
import { createDateFormat } from "../../../src/locale/dates.js";
import { normalize } from "../../../src/model/normalize.js";
import { resolveOptions } from "../../../src/model/options.js";
import { buildColumns } from "../../../src/store/columns.js";
import { DAY } from "../../../src/time/instant.js";
import { STEPS } from "../../../src/time/steps.js";

const day = (text: string): number => Date.parse(`${text}T00:00Z`);
const at = integer({ min: day("0100-01-01"), max: day("4000-01-01") });
const step = constantFrom(...STEPS.filter(({ duration }) => duration >= 60_000 && duration < 1e14));

describe("What a hand selects", () => {
  it("begins and ends at ticks, the earlier one first, and is never empty.", () => {
    assert(
      property(step, at, integer({ min: -1e11, max: 1e11 }), (one, a, length) => {
        const [from, to] = snapBetween(one, a, a + length, {});
        expect(from).toBeLessThan(to);
        expect([nearestOf(one, from, {}), nearestOf(one, to, {})]).toEqual([from, to]);
        if (Math.abs(length) > 2 * one.duration) expect(snapBetween(one, a + length, a, {})).toEqual([from, to]);
      }),
      { seed: 1 },
    );
  });

  it("goes from tick to tick by keys, and back.", () => {
    assert(
      property(step, at, (one, a) => {
        const next = besideOf(one, a, 1, {});
        const before = besideOf(one, a, -1, {});
        expect(before).toBeLessThan(a);
        expect(next).toBeGreaterThan(a);
        expect(besideOf(one, besideOf(one, next, 1, {}), -1, {})).toBe(next);
      }),
      { seed: 2 },
    );
  });

  it("snaps to what a hand does not feel, and no finer than the events are dated.", () => {
    const unitAt = (msPerPx: number, finest: "year" | "day" | "minute"): string =>
      stepFor(msPerPx, stepOf(finest)).unit;
    expect(unitAt(DAY / 24, "day")).toBe("day");
    expect(unitAt(DAY / 1000, "day")).toBe("day");
    expect(unitAt(DAY / 1000, "minute")).toBe("minute");
    expect(unitAt(3 * DAY, "day")).toBe("month");
    expect(unitAt(3 * DAY, "year")).toBe("year");
    expect(unitAt(30 * DAY, "minute")).toBe("year");
    expect(stepFor(1e6 * 365 * DAY, stepOf("year")).count).toBe(1e7);
  });

  it("knows the finest unit of the dates.", () => {
    const finest = (...dates: string[]): string => {
      const rows = dates.map((date) => ({ date, title: date }));
      return finestOf(buildColumns(normalize(rows, resolveOptions({ events: [] })).events)).unit;
    };
    expect(finest("18XX", "1867")).toBe("year");
    expect(finest("2020-21", "2020")).toBe("month");
    expect(finest("2020", "2020-07/..")).toBe("month");
    expect(finest("2020-07-09", "2020-07-09T10:30")).toBe("minute");
  });
});

describe("An edge of a range", () => {
  const setting = { step: stepOf("day"), steps: {}, whole: [day("2020-01-01"), day("2020-12-31")] as const };
  const range = [day("2020-07-01"), day("2020-07-05")] as const;
  const text = (one: readonly number[]): string[] => one.map((instant) => new Date(instant).toISOString().slice(5, 10));

  it("never passes the other one.", () => {
    expect(text(moveEdge(range, "from", day("2020-08-01"), setting.step, {}))).toEqual(["07-04", "07-05"]);
    expect(text(moveEdge(range, "to", day("2020-06-01"), setting.step, {}))).toEqual(["07-01", "07-02"]);
    expect(text(moveEdge(range, "to", day("2020-07-07") + 1000, setting.step, {}))).toEqual(["07-01", "07-07"]);
  });

  it("moves by keys by one day or five, or as far as there is anything.", () => {
    const slide = (edge: "from" | "to", by: "step" | "page" | "end", towards: 1 | -1): string[] =>
      text(slideEdge(range, edge, { by, towards }, setting));
    expect(slide("to", "step", 1)).toEqual(["07-01", "07-06"]);
    expect(slide("from", "step", -1)).toEqual(["06-30", "07-05"]);
    expect(slide("to", "page", 1)).toEqual(["07-01", "07-10"]);
    expect(slide("from", "end", -1)).toEqual(["01-01", "07-05"]);
    expect(slide("to", "end", -1)).toEqual(["07-01", "07-02"]);
  });
});

describe("A range", () => {
  const dates = createDateFormat({ locale: "en" });
  const say = (from: string, to: string, unit: "year" | "month" | "day" | "minute"): string =>
    dates.span(spanBetween([Date.parse(`${from}Z`), Date.parse(`${to}Z`)], stepOf(unit), dates.steps));

  it("is said with the last unit that is in it, and as finely as it was selected.", () => {
    expect(say("2020-07-01T00:00", "2020-07-10T00:00", "day")).toBe("July 1–9, 2020");
    expect(say("2020-07-01T00:00", "2020-07-02T00:00", "day")).toBe("July 1, 2020");
    expect(say("2020-03-01T00:00", "2020-08-01T00:00", "month")).toBe("March–July 2020");
    expect(say("2011-01-01T00:00", "2021-01-01T00:00", "year")).toBe("2011–2020");
    expect(say("2020-07-01T08:30", "2020-07-01T10:00", "minute")).toBe("July 1, 2020, 08:30–10:00");
  });

  it("is read from dates and from milliseconds, as it is told.", () => {
    const range = checkRange({ from: "2020-07-01", to: "2020-07-09" }, "Asia/Damascus");
    expect(range).toEqual([day("2020-07-01"), day("2020-07-10")]);
    expect(checkRange({ from: range[0], to: range[1] }, "Asia/Damascus")).toEqual(range);
  });

  it.each([
    [{ from: "soon", to: "2020" }, "range.from"],
    [{ from: "2020", to: NaN }, "range.to"],
    [{ from: "2021", to: "2020" }, "range"],
    [undefined, "range.from"],
  ])("that says nothing is an error of the code: %j", (input, path) => {
    expect(() => checkRange(input as never, "UTC")).toThrow(expect.objectContaining({ path }) as MizwalaError);
    expect(() => checkRange(input as never, "UTC")).toThrow(MizwalaError);
  });

  it.each([
    undefined,
    null,
    5,
    "x",
    {},
    { from: 1 },
    { from: 2, to: 1 },
    { from: "1", to: 2 },
    { from: 1, to: Infinity },
  ])("that was saved as %j is passed over.", (state) => {
    expect(readRange(state)).toBeUndefined();
  });
});
