import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesOf, talliesOf } from "../../../src/features/search/choices.js";
import { countCrowd, createCrowdCount, talliesOfCrowd } from "../../../src/features/search/crowd-choices.js";
import { matchCrowd } from "../../../src/features/search/crowd-match.js";
import { matchEvents } from "../../../src/features/search/match.js";
import { matchesInCrowd, matchesInList, type Matches } from "../../../src/features/search/matches.js";
import type { EventFilter } from "../../../src/model/filter.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions } from "../../../src/model/options.js";
import { resolveDocument } from "../../../src/model/resolve-document.js";
import { buildColumns } from "../../../src/store/columns.js";
import { readCrowd } from "../../../src/store/crowd.js";
import { keepEvents } from "../../../src/store/query/keep.js";
import { appendRows } from "../../../src/store/rows.js";
import { finish } from "../../../src/store/slices.js";
import { stories } from "../../support/stories.js";

const TITLES = [
  { ar: "قِمّة أستانا", en: "Astana summit" },
  "توقيع الاتفاقية",
  "Élysée talks",
  ["Meeting in ", { text: "دمشق" }],
];
const PEOPLE = ["رجب طيب أردوغان", { name: "محمد باقري", role: "رئيس الأركان", of: "إيران" }, "Putin"];
const KINDS = ["summit", "signing", "meeting", "event"];
const EVENTS: readonly object[] = [
  ...stories(60),
  ...Array.from({ length: 120 }, (_, i) => ({
    id: `own-${i}`,
    date: i % 7 === 0 ? Date.UTC(2012 + (i % 5), i % 12, 1) : `201${i % 10}-0${1 + (i % 9)}-1${i % 9}`,
    title: TITLES[i % TITLES.length],
    lane: ["east", "west", undefined][i % 3],
    kind: KINDS[i % KINDS.length],
    importance: (i % 10) / 10,
    ...(i % 4 === 1 && { parties: [PEOPLE[i % 3], "سوريا"] }),
    ...(i % 4 === 2 && { format: i % 8 === 2 ? "video" : ["in-person"], turnout: 73 }),
    ...(i % 5 === 0 && { participants: [PEOPLE[i % 3]], tags: ["دبلوماسية", `tag ${i % 3}`] }),
    ...(i % 6 === 0 && { place: "دمشق", summary: "عبر الفيديو" }),
    ...(i % 8 === 0 && { sources: [{ publisher: "سانا", url: "https://example.org/astana-talks" }] }),
  })),
];
const OPTIONS = resolveOptions({
  locale: "ar",
  events: EVENTS as never,
  lanes: [{ id: "world", lanes: [{ id: "east", label: "المشرق" }, { id: "west" }] }],
});
const { events, lanes } = resolveDocument(OPTIONS);
const columns = buildColumns(events);
const setting = { lanes, kinds: OPTIONS.kinds, timeZone: OPTIONS.timeZone, locale: OPTIONS.locale };
const here = readCrowd(EVENTS, { ...OPTIONS, report: () => undefined }, undefined).here!;

const inList = (filter: EventFilter): Matches => matchesInList(matchEvents(columns, filter, setting), columns);
const inCrowd = (filter: EventFilter): Matches => {
  const rows = new Uint32Array(Math.ceil(EVENTS.length / 32));
  finish(matchCrowd(here, filter, setting, rows));
  return matchesInCrowd(here, finish(keepEvents(here.store, { rows })), rows);
};

const some = <T>(...values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 });
const filters: fc.Arbitrary<EventFilter> = fc.record(
  {
    text: fc.constantFrom(
      "قمه",
      "استانا",
      "summit",
      "ELYSEE",
      "meeting in",
      "دمشق الفيديو",
      "سانا",
      "2015",
      "201",
      "ايران",
      "مشرق",
      "لقاء",
      "talks",
      "فيديو",
      "73",
      "https",
      "s",
    ),
    lanes: some("world", "east", "west", "story-1"),
    kinds: some(...KINDS),
    tags: some("دبلوماسيه", "TAG 1", "tag"),
    participants: some("سوريا", "محمد باقري", "putin", "باقري"),
    range: fc.constantFrom({ from: "2013" }, { to: "2015-06" }, { from: "2012", to: "2014" }),
  },
  { requiredKeys: [] },
);

