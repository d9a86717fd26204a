import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import type { Calendar } from "../../../src/time/calendars.js";
import { createDateFormat, type DateSetting } from "../../../src/locale/dates.js";
import { parseDate } from "../../../src/time/parse.js";
import { DAY } from "../../../src/time/instant.js";
import fixture from "../../fixtures/calendars/month-starts.json" with { type: "json" };
import { spanOf } from "./spans.js";

const HIJRI: DateSetting = {
  locale: "ar-SY",
  numerals: "latn",
  monthNames: "dual",
  secondCalendar: "islamic-umalqura",
};
const RAMADAN = Date.UTC(2020, 3, 24);

describe("DateFormat.span with both calendars", () => {
  it.each<[date: string, text: string, setting?: DateSetting]>([
    ["2020-07-09", "9 تموز/ يوليو 2020 (18 ذو القعدة 1441)"],
    ["2020-07-07/2020-07-09", "7–9 تموز/ يوليو 2020 (16–18 ذو القعدة 1441)"],
    ["2020-07", "تموز/ يوليو 2020 (ذو القعدة – ذو الحجة 1441)"],
    ["2020", "2020 (1441–1442)"],
    ["2020-03~", "نحو آذار/ مارس 2020 (رجب–شعبان 1441)"],
    ["2020?", "2020؟ (1441–1442)"],
    ["2011/..", "منذ 2011 (1432–1433)"],
    ["2020-07-09T10:30", "9 تموز/ يوليو 2020، 10:30 (18 ذو القعدة 1441)"],
    ["19XX", "القرن العشرون"],
    ["2020-21", "ربيع 2020"],
    ["-0043", "44 ق.م"],
    ["1441-11[u-ca=islamic-umalqura]", "حزيران/ يونيو – تموز/ يوليو 2020 (ذو القعدة 1441)"],
    ["2020-07-09", "۱۹ تیر ۱۳۹۹ (۹ ژوئیهٔ ۲۰۲۰)", { locale: "fa", calendar: "persian", secondCalendar: "gregory" }],
    ["2020-07-09", "9 ביולי 2020 (17 בתמוז 5780)", { locale: "he", secondCalendar: "hebrew" }],
    ["2020-07-09", "July 9, 2020 (17 Tamuz 5780)", { locale: "en", secondCalendar: "hebrew" }],
    ["2020-07-09", "2020年7月9日 (令和2年7月9日)", { locale: "ja", secondCalendar: "japanese" }],
    ["2020-07-09", "٩ يوليو ٢٠٢٠ (٢ أبيب ١٧٣٦)", { locale: "ar-EG", secondCalendar: "coptic" }],
    ["1066-10-20", "October 20, 1066 (October 14, 1066)", { locale: "en", secondCalendar: "julian" }],
  ])("writes %s as %s", (date, text, setting = HIJRI) => {
    const format = createDateFormat(setting);
    expect(format.span(spanOf(date), { both: true })).toBe(text);
  });

  it("writes one where only one is asked for, or there is none", () => {
    const span = spanOf("2020-07-09");
    expect(createDateFormat(HIJRI).span(span)).toBe("9 تموز/ يوليو 2020");
    expect(createDateFormat({ locale: "en" }).span(span, { both: true })).toBe("July 9, 2020");
    const same: DateSetting = { locale: "en", calendar: "roc", secondCalendar: "roc" };
    expect(createDateFormat(same).span(span, { both: true })).toBe("July 9, 109 Minguo");
    expect(createDateFormat(same).second).toBeUndefined();
  });

  it("holds the words of both calendars together", () => {
    const { isGlued } = createDateFormat(HIJRI);
    expect(isGlued("(18", "ذو")).toBe(true);
    expect(isGlued("ذو", "القعدة")).toBe(true);
    expect(isGlued("9", "تموز/")).toBe(true);
  });
});

