import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventsAddress, goingOnAddress, readAddress, sliceAddress } from "../../../src/source/address.js";
import { checkGoingOn, checkQuery, COARSEST, SLOT_BINS } from "../../../src/source/grid.js";

const anyQuery = fc
  .record({
    level: fc.integer({ min: 0, max: COARSEST }),
    slot: fc.integer({ min: -1000, max: 1000 }),
    slots: fc.integer({ min: 1, max: 512 }),
    limit: fc.integer({ min: 0, max: 1024 }),
    lanes: fc.option(fc.array(fc.nat(70), { minLength: 1, maxLength: 5 }), { nil: undefined }),
    text: fc.option(fc.string(), { nil: undefined }),
  })
  .map(({ level, slot, slots, limit, lanes, text }) => {
    const length = SLOT_BINS * 2 ** level;
    const filter = text === undefined ? undefined : ({ field: "title", op: "contains", value: text } as const);
    return {
      ...{ level, from: slot * length, to: (slot + slots) * length, limit, revision: "r1" },
      ...(lanes && { lanes }),
      ...(filter && { filter }),
    };
  })
  .filter(({ from, to }) => Number.isSafeInteger(from) && Number.isSafeInteger(to));

const read = (address: string): ReturnType<typeof readAddress> => {
  const url = new URL(`https://example.org/${address}`);
  return readAddress(url.pathname.slice(1), url.searchParams);
};

describe("An address", () => {
  it("says what a query asks, and is read as that", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(read(sliceAddress(query, "r1"))).toEqual({ is: "slice", query });
      }),
    );
  });

  it("says what is asked about an instant, and is read as that", () => {
    const anyInstant = fc.tuple(anyQuery, fc.integer({ min: -(2 ** 52), max: 2 ** 52 - 1 })).map(([query, at]) => {
      const { limit, revision, ...which } = query;
      return {
        at,
        limit,
        revision,
        ...("lanes" in which && { lanes: which.lanes }),
        ...("filter" in which && { filter: which.filter }),
      };
    });
    fc.assert(
      fc.property(anyInstant, (query) => {
        expect(read(goingOnAddress(query, "r1"))).toEqual({ is: "going-on", query });
      }),
    );
  });

  it("names events by their ids", () => {
    expect(read(eventsAddress([3, 17], "r1"))).toEqual({ is: "events", revision: "r1", ids: [3, 17] });
    expect(read(eventsAddress([], "r1"))).toBeUndefined();
    expect(read(`r1/events/${Array(257).fill(1).join()}`)).toBeUndefined();
  });

  it.each([
    ["", "describe/", "DESCRIBE", "../describe", "r1/describe", "r1/slices", "r1/slices/1/2/3", "r1/slices/1/2/3/4/5"],
    ["r1/slices/01/0/16/1", "r1/slices/+1/0/16/1", "r1/slices/1/-0/16/1", "r1/slices/1e1/0/16/1", "r1/slices/٣/0/16/1"],
    [
      "r1/slices/1/0/16/1 ",
      "r1/slices/0x1/0/16/1",
      "r1/slices/1/0/16/99999999999999999999",
      "r1/events/-1",
      "r1/events/1,",
    ],
    [
      "r 1/events/1",
      `${"r".repeat(65)}/events/1`,
      "r1/rows/1",
      "r1/events/1/2",
      "__proto__/events/1x",
      "r1/events/NaN",
      "r1/going-on/1",
      "r1/going-on/1/3/4",
      "r1/going-on/01/3",
      "r1/going-on/1.5/3",
    ],
  ])("that is written in another way leads nowhere: %s, %s and the like", (...paths) => {
    for (const path of paths) expect(readAddress(path, new URLSearchParams()), path).toBeUndefined();
  });

  it("of any kind leads nowhere, to what can be asked, or to a refusal", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.integer().map(String),
      fc.constantFrom("events", "describe", "..", "%2e%2e", "", "-1", "1e400", "𝟙"),
    );
    const asked = fc.dictionary(fc.constantFrom("lanes", "filter", "limit", "__proto__"), fc.string(), { maxKeys: 3 });
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom("", "r1/slices/", "r1/going-on/", "r1/"),
        fc.array(piece, { maxLength: 5 }),
        asked,
        (start, pieces, more) => {
          try {
            const wanted = readAddress(start + pieces.join("/"), new URLSearchParams(more));
            if (wanted?.is === "going-on") checkGoingOn(wanted.query);
            if (wanted?.is !== "slice") return;
            found++;
            checkQuery(wanted.query);
          } catch (error) {
            expect((error as { code?: unknown }).code).toBe("source-query");
          }
        },
      ),
      { numRuns: 100_000 },
    );
    expect(found).toBeGreaterThan(20);
  });
});
