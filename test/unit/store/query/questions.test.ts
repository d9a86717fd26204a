import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOf, readEvent } from "../../../../src/store/event-store.js";
import { nearestEvent } from "../../../../src/store/query/nearest-event.js";
import { openAt } from "../../../../src/store/query/open-at.js";
import { packLanes } from "../../../../src/store/query/pack-lanes.js";
import { indexIds, indexRows } from "../../../../src/store/query/rows.js";
import { topOf } from "../../../../src/store/query/top.js";
import { nextInTime, previousInTime } from "../../../../src/store/query/walk.js";
import { countStarts, startsIn } from "../../../../src/store/query/window.js";
import { finish } from "../../../../src/store/slices.js";
import { byRank, byTime, covers, slowNearest, slowRows } from "../../../oracle/event-store.js";
import { lanes, LANES, rows, rowsOf, share, slowOf, storeOf, watched, type Row } from "../event-data.js";
import { runs } from "../../../support/full.js";

const RUNS = { seed: 20200709, numRuns: runs(150, 4_000) };
const at = fc.oneof(fc.integer({ min: -25, max: 25 }), fc.constantFrom(-1e18, 0.25, 1e12, -Infinity, Infinity));
const inLanes =
  (chosen: readonly number[] | undefined) =>
  ({ lane }: { readonly lane: number }): boolean =>
    chosen?.includes(lane) ?? true;
const sorted = (numbers: readonly (number | undefined)[]): readonly unknown[] =>
  numbers.toSorted((a, b) => Number(a) - Number(b));