describe("A search in a crowd", () => {
  it("finds what a search in a list finds, in the same order, and numbers it alike", () => {
    fc.assert(
      fc.property(filters, fc.nat(), (filter, at) => {
        const [list, crowd] = [inList(filter), inCrowd(filter)];
        expect(crowd.count).toBe(list.count);
        expect(new Set(crowd.data())).toEqual(new Set(list.data()));
        for (const event of events) expect(crowd.has(event)).toBe(list.has(event));
        if (list.count === 0) return;
        const number = at % list.count;
        const event = crowd.at(number)!;
        expect(crowd.data()[number]).toBe(EVENTS[event.index]);
        expect(crowd.numberOf(event.id)).toBe(number);
        expect(crowd.from(Date.UTC(2014, 0, 1))).toBe(list.from(Date.UTC(2014, 0, 1)));
      }),
      { seed: 20200709, numRuns: 300 },
    );
  });

  it("looks at rows from one on, wherever they are in the store", () => {
    const all = new Uint32Array(Math.ceil(EVENTS.length / 32));
    finish(matchCrowd(here, { text: "ا" }, setting, all));
    const before = appendRows([], EVENTS.slice(0, 100));
    const first = readCrowd(before, { ...OPTIONS, report: () => undefined }, undefined).here!;
    const grown = readCrowd(appendRows(before, EVENTS.slice(100)), first.setting, undefined, first).here!;
    expect(grown.store.tail.count).toBeGreaterThan(0);
    for (const from of [0, 99, 100, 101, 150, EVENTS.length]) {
      for (const some of [here, grown]) {
        const rows = new Uint32Array(all.length);
        finish(matchCrowd(some, { text: "ا" }, setting, rows, from));
        const isIn = (bits: Uint32Array, row: number): boolean => (bits[row >>> 5]! & (1 << (row & 31))) !== 0;
        EVENTS.forEach((_, row) => {
          expect(isIn(rows, row)).toBe(row >= from && isIn(all, row));
        });
      }
    }
  });

  it("steps through all matches in order of time, forth and back, however one jumps", () => {
    const crowd = inCrowd({ text: "ا" });
    const forth = Array.from({ length: crowd.count }, (_, number) => crowd.at(number)!.id);
    const back = Array.from({ length: crowd.count }, (_, i) => crowd.at(crowd.count - 1 - i)!.id).reverse();
    expect(new Set(forth).size).toBe(crowd.count);
    expect(back).toEqual(forth);
    expect(crowd.at(5)!.id).toBe(forth[5]);
    expect(crowd.at(crowd.count)).toBeUndefined();
  });

  it("says nothing of events that are not its own", () => {
    const found = inCrowd({ kinds: ["summit"] });
    expect([found.numberOf("nobody"), inCrowd({ text: "nothing like it" }).count]).toEqual([-1, 0]);
    expect(found.from(Date.UTC(2100, 0, 1))).toBe(0);
  });

  it("offers what a list offers to choose from", () => {
    const fields = ["kinds", "lanes", "tags", "participants"] as const;
    const count = createCrowdCount();
    finish(countCrowd(here, count));
    const ofCrowd = talliesOfCrowd(here, count, setting);
    const sorted = (tallies: typeof ofCrowd): object[] =>
      choicesOf(tallies, lanes, fields, {}).map(({ field, choices }) => ({
        field,
        choices: new Map(choices.map(({ value, ...choice }) => [value, choice])),
      }));
    expect(sorted(ofCrowd)).toEqual(sorted(talliesOf(events)));
  });

  it("looks at any row, whatever is in it", () => {
    const rows: readonly EventBase[] = [
      { date: "2020", title: { ar: [[["deep"]]] } as never },
      { date: "2020", title: `${"x".repeat(3_000)}far` },
      JSON.parse(
        '{"date":"2020","title":"a","__proto__":{"title":"hidden"},"summary":{"__proto__":"said"}}',
      ) as EventBase,
    ];
    const own = readCrowd(rows, { ...OPTIONS, report: () => undefined }, undefined).here!;
    const find = (text: string): number => {
      const found = new Uint32Array(1);
      finish(matchCrowd(own, { text }, setting, found));
      return found[0]!;
    };
    expect([find("deep"), find("far"), find("hidden"), find("said")]).toEqual([1, 0, 0, 4]);
  });
});
