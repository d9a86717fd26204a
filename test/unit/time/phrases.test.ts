import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfDate, dateOf } from "../../../src/time/phrases/source-calendar.js";
import { calendarMath } from "../../../src/time/calendar-math.js";
import { civilFromDay, dayFromCivil } from "../../../src/time/civil.js";
import { parseEDTF } from "../../../src/time/edtf.js";
import { dayToJulian, julianToDay } from "../../../src/time/julian.js";
import { slowJulianDay } from "../../oracle/time-julian.js";
import { parseDateText, type DateText } from "../../../src/time/phrases/phrases.js";

interface Case {
  readonly text: string;
  readonly publishedOn?: string;
  readonly edtf: string | null;
  readonly ambiguous?: readonly string[];
  /** Whether the weekday in the text is not that of the date. */
  readonly contradicts?: true;
  /** Why it is refused. */
  readonly reason?: string;
}

const runs = { seed: 20200709, numRuns: 500 };
const casesOf = (language: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../../fixtures/phrases/${language}.json`, import.meta.url), "utf8")) as Case[];
const onThursday = { publishedOn: "2020-07-09" };
const edtfOf = (found: DateText | null): string | undefined => found?.edtf;

describe.each(["ar", "en", "fa"])("in the language %s", (locale) => {
  const cases = casesOf(locale);

  test("There are at least 150 cases.", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });

  test.each(cases)("$text ($publishedOn) is $edtf", ({ text, publishedOn, edtf, ambiguous, contradicts }) => {
    const found = parseDateText(text, { publishedOn, locale });
    expect(found?.edtf ?? null).toBe(edtf);
    expect(found?.isAmbiguous ?? false).toBe(ambiguous !== undefined);
    expect(found?.issue?.code).toBe(contradicts ? "weekday-contradicts" : undefined);
    if (ambiguous) expect(found?.alternatives).toEqual(ambiguous);
    if (edtf !== null) expect(parseEDTF(edtf).ok).toBe(true);
  });

  test("Every case that is refused says why.", () => {
    const refused = cases.filter(({ edtf, ambiguous }) => edtf === null && !ambiguous);
    expect(refused.length).toBeGreaterThan(5);
    expect(refused.every(({ reason }) => reason)).toBe(true);
  });

  test("The language need not be named.", () => {
    const unnamed = cases.filter(({ text }) => /\p{L}/u.test(text));
    const readings = unnamed.map(({ text, publishedOn }) => [
      text,
      edtfOf(parseDateText(text, { publishedOn })) ?? null,
    ]);
    expect(readings).toEqual(unnamed.map(({ text, edtf }) => [text, edtf]));
  });
});

/** What is read, how surely, and of which words. */
const read = (text: string, locale: string, publishedOn?: string): unknown => {
  const found = parseDateText(text, { locale, publishedOn });
  return found && [found.edtf, found.confidence, text.slice(...found.used)];
};

test.each([
  ["last decade", "2020-07-09", "201X"],
  ["next decade", "2020-07-09", "203X"],
  ["the 5th of next month", "2020-12-09", "2021-01-05"],
  ["the 5th of last month", "2020-01-09", "2019-12-05"],
  ["Tuesday of the week", "2020-07-09", "2020-07-07"],
  ["last March to June 2022", "2021-07-09", "2021-03/2022-06"],
  ["Tuesday 7 until 9 July 2020", undefined, "2020-07-07/2020-07-09"],
  ["Tuesday the 5th of next month", "2020-12-09", "2021-01-05"],
])("%s, published on %s, is %s.", (text, publishedOn, edtf) => {
  expect(edtfOf(parseDateText(text, { locale: "en", publishedOn }))).toBe(edtf);
});

test("A number is a year by itself from 1000 to 2199, of the Gregorian calendar where it is too old for another.", () => {
  expect(read("in 2199", "en")).toEqual(["2199", 1, "2199"]);
  expect(read("in 1000", "en")).toEqual(["1000", 1, "1000"]);
  expect([read("in 2200", "en"), read("in 999", "en")]).toEqual([null, null]);
  expect(read("سال 1199", "fa")).toEqual(["1199", 1, "سال 1199"]);
});

test.each([
  ["on the night of 20/21 July 1944", "en", "1944-07-20/1944-07-21", "20/21 July 1944"],
  ["July 9/10, 2020", "en", "2020-07-09/2020-07-10", "July 9/10, 2020"],
  ["ليلة ٧/٨ تموز ٢٠٢٠", "ar", "2020-07-07/2020-07-08", "٧/٨ تموز ٢٠٢٠"],
  ["the season of 2019/2020", "en", "2019/2020", "2019/2020"],
])("A slash stands between two days of a month, or two years: %s.", (text, locale, edtf, used) => {
  expect(read(text, locale)).toEqual([edtf, 1, used]);
});

test("A weekday and how long ago it was are one date.", () => {
  expect(read("the day Tuesday, 2 days ago", "en", "2020-07-09")).toEqual(["2020-07-07", 1, "day Tuesday, 2 days ago"]);
});

test("A slash between other numbers belongs to no date.", () => {
  expect(read("page 3/4, 2020", "en")).toEqual(["2020", 0.5, "2020"]);
  expect(read("in 5/6 2020", "en")).toEqual(["2020", 0.5, "2020"]);
  expect(read("3/100 July 2020", "en")).toEqual(["2020-07", 1, "July 2020"]);
});

test("A date takes no second year.", () => {
  expect(read("9 July 2020 2021", "en")).toEqual(["2020-07-09", 1, "9 July 2020"]);
  expect(read("from 1 November 2020 to 1 March 2020", "en")).toBeNull();
});

test("A word that opens a range makes a year of the number behind it.", () => {
  expect(read("since 2011", "en")).toEqual(["2011/..", 1, "since 2011"]);
});

test("The day before the day of publishing is sure where it is called yesterday, and only there.", () => {
  expect(read("9 July, yesterday", "en", "2020-07-10")).toEqual(["2020-07-09", 1, "9 July, yesterday"]);
  expect(read("9 July, yesterday", "en", "2020-07-11")).toEqual(["2020-07-09", 0.8, "9 July, yesterday"]);
});

test("A full stop behind a blank shortens no name of a month.", () => {
  expect(read("jan. 2020", "en")).toEqual(["2020-01", 1, "jan. 2020"]);
  expect(read("jan . 2020", "en")).toEqual(["2020", 0.5, "2020"]);
});

test("A date of the Julian calendar says so in Persian too.", () => {
  expect(read("5 ژوئیه 1700 ژولینی", "fa")).toEqual(["1700-07-16", 1, "5 ژوئیه 1700 ژولینی"]);
});

test("A year of the Hijra that Umm al-Qura does not cover is one of the civil reckoning.", () => {
  const after = dayOfDate("islamic", { year: 1299, month: 1, day: 25 })!;
  expect(civilFromDay(after)).toEqual({ year: 1881, month: 12, day: 17 });
  expect(dayOfDate("islamic", { year: 1601, month: 1, day: 1 })).toBe(
    calendarMath("islamic-civil")!.dayOf({ year: 1601, month: 1, day: 1 }),
  );
});

test("No calendar has a day before the first of a month.", () => {
  for (const calendar of ["gregory", "julian", "persian", "islamic"] as const)
    expect(dayOfDate(calendar, { year: calendar === "gregory" ? 2020 : 1400, month: 7, day: 0 })).toBeUndefined();
});

test("What is said to have happened during something happened when that did.", () => {
  const during = "2020-07-07/2020-07-09";
  const readDuring = (text: string, locale: string): unknown => {
    const found = parseDateText(text, { publishedOn: "2020-07-09", locale, during });
    return found && [found.edtf, text.slice(...found.used)];
  };
  expect(readDuring("خلال زيارته", "ar")).toEqual([during, "خلال زيارته"]);
  expect(readDuring("قال أثناء الزيارة إن", "ar")).toEqual([during, "أثناء الزيارة"]);
  expect(readDuring("said during his visit that", "en")).toEqual([during, "during his"]);
  expect(readDuring("طی سفرش", "fa")).toEqual([during, "طی سفرش"]);
  expect(readDuring("خلال شهر آذار", "ar")).toEqual(["2020-03", "شهر آذار"]);
  expect(readDuring("زيارته", "ar")).toBeNull();
  expect(parseDateText("خلال زيارته", { locale: "ar", during: "soon" })).toBeNull();
});

test("The five dated phrases of the first timeline are found within a sentence too.", () => {
  const phrases = casesOf("ar").slice(0, 5);
  for (const { text, edtf } of phrases) {
    const found = parseDateText(`أعلنت الرئاسة، ${text}، عن اللقاء`, onThursday);
    expect([found?.edtf, found?.used]).toEqual([edtf, [15, 15 + text.length]]);
  }
});

test.each([
  ["يوم الثلاثاء الفائت", "يوم الثلاثاء الفائت"],
  ["(أَمْسِ)", "أَمْسِ"],
  ["وقع في ٩ تـمـوز ٢٠٢٠، بدمشق", "٩ تـمـوز ٢٠٢٠"],
  ["It happened on the 9th of July, 2020.", "9th of July, 2020"],
  ["held from 7 to 9 July 2020 in Sochi", "from 7 to 9 July 2020"],
  ["او سه‌شنبه گذشته آمد", "سه‌شنبه گذشته"],
  ["🕌 9 July 2020", "9 July 2020"],
])("in %s the words %s are used", (text, used) => {
  const found = parseDateText(text, onThursday);
  expect(text.slice(...(found?.used ?? [0, 0]))).toBe(used);
});

test("A weekday that contradicts the date is an issue and costs confidence.", () => {
  const right = parseDateText("Thursday 9 July 2020");
  const wrong = parseDateText("Tuesday 9 July 2020");
  expect(wrong?.issue).toEqual({
    code: "weekday-contradicts",
    path: "text",
    found: "Tuesday",
    expected: "Thursday, the weekday of 2020-07-09",
    severity: "warning",
  });
  expect(wrong?.confidence).toBeLessThan(right?.confidence ?? 0);
});

test("A year that is left out, and a loose last or next, leave alternatives.", () => {
  expect(parseDateText("25 December", onThursday)).toMatchObject({ edtf: "2020-12-25", alternatives: ["2019-12-25"] });
  expect(parseDateText("3 January", onThursday)).toMatchObject({ edtf: "2021-01-03", alternatives: ["2020-01-03"] });
  expect(parseDateText("last Tuesday", onThursday)).toMatchObject({ alternatives: ["2020-06-30"] });
  expect(parseDateText("الثلاثاء الفائت", onThursday)).toMatchObject({ alternatives: [], confidence: 1 });
});

test("A day of publishing that is no day counts as none.", () => {
  for (const publishedOn of ["2020", "yesterday", "2020-07-01/2020-07-09", ""])
    expect(parseDateText("yesterday", { publishedOn })).toBeNull();
});

test("Of several dates the surest is taken, and of those the first.", () => {
  expect(edtfOf(parseDateText("In 2019 and on 9 July 2020 and 10 August 2020"))).toBe("2019");
  expect(edtfOf(parseDateText("1500 people came on 9 July 2020"))).toBe("2020-07-09");
});

test("Only the first 300 units are looked at, and no number is cut in two.", () => {
  const filler = "word ".repeat(58);
  expect(edtfOf(parseDateText(`${filler}in 2011`))).toBe("2011");
  expect(parseDateText(`${filler}abcd in 2011`)).toBeNull();
  expect(parseDateText(`${filler}word word in 2011`)).toBeNull();
});

test("Digits of any script, and any spelling of a letter, read alike.", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 28 }), fc.constantFrom(0x30, 0x660, 0x6f0), (day, zero) => {
      const digits = `${day} تموز 2020`.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
      expect(edtfOf(parseDateText(digits))).toBe(`2020-07-${String(day).padStart(2, "0")}`);
    }),
    runs,
  );
});

const WORDS = [
  ...[
    "9",
    "31",
    "44",
    "2020",
    "1399",
    "0",
    "99999",
    "09/07/2020",
    "2011-12",
    "1990s",
    "-",
    "–",
    "/",
    ".",
    ",",
    "'",
    "(",
  ],
  ...[
    "July",
    "may",
    "last",
    "next",
    "early",
    "century",
    "BC",
    "AH",
    "from",
    "to",
    "and",
    "between",
    "since",
    "ago",
    "week",
  ],
  ...["آذار", "مارس", "الماضي", "القرن", "من", "إلى", "و", "منذ", "هـ", "رمضان", "يومين", "الربع", "ثمانينيات", "شتاء"],
  ...["تیر", "گذشته", "دهه", "از", "تا", "ه.ش", "پیش", "سال", "زمستان", "می", "Tuesday", "الأحد", "third", "the", "of"],
];

test("Whatever words come together, the answer is EDTF that can be read, or none, and its place lies in the text.", () => {
  const phrase = fc
    .array(fc.constantFrom(...WORDS), { maxLength: 12 })
    .chain((words) => fc.constantFrom(" ", "", "-", "/ ").map((blank) => words.join(blank)));
  fc.assert(
    fc.property(fc.oneof(phrase, fc.string({ unit: "binary" })), fc.boolean(), (text, isDated) => {
      const found = parseDateText(text, isDated ? onThursday : {});
      if (!found) return;
      const [from, to] = found.used;
      expect(from >= 0 && from < to && to <= text.length).toBe(true);
      expect(found.confidence > 0 && found.confidence <= 1).toBe(true);
      for (const edtf of [...found.alternatives, ...(found.isAmbiguous ? [] : [found.edtf])])
        expect([edtf, parseEDTF(edtf).ok]).toEqual([edtf, true]);
    }),
    { ...runs, numRuns: 5000 },
  );
});

test.each([" ", "9", "9/", "July ", "من ", "of ", "ـ", "\u200c", "🕌", "last ", "9-", "twenty ", "و"])(
  "a million units of %j are read without harm",
  (unit) => {
    const text = unit.repeat(Math.ceil(1e6 / unit.length));
    expect(() => parseDateText(text, onThursday)).not.toThrow();
  },
);

test("What is no text is no date.", () => {
  expect(parseDateText(undefined as unknown as string)).toBeNull();
});

test("The Julian calendar has the dates of history, and makes the way there and back for any year.", () => {
  expect(civilFromDay(julianToDay(1582, 10, 5))).toEqual({ year: 1582, month: 10, day: 15 });
  expect(civilFromDay(julianToDay(1917, 10, 25))).toEqual({ year: 1917, month: 11, day: 7 });
  expect(dayToJulian(dayFromCivil(-43, 3, 13))).toEqual({ year: -43, month: 3, day: 15 });
  fc.assert(
    fc.property(fc.integer({ min: -7e12, max: 7e12 }), (day) => {
      const { year, month, day: ofMonth } = dayToJulian(day);
      expect(julianToDay(year, month, ofMonth)).toBe(day);
    }),
    runs,
  );
});

test("Every date of the Julian calendar has the number that counting gives.", () => {
  const year = fc.integer({ min: 1, max: 3000 });
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (y, month, day) => {
      expect(julianToDay(y, month, day)).toBe(slowJulianDay(y, month, day));
    }),
    runs,
  );
});

test.each(["gregory", "julian", "persian", "islamic"] as const)(
  "days make the way to the calendar %s and back",
  (calendar) => {
    fc.assert(
      fc.property(fc.integer({ min: -450_000, max: 190_000 }), (day) => {
        expect(dayOfDate(calendar, dateOf(calendar, day))).toBe(day);
      }),
      runs,
    );
    expect(dayOfDate(calendar, { year: 1400, month: 2, day: 32 })).toBeUndefined();
  },
);
