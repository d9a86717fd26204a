import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvent } from "../../../../src/store/event-store.js";
import { density } from "../../../../src/store/query/density.js";
import { edgesBetween } from "../../../../src/store/query/edges.js";
import { byRank, slowCells, slowEvents } from "../../../oracle/event-store.js";
import { LANES, rawOf, rows, storeOf } from "../event-data.js";

const window = fc.oneof(
  fc
    .tuple(fc.integer({ min: -25, max: 20 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }))
    .map(([from, length, columns]) => edgesBetween(from, from + length, columns)),
  fc.constantFrom(edgesBetween(-1.5e20, 1e16, 7), edgesBetween(-2e6, 2e6, 3)),
  fc
    .uniqueArray(fc.integer({ min: -30, max: 30 }), { minLength: 2, maxLength: 9 })
    .map((at) => new Float64Array(at).sort()),
);
const bands = fc.constantFrom(undefined, [[0, 1, 2, 3]], [[2], [0, 3]], []);

describe("density", () => {
  it("counts the events of each cell exactly, by groups too, and knows the most important one", () => {
    fc.assert(
      fc.property(rows, window, bands, (list, edges, chosen) => {
        const store = storeOf(list);
        const groupOf = [1, 0, 1];
        const found = density(store, { edges, bands: chosen, hasTop: true, groupOf, groups: 2 });
        const cells = slowCells(slowEvents(rawOf(list)), edges, chosen ?? LANES.map((_, lane) => [lane]));
        expect([...found.counts]).toEqual(cells.map((cell) => cell.length));
        expect(found.most).toBe(Math.max(0, ...found.counts));
        expect([...found.top!].map((place) => (place < 0 ? undefined : readEvent(store, place).row))).toEqual(
          cells.map((cell) => cell.toSorted(byRank)[0]?.row),
        );
        expect([...found.byGroup!]).toEqual(
          cells.flatMap((cell) => [0, 1].map((group) => cell.filter(({ kind }) => groupOf[kind] === group).length)),
        );
      }),
      { seed: 20200709, numRuns: 400 },
    );
  });
});
