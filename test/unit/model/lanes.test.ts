import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/base/errors.js";
import type { ResolvedLane } from "../../../src/model/lanes.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { resolveDocument } from "../../../src/model/resolve-document.js";

type Row = [lane: string | undefined, date?: string];

function resolved(
  rows: readonly Row[],
  options: object = {},
): { lanes: readonly ResolvedLane[]; labels: (string | undefined)[]; issues: readonly Issue[] } {
  const events = rows.map(([lane, date = "2020"]) => ({ date, title: "An event", lane }));
  const document = resolveDocument(resolveOptions({ events, ...options } as TimelineOptions));
  return { ...document, labels: document.events.map(({ laneLabel }) => laneLabel?.text) };
}

const idsOf = (lanes: readonly ResolvedLane[]): unknown[] =>
  lanes.map(({ id, lanes }) => (lanes.length > 0 ? [id, ...idsOf(lanes)] : id));

describe("resolveLanes", () => {
  it("takes lanes as defined, then those that only events name by first appearance, and last the one without a name.", () => {
    const lanes = [{ id: "b" }, { id: "g", lanes: [{ id: "c" }, { id: "a" }] }];
    const found = resolved([["x"], [undefined], ["a"], ["y"], ["x"], [""]], { lanes });
    expect(idsOf(found.lanes)).toEqual(["b", ["g", "c", "a"], "x", "y", ""]);
    expect(found.labels).toEqual(["x", undefined, "a", "y", "x", undefined]);
    expect(idsOf(resolved([["x"]]).lanes)).toEqual(["x"]);
    expect(idsOf(resolved([[undefined]]).lanes)).toEqual([""]);
  });

  it("reads labels in the language of the timeline, and colours from the group or the palette.", () => {
    const lanes = [
      { id: "a", label: { ar: "أول", en: "First" } },
      { id: "b", hue: "red", maxRows: 3, folded: true, lanes: [{ id: "c" }, { id: "d", hue: "teal" }] },
    ];
    const [first, second] = resolved([["a"]], { lanes, locale: "ar" }).lanes;
    expect(first).toMatchObject({ label: { text: "أول", dir: "rtl" }, hue: "blue", isFolded: false, maxRows: 8 });
    expect(second).toMatchObject({ hue: "red", maxRows: 3, isFolded: true });
    expect(second!.lanes.map(({ hue }) => hue)).toEqual(["red", "teal"]);
  });

  it.each([
    ["given", ["c", ["g", "b", "a"], ""]],
    ["first", [["g", "b", "a"], "c", ""]],
    ["count", [["g", "a", "b"], "c", ""]],
    ["label", ["c", ["g", "a", "b"], ""]],
  ])("orders the lanes of each group by the rule %s.", (laneOrder, expected) => {
    const lanes = [
      { id: "c", label: "Lane 2" },
      {
        id: "g",
        label: "Lane 10",
        lanes: [
          { id: "b", label: "Élan" },
          { id: "a", label: "Earth" },
        ],
      },
    ];
    const rows: Row[] = [
      ["c", "2001"],
      ["c", "2002"],
      ["b", "1999"],
      ["a", "2005"],
      ["a", "2010"],
      ["a", "2011"],
      [undefined, "1900"],
    ];
    expect(idsOf(resolved(rows, { lanes, laneOrder }).lanes)).toEqual(expected);
  });

  it("makes an issue of each fault and goes on with the rest.", () => {
    const own: { id: string; lanes: unknown[] } = { id: "own", lanes: [] };
    own.lanes.push(own);
    const lanes = [
      { id: "a", hue: "pink", maxRows: 0, folded: "yes" },
      { id: "a" },
      { label: "No id" },
      "b",
      own,
      { id: "c", lanes: { id: "d" } },
    ];
    const { lanes: found, issues } = resolved([["ow"]], { lanes });
    expect(idsOf(found)).toEqual(["a", "own", "c", "ow"]);
    expect(found[0]).toMatchObject({ hue: "blue", maxRows: 1, isFolded: false });
    expect(issues.map(({ code, path, found }) => `${code} ${path} ${found}`)).toEqual([
      'word-unknown lanes[0].hue "pink"',
      'flag-unreadable lanes[0].folded "yes"',
      "number-range lanes[0].maxRows 0",
      'lane-id lanes[1] "a"',
      "lane-id lanes[2] undefined",
      'lane-id lanes[3] "b"',
      'lane-id lanes[4].lanes[0] "own"',
      "lanes-unreadable lanes[5].lanes an object with id",
      'lane-unknown events[0].lane "ow"',
    ]);
    expect(issues.at(-1)!.expected).toBe("own");
    expect(resolved([["a"]], { lanes: 7 }).issues).toMatchObject([{ code: "lanes-unreadable", found: "7" }]);
  });

  it("says nothing of lanes that no option defines, and nothing twice.", () => {
    expect(resolved([["x"], ["x"]]).issues).toEqual([]);
    expect(resolved([["x"], ["x"]], { lanes: [{ id: "a" }] }).issues).toHaveLength(1);
  });

  it("reads groups in groups only so deep.", () => {
    const deep = (depth: number): object => ({ id: `${depth}`, lanes: depth > 0 ? [deep(depth - 1)] : [] });
    const { issues } = resolved([], { lanes: [deep(5000)] });
    expect(issues.map(({ code }) => code)).toEqual(["lanes-unreadable"]);
    expect(resolved([], { lanes: [deep(6)] }).issues).toEqual([]);
  });
});
