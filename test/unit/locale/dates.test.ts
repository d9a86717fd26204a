import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import type { Calendar } from "../../../src/time/calendars.js";
import { createDateFormat, type DateSetting } from "../../../src/locale/dates.js";
import { DAY, type Instant } from "../../../src/time/instant.js";
import type { StepUnit } from "../../../src/time/steps.js";
import { spanOf } from "./spans.js";

const DUAL: DateSetting = { locale: "ar-SY", numerals: "latn", monthNames: "dual" };
const THURSDAY: Instant = Date.UTC(2020, 6, 9, 10, 30, 15, 250);
const HOUR = 3_600_000;

const visible: Readonly<Record<string, readonly (readonly [date: string, text: string])[]>> = {
  [JSON.stringify(DUAL)]: [
    ["2020-07-09", "9 تموز/ يوليو 2020"],
    ["2020-07", "تموز/ يوليو 2020"],
    ["2020", "2020"],
    ["2020-07-07/2020-07-09", "7–9 تموز/ يوليو 2020"],
    ["2020-06-29/2020-07-09", "29 حزيران/ يونيو – 9 تموز/ يوليو 2020"],
    ["2019-12-30/2020-01-02", "30 كانون الأول/ ديسمبر 2019 – 2 كانون الثاني/ يناير 2020"],
    ["2020-07-07/2020-07-07", "7 تموز/ يوليو 2020"],
    ["2020-06/2020-07", "حزيران/ يونيو – تموز/ يوليو 2020"],
    ["2019-12/2020-01", "كانون الأول/ ديسمبر 2019 – كانون الثاني/ يناير 2020"],
    ["2015/2020", "2015–2020"],
    ["2020-03~", "نحو آذار/ مارس 2020"],
    ["2020?", "2020؟"],
    ["2020%", "نحو 2020؟"],
    ["1333?/1341", "1333؟–1341"],
    ["2020-06~/2020-07-09", "نحو حزيران/ يونيو 2020 – 9 تموز/ يوليو 2020"],
    ["2011/..", "منذ 2011"],
    ["../2020", "حتى 2020"],
    ["2011/", "2011–؟"],
    ["/2020-07-09", "؟ – 9 تموز/ يوليو 2020"],
    ["2020-21", "ربيع 2020"],
    ["2020-24~", "نحو شتاء 2020"],
    ["2020-35", "الربع الثالث من 2020"],
    ["2020-40", "النصف الأول من 2020"],
    ["192X", "عشرينيات القرن العشرين"],
    ["200X", "العقد الأول من القرن الحادي والعشرين"],
    ["19XX", "القرن العشرون"],
    ["07XX", "القرن الثامن"],
    ["10XX", "القرن الحادي عشر"],
    ["11XX", "القرن الثاني عشر"],
    ["-0043", "44 ق.م"],
    ["-0049/-0043", "50–44 ق.م"],
    ["-0043/0014", "44 ق.م – 14 م"],
    ["-0043-03-15", "15 آذار/ مارس 44 ق.م"],
    ["0000", "1 ق.م"],
    ["0020", "20"],
    ["Y-13800000000", "13.8 مليار ق.م"],
    ["2020-07-09T10:30", "9 تموز/ يوليو 2020، 10:30"],
  ],
  [JSON.stringify({ locale: "ar" })]: [
    ["2020-07-07/2020-07-09", "7–9 يوليو 2020"],
    ["2020-06/2020-07", "يونيو–يوليو 2020"],
  ],
  [JSON.stringify({ locale: "ar", monthNames: "dual-western" })]: [["2020-07-09", "9 يوليو/ تموز 2020"]],
  [JSON.stringify({ locale: "ar-MA" })]: [["2020-07-09", "9 يوليوز 2020"]],
  [JSON.stringify({ locale: "ar-EG" })]: [
    ["2020-07-07/2020-07-09", "٧–٩ يوليو ٢٠٢٠"],
    ["-0043", "٤٤ ق.م"],
    ["2020-07-09T10:30", "٩ يوليو ٢٠٢٠، ١٠:٣٠"],
  ],
  [JSON.stringify({ locale: "en" })]: [
    ["2020-07-09", "July 9, 2020"],
    ["2020-07-07/2020-07-09", "July 7–9, 2020"],
    ["2020-06-29/2020-07-09", "June 29 – July 9, 2020"],
    ["2019-12-30/2020-01-02", "December 30, 2019 – January 2, 2020"],
    ["2020-06/2020-07", "June–July 2020"],
    ["2020-03~", "about March 2020"],
    ["2020?", "2020?"],
    ["2011/..", "since 2011"],
    ["../2020", "until 2020"],
    ["2011/", "2011–?"],
    ["2020-23", "autumn 2020"],
    ["2020-33", "first quarter of 2020"],
    ["2020-34", "second quarter of 2020"],
    ["2020-39", "third third of 2020"],
    ["2020-40~", "about first half of 2020"],
    ["-0043-36", "fourth quarter of 44 BC"],
    ["192X", "1920s"],
    ["19XX", "20th century"],
    ["20XX", "21st century"],
    ["-04XX", "5th century BC"],
    ["-044X", "450–441 BC"],
    ["-39XX", "40th century BC"],
    ["Y-12345S3", "about 12,300 BC"],
    ["Y12345S3", "about 12,300"],
    ["Y-39999S2", "40th millennium BC"],
    ["Y-139000S3", "about 139,000 BC"],
    ["Y-138E8S3", "about 13.8 billion BC"],
    ["Y-138E8S3~", "about 13.8 billion BC"],
    ["Y-138E8S3?", "about 13.8 billion BC?"],
    ["Y-66E6S2/2020", "about 66 million BC – 2020"],
    ["Y1E9S1", "about 1 billion"],
    ["-0043", "44 BC"],
    ["-0043/0014", "44 BC – 14 AD"],
    ["2020-07-09T10:30", "July 9, 2020, 10:30"],
    ["2020-07-09T10:30/2020-07-09T11:45", "July 9, 2020, 10:30–11:45"],
  ],
  [JSON.stringify({ locale: "en-GB" })]: [["2020-07-07/2020-07-09", "7–9 July 2020"]],
  [JSON.stringify({ locale: "fa" })]: [
    ["2020-07-09", "۹ ژوئیهٔ ۲۰۲۰"],
    ["2020-06/2020-07", "ژوئن–ژوئیهٔ ۲۰۲۰"],
    ["2015/2020", "۲۰۱۵–۲۰۲۰"],
    ["2020~", "حدود ۲۰۲۰"],
    ["19XX", "۱۹۰۰–۱۹۹۹"],
    ["2020-21", "مارس–مهٔ ۲۰۲۰"],
    ["2020-33", "ژانویه–مارس ۲۰۲۰"],
    ["2020-40", "ژانویه–ژوئن ۲۰۲۰"],
    ["-33XX", "۳۴۰۰–۳۳۰۱ ق.م."],
    ["Y-138E8S3", "حدود ۱۳٫۸ میلیارد ق.م."],
    ["2011/..", "از ۲۰۱۱"],
    ["2011/", "۲۰۱۱–؟"],
    ["2020?", "۲۰۲۰؟"],
  ],
  [JSON.stringify({ locale: "he" })]: [["2020-06-29/2020-07-09", "29 ביוני – 9 ביולי 2020"]],
  [JSON.stringify({ locale: "ar", calendar: "islamic-umalqura" })]: [
    ["2020-07-09", "18 ذو القعدة 1441 هـ"],
    ["2020-07-07/2020-07-09", "16–18 ذو القعدة 1441 هـ"],
    ["2020", "1441–1442 هـ"],
    ["-0043", "44 ق.م"],
    ["2020-21", "ربيع 2020"],
    ["2020-33", "الربع الأول من 2020"],
    ["2020-40~", "نحو النصف الأول من 2020"],
    ["Y-15000S2", "الألفية السادسة عشرة ق.م"],
    ["Y-138E8S3", "نحو 13.8 مليار ق.م"],
    ["Y-66E6S2~", "نحو 66 مليون ق.م"],
  ],
  [JSON.stringify({ locale: "fa", calendar: "persian" })]: [["2020-07-09", "۱۹ تیر ۱۳۹۹"]],
};

