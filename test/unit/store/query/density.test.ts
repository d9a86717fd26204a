import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { density } from "../../../../src/store/query/density.js";
import { columnOf, edgesBetween } from "../../../../src/store/query/edges.js";
import { countOverlaps } from "../../../../src/store/query/overlaps.js";
import { byRank, slowCells, slowOverlaps } from "../../../oracle/event-store.js";
import { LANES, rows, rowsOf, share, slowOf, storeOf, watched } from "../event-data.js";
import { runs } from "../../../support/full.js";

const edges = fc.oneof(
  fc
    .tuple(fc.integer({ min: -25, max: 20 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }))
    .map(([from, length, columns]) => edgesBetween(from, from + length, columns)),
  fc.constantFrom(edgesBetween(-1.5e20, 1e16, 7), edgesBetween(-2e6, 2e6, 3), new Float64Array(1), new Float64Array()),
  fc
    .uniqueArray(fc.integer({ min: -30, max: 30 }), { minLength: 2, maxLength: 9 })
    .map((at) => new Float64Array(at).sort()),
);
const bands = fc.constantFrom(undefined, [[0, 1, 2, 3]], [[2], [0, 3]], []);
const EACH = LANES.map((_, lane) => [lane]);
const RUNS = { seed: 20200709, numRuns: runs(150, 4_000) };

describe("density", () => {
  it("counts the events of each cell exactly, by groups too, and knows the most important one", () => {
    fc.assert(
      fc.property(rows, share, edges, bands, (list, indexed, at, chosen) => {
        const store = storeOf(list, indexed);
        const groupOf = [1, 0, 1];
        const found = density(store, { edges: at, bands: chosen, hasTop: true, groupOf, groups: 2 });
        const cells = slowCells(slowOf(list), at, chosen ?? EACH);
        expect([...found.counts]).toEqual(cells.map((cell) => cell.length));
        expect(found.most).toBe(Math.max(0, ...found.counts));
        expect(rowsOf(store, found.top!)).toEqual(cells.map((cell) => cell.toSorted(byRank)[0]?.row));
        expect([...found.byGroup!]).toEqual(
          cells.flatMap((cell) => [0, 1].map((group) => cell.filter(({ kind }) => groupOf[kind] === group).length)),
        );
      }),
      RUNS,
    );
  });

  it("counts by groups in large cells as in small ones, a kind of no group in none", () => {
    const list = Array.from({ length: 1_000 }, (_, i) => ({
      start: i,
      length: 0,
      lane: 0,
      kind: (i * i) % 3,
      importance: 0.5,
    }));
    const cells = slowCells(slowOf(list), edgesBetween(0, 1_000, 3), EACH);
    const withTallies = storeOf(list);
    const without = { ...withTallies, index: { ...withTallies.index, tallies: undefined } };
    for (const store of [withTallies, without]) {
      const found = density(store, { edges: edgesBetween(0, 1_000, 3), groupOf: [0, 1, 9], groups: 2 });
      expect([...found.byGroup!]).toEqual(
        cells.flatMap((cell) => [0, 1].map((group) => cell.filter(({ kind }) => kind === group).length)),
      );
    }
  });
});

describe("Columns of equal width", () => {
  const COLUMNS = 10_000;

  it("are passed over at once where they have no events", () => {
    let reads = 0;
    const at = watched(edgesBetween(0, COLUMNS * 3, COLUMNS), () => reads++);
    const list = [2, 2, 9_000, 29_999].map((start) => ({ start, length: 0, lane: 0, kind: 0, importance: 0.5 }));
    const { counts, most } = density(storeOf(list), { edges: at, bands: [[0]] });
    expect([counts[0], counts[3_000], counts[9_999], most]).toEqual([2, 1, 1, 2]);
    expect(reads).toBeLessThan(40);
  });

  it("tell at once in which of them an instant lies, others by halves", () => {
    for (const [from, to] of [
      [0, COLUMNS * 3],
      [-7e12, 9e12],
    ] as const) {
      let reads = 0;
      const at = watched(edgesBetween(from, to, COLUMNS), () => reads++);
      const width = (to - from) / COLUMNS;
      const asked = [0, 1, 4_567, 9_999];
      expect(asked.map((column) => columnOf(at, from + (column + 0.5) * width))).toEqual(asked);
      // Two for the ends, and two for the column itself.
      expect(reads).toBe(asked.length * 4);
    }
    const uneven = Float64Array.of(0, 1, 2, 3, 1_000);
    expect([-1, 0, 0.5, 1, 2.5, 3, 999, 1_000, NaN].map((instant) => columnOf(uneven, instant))).toEqual([
      -1, 0, 0, 1, 2, 3, 3, -1, -1,
    ]);
  });
});

describe("countOverlaps", () => {
  it.each([true, false])("counts what lies at least partly in each cell, with sorted ends: %s", (hasSortedEnds) => {
    fc.assert(
      fc.property(rows, share, edges, bands, (list, indexed, at, chosen) => {
        const store = storeOf(list, indexed, { hasSortedEnds });
        expect([...countOverlaps(store, at, chosen)]).toEqual(slowOverlaps(slowOf(list), at, chosen ?? EACH));
      }),
      RUNS,
    );
  });
});
