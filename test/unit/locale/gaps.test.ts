import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import { formatBetween } from "../../../src/time/index.js";

const SEED = { seed: 20200709, numRuns: 500 };
const DAY = 86_400_000;

const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

describe("formatBetween", () => {
  it.each([
    ["2020-07-01", "2020-07-07", "after 6 days"],
    ["2020-07-01", "2020-07-02", "after 1 day"],
    ["2020-06-01/2020-07-01", "2020-07-07/2020-07-30", "after 6 days"],
    ["2020-07-01T23:00", "2020-07-02T01:00", "after 2 hours"],
    ["2020-07-01T10:30", "2020-07-01T11:05", "after 35 minutes"],
    ["2020-07-01T10:30:10Z", "2020-07-01T10:30:25Z", "after 15 seconds"],
    ["2020-07-01T23:00", "2020-07-02", "after 1 day"],
    ["2020-07-01", "2020-07-02T01:00", "after 1 day"],
    ["2020-01-01", "2020-03-01", "after 2 months"],
    ["2020-03", "2020-07", "after 4 months"],
    ["2020-03", "2020-04-30", "after 1 month"],
    ["2015-03", "2020-03", "after 5 years"],
    ["2011", "2020-07-09", "after 9 years"],
    ["2019-12-31", "2020", "after 1 year"],
    ["-0043", "0014", "after 57 years"],
    ["Y-65999999", "2020", "after 66 million years"],
  ])("says of %s and %s: %s", (from, to, text) => {
    expect(formatBetween(from, to)).toBe(text);
  });

  it.each([
    ["2020-07-07", "2020-07-01", "6 days earlier"],
    ["2020-07", "2020-03", "4 months earlier"],
    ["2020", "2011-03-15", "9 years earlier"],
    ["2020-07-07/2020-07-09", "2020-07-01", "6 days earlier"],
  ])("counts back from %s to %s: %s", (from, to, text) => {
    expect(formatBetween(from, to)).toBe(text);
  });

  it.each([
    ["2020-07-01", "2020-07-01", "on the same day"],
    ["2020-07-01T10:30", "2020-07-01", "on the same day"],
    ["2020-07-01/2020-07-09", "2020-07-09", "on the same day"],
    ["2020-07", "2020-07-09", "in the same month"],
    ["2020-07-09", "2020", "in the same year"],
    ["2020-07-01T10:30", "2020-07-01T10:30", "in the same minute"],
    ["2020-07-01T10:30:10Z", "2020-07-01T10:30:10Z", "at the same time"],
    ["2020-07-01/2020-07-09", "2020-07-05", "at the same time"],
    ["2020-07-05", "2020-07-01/2020-07-09", "at the same time"],
  ])("says where %s and %s meet: %s", (from, to, text) => {
    expect(formatBetween(from, to)).toBe(text);
  });

  it.each([
    ["2011~", "2020", "after about 9 years"],
    ["2020-07-01", "2020-07-07?", "after 6 days?"],
    ["2020-07-01%", "2020-07-07", "after about 6 days?"],
    ["[2020-07-01..2020-07-03]", "2020-07-12", "after about 10 days"],
    ["192X", "2020", "after about 100 years"],
    ["18XX", "2020-07-09", "after about 200 years"],
    ["2020-21", "2020-22", "after about 3 months"],
    ["1441[u-ca=islamic-umalqura]", "2022", "after about 2 years"],
    ["192X", "1925", "at the same time?"],
    ["2011~", "2011", "at the same time?"],
  ])("claims of %s and %s no more than is known: %s", (from, to, text) => {
    expect(formatBetween(from, to)).toBe(text);
  });

  it.each([
    ["2020-07-01/..", "2020-07-07", "after 6 days"],
    ["2020-07-01", "/2020-07-07", "after 6 days"],
    ["2020-07-07/", "2020-07-01", "6 days earlier"],
  ])("leaves an end aside that nobody knows: %s, %s: %s", (from, to, text) => {
    expect(formatBetween(from, to)).toBe(text);
  });

  it.each([
    ["2020-07-01", "في اليوم نفسه"],
    ["2020-07-02", "بعد يوم"],
    ["2020-07-03", "بعد يومين"],
    ["2020-07-07", "بعد 6 أيام"],
    ["2020-07-12", "بعد 11 يوماً"],
    ["2020-06-25", "قبل 6 أيام"],
    ["2020-06-29", "قبل يومين"],
    ["2020-07-01T10:30", "في اليوم نفسه"],
    ["2020-09", "بعد شهرين"],
    ["2020-11", "بعد 4 أشهر"],
    ["2021-06", "بعد 11 شهراً"],
    ["2021", "بعد سنة"],
    ["2022", "بعد سنتين"],
    ["2023", "بعد 3 سنوات"],
    ["2031", "بعد 11 سنة"],
    ["2120", "بعد 100 سنة"],
    ["2031~", "بعد نحو 11 سنة"],
    ["2022~", "بعد نحو سنتين"],
    ["2031?", "بعد 11 سنة؟"],
  ])("counts from 1 July 2020 to %s in the plural forms of Arabic: %s", (to, text) => {
    expect(formatBetween("2020-07-01", to, { locale: "ar" })).toBe(text);
  });

  it("has all six of them for each unit", () => {
    const at = (ms: number): Date => new Date(Date.UTC(2020, 6, 1, 0, 0, 0, 500) + ms);
    const say = (ms: number): string => formatBetween(at(0), at(ms), { locale: "ar" });
    const first = [0, 1, 2, 3].map((seconds) => say(seconds * 1000));
    expect(first).toEqual(["في الوقت نفسه", "بعد ثانية", "بعد ثانيتين", "بعد 3 ثوانٍ"]);
    expect([11, 100].map((seconds) => say(seconds * 1000))).toEqual(["بعد 11 ثانية", "بعد 100 ثانية"]);
    expect([2, 3, 59].map((minutes) => say(minutes * 60_000))).toEqual(["بعد دقيقتين", "بعد 3 دقائق", "بعد 59 دقيقة"]);
    expect([1, 2, 3, 11].map((hours) => say(hours * 3_600_000))).toEqual([
      "بعد ساعة",
      "بعد ساعتين",
      "بعد 3 ساعات",
      "بعد 11 ساعة",
    ]);
  });

  it.each([
    ["2020-07-07", "۶ روز بعد"],
    ["2020-07-01", "در همان روز"],
    ["2020-06-25", "۶ روز پیش‌تر"],
    ["2020-11", "۴ ماه بعد"],
    ["2031~", "حدود ۱۱ سال بعد"],
    ["2031?", "۱۱ سال بعد؟"],
  ])("speaks Persian: 1 July 2020, %s: %s", (to, text) => {
    expect(formatBetween("2020-07-01", to, { locale: "fa" })).toBe(text);
  });

  it("has signs beside the units of languages that it has no words for", () => {
    const dates = ["2020-07-07", "2020-06-25", "2031~", "2020-07-01"];
    const texts = dates.map((to) => formatBetween("2020-07-01", to, { locale: "de" }));
    expect(texts).toEqual(["+6 Tage", "−6 Tage", "+~11 Jahre", "0 Tage"]);
  });

  it("writes the digits that are asked for, and reads moments in the zone of the timeline", () => {
    expect(formatBetween("2020-07-01", "2020-07-07", { locale: "ar-EG" })).toBe("بعد ٦ أيام");
    expect(formatBetween("2020-07-01", "2020-07-07", { locale: "ar-EG", numerals: "latn" })).toBe("بعد 6 أيام");
    const late = new Date(Date.UTC(2020, 6, 1, 23));
    expect(formatBetween("2020-07-01", late)).toBe("on the same day");
    expect(formatBetween("2020-07-01", late, { timeZone: "Asia/Damascus" })).toBe("after 1 day");
  });

  it("throws for what is no date, and says which", () => {
    expect(() => formatBetween("09/07/2020", "2020")).toThrow(MizwalaError);
    expect(() => formatBetween("09/07/2020", "2020")).toThrow(/from/);
    expect(() => formatBetween("2020", "soon")).toThrow(/to.*soon/);
  });

  it("counts days as the calendar does, there and back", () => {
    const day = fc.integer({ min: -700_000, max: 700_000 });
    const distance = fc.integer({ min: 2, max: 59 });
    fc.assert(
      fc.property(day, distance, (day, n) => {
        const [from, to] = [isoDay(day % 20_000), isoDay((day % 20_000) + n)];
        expect(formatBetween(from, to)).toBe(`after ${n} days`);
        expect(formatBetween(to, from)).toBe(`${n} days earlier`);
      }),
      SEED,
    );
  });

  it("never has a finer unit than the coarser of the two dates", () => {
    const UNITS = ["year", "month", "day"];
    const parts = fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    const date = fc.tuple(parts, fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(date, date, (...dates) => {
        const texts = dates.map(([parts, length]) =>
          parts
            .slice(0, length)
            .map((part) => String(part).padStart(2, "0"))
            .join("-"),
        );
        const coarser = Math.min(...dates.map(([, length]) => length)) - 1;
        const said = formatBetween(texts[0], texts[1]);
        const unit = UNITS.findIndex((unit) => said.includes(unit));
        expect(unit).toBeGreaterThanOrEqual(0);
        expect(unit).toBeLessThanOrEqual(coarser);
        const isSame =
          texts[0]!
            .split("-")
            .slice(0, coarser + 1)
            .join() ===
          texts[1]!
            .split("-")
            .slice(0, coarser + 1)
            .join();
        expect(said.includes("same")).toBe(isSame);
      }),
      SEED,
    );
  });
});
