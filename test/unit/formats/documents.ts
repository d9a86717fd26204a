import fc from "fast-check";
import type { TimelineDocument } from "../../../src/model/options.js";

/** What may stand in a text: both scripts, signs that tables, calendars and spreadsheets use, but no HTML. */
const word = fc
  .array(fc.constantFrom(..."abcXYZ 01279 ابةىشـ،؛ ,;:'\"|/\\=+-@()[]{}#%^~`_*!?.–…🎉👩‍🚀é\t\n".split(/(?:)/u), "\r\n"), {
    minLength: 1,
    maxLength: 60,
  })
  .map((letters) =>
    letters
      .join("")
      .trim()
      .replace(/\s*\n\s*/g, "\n")
      .replace(/[ \t]+/g, " "),
  )
  .filter((text) => text !== "");
/** A word of one line, for names. */
const name = word.map((text) => text.replace(/[\n;؛]/g, " ").trim()).filter((text) => text !== "");
const two = (value: number): string => String(value).padStart(2, "0");
const year = fc.integer({ min: -9000, max: 9999 }).map(
  (value) =>
    (value < 0 ? "-" : "") +
    String(Math.abs(value))
      .padStart(4, "0")
      .replace(/^0000$/, "0001"),
);
const commonYear = fc.integer({ min: 1, max: 9999 }).map((value) => String(value).padStart(4, "0"));
const month = fc.integer({ min: 1, max: 12 }).map(two);
const day = fc.integer({ min: 1, max: 28 }).map(two);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${two(h)}:${two(m)}`);
const dayOf = (years: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(years, month, day).map((parts) => parts.join("-"));

/** Two days in their order. */
const interval = (years: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(years, month, day, day)
    .filter(([, , a, b]) => a < b)
    .map(([y, m, a, b]) => `${y}-${m}-${a}/${y}-${m}-${b}`);

/** Dates that a form can hold, from those that all can hold to all of EDTF. */
export const DATES: Readonly<Record<"plain" | "parts" | "edtf", fc.Arbitrary<string>>> = {
  plain: fc.oneof(dayOf(commonYear), interval(commonYear)),
  parts: fc.oneof(
    year,
    fc.tuple(year, month).map((parts) => parts.join("-")),
    dayOf(year),
    interval(year),
    fc.tuple(dayOf(commonYear), time).map((parts) => parts.join("T")),
  ),
  edtf: fc.oneof(
    dayOf(year),
    interval(year),
    fc.tuple(year, fc.constantFrom("", "~", "?", "%")).map((parts) => parts.join("")),
    fc.tuple(commonYear, fc.constantFrom("21", "22", "23", "24")).map((parts) => parts.join("-")),
    fc.constantFrom(
      "19XX",
      "201X",
      "Y-4540000000",
      "1941/..",
      "../1800",
      "/1920",
      "[1900-05..1900-08]",
      "1441-11-18[u-ca=islamic-umalqura]",
      "2020-07-09T10:30Z",
      "2020-07-09T10:30+03:00",
    ),
  ),
};

const text = fc.oneof(word, fc.record({ ar: word, en: word }));

type Field = "title" | "titleByLanguage" | "summary" | "lane" | "place" | "url" | "names" | "picture" | "importance";

/** Everything that a table can hold. */
export const FIELDS: Readonly<Record<Field, fc.Arbitrary<unknown>>> = {
  title: word,
  titleByLanguage: text,
  summary: word,
  lane: name,
  place: fc.oneof(
    name,
    fc.record({ name, lat: fc.integer({ min: -90, max: 90 }), lon: fc.integer({ min: -180, max: 180 }) }),
  ),
  url: fc.constantFrom("https://example.org/a?b=c&d=%D8%A7", "relative/page.html"),
  names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
  picture: fc.record({ url: fc.constantFrom("https://example.org/a.jpg", "b.png"), alt: name }),
  importance: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.round(value * 1000) / 1000),
};

/** Documents whose events have these fields, each with an id of its own. */
export function documentsOf(
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  head: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
): fc.Arbitrary<TimelineDocument> {
  const required = ["date", "title"];
  const event = fc.record(fields, { requiredKeys: required });
  const events = fc
    .array(event, { minLength: 1, maxLength: 6 })
    .map((rows) => rows.map((row, i) => ({ id: `id-${i}`, ...row })));
  return fc.record(
    { version: fc.constant(1), events, ...head },
    { requiredKeys: ["version", "events"] },
  ) as unknown as fc.Arbitrary<TimelineDocument>;
}
