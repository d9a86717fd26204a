import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../../../src/base/errors.js";
import { resolveKinds } from "../../../../src/model/kinds.js";
import { normalize } from "../../../../src/model/normalize.js";
import type { ReadEvents } from "../../../../src/store/build/loose-events.js";
import { readQuickly } from "../../../../src/store/build/quick-date.js";
import { readColumns, type EventColumns } from "../../../../src/store/build/read-columns.js";
import { readRows } from "../../../../src/store/build/read-rows.js";
import { buildColumns } from "../../../../src/store/columns.js";
import { importanceOf, rowOf } from "../../../../src/store/rank.js";
import { finish } from "../../../../src/store/slices.js";

const KINDS = resolveKinds([{ kind: "leak", label: "Leak" }]);
const settingIn = (timeZone: string) => ({ locale: "en", direction: "ltr", timeZone, kinds: KINDS, now: 0 }) as const;
const SETTING = settingIn("UTC");

const read = (rows: unknown, setting: typeof SETTING = SETTING): ReadEvents => finish(readRows(rows, setting));

/** What was read, row by row; nothing for a row that is left out. */
function list({ count, start, end, rank, lane, kind, lanes, kinds }: ReadEvents): readonly unknown[] {
  return Array.from({ length: count }, (_, i) =>
    Number.isNaN(start[i])
      ? undefined
      : [
          start[i],
          end[i],
          lanes[lane[i]!],
          kinds[kind[i]!],
          rowOf(rank[i]!),
          Number(importanceOf(rank[i]!).toFixed(4)),
        ],
  );
}

/** The same as the small timeline reads it. */
function slowList(rows: readonly unknown[], setting: typeof SETTING): readonly unknown[] {
  const { anchor, to, events } = buildColumns(normalize(rows, setting).events);
  const found = new Map(
    events.map(({ index, lane = "", kind, importance }, place) => [
      index,
      [anchor[place], Math.max(anchor[place]!, to[place]!), lane, kind.kind, index, Number(importance.toFixed(4))],
    ]),
  );
  return rows.map((_, row) => found.get(row));
}

const day = fc.date({ min: new Date(-8e15), max: new Date(8e15), noInvalidDate: true });
const near = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const date: fc.Arbitrary<unknown> = fc.oneof(
  near.map((at) => at.toISOString().slice(0, 10)),
  near.map((at) => at.toISOString()),
  near.map((at) => at.toISOString().slice(0, 19)),
  near.map((at) => at.toISOString().slice(0, 16)),
  near.map((at) => `${at.toISOString().slice(0, 16)}Z`),
  near.map((at) => `${at.toISOString().slice(0, 16)}+03:00`),
  day.map(Number),
  near.map((at) => Number(at) + 0.75),
  day,
  fc.tuple(near, near).map(([a, b]) => ({ start: a, end: b.toISOString().slice(0, 10) })),
  near.map((at) => ({ start: at.toISOString().slice(0, 10), end: ".." })),
  fc.constantFrom(
    ...[
      "2020",
      "2020-07",
      "2020-07~",
      "2020-02-30",
      "2020-02-29",
      "2021-02-29",
      "2020-13-01",
      "2020-00-10",
      "0000-01-01",
    ],
    ...[
      "../2020-07-09",
      "2020-07-09/..",
      "2020-07-09/2020-07-11",
      "2020-07-09T24:00",
      "2020-07-09T25:00",
      "2020-07-09T10",
    ],
    ...[
      "2020-07-09T10:30:00.5",
      "2020-07-09T10:30:00.123456",
      "2020-07-09 10:30",
      "2020-07-09x10:30",
      "٢٠٢٠-٠٧-٠٩",
      "",
    ],
    ...["201X", "1441-11-18[u-ca=islamic-umalqura]", "-0044-03-15", "+012020-07-09", "Y-4500000000", "yesterday"],
    ...[null, undefined, NaN, Infinity, 9e15, {}, [], true, new Date(NaN), { start: null, end: "2020-07-09" }],
    ...[
      { start: "2020-07-09", end: "now" },
      { start: "1960", end: "now" },
      { start: "2020-07-11", end: "2020-07-09" },
    ],
    { start: "2020-07-09", end: "2020-07-09T10:30" },
    { start: "2020-07-09" },
  ),
);
const row: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      {
        date,
        title: fc.constant("A title"),
        timeZone: fc.constantFrom("Asia/Damascus", "Nowhere/Land"),
        lane: fc.constantFrom<unknown>("war", "peace", 7, "7", null, {}, " war"),
        kind: fc.constantFrom<unknown>("visit", "leak", "vissit", 7, null, "__proto__"),
        importance: fc.constantFrom<unknown>(0, 1, 0.25, -1, 2, NaN, "0.5", null),
      },
      { requiredKeys: ["date", "title"] },
    ),
  },
  fc.constantFrom<unknown>(null, undefined, 7, "2020", [], {}),
  fc.constant(Object.create({ date: "2020-07-09", title: "A title" }) as unknown),
  fc.constant(Object.assign(Object.create(null) as object, { date: "2020-07-09", title: "A title" }) as unknown),
  fc.constant({
    get date(): string {
      throw new Error("no");
    },
  }),
);

