import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packLinks, placeLinks, type LinkBox } from "../../../src/layout/links.js";
import { resolveKinds } from "../../../src/model/kinds.js";
import type { EventBase } from "../../../src/model/input.js";
import { normalize } from "../../../src/model/normalize.js";
import { buildColumns, type Columns } from "../../../src/store/columns.js";
import type { Domain } from "../../../src/view/view.js";
import { panBy } from "../../../src/view/zoom.js";

const parameters = { seed: 20200709, numRuns: 300 };
const YEAR: Domain = [Date.UTC(2020, 0, 1), Date.UTC(2021, 0, 1)];
const SETTING = { locale: "en", direction: "ltr", timeZone: "UTC", kinds: resolveKinds() } as const;

const columnsOf = (events: readonly Omit<EventBase, "title">[]): Columns =>
  buildColumns(
    normalize(
      events.map((event) => ({ title: "An event", ...event })),
      SETTING,
    ).events,
  );
const tiersOf = (events: readonly Omit<EventBase, "title">[]): (readonly [string, string, string, number])[] => {
  const columns = columnsOf(events);
  const idOf = (place: number): string => columns.events[place]!.id;
  return packLinks(columns).links.map(([{ from, to, kind }, tier]) => [idOf(from), kind, idOf(to), tier]);
};

/** Events on days of 2020, each of which led to some of the others and may be a part of one. */
const anyTies = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      leadsTo: fc.array(fc.nat(19), { maxLength: 3 }),
      partOf: fc.option(fc.nat(19), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ day, month, leadsTo, partOf }, i) => ({
      id: `e${i}`,
      date: new Date(Date.UTC(2020, month - 1, day)).toISOString().slice(0, 10),
      leadsTo: leadsTo.map((other) => `e${other % rows.length}`),
      ...(partOf === undefined ? {} : { partOf: `e${partOf % rows.length}` }),
    })),
  );

describe("Links", () => {
  it("tie an event to what it led to, and to the whole unless it stands on its bar.", () => {
    const events = [
      { id: "a", date: "2020-01-01", leadsTo: ["b", "b", "a"] },
      { id: "b", date: "2020-02-01", partOf: "whole" },
      { id: "whole", date: "2020-03/2020-04" },
      { id: "inside", date: "2020-03-20", partOf: "whole" },
      { id: "same", date: "2020-01-01", partOf: "a" },
    ];
    expect(tiersOf(events)).toEqual([
      ["a", "leads", "b", 0],
      ["b", "part", "whole", 0],
    ]);
  });

  it("nest: the shorter stand below, and a chain takes one tier.", () => {
    const events = [
      { id: "a", date: "2020-01-01", leadsTo: ["d", "b"] },
      { id: "b", date: "2020-02-01", leadsTo: ["c"] },
      { id: "c", date: "2020-03-01", leadsTo: ["d"] },
      { id: "d", date: "2020-04-01" },
    ];
    expect(tiersOf(events).map(([from, , to, tier]) => [from + to, tier])).toEqual([
      ["bc", 0],
      ["ab", 0],
      ["cd", 0],
      ["ad", 1],
    ]);
  });

  it("never lie upon each other, in no more than four tiers; the height is that of their tiers.", () => {
    fc.assert(
      fc.property(anyTies, (events) => {
        const columns = columnsOf(events);
        const { links, height } = packLinks(columns);
        const tiers = links.map(([, tier]) => tier);
        expect(Math.max(0, ...tiers)).toBeLessThan(4);
        expect(height).toBe(links.length === 0 ? 0 : 4 + 8 * (Math.max(...tiers) + 1));
        for (const [one, tier] of links) {
          for (const [other, otherTier] of links) {
            if (one === other || tier !== otherTier) continue;
            const [a, b] = [one, other].map(({ from, to }) =>
              [columns.anchor[from]!, columns.anchor[to]!].sort((x, y) => x - y),
            );
            expect(a![1]! <= b![0]! || b![1]! <= a![0]!).toBe(true);
          }
        }
      }),
      parameters,
    );
  });

  it("move by the same way while panning, and keep their height.", () => {
    fc.assert(
      fc.property(anyTies, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (events, share) => {
        const columns = columnsOf(events);
        const at = (domain: Domain): Map<string, LinkBox> =>
          new Map(
            placeLinks(packLinks(columns), columns, domain, 1000).map((box) => [
              `${box.kind} ${box.from} ${box.to}`,
              box,
            ]),
          );
        const [before, after] = [at(YEAR), at(panBy(YEAR, share))];
        for (const [key, { start, end, across }] of before) {
          const moved = after.get(key);
          const isWhole = [start, end].every((along) => Math.abs(along - share * 1000 - 500) < 500);
          if (!isWhole) continue;
          expect(moved!.across).toBe(across);
          expect(moved!.start).toBeCloseTo(start - share * 1000, 4);
          expect(moved!.end).toBeCloseTo(end - share * 1000, 4);
        }
      }),
      parameters,
    );
  });

  it("have finite ends near the plot at any zoom, and none between marks that all but touch.", () => {
    const columns = columnsOf([
      { id: "a", date: "2020-01-01", leadsTo: ["b", "c"] },
      { id: "b", date: "2020-01-02" },
      { id: "c", date: "2020-12-01" },
    ]);
    const near = placeLinks(packLinks(columns), columns, [YEAR[0] + 60_000, YEAR[0] + 120_000], 1000);
    for (const { start, end } of near) expect([start, end].every((along) => along >= -120 && along <= 1120)).toBe(true);
    const far = placeLinks(packLinks(columns), columns, YEAR, 1000);
    expect(far.map(({ to }) => columns.events[to]!.id)).toEqual(["c"]);
  });
});
