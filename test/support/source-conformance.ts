import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arraySource } from "../../src/source/array-source.js";
import type {
  EventSource,
  GoingOnQuery,
  Slice,
  SourceDescription,
  SourceQuery,
  SourceRow,
} from "../../src/source/contract.js";
import type { Comparison, Filter } from "../../src/source/contract.js";
import { slowGoingOn, slowSlice, slowValues } from "../oracle/event-source.js";
import { SOURCE_FIELDS, sourceEvents } from "./source-events.js";
import { runs } from "./full.js";

/** A source that has been made of the events that all sources are tried with. */
export interface Opened {
  readonly source: EventSource;
  readonly stop?: () => Promise<void>;
}

/** The events that all sources are tried with, as the first of them tells them. */
export interface Material {
  readonly source: EventSource;
  readonly rows: readonly SourceRow[];
  readonly lanes: readonly string[];
  /** The answer that the rules of sources give, found slowly and once for all sources that are tried in a process. */
  readonly expected: (query: SourceQuery) => Omit<Slice, "revision">;
}

/** What would do harm where a text became a part of a statement or of an address. */
const INJECTIONS: readonly string[] = [
  "x' OR '1'='1",
  "'; DROP TABLE mizwala_events; --",
  '" OR ""="',
  "1); DELETE FROM mizwala_events; SELECT (1",
  "$1",
  "$2 OR $1",
  "\\' OR 1=1 -- ",
  "%",
  "_",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "${7*7}",
  "{{7*7}}",
  "../../etc/passwd",
  "unhex('41')",
  "/* */ UNION SELECT 1,2,3",
  "ʼ OR 1=1",
  "\u202e",
  "__proto__",
];