describe("readRows", () => {
  it.each(["UTC", "Asia/Damascus", "America/New_York"])("reads what the small timeline reads, in %s", (timeZone) => {
    const setting = settingIn(timeZone);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(list(read(rows, setting))).toEqual(slowList(rows, setting));
      }),
      { seed: 20200709, numRuns: 300 },
    );
  });

  it("reports what is wrong with dates, lanes, kinds and importance as it is reported everywhere", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const fields = /^events\[\d+\](\.(date|timeZone|lane|kind|importance)\b.*)?$/;
        const issues = normalize(rows, SETTING).issues.filter(({ path }) => fields.test(path));
        const sorted = (of: readonly Issue[]): readonly Issue[] =>
          of.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
        expect(sorted(read(rows).issues)).toEqual(sorted(issues));
      }),
      { seed: 20200709, numRuns: 300 },
    );
  });

  it("reads a date that is miswritten by one sign as the small timeline reads it, or not at all", () => {
    const forms = [
      "2020-07-09",
      "2020-07-09T10:30",
      "2020-07-09T10:30:45",
      "2020-07-09T10:30:45.250",
      "2020-12-31T23:59Z",
    ];
    const dates = forms.flatMap((form) =>
      [...form].flatMap((_, at) =>
        ["", "/", ":", "-", ".", "T", "Z", "9", "0"].map((sign) => form.slice(0, at) + sign + form.slice(at + 1)),
      ),
    );
    const miswritten = dates.map((date) => ({ date, title: date }));
    expect(list(read(miswritten))).toEqual(slowList(miswritten, SETTING));
  });

  it("reads what gives one row after the other, and stops where that throws", () => {
    function* some(): Generator {
      for (let i = 0; i < 3_000; i++) yield { date: i };
      throw new Error("no more");
    }
    const events = read(some());
    expect(events.count).toBe(3_000);
    expect(list(events)[2_999]).toEqual([2_999, 2_999, "", "event", 2_999, 0.5]);
    expect(events.issues).toEqual([
      expect.objectContaining({ code: "events-unreadable", path: "events", severity: "error" }),
    ]);
    expect(read(new Set([{ date: 1 }, { date: 2 }])).count).toBe(2);
  });

  it("makes an issue of what gives no rows", () => {
    for (const rows of [undefined, null, 7, {}, () => []]) {
      const events = read(rows);
      expect([events.count, events.issues]).toEqual([
        0,
        [expect.objectContaining({ code: "events-unreadable", path: "events", severity: "error" })],
      ]);
    }
  });

  it("lists a thousand issues and counts the rest", () => {
    const { issues } = read(Array.from({ length: 5_000 }, () => ({ date: "never" })));
    expect(issues).toHaveLength(1_001);
    expect(issues.at(-1)).toMatchObject({ code: "issues-more", found: "4000 more" });
  });

  it("goes on from lanes and rows that are known", () => {
    const events = finish(
      readRows([{ date: 0, lane: "b" }], SETTING, { lanes: ["a", "b"], kinds: ["x"], firstRow: 9 }),
    );
    expect(list(events)).toEqual([[0, 0, "b", "event", 9, 0.5]]);
    expect(events.lanes).toEqual(["a", "b"]);
    expect(finish(readRows([7], SETTING, { firstRow: 9 })).issues).toEqual([
      expect.objectContaining({ path: "events[9]" }),
    ]);
  });
});

