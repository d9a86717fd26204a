import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveKinds } from "../../../src/model/kinds.js";
import { readCrowd, type Crowd } from "../../../src/store/crowd.js";
import { keepEvents } from "../../../src/store/query/keep.js";
import { appendRows } from "../../../src/store/rows.js";
import { finish } from "../../../src/store/slices.js";
import { byRank, byTime, covers, slowCells, type SlowEvent } from "../../oracle/event-store.js";
import { runs } from "../../support/full.js";
import { KINDS, LANES, rows, slowOf, type Row } from "./event-data.js";

const SETTING = {
  locale: "en",
  direction: "ltr",
  timeZone: "UTC",
  kinds: resolveKinds(),
  report: (): undefined => undefined,
} as const;
const NAMED = fc.constantFrom(0, 1, 3);

/** What an author writes of rows; one that lies too far away for a number of milliseconds can't be read. */
const writtenOf = (list: readonly Row[], named: number): readonly object[] =>
  list.map(({ start, length, lane, kind, importance }, i) => ({
    ...(named > 0 && i % named === 0 ? { id: `own ${i}` } : {}),
    date: Number.isNaN(start) ? "never" : { start, end: length === Infinity ? ".." : start + length },
    title: `Title ${i}`,
    lane: LANES[lane],
    kind: KINDS[kind],
    importance,
  }));
const near = rows.map((list) =>
  list.map((row) => (Number.isInteger(row.start) && Math.abs(row.start) < 1e9 ? row : { ...row, start: NaN })),
);
/** A crowd of all rows, of which those behind the first ones came later. */
function grownFrom(written: readonly object[], ...firsts: readonly number[]): Crowd {
  const all = firsts.map((first) => Math.min(first, written.length)).sort((a, b) => a - b);
  const [first = written.length] = all;
  let list: readonly object[] = written.slice(0, first);
  let crowd = readCrowd(list, SETTING);
  [...all, written.length].forEach((to, i, ends) => {
    list = appendRows(list, written.slice(i === 0 ? first : ends[i - 1], to));
    crowd = readCrowd(list, SETTING, undefined, crowd.here);
  });
  return crowd;
}
const rowOf = (crowd: Crowd, place: number): number | undefined => crowd.eventAt(place)?.index;
const rowsOf = (crowd: Crowd, places: readonly number[]): readonly (number | undefined)[] =>
  places.map((place) => (place < 0 ? undefined : rowOf(crowd, place)));
const sorted = (numbers: readonly (number | undefined)[]): readonly unknown[] =>
  numbers.toSorted((a, b) => Number(a) - Number(b));
const indexes = (events: readonly SlowEvent[]): readonly number[] => events.map(({ row }) => row);
const counts = fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }));
const at = fc.integer({ min: -25, max: 25 });

