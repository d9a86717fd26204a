import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WritableFormat } from "../../../src/formats/format.js";
import { read } from "../../../src/formats/read.js";
import { READERS, WRITERS } from "../../../src/formats/table.js";
import { write } from "../../../src/formats/write.js";
import type { TimelineDocument } from "../../../src/model/options.js";
import { DATES, documentsOf, FIELDS } from "./documents.js";
import { runs } from "../../support/full.js";

const { title, titleByLanguage, summary, lane, place, url, names, picture, importance } = FIELDS;
const word = fc.constantFrom("one", "اثنان", "three");
const person = fc.oneof(word, fc.record({ name: word, role: word, of: titleByLanguage }, { requiredKeys: ["name"] }));

/** Documents with more than any other form holds. */
const FULL = documentsOf(
  {
    ...{ date: DATES.edtf, title: titleByLanguage, summary: fc.oneof(summary, titleByLanguage), dateText: title },
    ...{ lane, place, url, importance, tags: names, leadsTo: names, partOf: lane },
    certainty: fc.constantFrom("reported", "disputed"),
    participants: fc.array(person, { minLength: 1, maxLength: 3 }),
    sources: fc.array(
      fc.record(
        { title: word, url, publisher: word, quote: titleByLanguage, published: fc.constant("2020-07-09") },
        { requiredKeys: ["title"] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    media: fc.array(
      fc.tuple(picture, word).map(([one, credit]) => ({ ...(one as object), credit })),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    kind: fc.constant("signing"),
    parties: fc.constant(["إيران", "سوريا"]),
    document: word,
    data: fc.record({ page: fc.integer({ min: 1, max: 9 }) }),
    timeZone: fc.constant("Asia/Damascus"),
    publishedOn: fc.constant("2020-07-10"),
    lang: fc.constantFrom("ar", "en"),
    dir: fc.constant("rtl"),
  },
  {
    title: titleByLanguage,
    subtitle: titleByLanguage,
    locale: fc.constantFrom("ar-SY", "en"),
    eras: fc.tuple(fc.record({ title: titleByLanguage, date: fc.constant("2020") })),
    lanes: fc.constant([{ id: "a", label: "A" }]),
    kinds: fc.constant([{ kind: "launch", label: "Launch" }]),
    numerals: fc.constant("arab"),
  },
);

/** Whether a loss is one of this field or of a part of it. */
const isOf = (name: string, field: string): boolean => field === name || field.startsWith(`${name}.`);

/** Objects with their fields in order; a name alone is the same as a name without a role. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: object | null) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    const fields = Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1));
    return fields.length === 1 && fields[0]![0] === "name" ? (fields[0]![1] as unknown) : Object.fromEntries(fields);
  });

/** What neither came back nor is listed as lost. */
async function silent(document: TimelineDocument, format: WritableFormat): Promise<readonly string[]> {
  const { text, losses, issues } = await write(document, { format });
  const again = format in READERS ? (await read(text)).document : { events: [] };
  const same = (one: unknown, other: unknown): boolean => plain(one) === plain(other);
  const ofDocument = Object.keys(document).filter(
    (name) =>
      !["version", "events"].includes(name) &&
      !same(document[name as "title"], again[name as "title"]) &&
      !losses.some(({ row, field }) => row === undefined && isOf(name, field)),
  );
  const ofEvents = document.events.flatMap((event, index) => {
    const back = again.events.find(({ id }) => id === event.id);
    const isLeftOut = !back && [...losses, ...issues].some((each) => isAboutDate(each, index));
    return isLeftOut && format in READERS
      ? []
      : Object.keys(event)
          .filter((name) => {
            return (
              !same(event[name as "title"], back?.[name as "title"]) &&
              !losses.some(({ row, field }) => row === index + 1 && isOf(name, field))
            );
          })
          .map((name) => `${name} of an event: ${JSON.stringify(event[name as "title"])}`);
  });
  return [...ofDocument, ...ofEvents];
}

/** Whether the date of an event is said to be the reason why it is left out. */
function isAboutDate(each: { row?: number; field?: string; path?: string; reason?: string }, index: number): boolean {
  return each.path === `events[${index}].date` || (each.row === index + 1 && (each.reason ?? "").includes("left out"));
}

/** What a list in words for people says by its nature, though no program reads it again. */
const SAID =
  /^(?:locale$|numerals$|title$|subtitle$|(?:date|url|lang|dir) of an event|(?:title|summary) of an event: ")/;

describe("Nothing that is written is lost without a word", () => {
  it.each(Object.keys(WRITERS) as WritableFormat[])("in %s", { timeout: 120_000 }, async (format) => {
    await fc.assert(
      fc.asyncProperty(FULL, async (document) => {
        const lost = await silent(document, format);
        expect(format in READERS ? lost : lost.filter((what) => !SAID.test(what))).toEqual([]);
      }),
      { seed: 20200709, numRuns: runs(60, 1_500) },
    );
  });
});

/** A document with two of everything, in two languages. */
const words = { ar: "كلمات", en: "words" };
const RICH = {
  ...{ title: words, subtitle: words, locale: "en", numerals: "arab", timeZone: "Asia/Damascus" },
  eras: [{ id: "e", hue: "red", title: words, date: "2020" }],
  kinds: [{ kind: "launch", label: words }],
  lanes: [{ id: "a", label: words }],
  events: [
    {
      ...{ id: "x", date: "2020-07~/..", dateText: words, publishedOn: "2020-07-10", timeZone: "Europe/Berlin" },
      ...{ title: words, summary: words, kind: "launch", lane: "a", parties: ["a"], document: "d", data: { page: 1 } },
      ...{ lang: "en", dir: "rtl", url: "javascript:x()", certainty: "disputed", importance: 0.5 },
      ...{ tags: ["a;b", "c"], leadsTo: ["y;z"], partOf: "y" },
      participants: [{ name: words, role: words, of: words }, "a;b"],
      place: { name: words, lat: 1, lon: 2 },
      sources: [
        { title: words, url: "javascript:x()", publisher: words, quote: words, published: "2020" },
        { title: "Another" },
      ],
      media: [
        { url: "javascript:x()", alt: words, credit: words },
        { url: "b.jpg", alt: words, credit: words },
      ],
    },
  ],
};

describe("What is lost", () => {
  it.each(Object.keys(WRITERS) as WritableFormat[])("is named, shown and explained in %s", async (format) => {
    const document = RICH as unknown as TimelineDocument;
    const { losses } = await write(document, { format });
    const partsOf = (name: string, value: unknown): string[] =>
      [value]
        .flat()
        .flatMap((each) => (typeof each === "object" ? Object.keys(each!) : []))
        .map((part) => `${name}.${part}`);
    const fields = [RICH, RICH.events[0]!].flatMap((of) =>
      Object.entries(of).flatMap(([name, value]) => [name, ...partsOf(name, value)]),
    );
    for (const { field, found, reason } of losses) {
      expect(fields).toContain(field);
      expect(found, field).not.toMatch(/^(?:undefined|null|""|)$/);
      expect(reason, field).toMatch(/\S \S/);
    }
  });
});