describe("DateFormat.span", () => {
  for (const [setting, rows] of Object.entries(visible)) {
    const format = createDateFormat(JSON.parse(setting) as DateSetting);
    it.each(rows)(`writes %s with ${setting.replaceAll("%", "")} as %s`, (date, text) => {
      expect(format.span(spanOf(date))).toBe(text);
    });
  }

  it("writes all twelve months in both forms", () => {
    const format = createDateFormat(DUAL);
    const months = Array.from({ length: 12 }, (_, i) => format.tick(Date.UTC(2020, i, 1), "month").text);
    expect(months).toEqual([
      "كانون الثاني/ يناير",
      "شباط/ فبراير",
      "آذار/ مارس",
      "نيسان/ أبريل",
      "أيار/ مايو",
      "حزيران/ يونيو",
      "تموز/ يوليو",
      "آب/ أغسطس",
      "أيلول/ سبتمبر",
      "تشرين الأول/ أكتوبر",
      "تشرين الثاني/ نوفمبر",
      "كانون الأول/ ديسمبر",
    ]);
  });

  it("adds the weekday of a single day and leaves the year out, as asked", () => {
    const format = createDateFormat(DUAL);
    const style = { weekday: true, year: false };
    expect(format.span(spanOf("2020-07-01"), style)).toBe("الأربعاء 1 تموز/ يوليو");
    expect(format.span(spanOf("2020-07-07/2020-07-09"), style)).toBe("7–9 تموز/ يوليو");
    expect(format.span(spanOf("2020-07-01~"), style)).toBe("نحو الأربعاء 1 تموز/ يوليو");
    expect(format.span(spanOf("2020"), style)).toBe("2020");
    expect(createDateFormat({ locale: "en" }).span(spanOf("2020-07-01"), style)).toBe("Wednesday, July 1");
  });

  it("keeps the years of a span that ends in another one", () => {
    const format = createDateFormat({ locale: "en" });
    const style = { year: false };
    expect(format.span(spanOf("2019-12-30/2020-01-02"), style)).toBe("December 30, 2019 – January 2, 2020");
    expect(format.span(spanOf("2019-12-30~/2020-01-02"), style)).toBe("about December 30, 2019 – January 2, 2020");
    expect(format.span(spanOf("2020-06-30~/2020-07-02"), style)).toBe("about June 30 – July 2");
  });

  it("joins no two digits with a hyphen-minus, in any locale or calendar", () => {
    const calendars: Calendar[] = ["gregory", "islamic-umalqura", "persian", "hebrew"];
    const spans = ["2020-07-07/2020-07-09", "2019-12-30/2020-01-02", "2015/2020", "-0049/-0043", "19XX"].map(spanOf);
    for (const locale of ["ar", "ar-EG", "fa", "ur", "he", "ckb", "en", "de", "fr", "ru", "tr", "zh"]) {
      for (const calendar of calendars) {
        const format = createDateFormat({ locale, calendar });
        for (const span of spans) {
          expect(format.span(span) + format.spoken(span)).not.toMatch(/\p{Nd}\s?-\s?\p{Nd}/u);
        }
      }
    }
  });
});

