import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesOf, talliesOf } from "../../../src/features/search/choices.js";
import { matchEvents, termsOf } from "../../../src/features/search/match.js";
import type { EventFilter } from "../../../src/model/filter.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { resolveDocument } from "../../../src/model/resolve-document.js";
import { buildColumns } from "../../../src/store/columns.js";
import { summit } from "../../e2e/example.js";
import { stories } from "../../support/stories.js";

const read = (options: TimelineOptions) => {
  const resolved = resolveOptions(options);
  const { events, lanes } = resolveDocument(resolved);
  return { columns: buildColumns(events), setting: { lanes, timeZone: resolved.timeZone } };
};
const matchIds = (options: TimelineOptions, filter: EventFilter): string[] => {
  const { columns, setting } = read(options);
  return matchEvents(columns, filter, setting).map(({ id }) => id);
};

const EVENTS: readonly EventBase[] = [
  {
    id: "a",
    kind: "summit",
    date: "2020-07-01",
    title: { ar: "قِمّة أستانا", en: "Astana summit" },
    summary: "عبر الفيديو",
    participants: [{ name: "رجب طيب أردوغان", role: "الرئيس", of: "تركيا" }],
    tags: ["دبلوماسية"],
    lane: "east",
  },
  {
    id: "b",
    kind: "signing",
    date: "2020-07-08",
    title: "توقيع",
    parties: ["إيران", "سوريا"],
    lane: "west",
  } as EventBase,
  { id: "c", kind: "meeting", date: "2020-07-09/2020-07-12", title: "لقاء", place: "دمشق", tags: ["دبلوماسيه", "x"] },
  { id: "d", kind: "event", date: { start: "2021", end: ".." }, title: "Élysée", sources: [{ publisher: "سانا" }] },
];
const OPTIONS: TimelineOptions = {
  locale: "ar",
  events: EVENTS as never,
  lanes: [{ id: "world", lanes: [{ id: "east", label: "المشرق" }, { id: "west" }] }],
};

describe("Words", () => {
  it.each([
    ["a title however it is spelled", "قمه استانا", ["a"]],
    ["words in any order", "أستانا قمة", ["a"]],
    ["parts of words", "ستان", ["a"]],
    ["a title in a language that is not shown", "SUMMIT", ["a"]],
    ["a summary", "الفيديو", ["a"]],
    ["a participant", "اردوغان", ["a"]],
    ["an office, and the state it belongs to", "رئيس تركيا", ["a"]],
    ["who has a part by the kind of event", "ايران", ["b"]],
    ["a place", "دمشق", ["c"]],
    ["the name of a kind", "توقيع", ["b"]],
    ["the name of a kind in a language that is not shown", "signing", ["b"]],
    ["a source", "سانا", ["d"]],
    ["tags", "دبلوماسيّة", ["a", "c"]],
    ["a lane", "المشرق", ["a"]],
    ["a year, in any digits", "٢٠٢١", ["d"]],
    ["accents or none", "elysee", ["d"]],
    ["words with signs between them", "قمة، (أستانا)", ["a"]],
    ["words that no event has together", "قمة دمشق", []],
    ["nothing but signs", "، ...", ["a", "b", "c", "d"]],
  ])("find %s", (_, text, ids) => {
    expect(matchIds(OPTIONS, { text })).toEqual(ids);
  });

  it("are looked for one by one, each once", () => {
    expect(termsOf(" قمّة  قمه COVID-19 ")).toEqual(["قمه", "covid", "19"]);
  });

  it("are found in the example, as its readers would write them", () => {
    expect(matchIds(summit, { text: "باقرى" })).toEqual(["visit", "arrival", "meeting"]);
    expect(matchIds(summit, { text: "اتفاقيه" })).toContain("agreement");
  });
});

