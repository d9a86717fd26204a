import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packRows, type PackItem } from "../../../src/layout/pack.js";
import { slowPack } from "../../oracle/pack.js";

const parameters = { seed: 20200709, numRuns: 500 };

const anyItem: fc.Arbitrary<PackItem> = fc
  .record({
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 20 }),
    label: fc.constantFrom(0, 0, 5, 15),
    importance: fc.constantFrom(0, 0.3, 0.5, 0.5, 1),
    isOpen: fc.constantFrom(false, false, false, true),
  })
  .map(({ from, length, label, importance, isOpen }) => ({
    from: isOpen && label > 5 ? -Infinity : from,
    to: isOpen ? Infinity : from + length,
    end: isOpen ? Infinity : from + length + label,
    importance,
  }));
const anyItems = fc.array(anyItem, { maxLength: 40, size: "max" });
const anyMost = fc.integer({ min: 1, max: 6 });

describe("packRows", () => {
  it("gives every item the row that the rules give it when each is tried against all others.", () => {
    fc.assert(
      fc.property(anyItems, anyMost, (items, most) => {
        const { rows, hiddenBy, count } = packRows(items, most);
        const slow = slowPack(items, most);
        expect([...rows]).toEqual(slow.map((packed) => packed?.row ?? -1));
        expect(count).toBe(Math.max(0, ...slow.map((packed) => (packed?.row ?? -1) + 1)));
        expect(Array.from(hiddenBy, (by) => by >= 0)).toEqual(slow.map((packed, i) => packed?.reach !== items[i]!.end));
      }),
      parameters,
    );
  });

  it("never uses more rows than allowed, and none more than the items that lie upon each other somewhere.", () => {
    fc.assert(
      fc.property(anyItems, anyMost, (items, most) => {
        const { count } = packRows(items, most);
        const depths = items.map(({ from }) => items.filter((item) => item.from <= from && from < item.end).length);
        expect(count).toBeLessThanOrEqual(Math.min(most, Math.max(0, ...depths)));
      }),
      parameters,
    );
  });

  it("names as the reason for a missing label an item that is at least as important and lies in its way.", () => {
    fc.assert(
      fc.property(anyItems, anyMost, (items, most) => {
        const { rows, hiddenBy } = packRows(items, most);
        hiddenBy.forEach((by, i) => {
          if (by < 0) return;
          expect(rows[by]).toBeGreaterThanOrEqual(0);
          expect(items[by]!.importance).toBeGreaterThanOrEqual(items[i]!.importance);
          expect(items[by]!.from < items[i]!.end && items[by]!.end > items[i]!.from).toBe(true);
        });
      }),
      parameters,
    );
  });

  it("keeps the labels of the most important items, and the marks of as many others as have room.", () => {
    const item = (importance: number): PackItem => ({ from: 0, to: 10, end: 90, importance });
    const late: PackItem = { from: 20, to: 30, end: 110, importance: 0.1 };
    const { rows, hiddenBy } = packRows([item(0.5), item(1), item(0.4), late], 2);
    expect([...rows]).toEqual([0, 1, -1, -1]);
    expect(hiddenBy[1]).toBe(-1);
    expect(hiddenBy[2]).toBeGreaterThanOrEqual(0);
    const roomy = packRows([item(1), late, { from: 40, to: 50, end: 130, importance: 0 }], 2);
    expect([...roomy.rows]).toEqual([0, 1, -1]);
  });

  it("packs a hundred thousand spans, each into a row of its own time.", () => {
    const items = Array.from({ length: 100_000 }, (_, i): PackItem => {
      const from = (i * 7919) % 100_003;
      const to = from + 1 + ((i * 31) % 40);
      return { from, to, end: to + (i % 3) * 8, importance: ((i * 17) % 11) / 10 };
    });
    const { rows, count } = packRows(items, 12);
    expect(count).toBe(12);
    const shown = rows.filter((row) => row >= 0).length;
    expect(shown).toBeGreaterThan(20_000);
    expect(shown).toBeLessThan(100_000);
  });
});
