import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { density } from "../../../../src/store/query/density.js";
import { edgesBetween } from "../../../../src/store/query/edges.js";
import { countOverlaps } from "../../../../src/store/query/overlaps.js";
import { byRank, slowCells, slowOverlaps } from "../../../oracle/event-store.js";
import { LANES, rows, rowsOf, share, slowOf, storeOf } from "../event-data.js";
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