describe("DateFormat.second", () => {
  it("writes ticks of the second calendar, and says where they fall", () => {
    const { second, steps } = createDateFormat(HIJRI);
    expect(second?.tick(RAMADAN, "month")).toEqual({ text: "رمضان" });
    expect(second?.tick(RAMADAN, "day")).toEqual({ text: "1", detail: "الجمعة" });
    expect(second?.slow(RAMADAN, "month")).toBe("رمضان 1441 هـ");
    expect(second?.steps.calendar?.dateOf(RAMADAN / 86_400_000)).toEqual({ year: 1441, month: 9, day: 1 });
    expect(steps).toEqual({ calendar: undefined, weekStart: 6 });
  });

  it("has all that a tier of days needs: numbers, and the month or the whole date beside them", () => {
    const { second } = createDateFormat(HIJRI);
    const days = [-1, 0, 1].map((day) => second?.tick(RAMADAN + day * DAY, "day").text);
    expect(days).toEqual(["30", "1", "2"]);
    expect(second?.tick(RAMADAN + DAY / 2, "day").text).toBe("1");
    expect(second?.slow(RAMADAN - DAY, "month")).toBe("شعبان 1441 هـ");
    expect(second?.slow(RAMADAN + 13 * 3_600_000, "day")).toBe("1 رمضان 1441 هـ");
  });

  it.each(Object.entries(fixture.calendars))(
    "numbers the days of %s as the committed list has its months",
    (calendar, { first, lengths }) => {
      const { second } = createDateFormat({ locale: "ar-SY", numerals: "latn", secondCalendar: calendar as Calendar });
      let start = first;
      [...lengths].forEach((digit, index) => {
        const length = parseInt(digit, 36);
        if (index % 97 === 0) {
          const numbers = Array.from({ length }, (_, day) => second?.tick((start + day) * DAY, "day").text);
          expect(numbers).toEqual(numbers.map((_, day) => String(day + 1)));
          expect(second?.tick((start + length) * DAY, "day").text).toBe("1");
        }
        start += length;
      });
    },
  );

  it("refuses a calendar that does not exist, naming the option", () => {
    const make = (): unknown => createDateFormat({ locale: "ar", secondCalendar: "islamic" as Calendar });
    expect(make).toThrow(MizwalaError);
    expect(make).toThrow(/options\.secondCalendar.*islamic-umalqura/);
  });
});

describe("Julian dates", () => {
  it.each([
    ["1582-10-15", "Friday, October 5, 1582"],
    ["1066-10-20", "Saturday, October 14, 1066"],
    ["1900-03-13", "Tuesday, February 29, 1900"],
    ["-0043-03-13", "Wednesday, March 15, 44 BC"],
  ])("writes %s as %s", (date, text) => {
    expect(createDateFormat({ locale: "en", calendar: "julian" }).span(spanOf(date), { weekday: true })).toBe(text);
  });

  it("have the names of the Gregorian months", () => {
    const format = createDateFormat({ locale: "ar-SY", numerals: "latn", monthNames: "dual", calendar: "julian" });
    expect(format.span(spanOf("1453-06-07"))).toBe("29 أيار/ مايو 1453");
  });
});

describe("DateFormat.fallbacks", () => {
  it("names what the engine has no data for", () => {
    expect(createDateFormat({ locale: "tlh" }).fallbacks).toEqual([{ option: "locale", asked: "tlh", used: "en" }]);
    expect(createDateFormat({ ...HIJRI, calendar: "hebrew" }).fallbacks).toEqual([]);
  });
});

describe("Times with a zone of their own", () => {
  const read = (date: string, eventTimeZone: string, timeZone = "UTC"): string => {
    const parsed = parseDate(date, { timeZone, eventTimeZone });
    if (!parsed.ok) throw new Error(parsed.fault.code);
    return createDateFormat({ locale: "en", timeZone }).span(parsed.span);
  };

  it.each([
    ["2020-07-09T10:30", "Asia/Damascus", "July 9, 2020, 10:30 (GMT+3)"],
    ["2020-07-09T22:00Z", "Asia/Kolkata", "July 10, 2020, 03:30 (GMT+5:30)"],
    ["2020-07-09T10:30", "UTC", "July 9, 2020, 10:30"],
    ["2020-01-09T10:30", "Europe/London", "January 9, 2020, 10:30"],
    ["2020-07-09T10:30/2020-07-09T11:45", "Asia/Damascus", "July 9, 2020, 10:30–11:45 (GMT+3)"],
    ["2020-07-09", "Asia/Damascus", "July 9, 2020"],
  ])("writes %s in %s as %s", (date, zone, text) => {
    expect(read(date, zone)).toBe(text);
  });

  it("need no note on a timeline of the same clock", () => {
    expect(read("2020-07-09T10:30", "Asia/Damascus", "Asia/Riyadh")).toBe("July 9, 2020, 10:30");
  });

  it("have their note in the language and the digits of the locale", () => {
    const parsed = parseDate("2020-07-09T10:30", { eventTimeZone: "Asia/Damascus" });
    if (!parsed.ok) throw new Error(parsed.fault.code);
    const format = createDateFormat({ locale: "ar-EG" });
    expect(format.span(parsed.span)).toBe("٩ يوليو ٢٠٢٠، ١٠:٣٠ (غرينتش+٣)");
  });
});

describe("A date between several days", () => {
  it("is written with the first and the last", () => {
    const format = createDateFormat({ locale: "en" });
    expect(format.span(spanOf("[2020-07-07..2020-07-09]"), { weekday: true })).toBe("July 7–9, 2020");
  });
});
