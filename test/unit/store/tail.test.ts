import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOf, readEvent } from "../../../src/store/event-store.js";
import { keepEvents, rowSet, type Keep } from "../../../src/store/query/keep.js";
import { startsIn } from "../../../src/store/query/window.js";
import { finish } from "../../../src/store/slices.js";
import { rebuild } from "../../../src/store/build/rebuild.js";
import { appendEvents, catchUp, isTailLong, LONGEST_TAIL } from "../../../src/store/tail.js";
import { covers } from "../../oracle/event-store.js";
import { LANES, readOf, rows, rowsOf, share, slowOf, storeOf } from "./event-data.js";
import { runs } from "../../support/full.js";

const RUNS = { seed: 20200709, numRuns: runs(60, 1_500) };
const ALL = { from: -Infinity, to: Infinity };
const one = (start: number) => ({ start, length: 0, lane: 0, kind: 0, importance: 0.5 }) as const;

describe("What is appended", () => {
  it("is, once rebuilt, as if it had been there from the start", () => {
    fc.assert(
      fc.property(rows, share, (list, indexed) => {
        for (const hasSortedEnds of [false, true]) {
          const rebuilt = finish(rebuild(storeOf(list, indexed, { hasSortedEnds })));
          expect(rebuilt).toEqual(storeOf(list, 1, { hasSortedEnds }));
        }
      }),
      RUNS,
    );
  });

  it("changes no store that was there before, whichever of them it is appended to", () => {
    const first = storeOf([one(1)], 0);
    const second = appendEvents(first, readOf([one(2)], 1));
    const other = appendEvents(first, readOf([one(3)], 1));
    const starts = (store: typeof first): number[] => startsIn(store, ALL).map((place) => store.tail.start[place]!);
    expect([first, second, other].map(starts)).toEqual([[1], [1, 2], [1, 3]]);
  });

  it("costs no more than itself: one by one, thousands are copied a few times alone", () => {
    let store = storeOf([one(0)]);
    const memory = new Set<unknown>();
    for (let i = 1; i <= 5_000 && memory.size < 9; i++) {
      store = appendEvents(store, readOf([one(i)], i));
      memory.add(store.tail.start.buffer);
    }
    // Room for 1024, then twice as much each time.
    expect([memory.size, store.tail.count, countOf(store)]).toEqual([4, 5_000, 5_001]);
    expect(startsIn(store, { from: 4_999, to: Infinity }).map((place) => readEvent(store, place).start)).toEqual([
      4_999, 5_000,
    ]);
  });

  it("brings lanes of its own and issues", () => {
    const issue = { code: "x", path: "y", found: "z", expected: "w", severity: "error" } as const;
    const lanes = [...LANES, "new"];
    const more = { ...readOf([{ ...one(5), lane: 4 }], 1), lanes, issues: [issue] };
    const store = appendEvents(storeOf([one(1)]), more);
    expect(rowsOf(store, startsIn(store, { ...ALL, lanes: [4] }))).toEqual([1]);
    expect([store.lanes, store.issues]).toEqual([lanes, [issue]]);
    expect(rowsOf(finish(rebuild(store)), startsIn(finish(rebuild(store)), { ...ALL, lanes: [4] }))).toEqual([1]);
  });

  it("is rebuilt when it is more than a sixteenth, and than a thousand", () => {
    const many = Array.from({ length: 32_000 }, (_, i) => one(i));
    const store = storeOf(many);
    expect(isTailLong(appendEvents(store, readOf(many.slice(0, 2_000), 32_000)))).toBe(false);
    expect(isTailLong(appendEvents(store, readOf(many.slice(0, 2_001), 32_000)))).toBe(true);
    expect(isTailLong(storeOf(many.slice(0, 1_000), 0))).toBe(false);
    expect(LONGEST_TAIL).toBe(65_536);
  });

  it("stays in the tail where it comes while the store is rebuilt", () => {
    const before = storeOf([one(4), one(1), one(3)], 0.5);
    const now = appendEvents(before, readOf([one(2), one(0)], 3));
    const caught = catchUp(finish(rebuild(before)), before, now);
    expect([caught.index.count, caught.tail.count]).toEqual([3, 2]);
    expect(rowsOf(caught, startsIn(caught, ALL))).toEqual([1, 2, 0, 3, 4]);
  });
});

describe("keepEvents", () => {
  const keep: fc.Arbitrary<Keep> = fc.record(
    {
      lanes: fc.subarray([0, 1, 2, 3]),
      kinds: fc.subarray([0, 1, 2]),
      range: fc
        .tuple(fc.integer({ min: -20, max: 20 }), fc.nat({ max: 30 }))
        .map(([from, n]) => ({ from, to: from + n })),
      rows: fc.array(fc.nat({ max: 399 })).map((some) => rowSet(some, 400)),
    },
    { requiredKeys: [] },
  );

  it("is told of rows by one bit each, and passes over numbers of none", () => {
    const given = [0, 33, 31, 33, 64, -1, -31, -(2 ** 32) + 5, 2 ** 32 + 6, NaN, Infinity];
    expect([...rowSet(given, 64)]).toEqual([2 ** 31 + 1, 2]);
    expect([...rowSet(given, 65)]).toEqual([2 ** 31 + 1, 2, 1]);
    expect([...rowSet([0, 1], 0)]).toEqual([]);
  });

  it("keeps those for which all holds, with their rows, as a store of them alone", () => {
    fc.assert(
      fc.property(rows, share, keep, (list, indexed, what) => {
        const isKept = (event: ReturnType<typeof slowOf>[number]): boolean =>
          (what.lanes?.includes(event.lane) ?? true) &&
          (what.kinds?.includes(event.kind) ?? true) &&
          (!what.range || covers(event, what.range.from, what.range.to)) &&
          (!what.rows || ((what.rows[event.row >>> 5]! >>> (event.row & 31)) & 1) === 1);
        const kept = new Set(
          slowOf(list)
            .filter(isKept)
            .map(({ row }) => row),
        );
        const store = finish(keepEvents(storeOf(list, indexed), what));
        expect(countOf(store)).toBe(kept.size);
        // What is left out has no start.
        const alone = storeOf(list.map((row, i) => (kept.has(i) ? row : { ...row, start: NaN })));
        expect(finish(rebuild(store)).index).toEqual(alone.index);
      }),
      RUNS,
    );
  });
});