describe("A crowd", () => {
  it("knows how many there are, in which lanes, and from when to when", () => {
    fc.assert(
      fc.property(near, counts, (list, firsts) => {
        const crowd = grownFrom(writtenOf(list, 0), ...firsts);
        const events = slowOf(list);
        const starts = events.map(({ start }) => start);
        expect([crowd.count, crowd.isComing]).toEqual([events.length, false]);
        expect(crowd.issues.map(({ path }) => path)).toEqual(
          list.flatMap(({ start }, i) => (Number.isNaN(start) ? [`events[${i}].date`] : [])),
        );
        expect(crowd.lanes).toEqual([...new Set(events.map(({ lane }) => LANES[lane]))]);
        expect(crowd.kinds).toEqual([...SETTING.kinds.values()]);
        expect(crowd.extent).toEqual([Math.min(...starts), Math.max(...starts)]);
        for (const [code, id] of crowd.lanes.entries()) {
          const own = events.filter(({ lane }) => LANES[lane] === id);
          expect(crowd.countLane(code)).toBe(own.length);
          expect(crowd.firstIn(code)).toBe(Math.min(...own.map(({ start }) => start)));
        }
        expect([crowd.countLane(9), crowd.firstIn(9)]).toEqual([0, Infinity]);
      }),
      { seed: 20200709, numRuns: runs(40, 1_000) },
    );
  });

  it("finds events by their ids, and has each as it is written", () => {
    fc.assert(
      fc.property(near, counts, NAMED, (list, firsts, named) => {
        const written = writtenOf(list, named);
        const crowd = grownFrom(written, ...firsts);
        const ids = list.map((_, i) => (named > 0 && i % named === 0 ? `own ${i}` : `event-${i}`));
        const places = ids.map((id) => crowd.placeOf(id));
        expect(places.map((place) => place >= 0)).toEqual(list.map(({ start }) => !Number.isNaN(start)));
        const found = places.filter((place) => place >= 0);
        expect(sorted(found)).toEqual([...found.keys()]);
        const rows = list.flatMap(({ start }, i) => (Number.isNaN(start) ? [] : [i]));
        const events = rows.map((row) => crowd.eventAt(places[row]!)!);
        expect(events.map(({ id, index, title }) => [id, index, title.text])).toEqual(
          rows.map((row) => [ids[row], row, `Title ${row}`]),
        );
        expect(events.every(({ datum, index }) => datum === written[index])).toBe(true);
        expect(events.every(({ parts, partOf, leadsTo }) => !partOf && parts.length + leadsTo.length === 0)).toBe(true);
        for (const id of ["nobody", "", "event-", `event-${list.length}`, "event-1e1"])
          expect(crowd.placeOf(id)).toBe(-1);
      }),
      { seed: 20200709, numRuns: runs(30, 1_000) },
    );
  });

  it("knows what starts in a stretch of time, what goes on, and what is most important", () => {
    fc.assert(
      fc.property(near, counts, at, fc.nat({ max: 40 }), fc.nat({ max: 5 }), (list, firsts, from, length, most) => {
        const crowd = grownFrom(writtenOf(list, 0), ...firsts);
        const to = from + length;
        const events = slowOf(list);
        const starting = events.filter(({ start }) => start >= from && start < to);
        const bandOf = (event: SlowEvent): number => crowd.lanes.indexOf(LANES[event.lane]!);
        expect(crowd.countIn(from, to)).toBe(starting.length);
        expect(crowd.allIn(from, to, starting.length - 1)).toBeUndefined();
        expect(sorted(rowsOf(crowd, crowd.allIn(from, to, starting.length)!))).toEqual(indexes(starting));
        const going = events.filter((event) => covers(event, from, from + 1e-9)).toSorted(byRank);
        expect(rowsOf(crowd, crowd.goingOn(from, most))).toEqual(
          crowd.lanes.flatMap((_, lane) => indexes(going.filter((event) => bandOf(event) === lane)).slice(0, most)),
        );
        const bins = new Map<string, SlowEvent>();
        for (const event of events.toSorted(byRank).toReversed())
          bins.set(`${bandOf(event)} ${Math.floor(event.start / 4)}`, event);
        const winning = [...bins.values()].filter(({ start }) => start >= from && start < to);
        expect(sorted(rowsOf(crowd, crowd.winners(from, to, 2)))).toEqual(sorted(indexes(winning)));
        const band = [...crowd.lanes.keys()].slice(0, 2);
        const first = starting.filter((event) => band.includes(bandOf(event))).toSorted(byRank)[0];
        expect(rowsOf(crowd, [crowd.topIn(from, to, band)])).toEqual([first?.row]);
      }),
      { seed: 20200709, numRuns: runs(60, 1_500) },
    );
  });

  it("counts by pixels of bands, by groups of kinds as well", () => {
    fc.assert(
      fc.property(near, counts, at, fc.integer({ min: 1, max: 40 }), (list, firsts, from, length) => {
        const crowd = grownFrom(writtenOf(list, 0), ...firsts);
        const bands = [[...crowd.lanes.keys()]];
        const codes = [...SETTING.kinds.keys()];
        const of = codes.map((name) => Math.min(1, KINDS.indexOf(name)));
        const { counts, most, byGroup } = crowd.strips(from, from + length, length, bands, { of, count: 2 });
        const edges = Array.from({ length: length + 1 }, (_, i) => from + i);
        const cells = slowCells(slowOf(list), edges, [[0, 1, 2, 3]]);
        expect([...counts]).toEqual(bands[0]!.length > 0 ? cells.map((cell) => cell.length) : Array(length).fill(0));
        expect(most).toBe(Math.max(...counts));
        expect([...byGroup!]).toEqual(
          cells.flatMap((cell) => [0, 1].map((group) => cell.filter(({ kind }) => Math.min(1, kind) === group).length)),
        );
        expect(crowd.strips(from, from + length, length, bands).byGroup).toBeUndefined();
      }),
      { seed: 20200709, numRuns: runs(30, 1_000) },
    );
  });

  it("is walked in order of time, there and back", () => {
    fc.assert(
      fc.property(near, counts, (list, firsts) => {
        const crowd = grownFrom(writtenOf(list, 0), ...firsts);
        const walk = (step: (place: number) => number): readonly number[] => {
          const places: number[] = [];
          for (let place = step(-1); place >= 0 && places.length <= list.length; place = step(place))
            places.push(place);
          return places;
        };
        const there = walk((place) => crowd.next(place));
        expect(rowsOf(crowd, there)).toEqual(indexes(slowOf(list).toSorted(byTime)));
        expect(walk((place) => crowd.previous(place))).toEqual(there.toReversed());
      }),
      { seed: 20200709, numRuns: runs(20, 500) },
    );
  });
});