describe("readQuickly", () => {
  it("reads the common forms of a date itself, and leaves all others to the parser of all", () => {
    const edge = { earliest: 0, latest: 0 };
    const hourLater = (epochMs: number): number => epochMs + 3_600_000;
    const edgesOf = (input: unknown): readonly number[] | undefined =>
      readQuickly(input, hourLater, edge) ? [edge.earliest, edge.latest] : undefined;
    const [day, time] = [Date.UTC(2019, 11, 31), Date.UTC(2019, 11, 31, 20, 47)];
    expect(edgesOf("2019-12-31")).toEqual([day, day + 86_400_000]);
    expect(edgesOf("2020-02-29")).toEqual([Date.UTC(2020, 1, 29), Date.UTC(2020, 2, 1)]);
    expect(edgesOf("2019-12-31T20:47")).toEqual([time, time]);
    expect(edgesOf("2019-12-31T20:47:58")).toEqual([time + 58_000, time + 58_000]);
    expect(edgesOf("2019-12-31T20:47:58.369")).toEqual([time + 58_369, time + 58_369]);
    expect(edgesOf("2019-12-31T20:47Z")).toEqual([time + 3_600_000, time + 3_600_000]);
    expect(edgesOf("2019-12-31T20:47:58.369Z")).toEqual([time + 3_658_369, time + 3_658_369]);
    expect(edgesOf(-5.75)).toEqual([3_599_995, 3_599_995]);
    expect(edgesOf(new Date(time))).toEqual([time + 3_600_000, time + 3_600_000]);
    const others = ["2019", "2019-12", "2019-02-29", "2019-12-31T24:00", "2019-12-31T20:47+03:00", "2019-12-31Z"];
    const none = [...others, NaN, Infinity, 9e15, new Date(NaN), Object.create(Date.prototype), {}, null, undefined];
    expect(none.map(edgesOf)).toEqual(none.map(() => undefined));
  });
});

describe("readColumns", () => {
  const columns = (given: EventColumns): ReadEvents => finish(readColumns(given, SETTING));

  it("reads typed arrays, plain arrays and what has get()", () => {
    const names = ["war", "peace", "war"];
    /** Reads through itself, as the vectors of Arrow do. */
    class Vector {
      readonly length = 3;
      get(this: Vector, i: number): string {
        return names[i % this.length]!;
      }
    }
    const events = columns({
      start: Float64Array.of(-1.4e20, 0, 86_400_000),
      end: [null, 10n, new Date(2 * 86_400_000)],
      lane: new Vector(),
      kind: ["visit", undefined, "event"],
      importance: Float32Array.of(1, 0.25, 0),
    });
    expect(list(events)).toEqual([
      [-1.4e20, -1.4e20, "war", "visit", 0, 1],
      [0, 10, "peace", "event", 1, 0.25],
      [86_400_000, 172_800_000, "war", "event", 2, 0],
    ]);
    expect(events.issues).toEqual([]);
  });

  it("reads texts and dates with their edges, and ends that are open", () => {
    const events = columns({
      start: ["2020-07-09", "2020", 5n, "2020-07-09T10:30"],
      end: ["2020-07-10", undefined, Infinity, ".."],
    });
    const noon = Date.UTC(2020, 6, 9, 12);
    expect(list(events).map((event) => (event as number[]).slice(0, 2))).toEqual([
      [noon, Date.UTC(2020, 6, 11)],
      [Date.UTC(2020, 6, 2), Date.UTC(2021, 0, 1)],
      [5, Infinity],
      [Date.UTC(2020, 6, 9, 10, 30), Infinity],
    ]);
  });

  it("reads moments on the clock of the timeline", () => {
    const events = finish(
      readColumns({ start: [Date.UTC(2020, 6, 9), Date.UTC(2020, 0, 9)] }, settingIn("Asia/Damascus")),
    );
    expect([...events.start]).toEqual([Date.UTC(2020, 6, 9, 3), Date.UTC(2020, 0, 9, 2)]);
  });

  it("leaves rows out that can't be read, each as an issue with its place", () => {
    const events = columns({
      start: [0, NaN, -Infinity, "never", null, 5, 6, "2020/2021"],
      end: [1, 1, 1, 1, 1, 4, "never", 1],
    });
    expect(list(events).map((event) => event !== undefined)).toEqual([true, ...Array<boolean>(7).fill(false)]);
    expect(events.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "date-unreadable events.start[1]",
      "date-range events.start[2]",
      "date-unreadable events.start[3]",
      "date-missing events.start[4]",
      "date-order events.end[5]",
      "date-unreadable events.end[6]",
      "date-unreadable events.start[7]",
    ]);
  });

  it("makes an issue of columns of another length and of what is none, and goes on", () => {
    const events = columns({ start: [1, 2], lane: ["a"], kind: 7 as never, importance: null as never });
    expect(events.count).toBe(2);
    expect(events.issues.map(({ path, code }) => `${code} ${path}`)).toEqual([
      "column-length events.lane",
      "column-length events.kind",
      "column-length events.importance",
    ]);
    for (const given of [{ start: undefined }, { start: 7 }, { start: null }]) {
      const { count, issues } = columns(given as never);
      expect([count, issues.map(({ code }) => code)]).toEqual([0, ["column-length"]]);
    }
    const throwing = {
      length: 2,
      get: (): never => {
        throw new Error("no");
      },
    };
    expect(columns({ start: throwing }).issues.map(({ code }) => code)).toEqual([
      "event-unreadable",
      "event-unreadable",
    ]);
  });
});