describe("A store of events", () => {
  it("says of each event what its row says", () => {
    fc.assert(
      fc.property(rows, share, (list, indexed) => {
        const store = storeOf(list, indexed);
        const events = Array.from({ length: countOf(store) }, (_, place) => readEvent(store, place));
        const slow = new Map(slowOf(list).map((event) => [event.row, event]));
        expect(events).toEqual(events.map(({ row }, place) => ({ ...slow.get(row), place })));
        expect(new Set(events.map(({ row }) => row)).size).toBe(slow.size);
      }),
      RUNS,
    );
  });

  it("finds and counts what starts in a window", () => {
    fc.assert(
      fc.property(rows, share, at, at, lanes, (list, indexed, from, to, chosen) => {
        const store = storeOf(list, indexed);
        const slow = slowOf(list).filter((event) => event.start >= from && event.start < to && inLanes(chosen)(event));
        const places = startsIn(store, { from, to, lanes: chosen });
        expect(sorted(rowsOf(store, places))).toEqual(slow.map(({ row }) => row));
        expect(countStarts(store, { from, to, lanes: chosen })).toBe(slow.length);
        expect(startsIn(store, { from, to, lanes: chosen }, 3)).toEqual(places.slice(0, 3));
      }),
      RUNS,
    );
  });

  it("finds what goes on at an instant", () => {
    fc.assert(
      fc.property(rows, share, at, lanes, (list, indexed, instant, chosen) => {
        const store = storeOf(list, indexed);
        const slow = slowOf(list)
          .filter(({ start, end }) => start < instant && end > instant)
          .filter(inLanes(chosen));
        const places = openAt(store, instant, chosen);
        expect(sorted(rowsOf(store, places))).toEqual(slow.map(({ row }) => row));
        expect(openAt(store, instant, chosen, 2)).toEqual(places.slice(0, 2));
      }),
      RUNS,
    );
  });

  it.each([false, true])("knows the most important events of a window, with those that go on: %s", (hasOpen) => {
    fc.assert(
      fc.property(rows, share, at, at, lanes, fc.nat({ max: 20 }), (list, indexed, from, to, chosen, limit) => {
        const store = storeOf(list, indexed);
        const isIn = hasOpen ? covers : ({ start }: { start: number }) => start >= from && start < to;
        const slow = slowOf(list)
          .filter((event) => from < to && isIn(event, from, to) && inLanes(chosen)(event))
          .toSorted(byRank);
        expect(rowsOf(store, topOf(store, { from, to, lanes: chosen, limit, hasOpen }))).toEqual(
          slow.slice(0, limit).map(({ row }) => row),
        );
      }),
      RUNS,
    );
  });

  it("finds the event nearest to an instant", () => {
    const within = fc.constantFrom(0, 2, 100, Infinity);
    fc.assert(
      fc.property(
        rows,
        share,
        fc.integer({ min: -25, max: 25 }),
        lanes,
        within,
        (list, indexed, instant, chosen, most) => {
          const store = storeOf(list, indexed);
          const slow = slowNearest(slowOf(list).filter(inLanes(chosen)), instant, most);
          expect(rowsOf(store, [nearestEvent(store, instant, chosen, most)])).toEqual([slow?.row]);
        },
      ),
      RUNS,
    );
  });

  it("is walked in order of time, there and back", () => {
    fc.assert(
      fc.property(rows, share, lanes, (list, indexed, chosen) => {
        const store = storeOf(list, indexed);
        const slow = slowOf(list).filter(inLanes(chosen)).toSorted(byTime);
        const there: number[] = [];
        for (let place = nextInTime(store, -1, chosen); place >= 0; place = nextInTime(store, place, chosen))
          there.push(place);
        const back: number[] = [];
        for (let place = previousInTime(store, -1, chosen); place >= 0; place = previousInTime(store, place, chosen))
          back.push(place);
        expect(rowsOf(store, there)).toEqual(slow.map(({ row }) => row));
        expect(back).toEqual(there.toReversed());
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it("finds places by rows, and rows by ids, the first of those with the same", () => {
    fc.assert(
      fc.property(rows, share, fc.integer({ min: 1, max: 500 }), (list, indexed, names) => {
        const store = storeOf(list, indexed);
        const placeOf = finish(indexRows(store));
        const found = list.map((_, row) => placeOf(row));
        expect(rowsOf(store, found)).toEqual(list.map(({ start }, row) => (Number.isNaN(start) ? undefined : row)));
        expect(new Set(found.filter((place) => place >= 0)).size).toBe(countOf(store));
        expect(placeOf(list.length)).toBe(-1);

        const ids = list.map((_, row) => (row % 5 === 4 ? undefined : `event ${(row * 7) % names}`));
        const rowOf = finish(indexIds(ids.length, (row) => ids[row]));
        expect(ids.map((id) => (id === undefined ? -1 : rowOf(id)))).toEqual(
          ids.map((id) => (id === undefined ? -1 : ids.indexOf(id))),
        );
        expect(rowOf("another")).toBe(-1);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it("packs each lane into rows without overlap, always the same", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const store = storeOf(list);
        const packing = finish(packLanes(store.index));
        const slow = slowRows(slowOf(list));
        const events = rowsOf(store, [...packing.rows.keys()]);
        expect([...packing.rows]).toEqual(events.map((row) => slow.get(row!)));
        expect([...packing.counts]).toEqual(
          LANES.map((_, lane) => {
            const used = slowOf(list).flatMap((event) => (event.lane === lane ? [slow.get(event.row)! + 1] : []));
            return Math.max(0, ...used);
          }),
        );
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it("looks at what goes on alone, however many lie before it in each other", () => {
    const nested = Array.from({ length: 40_000 }, (_, i): Row => {
      return { start: i, length: i % 1_000 === 0 ? 1e9 : 1, lane: 0, kind: 0, importance: 0.5 };
    });
    const { index, ...rest } = storeOf(nested);
    let reads = 0;
    const counting = (column: Float64Array): Float64Array => watched(column, () => reads++);
    const lastEnd = { ...index.lastEnd, values: counting(index.lastEnd.values) };
    expect(openAt({ ...rest, index: { ...index, end: counting(index.end), lastEnd } }, 39_999.5)).toHaveLength(40 + 1);
    expect(reads).toBeLessThan(41 * 16 * 8);
  });

  it("finds an instant at once where events are spread evenly, however many there are", () => {
    const spread = Array.from({ length: 100_000 }, (_, i): Row => {
      return { start: i, length: 0, lane: 0, kind: 0, importance: 0.5 };
    });
    const { index, ...rest } = storeOf(spread);
    let reads = 0;
    const store = { ...rest, index: { ...index, start: watched(index.start, () => reads++) } };
    expect(countStarts(store, { from: 12_345.5, to: 67_890 })).toBe(67_890 - 12_346);
    // Halving all of them would read 17 for each edge.
    expect(reads).toBeLessThan(2 * 9);
  });
});
