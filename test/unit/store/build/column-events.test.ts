import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveKinds } from "../../../../src/model/kinds.js";
import { columnEvents, type NamedColumns } from "../../../../src/store/build/column-events.js";
import type { ReadEvents } from "../../../../src/store/build/loose-events.js";
import { readColumns } from "../../../../src/store/build/read-columns.js";
import { readRows } from "../../../../src/store/build/read-rows.js";
import { finish } from "../../../../src/store/slices.js";

const SETTING = { locale: "en", direction: "ltr", timeZone: "Asia/Damascus", kinds: resolveKinds(), now: 0 } as const;
const rowsIn = ({ count, start, end, rank, lane, kind, lanes, kinds }: ReadEvents): unknown =>
  Array.from({ length: count }, (_, i) =>
    Number.isNaN(start[i]) ? undefined : [start[i], end[i], rank[i], lanes[lane[i]!], kinds[kind[i]!]],
  );

const instant = fc.oneof(
  fc.integer({ min: -4e12, max: 4e12 }),
  fc.integer({ min: -4e12, max: 4e12 }).map((ms) => BigInt(ms)),
  fc.integer({ min: -4e12, max: 4e12 }).map((ms) => new Date(ms)),
  fc.constantFrom("2020-07-01", "2011", "1453-05"),
);
const columnsOf = fc
  .array(
    fc.tuple(
      instant,
      fc.option(instant),
      fc.constantFrom("a", "b", undefined),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
  )
  .map((rows): NamedColumns => ({
    start: rows.map(([start]) => start),
    end: rows.map(([, end], i) => (i % 9 === 4 ? Infinity : end)),
    lane: rows.map(([, , lane]) => lane),
    importance: rows.map(([, , , importance]) => importance),
    title: { length: rows.length, get: (i) => `Title ${i}` },
  }));

describe("Events of columns", () => {
  it("are read as the columns are", () => {
    fc.assert(
      fc.property(columnsOf, (columns) => {
        const [byRow, byColumn] = [
          finish(readRows(columnEvents(columns), SETTING)),
          finish(readColumns(columns, SETTING)),
        ];
        expect(rowsIn(byRow)).toEqual(rowsIn(byColumn));
      }),
      { seed: 20200709, numRuns: 200 },
    );
  });

  it("are a list that can be gone through and not be changed", () => {
    const columns = { start: Float64Array.of(0, 1e3), title: ["One", "Two"], id: ["a", null], lane: ["x", undefined] };
    const events = columnEvents({ ...columns, __proto__: { title: ["None"] } } as unknown as NamedColumns);
    expect(Array.isArray(events)).toBe(true);
    expect([...events]).toEqual([
      { date: 0, title: "One", id: "a", lane: "x" },
      { date: 1000, title: "Two" },
    ]);
    expect(events.map(({ title }) => title)).toEqual(["One", "Two"]);
    expect([events.length, events[2], events[-1], 1 in events, 2 in events]).toEqual([
      2,
      undefined,
      undefined,
      true,
      false,
    ]);
    expect(() => (events as unknown[]).push({})).toThrow(TypeError);
    expect(() => ((events as unknown[])[0] = {})).toThrow(TypeError);
    expect([Reflect.deleteProperty(events, 0), Reflect.defineProperty(events, 0, { value: {} })]).toEqual([
      false,
      false,
    ]);
    expect([...events].map(({ title }) => title)).toEqual(["One", "Two"]);
  });

  it("are at whole numbers alone, as in any list", () => {
    const events = columnEvents({ start: [0, 1], title: ["One", "Two"] });
    for (const key of ["00", "01", "0.5", "1.0", "1e0", "0x1", " 1", "-0", "+1", "", "one", Symbol.species])
      expect([key in events, Reflect.get(events, key)]).toEqual([false, undefined]);
    expect([Reflect.get(events, "0"), Reflect.get(events, 1)]).toMatchObject([{ title: "One" }, { title: "Two" }]);
  });

  it("that lie farther away than any clock reaches have their years", () => {
    const [event] = columnEvents({ start: [-66e6 * 31_556_952_000], title: ["An impact"] });
    expect(event!.date).toMatch(/^Y-6599\d{4}$/);
  });

  it("make nothing before they are asked for", () => {
    let asked = 0;
    const title = { length: 1e9, get: () => `${asked++}` };
    const events = columnEvents({ start: { length: 1e9, get: () => 0 }, title });
    expect(events.length).toBe(1e9);
    expect(events[999_999_999]!.title).toBe("0");
    expect(asked).toBe(1);
  });
});