describe("The other fields of a filter", () => {
  it.each<[string, EventFilter, string[]]>([
    ["any of some kinds", { kinds: ["summit", "meeting"] }, ["a", "c"]],
    ["lanes", { lanes: ["west"] }, ["b"]],
    ["all lanes of a group", { lanes: ["world"] }, ["a", "b"]],
    ["events without a lane", { lanes: [""] }, ["c", "d"]],
    ["tags however they are spelled", { tags: ["دبلوماسية"] }, ["a", "c"]],
    ["participants by their whole names", { participants: ["رجب طيب اردوغان"] }, ["a"]],
    ["no participants by parts of names", { participants: ["اردوغان"] }, []],
    ["what ends after a date", { range: { from: "2020-07-10" } }, ["c", "d"]],
    ["what begins before a date", { range: { to: "2020-07-08" } }, ["a", "b"]],
    ["what goes on", { range: { from: "2030", to: "2031" } }, ["d"]],
    ["what answers to all fields", { kinds: ["summit", "signing"], text: "سوريا" }, ["b"]],
    ["everything where nothing is asked for", {}, ["a", "b", "c", "d"]],
  ])("find %s", (_, filter, ids) => {
    expect(matchIds(OPTIONS, filter)).toEqual(ids);
  });

  it("only ever narrow what is found: every event answers to each field by itself", () => {
    const { columns, setting } = read({ events: stories(200) as never });
    const filters: fc.Arbitrary<EventFilter> = fc.record(
      {
        text: fc.constantFrom("قمة", "damas", "20", "ا ه"),
        lanes: fc.subarray(["story-0", "story-1", "story-2"], { minLength: 1 }),
        kinds: fc.constantFrom(["event"], ["summit"]),
        range: fc.constantFrom({ from: "2013" }, { to: "2015-06" }, { from: "2012", to: "2014" }),
      },
      { requiredKeys: [] },
    );
    const find = (filter: EventFilter): readonly string[] => matchEvents(columns, filter, setting).map(({ id }) => id);
    fc.assert(
      fc.property(filters, (filter) => {
        const alone = Object.entries(filter).map(([name, value]) => new Set(find({ [name]: value as unknown })));
        const both = columns.events.map(({ id }) => id).filter((id) => alone.every((ids) => ids.has(id)));
        expect(find(filter)).toEqual(both);
      }),
      { seed: 1 },
    );
  });
});

describe("Choices", () => {
  const FIELDS = ["kinds", "lanes", "tags", "participants"] as const;

  it("are what events differ in, the most frequent first, lanes as in the picture", () => {
    const { columns, setting } = read(OPTIONS);
    const groups = choicesOf(talliesOf(columns.events), setting.lanes, FIELDS, {});
    const shown = groups.map(({ field, choices }) => [field, choices.map(({ label, count }) => [label, count])]);
    expect(shown).toEqual([
      [
        "kinds",
        [
          ["قمة", 1],
          ["توقيع", 1],
          ["لقاء", 1],
          ["حدث", 1],
        ],
      ],
      [
        "lanes",
        [
          ["المشرق", 1],
          ["west", 1],
        ],
      ],
      [
        "tags",
        [
          ["دبلوماسية", 2],
          ["x", 1],
        ],
      ],
      [
        "participants",
        [
          ["رجب طيب أردوغان", 1],
          ["إيران", 1],
          ["سوريا", 1],
        ],
      ],
    ]);
  });

  it("are no more than can be read, and hold what is chosen already", () => {
    const events = Array.from({ length: 60 }, (_, i) => ({ date: "2020", title: "t", tags: [`tag ${i}`] }));
    const { columns } = read({ events });
    const [tags] = choicesOf(talliesOf(columns.events), [], FIELDS, { tags: ["TAG 50"] });
    expect(tags!.choices).toHaveLength(25);
    expect(tags!.choices.map(({ value }) => value)).toContain("tag 50");
  });

  it("of one value are none", () => {
    const { columns } = read({ events: [{ date: "2020", title: "a", tags: ["t"] }] });
    expect(choicesOf(talliesOf(columns.events), [], FIELDS, {})).toEqual([]);
  });
});
