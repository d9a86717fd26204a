import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHash, writeHash } from "../../../src/view/hash.js";
import { readState, type TimelineState } from "../../../src/view/state.js";
import { runs } from "../../support/full.js";

const ALONE = { prefix: "", names: ["story", "search"] };
const FIRST = { ...ALONE, prefix: "first." };

const date = fc.constantFrom(
  "2020-07-01",
  "2020",
  "-0044-03-15",
  "Y-13800000000",
  "2020-07-09T10:30",
  "+012345-02-01T00:00",
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("أستانا & دمشق", "3", "null", "a=b#c", "%", ""),
);
const feature = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(fc.constantFrom("text", "kinds", "__proto__", "é"), text),
);
const state = fc
  .record(
    {
      selected: text,
      domain: fc.oneof(fc.constant("all"), fc.record({ from: date, to: date })),
      layout: fc.constantFrom("auto", "flags", "lanes", "list"),
      features: fc.record({ story: feature, search: feature }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  )
  .map(readState);

describe("A state in a hash", () => {
  it("can be read by people too", () => {
    const states: TimelineState = {
      selected: "قمة-أستانا",
      domain: { from: "2020-07", to: "2020-07-09T10:30" },
      layout: "lanes",
      features: { story: 3, search: { text: "أستانا", kinds: ["summit", "visit"] } },
    };
    const hash = writeHash("#notes", states, ALONE);
    expect(decodeURIComponent(hash)).toBe(
      '#notes&event=قمة-أستانا&domain=2020-07/2020-07-09T10:30&layout=lanes&story=3&search.text=أستانا&search.kinds=["summit","visit"]',
    );
    expect(readHash(hash, ALONE)).toEqual(states);
    expect(writeHash(hash, {}, ALONE)).toBe("#notes");
    expect(writeHash("#", {}, ALONE)).toBe("");
  });

  it("stands beside those of other timelines", () => {
    const both = writeHash(writeHash("", { selected: "a" }, FIRST), { selected: "b" }, { ...ALONE, prefix: "second." });
    expect(both).toBe("#first.event=a&second.event=b");
    expect(readHash(both, FIRST)).toEqual({ selected: "a" });
    expect(readHash(both, ALONE)).toEqual({});
    expect(writeHash(both, {}, FIRST)).toBe("#second.event=b");
  });

  it("is read as it was written, in any address", () => {
    fc.assert(
      fc.property(state, fc.constantFrom(ALONE, FIRST), fc.webFragments(), (given, owner, before) => {
        expect(readHash(writeHash(`#${before}`, given, owner), owner)).toEqual(given);
      }),
      { seed: 20200709, numRuns: 3_000 },
    );
  });

  it("says nothing of features where it would be too long to be read again", () => {
    const long = { story: "س".repeat(800), search: { text: "أ".repeat(800) } };
    const hash = writeHash("", { selected: "a", features: long }, ALONE);
    expect(hash).toBe("#event=a");
  });
});

describe("A hostile hash", () => {
  const own = "event domain layout story search story.a search.text first.event __proto__ constructor".split(" ");
  const bad = [
    ...[
      "%",
      "%00",
      "%ZZ",
      "%E0%A4",
      "%D8%A3",
      "%22",
      "[[[[",
      "{",
      "}",
      "/",
      "..",
      "9".repeat(30),
      "1e999",
      "-",
      "&",
      "=",
      "#",
    ],
    ...[
      "<img onerror=alert(1)>",
      "javascript:alert(1)",
      '{"__proto__":{"x":1}}',
      "all",
      "2020",
      "2020/..",
      "\u202e",
      "\ud800",
    ],
  ];
  const hostile = fc
    .array(fc.tuple(fc.constantFrom(...own, ""), fc.constantFrom("=", "", "&"), fc.constantFrom(...bad), fc.string()), {
      maxLength: 6,
    })
    .map((pieces) => `#${pieces.map((piece) => piece.join("")).join("&")}`);

  it("brings nothing but small states of known form, and never throws", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, (hash) => {
        const { selected, domain, layout, features, ...more } = readHash(hash, ALONE);
        const isRange = typeof domain === "object" && Object.values(domain).every((end) => /^[!-~]{1,60}$/.test(end));
        return (
          Object.keys(more).length === 0 &&
          (selected ?? "").length <= 500 &&
          (domain === undefined || domain === "all" || isRange) &&
          [undefined, "auto", "flags", "lanes", "list"].includes(layout) &&
          Object.entries(features ?? {}).every(
            ([name, value]) => ALONE.names.includes(name) && JSON.stringify(value).length <= 1_000,
          )
        );
      }),
      { seed: 20200709, numRuns: runs(20_000, 500_000) },
    );
    expect(Object.prototype).not.toHaveProperty("x");
  });

  it("of any length is read in no time, or not at all", () => {
    for (const piece of ["event=", "story=[", "&", "%25", "story.a=1&", "domain=/"])
      expect(JSON.stringify(readHash(`#${piece.repeat(1_000_000 / piece.length)}`, ALONE))).toBe("{}");
  });
});

describe("readState", () => {
  it("passes over what is not as it should be", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    const thrower = Object.defineProperty({}, "selected", { enumerable: true, get: () => expect.fail("caught") });
    for (const input of [undefined, null, 1, "a", [], { selected: 1 }, { domain: { from: 1, to: "2020" } }, thrower])
      expect(readState(input)).toEqual({});
    expect(readState({ layout: "grid", domain: { from: "2020", to: "2021/2022" }, selected: "a".repeat(501) })).toEqual(
      {},
    );
    expect(readState({ features: { story: cyclic } })).toEqual({});
    expect(readState({ features: { story: 1, "no name": 2, gone: undefined, run: () => 1 }, more: 1 })).toEqual({
      features: { story: 1 },
    });
  });
});
