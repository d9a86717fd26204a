import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarMath } from "../../../src/time/calendar-math.js";
import { CALENDARS } from "../../../src/time/calendars.js";
import { DAY } from "../../../src/time/instant.js";
import { parseDate } from "../../../src/time/parse.js";
import { isKnown } from "../../../src/time/span.js";

const OTHERS = CALENDARS.filter((calendar) => calendar !== "gregory");

function read(text: unknown): object {
  const result = parseDate(text);
  if (!result.ok) return result.fault;
  const { start, end, ...rest } = result.span;
  const [from, to] = [start, end].map((edge) =>
    isKnown(edge) ? `${iso(edge.earliest)} ${iso(edge.latest - DAY)} ${edge.precision}` : edge,
  );
  return start === end ? { at: from, ...rest } : { from, to, ...rest };
}

const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

describe("parseDate in other calendars", () => {
  test.each([
    ["1441-11-18[u-ca=islamic-umalqura]", "2020-07-09 2020-07-09 day"],
    ["1441-11[u-ca=islamic-umalqura]", "2020-06-22 2020-07-21 month"],
    ["1441[u-ca=islamic-umalqura]", "2019-08-31 2020-08-19 year"],
    ["1399-04-19[u-ca=persian]", "2020-07-09 2020-07-09 day"],
    ["5780-10-17[u-ca=hebrew]", "2020-07-09 2020-07-09 day"],
    ["5779-13[u-ca=hebrew]", "2019-09-01 2019-09-29 month"],
    ["1736-13[u-ca=coptic]", "2020-09-06 2020-09-10 month"],
    ["2012-11-02[u-ca=ethiopic]", "2020-07-09 2020-07-09 day"],
    ["1942-04-18[u-ca=indian]", "2020-07-09 2020-07-09 day"],
    ["2563-07-09[u-ca=buddhist]", "2020-07-09 2020-07-09 day"],
    ["0109-07-09[u-ca=roc]", "2020-07-09 2020-07-09 day"],
    ["1066-10-14[u-ca=julian]", "1066-10-20 1066-10-20 day"],
    ["1900-02-29[u-ca=julian]", "1900-03-13 1900-03-13 day"],
  ])("It reads %s as %s.", (text, at) => {
    expect(read(text)).toEqual({ at, isInterval: false, text });
  });

  test.each([
    ["1441-11~[u-ca=islamic-umalqura]", true, false],
    ["1441-11?[u-ca=islamic-umalqura]", false, true],
    ["1441-11%[u-ca=islamic-umalqura]", true, true],
  ])("It reads the mark of %s.", (text, approximate, uncertain) => {
    expect(parseDate(text)).toMatchObject({ ok: true, span: { text, start: { approximate, uncertain } } });
  });

  test("It reads intervals, of which each date has its calendar.", () => {
    const first = "1441-11-18[u-ca=islamic-umalqura]";
    const day = "2020-07-09 2020-07-09 day";
    expect(read(`${first}/1441-12[u-ca=islamic-umalqura]`)).toMatchObject({
      from: day,
      to: "2020-07-22 2020-08-19 month",
      text: `${first}/1441-12[u-ca=islamic-umalqura]`,
    });
    expect(read(`${first}/..`)).toMatchObject({ from: day, to: "open" });
    expect(read(`/${first}`)).toMatchObject({ from: "unknown", to: day });
    expect(read(`2020-07-01[u-ca=gregory]/${first}`)).toMatchObject({ from: "2020-07-01 2020-07-01 day", to: day });
    expect(read({ start: "2020-07-01", end: first })).toMatchObject({ to: day });
    expect(read(`${first}/1440[u-ca=islamic-umalqura]`)).toMatchObject({ code: "date-order" });
  });

  test("The Gregorian calendar may be named, and a mark of importance be set.", () => {
    expect(read("2020-07-09[u-ca=gregory]")).toEqual(read("2020-07-09"));
    expect(read("2020-07~[u-ca=iso8601]")).toEqual(read("2020-07~"));
    expect(read("1441-11-18[!u-ca=islamic-umalqura]")).toMatchObject({ text: "1441-11-18[u-ca=islamic-umalqura]" });
  });

  test.each([
    ["1441-11-18[u-ca=islamic]", "calendar-unknown", /^islamic-umalqura$/],
    ["1441-11-18[u-ca=mayan]", "calendar-unknown", /islamic-umalqura, .*persian/],
    ["1441-13-01[u-ca=islamic-umalqura]", "date-unreadable", /islamic-umalqura/],
    ["1441-10-30[u-ca=islamic-umalqura]", "date-unreadable", /islamic-umalqura/],
    ["1441-00[u-ca=islamic-umalqura]", "date-unreadable", /islamic-umalqura/],
    ["5780-13[u-ca=hebrew]", "date-unreadable", /hebrew/],
    ["144X[u-ca=islamic-umalqura]", "date-unreadable", /1441-11-18/],
    ["0000[u-ca=islamic-umalqura]", "date-range", /islamic-umalqura/],
    ["-0001[u-ca=islamic-umalqura]", "date-range", /islamic-umalqura/],
    ["1500-01-01[u-ca=japanese]", "date-range", /japanese/],
    ["1441-11-18/1441-11-20[u-ca=islamic-umalqura]", "date-unreadable", /behind both dates/],
    ["1441-11-18[u-ca=islamic-umalqura]/2020", "date-unreadable", /behind both dates/],
    ["1441-11-18T10:30[u-ca=islamic-umalqura]", "date-unreadable", /./],
    ["1441[u-ca=]", "date-unreadable", /./],
  ])("It refuses %s with %s.", (text, code, expected) => {
    expect(read(text)).toMatchObject({ code, expected: expect.stringMatching(expected) as string });
  });

  test("Every day of every calendar comes back from its text.", () => {
    fc.assert(
      fc.property(fc.constantFrom(...OTHERS), fc.integer({ min: -140_000, max: 300_000 }), (calendar, day) => {
        const date = calendarMath(calendar)!.dateOf(day);
        fc.pre(date !== undefined);
        const [year, month, ofMonth] = [date.year, date.month, date.day].map(String);
        const text = `${year!.padStart(4, "0")}-${month!.padStart(2, "0")}-${ofMonth!.padStart(2, "0")}[u-ca=${calendar}]`;
        expect(parseDate(text)).toMatchObject({ ok: true, span: { text, start: { earliest: day * DAY } } });
      }),
      { seed: 20200709, numRuns: 500 },
    );
  });

  test("Whatever stands before or in the brackets, nothing throws.", () => {
    const noise = fc.string({ unit: fc.constantFrom(...Array.from("0123456789-[]=/~u-caX .é\n")), maxLength: 30 });
    fc.assert(
      fc.property(noise, noise, (date, name) => {
        const result = parseDate(`${date}[u-ca=${name}]`);
        if (!result.ok) expect(result.fault.code).toMatch(/^(date|calendar|zone)-/);
        else expect(result.span.text).not.toBe("");
      }),
      { seed: 20200709, numRuns: 3000 },
    );
  });
});
