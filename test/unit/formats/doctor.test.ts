import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examine, mend } from "../../../src/formats/index.js";
import type { TimelineDocument } from "../../../src/model/options.js";

const URL = "https://example.org/";
const documentOf = (...events: readonly object[]): TimelineDocument =>
  ({ events: events.map((event) => ({ url: URL, ...event })) }) as unknown as TimelineDocument;

describe("The doctor", () => {
  it.each<[string, object, string, unknown]>([
    ["an end before its start", { date: "2020-07-09/2020-07-07" }, "date-order", "2020-07-07/2020-07-09"],
    [
      "that in an object",
      { date: { start: "2020-07-09", end: "2020-07-07" } },
      "date-order",
      { start: "2020-07-07", end: "2020-07-09" },
    ],
    ["a month and a day the wrong way round", { date: "2020-25-07" }, "date-unreadable", "2020-07-25"],
    ["digits of two kinds in a date", { date: "٢٠٢٠-07-09" }, "date-unreadable", "2020-07-09"],
    ["a date in words", { date: "٩ تموز ٢٠٢٠" }, "date-unreadable", "2020-07-09"],
    [
      "a weekday that is that of the day with its month",
      { date: "2020-09-07", dateText: "Thursday" },
      "weekday-contradiction",
      "2020-07-09",
    ],
    ["an unknown kind with a near name", { date: "2020", kind: "sumit" }, "kind-unknown", "summit"],
    ["an unknown word for certainty", { date: "2020", certainty: "disputd" }, "word-unknown", "disputed"],
  ])("finds and mends %s", (_what, event, code, value) => {
    const document = documentOf({ title: "A title", ...event });
    const [finding, ...more] = examine(document).filter(({ repair }) => repair);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code, event: 0, repair: { value } });
    const mended = mend(document, [finding!]);
    expect(mended.events[0]).toMatchObject({ [finding!.repair!.field!]: value });
    expect(examine(mended).filter((again) => again.code === code)).toEqual([]);
  });

  it("finds a year of another calendar among years of our days, and reads it there", () => {
    const document = documentOf(
      { date: "2020-07-09", title: "لقاء" },
      { date: "2019", title: "قمة" },
      { date: "1441-11-18", title: "اتفاقية" },
    );
    const [finding] = examine(document);
    expect(finding).toMatchObject({
      code: "calendar-year",
      event: 2,
      repair: { value: "1441-11-18[u-ca=islamic-umalqura]" },
    });
    expect(examine({ ...document, locale: "fa" })[0]?.expected).toContain("persian");
    const history = documentOf(
      { date: "1441", title: "a" },
      { date: "1453", title: "b" },
      { date: "1492", title: "c" },
      { date: "1990", title: "d" },
    );
    expect(examine(history)).toEqual([]);
  });

  it("finds an event that is there twice, and takes it out where it is the same in all but its id", () => {
    const document = documentOf(
      { id: "a", date: "2020-07-09", title: "لقاء الأسد وباقري في دمشق" },
      { id: "b", date: "2020-07-09", title: "لقاء الاسد و باقري في دمشق", place: "دمشق" },
      { id: "c", date: "2020-07-09", title: "لقاء الأسد وباقري في دمشق" },
      { id: "d", date: "2020-07-09", title: "توقيع الاتفاقية" },
      { id: "e", date: "2021-07-09", title: "لقاء الأسد وباقري في دمشق" },
    );
    const found = examine(document);
    expect(found.map(({ code, event, repair }) => [code, event, repair])).toEqual([
      ["event-duplicate", 1, undefined],
      ["event-duplicate", 2, {}],
    ]);
    expect(mend(document, found).events.map(({ id }) => id)).toEqual(["a", "b", "d", "e"]);
  });

  it("takes short titles with another first letter for two events", () => {
    const document = documentOf({ date: "2020", title: "Raids" }, { date: "2020", title: "Maids" });
    expect(examine(document)).toEqual([]);
  });

  it("finds the event that a part may belong to, by a name that is near", () => {
    const document = documentOf(
      { id: "summit", date: "2020", title: "A summit" },
      { date: "2021", title: "A speech", partOf: "sumit" },
    );
    expect(examine(document)).toMatchObject([
      { code: "reference-unknown", event: 1, repair: { field: "partOf", value: "summit" } },
    ]);
  });

  it("knows no better day for a weekday where day and month are the same number", () => {
    const [finding, ...more] = examine(documentOf({ date: "2020-07-07", dateText: "Monday", title: "A title" }));
    expect(finding).toMatchObject({ code: "weekday-contradiction", found: '"Monday"' });
    expect(finding).not.toHaveProperty("repair");
    expect(more).toEqual([]);
  });

  it("finds digits of two kinds in one text, titles that are too long, pictures without words, and missing sources", () => {
    const events = [
      { date: "2020", title: "في 9 تموز ٢٠٢٠", url: undefined },
      { date: "2021", title: "word ".repeat(40) },
      { date: "2022", title: "Picture", media: [{ url: "a.jpg" }] },
    ];
    expect(examine(documentOf(...events)).map(({ code, event }) => [code, event])).toEqual([
      ["alt-missing", 2],
      ["digits-mixed", 0],
      ["title-long", 1],
      ["source-missing", 0],
    ]);
    expect(
      examine({
        events: [
          { date: "2020", title: "a" },
          { date: "2021", title: "b" },
        ],
      }),
    ).toMatchObject([{ path: "events", code: "source-missing" }]);
    expect(examine({ events: [{ date: "2020", title: "a" }] })).toMatchObject([
      { path: "events[0].sources", code: "source-missing", event: 0 },
    ]);
  });

  it("writes mixed digits of a text in the kind that is most used there, and leaves texts in several languages alone", () => {
    const document = documentOf(
      { date: "2020", title: "في 9 تموز ٢٠٢٠" },
      { date: "2021", title: { ar: "٩ تموز", en: "9 July ٢" } },
      { date: "2022", title: "Day ۹", dateText: "9 July 202٢" },
    );
    const found = examine(document).filter(({ code }) => code === "digits-mixed");
    expect(found.map(({ event, repair }) => [event, repair?.value])).toEqual([
      [0, "في ٩ تموز ٢٠٢٠"],
      [1, undefined],
      [2, "9 July 2022"],
    ]);
    expect(examine(mend(document, found)).filter(({ code }) => code === "digits-mixed")).toHaveLength(1);
  });

  it("finds colours that are written as numbers, the contrast of those that are too light, and the nearest of the palette", () => {
    const document = {
      events: [{ date: "2020", title: "t", url: URL }],
      kinds: [{ kind: "a", label: "A", hue: "#ffee00" }],
      lanes: [
        { id: "x", hue: "#2056a6", lanes: [{ id: "y", hue: "#bcd" }] },
        { id: "z", hue: "teal" },
        { id: "g", hue: "#888" },
      ],
    };
    const found = examine(document).filter(({ code }) => code.startsWith("colour-"));
    expect(found.map(({ path, code, found: given, expected }) => [path, code, given, expected])).toEqual([
      ["kinds[0].hue", "colour-contrast", "#ffee00 (1.2 : 1)", "amber"],
      ["lanes[0].hue", "colour-own", "#2056a6", "blue"],
      ["lanes[0].lanes[0].hue", "colour-contrast", "#bcd (1.6 : 1)", "blue"],
      ["lanes[2].hue", "colour-own", "#888", "slate"],
    ]);
    expect(found[0]?.message).toBe(
      "The colour #ffee00 (1.2 : 1) can hardly be seen on light paper; amber is a name of the palette.",
    );
  });

  it("says it in English and in Arabic", () => {
    const document = documentOf({ date: "2020-07-09/2020-07-07", title: "زيارة" });
    expect(examine(document)[0]?.message).toBe('The end is before the start: "2020-07-09/2020-07-07".');
    expect(examine(document, { language: "ar" })[0]?.message).toBe('النهاية قبل البداية: "2020-07-09/2020-07-07".');
  });

  it.each<[field: string, event: object, found: string]>([
    ["date", { date: "whenever" }, '"whenever"'],
    ["lang", { lang: "no tag" }, '"no tag"'],
    ["kind", { kind: "sumit" }, '"sumit"'],
    ["lane", { lane: "nowhere" }, '"nowhere"'],
    ["partOf", { partOf: "nothing" }, '"nothing"'],
    ["certainty", { certainty: "perhaps" }, '"perhaps"'],
    ["importance", { importance: 7 }, "7"],
    ["url", { url: "javascript:x()" }, '"javascript:x()"'],
  ])("shows in its words what is wrong with a field: %s", (field, event, found) => {
    const document = { lanes: [{ id: "a" }], ...documentOf({ date: "2020", title: "t", ...event }) };
    for (const language of ["en", "ar"] as const)
      expect(examine(document, { language }).map(({ path, message }) => [path, message])).toEqual([
        [`events[0].${field}`, expect.stringContaining(found)],
      ]);
  });

  it("has nothing to say of what is right", () => {
    expect(examine(documentOf({ date: "2020-07-09", dateText: "الخميس", title: "لقاء" }))).toEqual([]);
  });

  it("never throws, changes nothing it was given, and mends without harm", () => {
    const event = fc.dictionary(
      fc.constantFrom("id", "date", "title", "kind", "dateText", "sources", "media", "lane"),
      fc.anything({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({ events: fc.array(event), locale: fc.anything(), kinds: fc.anything(), lanes: fc.anything() }),
        ),
        (document) => {
          const found = examine(document);
          for (const { message } of found) expect(message).not.toContain("{found}");
          if (typeof document === "object" && document !== null && "events" in document)
            mend(document as TimelineDocument, found);
        },
      ),
      { seed: 20200709, numRuns: 500 },
    );
  });
});
