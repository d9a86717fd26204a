import fc from "fast-check";
import { readFileSync } from "node:fs";
import papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ReadableFormat, WritableFormat } from "../../../src/formats/format.js";
import { read } from "../../../src/formats/read.js";
import { write } from "../../../src/formats/write.js";
import type { TimelineDocument } from "../../../src/model/options.js";
import { DATES, documentsOf, FIELDS } from "./documents.js";
import { runs } from "../../support/full.js";

const { title, titleByLanguage, summary, lane, place, url, names, picture, importance } = FIELDS;

const SOURCE = fc.record({ title, url }, { requiredKeys: ["url"] });
const TABLE = {
  ...{
    date: DATES.edtf,
    title: titleByLanguage,
    summary: titleByLanguage,
    dateText: title,
    lane,
    place,
    url,
    importance,
  },
  ...{
    participants: names,
    tags: names,
    leadsTo: names,
    partOf: lane,
    certainty: fc.constantFrom("reported", "disputed"),
  },
  ...{
    sources: fc.tuple(SOURCE),
    media: fc.tuple(picture),
    timeZone: fc.constant("Asia/Damascus"),
    lang: fc.constant("ar"),
  },
};

/** Parameters of iCalendar have no escape for a backslash, and the parser takes it for one. */
const attendees = names.filter((list) => !JSON.stringify(list).includes("\\"));

/** What each form holds. */
const HELD: Readonly<Record<ReadableFormat & WritableFormat, fc.Arbitrary<TimelineDocument>>> = {
  mizwala: documentsOf(TABLE, {
    title: titleByLanguage,
    locale: fc.constant("ar-SY"),
    lanes: fc.constant([{ id: "a" }]),
  }),
  ndjson: documentsOf(TABLE, {
    title: titleByLanguage,
    locale: fc.constant("ar-SY"),
    eras: fc.constant([{ title: "t", date: "2020" }]),
  }),
  csv: documentsOf(TABLE, {
    title,
    eras: fc.array(fc.record({ title, date: DATES.edtf }), { minLength: 1, maxLength: 2 }),
  }),
  timelinejs: documentsOf(
    { date: DATES.parts, title, summary, dateText: title, lane, media: fc.tuple(picture), place },
    { title },
  ),
  icalendar: documentsOf(
    {
      date: DATES.plain,
      title,
      summary,
      lane,
      importance,
      place,
      tags: names,
      participants: attendees,
      partOf: lane,
      media: fc.tuple(picture),
      certainty: fc.constant("reported"),
    },
    { title },
  ),
  "json-ld": documentsOf(
    {
      date: DATES.edtf,
      title: titleByLanguage,
      summary: titleByLanguage,
      place,
      url,
      participants: names,
      tags: names,
      partOf: lane,
      media: fc.tuple(picture),
      sources: fc.tuple(SOURCE),
    },
    { title: titleByLanguage, locale: fc.constant("ar-SY") },
  ),
};

describe("What is written and read again", () => {
  it.each(Object.keys(HELD) as (keyof typeof HELD)[])(
    "is the same document, as far as the form holds it: %s",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(HELD[format], async (document) => {
          const { text, losses, issues } = await write(document, { format });
          expect({ losses, issues }).toEqual({ losses: [], issues: [] });
          const again = await read(text);
          expect(again.format).toBe(format);
          expect(again.document).toEqual(document);
          expect({ losses: again.losses, issues: again.issues }).toEqual({ losses: [], issues: [] });
        }),
        { seed: 20200709, numRuns: runs(80, 1_500) },
      );
    },
  );

  it("keeps a whole example in our own forms", async () => {
    const document = JSON.parse(readFileSync("examples/astana-damascus.json", "utf8")) as TimelineDocument;
    for (const format of ["mizwala", "ndjson"] as const)
      expect((await read((await write(document, { format })).text)).document).toEqual(document);
  });
});

/** What spreadsheets take for the begin of a formula, what hides it, and what looks as if it had been made safe already. */
const BEGINNINGS = ["=", "+", "-", "@", "\t=", "\r=", "\n+", " =", "'", "'=", "''@", "'\t-", "-0044", "+963", "0", "ا"];
const ENDINGS = [
  "",
  "1",
  "1+1",
  'HYPERLINK("https://example.org","a")',
  "2+3|' /C calc'!A0",
  "SUM(A1:A9)",
  "\r=1",
  "، ٩",
];
const formula = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.constantFrom(...ENDINGS))
  .map((parts) => parts.join(""))
  .filter((text) => text.trim() !== "");

/** A number may begin with a minus, and a date with that of its year. */
const NEGATIVE = {
  date: fc.constantFrom("-0044", "-0044-03-15", "-0044/-0027", "-0044-03~", "Y-17E7", "-0001-12-31/..", "-04XX"),
  published: fc.constantFrom("-0044", "-0026-07"),
  degrees: fc.constantFrom(-33.9, -0.5, 0, 33.5),
};

