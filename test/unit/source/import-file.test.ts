import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arraySource } from "../../../src/source/array-source.js";
import type { EventSource } from "../../../src/source/contract.js";
import { openDuckDB } from "../../../src/source/engines/duckdb.js";
import { importFile, type ImportFileOptions } from "../../../src/source/engines/import-file.js";
import { importRows, openPrepared } from "../../../src/source/engines/prepared.js";
import type { PreparedEvents } from "../../../src/source/engines/workshop.js";
import { sqlSource } from "../../../src/source/sql/sql-source.js";

const DATES = [
  ...["1948", "1948-05", "1948-05-14", "1948-05-14T10:00", "1948-05-14 10:00:07.5", "2020-07-09T10:00:00+03:00"],
  ...["-0044-03-15", "2024-02", "2024-02-29", "0001", "1969-12-31T23:59:59.999Z"],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mizwala-import-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const open: PreparedEvents[] = [];
afterAll(async () => {
  for (const { engine } of open) await engine.close();
});

async function imported(name: string, text: string, options: ImportFileOptions = {}): Promise<PreparedEvents> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const prepared = await importFile(file, options);
  open.push(prepared);
  return prepared;
}

async function timesIn(source: EventSource, count: number): Promise<readonly (readonly [number, number, number])[]> {
  const rows = await source.byId(Array.from({ length: count }, (_, id) => id));
  return rows.map(({ id, start, end }) => [id, start, end] as const).sort(([a], [b]) => a - b);
}

/** The same, numbered in order of time. */
async function numbered(source: EventSource, count: number): ReturnType<typeof timesIn> {
  const times = [...(await timesIn(source, count))].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return times.map(([, start, end], id) => [id, start, end] as const);
}

