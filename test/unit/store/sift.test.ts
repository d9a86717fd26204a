import { describe, expect, it } from "vitest";
import { resolveOptions } from "../../../src/model/options.js";
import { normalize } from "../../../src/model/normalize.js";
import { buildColumns, type Columns } from "../../../src/store/columns.js";
import { siftColumns } from "../../../src/store/sift.js";

const EVENTS = [
  { id: "visit", date: "2020-07-07/2020-07-09", title: "The visit", importance: 0.5 },
  { id: "arrival", date: "2020-07-07", title: "The arrival", partOf: "visit", leadsTo: ["meeting"] },
  { id: "meeting", date: "2020-07-09", title: "The meeting", partOf: "visit" },
];
const ALL = buildColumns(normalize(EVENTS, resolveOptions({ events: [] })).events);
const names = ({ events }: Columns): string[] => events.map(({ id }) => id);

describe("What a filter leaves of the events", () => {
  it("is those that are wanted, in the same order and with the same numbers.", () => {
    const kept = siftColumns(ALL, { ids: new Set(["meeting", "visit"]), rest: "none" });
    expect(names(kept)).toEqual(["visit", "meeting"]);
    expect([...kept.byId]).toEqual([
      ["visit", 0],
      ["meeting", 1],
    ]);
    for (const column of ["anchor", "from", "to", "importance"] as const) {
      expect([...kept[column]]).toEqual([ALL[column][0], ALL[column][2]]);
    }
  });

  it("speaks of no event that is gone.", () => {
    const kept = siftColumns(ALL, { ids: new Set(["arrival"]), rest: "none" });
    expect(kept.events[0]).toMatchObject({ id: "arrival", partOf: undefined, leadsTo: [] });
    const whole = siftColumns(ALL, { ids: new Set(["visit", "meeting"]), rest: "none" });
    expect(whole.events[0]!.parts).toEqual(["meeting"]);
    expect(whole.events[1]!.partOf).toBe("visit");
  });

  it("is all of them as a trace, of which those that are not wanted are quiet and ask for no label.", () => {
    const kept = siftColumns(ALL, { ids: new Set(["meeting"]), rest: "trace" });
    expect(names(kept)).toEqual(names(ALL));
    expect([...kept.isQuiet!]).toEqual([1, 1, 0]);
    expect([...kept.importance]).toEqual([0, 0, ALL.importance[2]]);
    expect(ALL.importance[0]).toBe(0.5);
  });

  it("can be nothing.", () => {
    expect(names(siftColumns(ALL, { ids: new Set(), rest: "none" }))).toEqual([]);
  });
});