/** All sources pass these tests, and so give the same answers. */
export function describeSource(name: string, open: (material: Material) => Promise<Opened>, count = 20_000): void {
  describe(name, () => {
    let material: Material;
    let opened: Opened;
    let description: SourceDescription;
    beforeAll(async () => {
      material = await sourceMaterial(count);
      opened = await open(material);
      description = await opened.source.describe();
    });
    afterAll(() => opened.stop?.());

    const check = async (query: SourceQuery): Promise<void> => {
      const slice = await opened.source.query(query);
      const expected = { ...material.expected(query), revision: description.revision };
      if (hashOf(slice) !== hashOf(expected)) expect(plain(slice)).toEqual(plain(expected));
    };

    it("describes what there is", async () => {
      const { revision, ...rest } = description;
      expect({ ...rest, revision: "1" }).toEqual(await material.source.describe());
      expect(revision).toMatch(/^[\w.-]{1,64}$/);
      expect((await opened.source.describe()).revision).toBe(revision);
    });

    it("tells the values of texts that have few, the most frequent first, and how many events have each", () => {
      for (const { name, type, values } of description.fields)
        expect(values, name).toEqual(type === "text" ? slowValues(material.rows, name) : undefined);
      const lengths = description.fields.map(({ name, values }) => [name, values?.length]);
      expect(Object.fromEntries(lengths)).toEqual({ kind: 3, place: 8, ground: 64, absent: 0 });
    });

    it("lets listeners come and go, and tells them of nothing where nothing changes", async () => {
      const changes: unknown[] = [];
      const end = opened.source.subscribe?.((change) => changes.push(change));
      expect((await opened.source.describe()).revision).toBe(description.revision);
      end?.();
      expect(changes).toEqual([]);
    });

    it("counts each bin, names the winner of each slot and tells few events one by one", async () => {
      for (const level of [0, 1, 4, 10, 20, 24, 30, 31, 35, 36, 40, 44])
        for (const at of [0, -1, 2 ** 40, -(2 ** 35), 2 ** 30, -(2 ** 51), 63 * 2 ** 30])
          for (const slots of [1, 16, 512]) {
            const slot = 2 ** (level + 4);
            const from = Math.floor(at / slot) * slot;
            const to = from + slots * slot;
            if (Number.isSafeInteger(to)) await check({ level, from, to, limit: slots === 1 ? 1_024 : 5 });
          }
    });

    it("tells events up to the limit, and none where there is one more", async () => {
      const [level, from] = [20, -(2 ** 35)];
      const whole = await opened.source.query({ level, from, to: from + 2 ** 33, limit: 0 });
      const found = material.expected({ level, from, to: from + 2 ** 24, limit: 1_024 });
      expect(whole.events).toBeUndefined();
      expect(found.total).toBeGreaterThan(5);
      const at = (limit: number): Promise<Slice> =>
        opened.source.query({ level, from, to: from + 2 ** 24, limit, revision: description.revision });
      expect((await at(found.total - 1)).events).toBeUndefined();
      expect((await at(found.total)).events?.rank).toHaveLength(found.total);
    });

    it("answers any question about any lanes and with any filter as it should", async () => {
      const query = queryIn(description.lanes.length);
      await fc.assert(fc.asyncProperty(query, check), { seed: 9, numRuns: runs(50, 1_000) });
    });

    const checkGoing = async (query: GoingOnQuery): Promise<number> => {
      const events = await opened.source.goingOn!(query);
      expect(events).toEqual(slowGoingOn(material.rows, query));
      return events.lane.length;
    };

    it("tells of each lane the most important events that go on at an instant", async () => {
      let told = 0;
      for (const at of [
        0,
        2 ** 40,
        2 ** 40 + 2_000,
        -(2 ** 35),
        63 * 2 ** 30 - 2 ** 35,
        -(2 ** 52),
        2 ** 52 - 1,
        2 ** 34,
      ])
        for (const limit of [1, 3, 16]) told += await checkGoing({ at, limit });
      expect(told).toBeGreaterThan(100);
      const { start, end } = material.rows.find((row) => row.end > row.start)!;
      // What begins then does not go on yet, and what ends then does no longer.
      for (const at of [start - 1, start, start + 1, end - 1, end]) await checkGoing({ at, limit: 16 });
      const revision = "of-yesterday";
      await expect(opened.source.goingOn!({ at: 0, limit: 1, revision })).rejects.toThrow(
        expect.objectContaining({ code: "revision-gone" }),
      );
    });

    it("tells what goes on in any lanes and with any filter as it should", async () => {
      const query = queryIn(description.lanes.length).map(({ from, lanes, filter, level }) => ({
        ...{ lanes, filter, limit: (level % 16) + 1 },
        at: Math.max(-(2 ** 52), Math.min(from + level, 2 ** 52 - 1)),
      }));
      const isRight = async (asked: GoingOnQuery): Promise<void> => {
        await checkGoing(asked);
      };
      await fc.assert(fc.asyncProperty(query, isRight), { seed: 9, numRuns: runs(30, 1_000) });
    });

    it.each([
      ["at", 0.5],
      ["at", 2 ** 52],
      ["at", "0"],
      ["at", NaN],
      ["limit", 0],
      ["limit", 17],
      ["limit", "1; --"],
      ["lanes", [-1]],
      ["lanes", ["0) OR (1=1"]],
    ])("refuses a question about an instant with %s = %j", async (key, value) => {
      const query = { at: 0, limit: 3, [key]: value } as GoingOnQuery;
      await expect(opened.source.goingOn!(query)).rejects.toThrow(expect.objectContaining({ code: "source-query" }));
    });

    it("knows nothing of lanes that are not there, and answers for no lanes", async () => {
      const stretch = { level: 30, from: 0, to: 2 ** 42, limit: 10 };
      for (const lanes of [[], [60_000], [60_000, 1], [1, 1]]) await check({ ...stretch, lanes });
    });

    it("takes texts for texts, whatever is in them", async () => {
      const stretch = { level: 44, from: -(2 ** 52), to: 2 ** 52, limit: 1_024 };
      for (const value of INJECTIONS) {
        const filters = (["eq", "ne", "contains", "finds"] as const).map((op) => ({ field: "title", op, value }));
        const isIn = { field: "kind", op: "in", value: [value, "note"] } as const;
        for (const filter of [...filters, { not: isIn }]) await check({ ...stretch, filter });
      }
      expect((await opened.source.describe()).count).toBe(material.rows.length);
    });

    it.each([
      ["level", 1.5],
      ["level", -1],
      ["level", 45],
      ["level", "20; DROP TABLE mizwala_events"],
      ["from", 1],
      ["from", NaN],
      ["from", "0"],
      ["to", 2 ** 54],
      ["to", 0],
      ["limit", -1],
      ["limit", 1e9],
      ["limit", "1 OR 1=1"],
      ["lanes", [-1]],
      ["lanes", ["0) OR (1=1"]],
      ["lanes", [1.5]],
    ])("refuses a question with %s = %j", async (key, value) => {
      const query = { level: 20, from: 0, to: 2 ** 24, limit: 10, [key]: value } as SourceQuery;
      await expect(opened.source.query(query)).rejects.toThrow(expect.objectContaining({ code: "source-query" }));
    });

    it.each([
      [{ field: "titel", op: "eq", value: "x" }],
      [{ field: "__proto__", op: "eq", value: "x" }],
      [{ field: "constructor", op: "eq", value: "x" }],
      [{ field: "title; --", op: "eq", value: "x" }],
      [{ field: "title", op: "= '' OR 1=1", value: "x" }],
      [{ field: "title", op: "eq", value: 1 }],
      [{ field: "importance", op: "gt", value: "0 OR 1=1" }],
      [{ field: "importance", op: "gt", value: NaN }],
      [{ field: "title", op: "in", value: [["x"]] }],
      [{ and: { length: 1 } }],
      ["1=1"],
    ])("refuses the filter %j", async (filter) => {
      const query = { level: 20, from: 0, to: 2 ** 24, limit: 10, filter: filter as Filter };
      await expect(opened.source.query(query)).rejects.toThrow(expect.objectContaining({ code: "source-filter" }));
    });

    it("finds events by their ids and leaves out those that are not there", async () => {
      const ids = material.rows.filter((_, i) => i % 97 === 0).map(({ id }) => id);
      const found = await opened.source.byId([...ids, ids[0]!, 2 ** 34 - 1]);
      const byId = (a: SourceRow, b: SourceRow): number => a.id - b.id;
      const expected = material.rows.filter((_, i) => i % 97 === 0);
      expect([...found].sort(byId)).toEqual([...expected].sort(byId));
      expect(await opened.source.byId([])).toEqual([]);
    });

    it("refuses a revision that is gone", async () => {
      const query = { level: 20, from: 0, to: 2 ** 24, limit: 10, revision: "of-yesterday" };
      await expect(opened.source.query(query)).rejects.toThrow(expect.objectContaining({ code: "revision-gone" }));
    });

    it("answers nobody who has turned away", async () => {
      const { source } = opened;
      const reason = new Error("no longer wanted");
      const before = AbortSignal.abort(reason);
      const query = { level: 40, from: -(2 ** 52), to: 2 ** 52, limit: 0 };
      await expect(source.query({ ...query, signal: before })).rejects.toBe(reason);
      await expect(source.describe({ signal: before })).rejects.toBe(reason);
      await expect(source.byId([0], { signal: before })).rejects.toBe(reason);
      await expect(source.goingOn!({ at: 0, limit: 1, signal: before })).rejects.toBe(reason);
      const later = new AbortController();
      const asked = source.query({ ...query, signal: later.signal });
      later.abort(reason);
      await expect(asked).rejects.toBe(reason);
      await check(query);
    });
  });
}

