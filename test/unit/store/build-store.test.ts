import { describe, expect, it } from "vitest";
import { buildStore, extendStore } from "../../../src/component/build-store.js";
import { countOf, readEvent } from "../../../src/store/event-store.js";
import { density } from "../../../src/store/query/density.js";
import { edgesBetween } from "../../../src/store/query/edges.js";
import { unlessMutated } from "../../support/full.js";

const MANY = unlessMutated(250_000, 50_000);

describe("buildStore", () => {
  it("takes rows, what gives rows, and columns", async () => {
    const rows = [{ date: 5, lane: "a" }, { date: "never" }, { date: 3, lane: "b" }];
    const store = await buildStore(rows);
    expect([store.lanes, countOf(store), store.issues.map(({ path }) => path)]).toEqual([
      ["a", "b"],
      2,
      ["events[1].date"],
    ]);
    expect(await buildStore(rows.values())).toEqual(store);
    const columns = await buildStore({ columns: { start: [5, NaN, 3], lane: ["a", "a", "b"] } });
    expect(columns.index).toEqual(store.index);
    expect((await buildStore(undefined as never)).issues).toHaveLength(1);
  });

  it("builds many in slices", async () => {
    const store = await buildStore({ columns: { start: Float64Array.from({ length: MANY }, (_, i) => MANY - i) } });
    expect([...density(store, { edges: edgesBetween(1, MANY + 1, 2) }).counts]).toEqual([MANY / 2, MANY / 2]);
    expect(readEvent(store, 0)).toMatchObject({ row: MANY - 1, start: 1, importance: 0.5 });
  });

  it("does the work itself where a worker does not start", async () => {
    const columns = { start: new Float64Array(MANY) };
    const store = await buildStore(
      { columns },
      {
        worker: () => {
          throw new Error("refused by a policy");
        },
      },
    );
    expect(countOf(store)).toBe(MANY);
  });

  it("refuses wrong code, and stops where it is aborted", async () => {
    await expect(buildStore([], { timeZone: "Nowhere/Land" })).rejects.toMatchObject({ path: "options.timeZone" });
    await expect(buildStore([], { worker: "x.js" as never })).rejects.toMatchObject({ path: "options.worker" });
    await expect(buildStore([], { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
  });
});

describe("extendStore", () => {
  const rowsFrom = (from: number, count: number): object[] =>
    Array.from({ length: count }, (_, i) => ({
      date: (from + i) * 7_919 * 60_000,
      lane: `lane ${(from + i) % 3}`,
      kind: i % 2 === 0 ? "summit" : "event",
    }));

  it("takes more rows to the tail, and rebuilds once that is long: always as if all had been there at first", async () => {
    let rows = rowsFrom(0, 20_000);
    let store = await buildStore(rows);
    const tails: number[] = [];
    for (let step = 0; step < 5; step++) {
      const from = rows.length;
      rows = [...rows, ...(step === 2 ? [{ date: "never" }] : []), ...rowsFrom(from, 400), { date: 5, lane: "new" }];
      store = await extendStore(store, rows, from);
      tails.push(store.tail.count);
      const fresh = await buildStore(rows);
      expect(countOf(store)).toBe(countOf(fresh));
      const edges = edgesBetween(0, 20_000 * 7_919 * 60_000, 50);
      expect(density(store, { edges }).counts).toEqual(density(fresh, { edges }).counts);
      expect(store.issues).toEqual(fresh.issues);
    }
    expect(tails).toEqual([401, 802, 1_203, 0, 401]);
  });

  it("refuses wrong code", async () => {
    const store = await buildStore([]);
    await expect(extendStore(store, [], 0, { timeZone: "Nowhere/Land" })).rejects.toMatchObject({
      path: "options.timeZone",
    });
  });
});
