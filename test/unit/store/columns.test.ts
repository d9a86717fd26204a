import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveKinds } from "../../../src/model/kinds.js";
import { normalize } from "../../../src/model/normalize.js";
import { buildColumns, type Columns } from "../../../src/store/columns.js";
import { DAY } from "../../../src/time/instant.js";

const SETTING = { locale: "en", direction: "ltr", timeZone: "UTC", kinds: resolveKinds() } as const;

function columnsOf(...dates: readonly unknown[]): Columns {
  const { events, issues } = normalize(
    dates.map((date, i) => ({ id: `e${i}`, date, title: "A title", importance: i / 16 })),
    SETTING,
  );
  expect(issues).toEqual([]);
  return buildColumns(events);
}

describe("buildColumns", () => {
  it("puts events in order of their anchor, the longer first, then in the author's order", () => {
    const columns = columnsOf("2021", "2020-07-01", "2020-07-01/2020-07-09", "2020-07-01", "1999");
    expect(columns.events.map((event) => event.id)).toEqual(["e4", "e2", "e1", "e3", "e0"]);
    expect([...columns.byId].map(([id, place]) => `${place} ${id}`)).toEqual(["0 e4", "1 e2", "2 e1", "3 e3", "4 e0"]);
    expect([...columns.importance]).toEqual([0.25, 0.125, 0.0625, 0.1875, 0]);
  });

  it.each([
    ["a day", "2020-07-09", 0.5, 0, 1],
    ["an interval", "2020-07-09/2020-07-11", 0.5, 0, 3],
    ["an instant", Date.UTC(2020, 6, 9, 12), 0.5, 0.5, 0.5],
    ["a month", "2020-07", 7.5, -8, 23],
    ["an open end", "2020-07-09/..", 0.5, 0, Infinity],
    ["an open start", "../2020-07-09", 0.5, -Infinity, 1],
    ["an end that nobody knows", "2020-07-09/", 0.5, 0, 1],
    ["a start that nobody knows", "/2020-07-09", 0.5, 0, 1],
  ])("gives %s its anchor and extent, in days from 9 July 2020", (_name, date, ...expected) => {
    const { anchor, from, to } = columnsOf(date);
    const days = [anchor, from, to].map((column) => (column[0]! - Date.UTC(2020, 6, 9)) / DAY);
    expect(days).toEqual(expected);
  });

  it("makes columns of nothing", () => {
    expect(columnsOf()).toMatchObject({ events: [], anchor: new Float64Array(), byId: new Map() });
  });

  it("comes to the same order from any order of rows whose dates differ", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, (starts) => {
        const { anchor, from, to, events, byId } = columnsOf(...starts.map((start) => start * DAY));
        expect([...anchor].map((instant) => instant / DAY)).toEqual([...starts].sort((a, b) => a - b));
        expect(anchor.every((instant, i) => from[i]! <= instant && instant <= to[i]!)).toBe(true);
        expect(events.map((event) => byId.get(event.id))).toEqual(events.map((_, place) => place));
      }),
      { seed: 20200709, numRuns: 200 },
    );
  });
});