const materials = new Map<number, Promise<Material>>();

/** The events as {@link arraySource} reads them. */
export function sourceMaterial(count: number): Promise<Material> {
  const made = materials.get(count) ?? makeMaterial(count);
  materials.set(count, made);
  return made;
}

async function makeMaterial(count: number): Promise<Material> {
  const events = sourceEvents(count);
  const fields = Object.entries(SOURCE_FIELDS).map(([name, type]) => ({ name, type }));
  const source = arraySource(events, { fields });
  const rows = await source.byId(events.map((_, id) => id));
  const { lanes } = await source.describe();
  const answers = new Map<string, Omit<Slice, "revision">>();
  const expected = (query: SourceQuery): Omit<Slice, "revision"> => {
    const key = JSON.stringify(query, (_, value: unknown) => (Object.is(value, -0) ? "-0" : value));
    const answer = answers.get(key) ?? slowSlice(rows, query);
    answers.set(key, answer);
    return answer;
  };
  return { source, rows, lanes: lanes.map(({ id }) => id), expected };
}

/** A number that two answers share where they are the same, and else do not. */
export function hashOf({ cells, winners, events, ...rest }: Slice): string {
  const hash = createHash("sha256");
  const columns = [cells, winners, events].map((table) => Object.entries(table ?? {}) as [string, Uint8Array][]);
  hash.update(JSON.stringify([Object.entries(rest).sort(), columns.map((table) => table.map(([name]) => name))]));
  for (const [, column] of columns.flat()) hash.update(`${column.length} `).update(column);
  return hash.digest("hex");
}

