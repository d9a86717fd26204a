import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendRows, continues, removeRows, upsertRows } from "../../../src/store/rows.js";

interface Row {
  readonly id?: string;
  readonly n: number;
}

const idOf = (row: unknown): string | undefined => (row as Row).id;
const row = fc.record(
  { id: fc.constantFrom("a", "b", "c", "d"), n: fc.integer() },
  { requiredKeys: ["n"] },
) as fc.Arbitrary<Row>;
const rows = fc.array(row, { maxLength: 8 });

describe("Rows of live events", () => {
  it("come behind those that are there, in their order.", () => {
    expect(appendRows([1, 2], [3, 4])).toEqual([1, 2, 3, 4]);
  });

  it("are copied once, and the copy grows with whatever comes.", () => {
    const mine = [1, 2];
    const grown = appendRows(mine, [3]);
    expect(appendRows(grown, [4, 5])).toBe(grown);
    expect(grown).toEqual([1, 2, 3, 4, 5]);
    expect(mine).toEqual([1, 2]);
    expect(appendRows(mine, [6])).toEqual([1, 2, 6]);
    expect(grown).toHaveLength(5);
  });

  it("continue the list that they were copied from and themselves, and no other.", () => {
    const mine = [{ id: "a", n: 1 }];
    const grown = appendRows<Row>(mine, [{ n: 2 }]);
    expect([continues(grown, mine), continues(grown, grown)]).toEqual([true, true]);
    const others = [
      [...grown],
      mine,
      upsertRows(grown, [{ id: "a", n: 3 }], idOf),
      removeRows(grown, new Set("a"), idOf),
    ];
    expect(others.map((other) => [continues(other, grown), continues(other, mine)]).flat()).not.toContain(true);
    expect(continues(appendRows<Row>(mine, []), grown)).toBe(false);
  });

  it("take the place of the first with the same id, and the last one of an id wins.", () => {
    const before = [{ id: "a", n: 1 }, { n: 2 }, { id: "b", n: 3 }, { id: "a", n: 4 }];
    const others = [{ id: "a", n: 5 }, { n: 6 }, { id: "c", n: 7 }, { id: "c", n: 8 }];
    expect(upsertRows<Row>(before, others, idOf).map(({ n }) => n)).toEqual([5, 2, 3, 4, 6, 8]);
  });

  it("are never changed in the author's list, whatever is done.", () => {
    fc.assert(
      fc.property(rows, rows, (mine, others) => {
        const copy = [...mine];
        appendRows(mine, others);
        upsertRows(mine, others, idOf);
        removeRows(mine, new Set(["a"]), idOf);
        expect(mine).toEqual(copy);
      }),
      { seed: 5 },
    );
  });

  it("are as one by one when they are put in their places together, and putting them twice changes nothing.", () => {
    fc.assert(
      fc.property(rows, rows, (mine, others) => {
        const named = others.filter(({ id }) => id !== undefined);
        const once = upsertRows(mine, named, idOf);
        expect(upsertRows(once, named, idOf)).toEqual(once);
        expect(named.reduce<readonly Row[]>((all, one) => upsertRows(all, [one], idOf), mine)).toEqual(once);
      }),
      { seed: 6 },
    );
  });

  it("are gone when they are removed, and those without an id stay.", () => {
    const mine = [{ id: "a", n: 1 }, { n: 2 }, { id: "b", n: 3 }];
    expect(removeRows<Row>(mine, new Set(["a", "z"]), idOf).map(({ n }) => n)).toEqual([2, 3]);
  });
});
