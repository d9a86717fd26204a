import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import { formatDate, formatDateToParts, parseEDTF, type FormatDateOptions } from "../../../src/time/index.js";

const ARABIC: FormatDateOptions = { locale: "ar-SY", monthNames: "dual", calendar: "gregory", numerals: "latn" };

function codeOf(run: () => unknown): string {
  try {
    run();
    return "none";
  } catch (error) {
    return error instanceof MizwalaError ? error.code : "another";
  }
}

describe("formatDate", () => {
  it.each<[value: unknown, options: FormatDateOptions, text: string]>([
    ["2020-07-09", ARABIC, "9 تموز/ يوليو 2020"],
    ["2020-07-09", { ...ARABIC, secondCalendar: "islamic-umalqura" }, "9 تموز/ يوليو 2020 (18 ذو القعدة 1441)"],
    ["2020-07", ARABIC, "تموز/ يوليو 2020"],
    ["2020-07-09", {}, "July 9, 2020"],
    ["2020-07-09", { weekday: true }, "Thursday, July 9, 2020"],
    ["2020?", { isSpoken: true }, "perhaps 2020"],
    ["2020-03~", { locale: "ar" }, "نحو مارس 2020"],
    ["1441-11-18[u-ca=islamic-umalqura]", {}, "July 9, 2020"],
    ["1441-11[u-ca=islamic-umalqura]", { locale: "ar", calendar: "islamic-umalqura" }, "ذو القعدة 1441 هـ"],
    [{ start: "2020-07-07", end: "2020-07-09" }, {}, "July 7–9, 2020"],
    [{ start: "2011", end: ".." }, {}, "since 2011"],
    [0, {}, "January 1, 1970, 00:00"],
    [new Date(Date.UTC(2020, 6, 9, 10, 30)), { timeZone: "Asia/Damascus" }, "July 9, 2020, 13:30"],
  ])("writes %j with %j as %s", (value, options, text) => {
    expect(formatDate(value, options)).toBe(text);
  });

  it("takes what parseEDTF gives, sets included", () => {
    for (const text of ["2020-07-09", "2020-03~", "2011/..", "[1667,1669]", "19XX", "2020-21", "-0043/0014"]) {
      const read = parseEDTF(text);
      if (!read.ok) throw new Error(text);
      expect(formatDate(read.value, ARABIC)).toBe(formatDate(text, ARABIC));
    }
  });

  it("neither adds nor loses a day, a month or a mark", () => {
    const year = fc.integer({ min: 1000, max: 9999 });
    const month = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
    const day = fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined });
    const mark = fc.constantFrom("", "~", "?", "%");
    fc.assert(
      fc.property(year, month, day, mark, (year, month, day, mark) => {
        const parts = month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day];
        const text = formatDate(parts.map((part) => String(part).padStart(2, "0")).join("-") + mark, {
          locale: "en-GB",
        });
        const numbers = text.match(/\d+/g)?.map(Number);
        expect(numbers).toEqual(parts.length === 3 ? [day, year] : [year]);
        expect(/January|February|March|April|May|June|July|August|September|October|November|December/.test(text)).toBe(
          parts.length > 1,
        );
        expect(text.startsWith("about ")).toBe(mark === "~" || mark === "%");
        expect(text.endsWith("?")).toBe(mark === "?" || mark === "%");
      }),
      { seed: 20200709, numRuns: 300 },
    );
  });

  it("throws for what is no date, and for options that have no such value", () => {
    expect(codeOf(() => formatDate("09/07/2020"))).toBe("date-unreadable");
    expect(codeOf(() => formatDate(undefined))).toBe("date-missing");
    expect(codeOf(() => formatDate("1441[u-ca=islamic]"))).toBe("calendar-unknown");
    expect(codeOf(() => formatDate("2020", { calendar: "islamic" as "gregory" }))).toBe("option-unknown");
    expect(codeOf(() => formatDate("2020", { timeZone: "Mars/Olympus" }))).toBe("option-unknown");
  });
});

describe("formatDateToParts", () => {
  it("is one piece in one direction", () => {
    expect(formatDateToParts("2020-07-09", ARABIC)).toEqual([{ text: "9 تموز/ يوليو 2020" }]);
    expect(formatDateToParts("2020-07-09")).toEqual([{ text: "July 9, 2020" }]);
  });

  it("marks what runs against the language that was asked for", () => {
    expect(formatDateToParts("2020-07-09", { locale: "dv" })).toEqual([{ text: "July 9, 2020", dir: "ltr" }]);
    const pieces = formatDateToParts("2020-07-09", { locale: "ar", calendar: "indian" });
    expect(pieces.map(({ text }) => text).join("")).toBe(
      formatDate("2020-07-09", { locale: "ar", calendar: "indian" }),
    );
    expect(pieces).toContainEqual({ text: "Asadha", dir: "ltr" });
  });
});