describe("What a crowd remembers", () => {
  /** Rows that count how often their dates are read. */
  const countingRows = (
    count: number,
    from = 0,
  ): { readonly rows: readonly object[]; readonly reads: () => number } => {
    let reads = 0;
    const rows = Array.from({ length: count }, (_, i) => ({
      title: `Title ${from + i}`,
      get date(): number {
        reads++;
        return from + i;
      },
    }));
    return { rows, reads: () => reads };
  };

  it("is all that it has read, where more comes behind it and nothing else is changed", () => {
    const [first, second] = [countingRows(50), countingRows(5, 50)];
    const before = readCrowd(first.rows, SETTING);
    const event = before.eventAt(before.placeOf("event-7"));
    const grown = appendRows(first.rows, second.rows);
    const read = first.reads();
    const now = readCrowd(grown, SETTING, undefined, before.here);
    expect([now.count, first.reads(), second.reads()]).toEqual([55, read, 5]);
    expect(now.eventAt(now.placeOf("event-7"))).toBe(event);
    expect(now.here).toMatchObject({ rows: grown, read: 55, setting: SETTING });
    for (const other of [{ timeZone: "Asia/Damascus" }, { locale: "ar" }, { kinds: resolveKinds() }, { now: 5 }]) {
      const again = readCrowd(grown, { ...SETTING, ...other }, undefined, before.here);
      expect(again.count).toBe(55);
      expect(again.eventAt(again.placeOf("event-7"))).not.toBe(event);
    }
    const fresh = readCrowd([...grown], SETTING, undefined, before.here);
    expect(fresh.eventAt(fresh.placeOf("event-7"))).not.toBe(event);
    expect(fresh.eventAt(fresh.placeOf("event-7"))).toEqual(event);
  });

  it("is put in order once too many have come between two pictures", () => {
    const before = readCrowd(countingRows(10).rows, SETTING);
    const grow = (count: number): Crowd =>
      readCrowd(appendRows(before.here!.rows, countingRows(count, 10).rows), SETTING, undefined, before.here);
    expect(grow(2_048).store!.tail.count).toBe(2_048);
    const taken = grow(2_049);
    expect([taken.store!.tail.count, taken.store!.index.count]).toEqual([0, 2_059]);
    expect(taken.store!.index.tallies).toBeDefined();
  });

  it("is given up where it is too much, and nothing is lost by that", () => {
    const { rows } = countingRows(9_000);
    const crowd = readCrowd(rows, SETTING);
    const first = crowd.eventAt(0);
    expect(crowd.eventAt(0)).toBe(first);
    for (let place = 1; place < 4_000; place++) crowd.eventAt(place);
    expect(crowd.eventAt(0)).toBe(first);
    crowd.eventAt(4_000);
    expect(crowd.eventAt(0)).not.toBe(first);
    expect(crowd.eventAt(0)).toEqual(first);
    expect([crowd.placeOf("event-8999"), crowd.placeOf("event-1")]).toEqual([8_999, 1]);
  });

  it("is not looked through again for an id that nobody has, until more comes", () => {
    let reads = 0;
    const rows = Array.from({ length: 100 }, (_, i) => ({
      date: i,
      title: "A title",
      get id(): string {
        reads++;
        return `own ${i}`;
      },
    }));
    const before = readCrowd(rows, SETTING);
    reads = 0;
    expect(before.placeOf("later")).toBe(-1);
    expect(reads).toBe(100);
    expect(before.placeOf("later")).toBe(-1);
    expect(reads).toBe(100);
    const now = readCrowd(
      appendRows(rows, [{ date: 5, title: "A title", id: "later" }]),
      SETTING,
      undefined,
      before.here,
    );
    expect(now.placeOf("later")).toBe(100);
    expect(reads).toBe(100);
    expect(now.placeOf("own 99")).toBe(99);
  });
});