describe("DateFormat.spoken", () => {
  it.each([
    ["2020-07-01", "الأربعاء 1 تموز/ يوليو 2020"],
    ["2020-07-07/2020-07-09", "من الثلاثاء 7 تموز/ يوليو 2020 إلى الخميس 9 تموز/ يوليو 2020"],
    ["2020?", "2020 (غير مؤكد)"],
    ["2011/", "من 2011 إلى تاريخ غير معروف"],
    ["2011/..", "منذ 2011"],
  ])("says %s in Arabic as %s", (date, text) => {
    expect(createDateFormat(DUAL).spoken(spanOf(date))).toBe(text);
  });

  it.each([
    ["2020-07-01", "Wednesday, July 1, 2020"],
    ["2020-07-07/2020-07-09", "from Tuesday, July 7, 2020 to Thursday, July 9, 2020"],
    ["2020-07-07/2020-07-07", "Tuesday, July 7, 2020"],
    ["2020%", "perhaps about 2020"],
    ["/2020", "from an unknown date to 2020"],
  ])("says %s in English as %s", (date, text) => {
    expect(createDateFormat({ locale: "en" }).spoken(spanOf(date))).toBe(text);
  });
});

describe("DateFormat.tick and slow", () => {
  it.each<[StepUnit, object, string]>([
    ["millisecond", { text: "10:30:15.250" }, "9 تموز/ يوليو 2020"],
    ["second", { text: "10:30:15" }, "9 تموز/ يوليو 2020"],
    ["minute", { text: "10:30" }, "9 تموز/ يوليو 2020"],
    ["hour", { text: "10:30" }, "9 تموز/ يوليو 2020"],
    ["day", { text: "9", detail: "الخميس" }, "9 تموز/ يوليو 2020"],
    ["week", { text: "9" }, "9 تموز/ يوليو 2020"],
    ["month", { text: "تموز/ يوليو" }, "تموز/ يوليو 2020"],
    ["year", { text: "2020" }, "2020"],
  ])("writes a %s", (unit, tick, slow) => {
    const format = createDateFormat(DUAL);
    expect(format.tick(THURSDAY, unit)).toEqual(tick);
    expect(format.slow(THURSDAY, unit)).toBe(slow);
  });

  it.each<[StepUnit, string, string]>([
    ["millisecond", "\u206615.250\u2069", "9 تموز 2020"],
    ["second", "\u2066:15\u2069", "9 تموز 2020"],
    ["minute", "10:30", "9 تموز 2020، 10:30"],
    ["hour", "10:30", "9 تموز 2020"],
    ["day", "9", "9 تموز 2020"],
    ["month", "تموز", "تموز 2020"],
    ["year", "2020", "2020"],
  ])("writes a brief %s, with one name of a month, and leaves the rest to the slow tier", (unit, tick, slow) => {
    const format = createDateFormat(DUAL);
    expect(format.tick(THURSDAY, unit, true)).toEqual({ text: tick });
    expect(format.slow(THURSDAY, unit, true)).toBe(slow);
  });

  it("says the era of a brief year apart", () => {
    const format = createDateFormat({ locale: "en", calendar: "islamic-umalqura" });
    expect(format.tick(THURSDAY, "year").text).toBe("1441 AH");
    expect(format.tick(THURSDAY, "year", true).text).toBe("1441");
    expect(format.era(THURSDAY)).toBe("AH");
    const gregorian = createDateFormat({ locale: "en" });
    expect(gregorian.tick(-13.8e9 * 365.2425 * DAY, "year", true).text).toMatch(/^13,\d{3},\d{3},\d{3}$/);
    expect(gregorian.era(-13.8e9 * 365.2425 * DAY)).toBe("BC");
    expect(gregorian.era(THURSDAY)).toBe("AD");
  });

  it("shortens English weekdays", () => {
    expect(createDateFormat({ locale: "en" }).tick(THURSDAY, "day")).toEqual({ text: "9", detail: "Thu" });
  });

  it("pads times before 1970 right", () => {
    expect(createDateFormat({ locale: "en" }).tick(-HOUR, "minute").text).toBe("23:00");
  });

  it("writes years that no Date can hold", () => {
    const format = createDateFormat({ locale: "en" });
    const year = 365.2425 * DAY;
    expect(format.tick(-13.8e9 * year, "year").text).toMatch(/^13,\d{3},\d{3},\d{3} BC$/);
    expect(format.tick(5e9 * year, "year").text).toMatch(/^5,\d{3},\d{3},\d{3}$/);
  });
});