describe("A file becomes a database of events", () => {
  it("with the times that a timeline gives them, numbered in order of time", async () => {
    const { engine, table } = await imported("times.csv", `date\n${DATES.map((date) => `"${date}"`).join("\n")}\n`);
    const expected = arraySource(DATES.map((date) => ({ date, title: "x" })));
    const count = DATES.length;
    expect(await timesIn(sqlSource(engine, table), count)).toEqual(await numbered(expected, count));
  });

  it("with ends that include their day, month or year", async () => {
    const spans = [
      ["1948", "1950"],
      ["1948-05", "1948-05"],
      ["2020-01-01", "2020-03-01"],
      ["2020-01-01T10:00", "2020-01-01T12:00"],
    ] as const;
    const { engine, table } = await imported(
      "spans.csv",
      `start,end\n${spans.map((span) => span.join(",")).join("\n")}\n`,
    );
    const expected = arraySource(spans.map(([start, end]) => ({ date: { start, end }, title: "x" })));
    expect(await timesIn(sqlSource(engine, table), 4)).toEqual(await numbered(expected, 4));
  });

  it("with fields, lanes and importance, and says how many have no date", async () => {
    const text = [
      "تاريخ,Title,lane,importance,kind,id,weight",
      '2020-07-09,"a ""b"", c",x,0.25,note,one,1.5',
      "nothing,lost,y,0.5,note,two,2",
      "2020-07-10,قمة,z,7,,three,",
      "2020-07-11,last,x,,note,four,4",
    ].join("\n");
    const { engine, table, skipped } = await imported("fields.csv", text, {
      columns: { start: "تاريخ" },
      fields: ["weight"],
    });
    const source = sqlSource(engine, table);
    const { lanes, count, fields } = await source.describe();
    expect({ skipped, count }).toEqual({ skipped: 1, count: 3 });
    expect(lanes).toEqual([
      { id: "x", count: 2 },
      { id: "z", count: 1 },
    ]);
    expect(fields.map(({ name, type }) => `${name} ${type}`).sort()).toEqual(
      ["id text", "importance number", "kind text", "title text", "weight number"].sort(),
    );
    const [first, second] = [...(await source.byId([0, 1, 2]))].sort((a, b) => a.id - b.id);
    expect(first).toMatchObject({ lane: 0, importance: 0.25, event: { title: 'a "b", c', id: "one", weight: 1.5 } });
    expect(second).toMatchObject({ id: 1, importance: 0.5, event: { title: "قمة", importance: 7 } });
    expect(second!.event).not.toHaveProperty("kind");
  });

  it.each([
    ["ms", "-1500", -1500, -1500],
    ["s", "-1.5", -1500, -1500],
    ["us", "-1500", -2, -2],
    ["year", "1970", 15_768_000_000, 31_536_000_000],
  ] as const)("with numbers that count %s", async (unit, value, start, end) => {
    const { engine, table } = await imported(`${unit}.csv`, `start\n${value}\n`, { unit });
    expect(await timesIn(sqlSource(engine, table), 1)).toEqual([[0, start, end]]);
  });

  it("out of Parquet as out of text, in a file that can be opened again", async () => {
    const csv = join(folder, "twice.csv");
    writeFileSync(csv, "start,title\n2020-07-09T10:00:00,a\n1948-05-14T00:00:00,b\n");
    const parquet = join(folder, "it's.parquet");
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (FROM '${csv}') TO '${parquet.replaceAll("'", "''")}' (FORMAT parquet)`);
    const database = join(folder, "events.duckdb");
    const steps = new Set<string>();
    const made = await importFile(parquet, { database, onProgress: (step) => steps.add(step) });
    const times = await timesIn(sqlSource(made.engine, made.table), 2);
    await made.engine.close();
    const again = await openPrepared(database);
    open.push(again);
    expect(again.table).toEqual(made.table);
    expect(await timesIn(sqlSource(again.engine, again.table), 2)).toEqual(times);
    expect(times.map(([, start]) => new Date(start).toISOString().slice(0, 10))).toEqual(["1948-05-14", "2020-07-09"]);
    expect([...steps]).toEqual(["events"]);
    await expect(again.engine.run("CREATE TABLE mischief (a INT)", [])).rejects.toThrow(/read-only/);
  });

  it("in a file that holds its events and no room that is no longer used", async () => {
    const text = (i: number): string =>
      `${1_000_000 + ((i * 7_919) % 1_000_000)},Report ${(i * 104_729) % 1_000_003},${i % 3}`;
    const lines = Array.from({ length: 300_000 }, (_, i) => text(i));
    const { engine } = await imported("many.csv", `start,title,lane\n${lines.join("\n")}\n`, {
      database: join(folder, "many.duckdb"),
    });
    const { free, total } = await engine.run(
      "SELECT free_blocks::INT AS free, total_blocks::INT AS total FROM pragma_database_size()",
      [],
    );
    expect(Number(total![0])).toBeGreaterThan(8);
    expect(Number(free![0])).toBeLessThan(Number(total![0]) / 4);
  });

  it("or says what is wrong", async () => {
    await expect(imported("a.csv", "when,what\n1,2\n")).rejects.toThrow(
      /columns.start: found undefined, expected one of/,
    );
    await expect(imported("b.csv", "start\n1\n", { columns: { end: "x" } })).rejects.toThrow(/columns.end: found "x"/);
    await expect(imported("c.csv", "start\n1\n", { fields: ["x"] })).rejects.toThrow(/fields: found "x"/);
    await expect(imported("d.xlsx", "start\n1\n")).rejects.toThrow(/ends in .parquet, .csv or .tsv/);
    await expect(imported("e.csv", "start\n1\n", { unit: "day" as "ms" })).rejects.toThrow(/unit: found "day"/);
    await expect(importFile(join(folder, "nowhere.csv"))).rejects.toThrow(/nowhere.csv/);
    const plain = join(folder, "plain.duckdb");
    await (await openDuckDB(plain, { readOnly: false })).close();
    await expect(openPrepared(plain)).rejects.toThrow(expect.objectContaining({ code: "source-unprepared" }));
  });

  it("of no events at all, too", async () => {
    const { engine, table } = await importRows([], { lanes: [] });
    open.push({ engine, table, skipped: 0 });
    const source = sqlSource(engine, table);
    expect(await source.describe()).toMatchObject({ count: 0, extent: [0, 0], lanes: [] });
    expect((await source.query({ level: 20, from: 0, to: 2 ** 24, limit: 1 })).total).toBe(0);
  });
});