describe("The ids of a crowd", () => {
  it("are the author's own, else names by rows", () => {
    const ids = ["a", "", 7, "event-0", undefined, "event-99"];
    const crowd = readCrowd(
      ids.map((id, i) => ({ id, date: i, title: "A title" })),
      SETTING,
    );
    const own = ["a", "event-1", "event-2", "event-0", "event-4", "event-99"];
    expect(ids.map((_, place) => crowd.eventAt(place)!.id)).toEqual(own);
    expect(own.map((id) => crowd.placeOf(id))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("are not found of rows that are none or have no date", () => {
    const crowd = readCrowd([7, null, { id: "a", title: "A title" }, { id: "b", date: 0, title: "A title" }], SETTING);
    expect(["event-0", "event-1", "a", "b"].map((id) => crowd.placeOf(id))).toEqual([-1, -1, -1, 0]);
  });
});

describe("A crowd of some of the events", () => {
  const events = Array.from({ length: 90 }, (_, i) => ({ date: i * 10, title: "A title", lane: `lane ${i % 3}` }));

  it("has the stretch of time of all of them, and knows what all were read from", () => {
    const all = readCrowd(events, SETTING);
    const some = all.here!.keep(finish(keepEvents(all.store!, { lanes: [1] })));
    expect([some.count, some.extent, some.lanes]).toEqual([30, all.extent, all.lanes]);
    expect(some.here).toBe(all.here);
    expect(all.here!.whole.count).toBe(90);
    expect(rowsOf(some, [0, 29])).toEqual([1, 88]);
    expect([some.placeOf("event-88"), some.placeOf("event-87")]).toEqual([29, -1]);
    // Places are those of each crowd, whichever was asked last.
    expect([all.placeOf("event-88"), some.placeOf("event-88")]).toEqual([59, 29]);
  });

  it("is taken from a store that was built before, which must be of the same events", () => {
    const { store } = readCrowd(events, SETTING);
    const crowd = readCrowd(events, SETTING, store);
    expect(crowd.store).toBe(store);
    expect(rowOf(crowd, 0)).toBe(0);
    const other = readCrowd(events.slice(0, 5), SETTING, store);
    expect(() => other.eventAt(89)).toThrow(expect.objectContaining({ code: "option-value", path: "options.store" }));
  });
});