describe("S28: A table that is written for spreadsheets", () => {
  const events = fc.array(
    fc
      .tuple(fc.array(formula, { minLength: 8, maxLength: 8 }), fc.record(NEGATIVE))
      .map(([[id, title, summary, dateText, lane, place, name, quote], { date, published, degrees }]) => ({
        ...{ id: id!, title: title!, summary: summary!, dateText: dateText!, lane: lane!, partOf: id!, date },
        place: { name: place!, lat: degrees, lon: -degrees || 0 },
        ...{ participants: [name!, `${name!}.`], tags: [name!, "-1"] },
        sources: [{ title: name!, published, quote: quote! }],
      })),
    { minLength: 1, maxLength: 3 },
  );

  it("has no cell that is a formula, and no number or date that is none any more; read again, all is as it was", async () => {
    await fc.assert(
      fc.asyncProperty(events, async (given) => {
        const trimmed = JSON.parse(JSON.stringify(given), (_, value: unknown) =>
          typeof value === "string" ? value.trim() : value,
        ) as typeof given;
        const { text, losses, issues } = await write({ events: given }, { format: "csv" });
        expect({ losses, issues }).toEqual({ losses: [], issues: [] });
        const { data } = papa.parse(text, { header: true, skipEmptyLines: true }) as { data: Record<string, string>[] };
        expect(data).toHaveLength(given.length);
        data.forEach((row, i) => {
          const { date, start, end, lat, lon, "source published": published, ...texts } = row;
          expect(end === "now" || date === given[i]!.date || start === given[i]!.date).toBe(true);
          expect([Number(lat), Number(lon)]).toEqual([given[i]!.place.lat, given[i]!.place.lon]);
          expect(published).toBe(given[i]!.sources[0]!.published);
          for (const cell of Object.values(texts)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        });
        const again = await read(text);
        expect(again.document.events).toEqual(trimmed);
        expect({ losses: again.losses, issues: again.issues }).toEqual({ losses: [], issues: [] });
      }),
      { seed: 20200709, numRuns: runs(120, 1_500) },
    );
  });

  it("has each text as it is where formulas are wanted", async () => {
    const document = { events: [{ date: "-0044", title: "=1+1" }] };
    expect((await write(document, { format: "csv", formulaSafe: false })).text).toBe("date,title\r\n-0044,=1+1\r\n");
  });
});

describe("What a form can't hold", () => {
  const document: TimelineDocument = {
    title: { ar: "عنوان", en: "Title" },
    kinds: [{ kind: "launch", label: "Launch" }],
    events: [
      {
        kind: "signing",
        date: "2020-07~",
        title: { ar: "توقيع", en: "Signing" },
        parties: ["إيران", "سوريا"],
        participants: [{ name: "A", role: "president" }],
        sources: [{ title: "One" }, { title: "Two", url: "https://example.org/2" }],
        timeZone: "Asia/Damascus",
      },
    ],
  };

  it.each<[WritableFormat, readonly string[]]>([
    ["csv", ["title", "kinds", "parties", "participants.role", "sources"]],
    ["icalendar", ["kinds", "title", "date", "parties", "participants.role", "sources"]],
    ["json-ld", ["kinds", "kind", "parties", "participants.role", "timeZone"]],
    ["timelinejs", ["kinds", "kind", "title", "date", "parties", "participants", "sources", "timeZone"]],
    ["markdown", ["kinds", "kind", "title", "parties", "participants", "sources", "timeZone"]],
    ["text", ["kinds", "kind", "title", "parties", "participants", "sources", "timeZone"]],
  ])("is listed by field and row: %s", async (format, fields) => {
    const { losses } = await write(document, { format });
    const named = losses.map(({ field }) => field);
    expect(named).toEqual(expect.arrayContaining([...fields]));
    expect(losses.find(({ field }) => field === "parties")).toMatchObject({ row: 1, found: "an array of 2" });
  });

  it.each<[string, string]>([
    ["2020-13-45", "date-unreadable"],
    ["", "date-missing"],
  ])("is an issue where the date is %j, and the event is left out", async (date, code) => {
    for (const format of ["icalendar", "json-ld", "timelinejs", "markdown", "text"] as const) {
      const { text, issues } = await write(
        {
          events: [
            { date, title: "Bad" },
            { date: "2020", title: "Good" },
          ],
        },
        { format },
      );
      expect(issues.map((issue) => [issue.path, issue.code])).toEqual([["events[0].date", code]]);
      expect(text).toContain("Good");
      expect(text).not.toContain("Bad");
    }
  });
});
