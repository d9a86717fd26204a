import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvent } from "../../../../src/store/event-store.js";
import { binsOf, levelOf, winners } from "../../../../src/store/query/winners.js";
import { byRank, slowCells } from "../../../oracle/event-store.js";
import { rows, rowsOf, share, slowOf, storeOf } from "../event-data.js";

const RUNS = { seed: 20200709, numRuns: 200 };
const BANDS = [[0, 1], [2]];
const level = fc.integer({ min: -2, max: 12 });
const at = fc.integer({ min: -60, max: 60 });

describe("winners", () => {
  it("are the most important of those that start in each bin", () => {
    fc.assert(
      fc.property(rows, share, at, fc.nat({ max: 100 }), level, (list, indexed, from, length, z) => {
        const store = storeOf(list, indexed);
        const found = winners(store, from, from + length, z, BANDS);
        const cells = slowCells(slowOf(list), found.edges, BANDS);
        expect(rowsOf(store, found.places)).toEqual(cells.map((cell) => cell.toSorted(byRank)[0]?.row));
        expect([...found.counts]).toEqual(cells.map((cell) => cell.length));
      }),
      RUNS,
    );
  });

  it("stay winners in the halves of their bins, so that zooming in only adds some", () => {
    fc.assert(
      fc.property(rows, share, level, (list, indexed, z) => {
        const store = storeOf(list, indexed);
        const of = (used: number): Set<number> => new Set(winners(store, -64, 64, used, BANDS).places);
        const finer = of(z - 1);
        // The coarser bins may reach beyond the window.
        const inside = [...of(z)].filter((place) => {
          const start = place < 0 ? NaN : readEvent(store, place).start;
          return start >= -64 && start < 64;
        });
        expect(inside.filter((place) => !finer.has(place))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("do not depend on where the window is", () => {
    fc.assert(
      fc.property(rows, at, at, level, (list, one, other, z) => {
        const store = storeOf(list);
        const byBin = (from: number): Map<number, number> => {
          const { edges, places } = winners(store, from, from + 50, z, [[0]]);
          return new Map([...places].map((place, bin) => [edges[bin]!, place]));
        };
        const [first, second] = [byBin(one), byBin(other)];
        for (const [edge, place] of first) expect(second.get(edge) ?? place).toBe(place);
      }),
      RUNS,
    );
  });

  it("have bins of a length that the window can hold, also in deep time", () => {
    expect(levelOf(1_000)).toBe(10);
    expect(levelOf(1_024)).toBe(10);
    expect([...binsOf(-5, 5, 2).edges]).toEqual([-8, -4, 0, 4, 8]);
    const { level: raised, edges } = binsOf(-1.4e20, 1.4e20, 3);
    expect(raised).toBe(55);
    expect(edges.length).toBeLessThan(2 ** 13);
    expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
    expect(binsOf(-Infinity, Infinity, 3).edges).toHaveLength(1);
  });

  it.each([
    ["long ago", -1.4e20, -1.4e20 + 1e6],
    ["far ahead", 1.4e20, 1.4e20 + 1e6],
  ])("are no finer than what numbers tell apart %s, where the window is short", (_when, from, to) => {
    const { edges } = binsOf(from, to, 3);
    expect(edges[0]).toBeLessThanOrEqual(from);
    expect(edges.at(-1)).toBeGreaterThanOrEqual(to);
    expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
  });
});