function plain(slice: Slice): unknown {
  return JSON.parse(
    JSON.stringify(slice, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value)),
  );
}

function queryIn(lanes: number): fc.Arbitrary<SourceQuery> {
  const filter = fc.letrec<{ node: Filter; leaf: Comparison }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("leaf"),
      fc.record({ and: fc.array(tie("node"), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie("node"), { maxLength: 3 }) }),
      fc.record({ not: tie("node") }),
    ),
    leaf: fc.oneof(
      fc.record({
        field: fc.constantFrom("title", "kind"),
        op: fc.constantFrom("eq" as const, "ne" as const, "contains" as const, "finds" as const),
        value: fc.constantFrom("note", "event", "", "été", "жизнь", "ALEPPO", "أستانا", "1", "%", "it's", "مةُ"),
      }),
      fc.record({
        field: fc.constantFrom("importance", "weight"),
        op: fc.constantFrom(...(["eq", "ne", "lt", "le", "gt", "ge"] as const)),
        value: fc.constantFrom(0.5, 0, -0, 1, -3, 0.015625, 1e300, -1e-300, 12.25),
      }),
      fc.record({
        field: fc.constant("kind"),
        op: fc.constant("in" as const),
        value: fc.subarray(["note", "event", "milestone", "x"]),
      }),
      fc.record({ field: fc.constant("weight"), op: fc.constant("in" as const), value: fc.subarray([-5, 0, 3, 4.5]) }),
    ),
  })).node;
  return fc
    .record({
      level: fc.integer({ min: 0, max: 44 }),
      at: fc.oneof(
        fc.integer({ min: -(2 ** 39), max: 2 ** 39 }),
        fc.constantFrom(2 ** 40, -(2 ** 35), 0),
        fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
      ),
      slots: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(512)),
      limit: fc.constantFrom(0, 1, 10, 1_024),
      lanes: fc.option(fc.uniqueArray(fc.nat({ max: lanes }), { maxLength: 5 }), { nil: undefined }),
      filter: fc.option(filter, { nil: undefined }),
    })
    .map(({ level, at, slots, ...rest }) => {
      const slot = 2 ** (level + 4);
      const from = Math.floor(at / slot) * slot;
      return { ...rest, level, from, to: Math.min(from + slots * slot, Math.floor((2 ** 53 - 1) / slot) * slot) };
    })
    .filter(({ from, to }) => Number.isSafeInteger(from) && to > from);
}