describe("DateFormat.isGlued", () => {
  const arabic = createDateFormat(DUAL);
  const english = createDateFormat({ locale: "en" });

  it.each([
    ["9", "تموز/"],
    ["(7–9", "تموز/"],
    ["يوليو", "2020)"],
    ["كانون", "الثاني/"],
    ["44", "ق.م"],
  ])("holds %s and %s together", (before, after) => {
    expect(arabic.isGlued(before, after)).toBe(true);
  });

  it("leaves words apart that are of no one date in Arabic", () => {
    expect(arabic.isGlued("أكتوبر", "الأول")).toBe(false);
    expect(arabic.isGlued("في", "9")).toBe(false);
    expect(arabic.isGlued("يوم", "الثلاثاء")).toBe(false);
  });

  it("holds English months to their days and years, and nothing else", () => {
    expect(english.isGlued("July", "9,")).toBe(true);
    expect(english.isGlued("9", "July")).toBe(true);
    expect(english.isGlued("July", "2020.")).toBe(true);
    expect(english.isGlued("44", "BC")).toBe(true);
    expect(english.isGlued("in", "July")).toBe(false);
    expect(english.isGlued("July", "talks")).toBe(false);
    expect(english.isGlued("9", "people")).toBe(false);
  });
});

describe("createDateFormat", () => {
  it("falls back to English, and says so, where the engine has no names for a locale", () => {
    for (const locale of ["xx", "not a tag", "tlh"]) {
      const format = createDateFormat({ locale });
      expect(format.locale).toBe("en");
      expect(format.span(spanOf("2020-07-09"))).toBe("July 9, 2020");
    }
    expect(createDateFormat(DUAL).locale).toBe("ar-SY");
  });

  it("refuses the calendar that engines count differently, naming the one to take", () => {
    const make = (): unknown => createDateFormat({ locale: "ar", calendar: "islamic" as Calendar });
    expect(make).toThrow(MizwalaError);
    expect(make).toThrow("islamic-umalqura");
  });

  it("takes its words from the caller, in whatever language", () => {
    const words = {
      lang: "x",
      say: (key: string) => `<${key}>`,
      tell: String,
      number: String,
      length: String,
      separator: ", ",
    };
    expect(createDateFormat({ locale: "en", words }).span(spanOf("2011/.."))).toBe("<since>");
  });
});
