import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDuckDB } from "../../../src/source/engines/duckdb.js";
import { importRows } from "../../../src/source/engines/prepared.js";
import type { DuckDBEngine, PreparedEvents } from "../../../src/source/engines/workshop.js";
import { levelStatements } from "../../../src/source/sql/levels.js";
import { questionsFor } from "../../../src/source/sql/questions.js";
import { sqlSource } from "../../../src/source/sql/sql-source.js";
import { checkTable, type EventTable } from "../../../src/source/sql/table.js";
import { hashOf, sourceMaterial } from "../../support/source-conformance.js";
import { SOURCE_FIELDS } from "../../support/source-events.js";

let prepared: PreparedEvents;
let folder = "";
beforeAll(async () => {
  const { rows, lanes } = await sourceMaterial(5_000);
  prepared = await importRows(rows, { lanes, fields: SOURCE_FIELDS });
  folder = mkdtempSync(join(tmpdir(), "mizwala-duckdb-"));
});
afterAll(async () => {
  await prepared.engine.close();
  rmSync(folder, { recursive: true });
});

/** Work for minutes. */
const ENDLESS = "SELECT count(*) AS n FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7";

describe("DuckDB as an engine", () => {
  it("stops working on what nobody waits for", async () => {
    const { engine } = prepared;
    const control = new AbortController();
    const asked = engine.run(ENDLESS, [], { signal: control.signal });
    setTimeout(() => {
      control.abort(new Error("gone"));
    }, 50);
    await expect(asked).rejects.toThrow("gone");
    expect(await engine.run("SELECT 1 AS one", [])).toEqual({ one: [1] });
  });

  it("stops many at once, those that have not begun as well", async () => {
    const { engine } = prepared;
    const controls = Array.from({ length: 12 }, () => new AbortController());
    const asked = controls.map(({ signal }) => engine.run(ENDLESS, [], { signal }));
    for (const control of controls) control.abort(new Error("gone"));
    const ends = await Promise.allSettled(asked);
    expect(ends.map(({ status }) => status)).toEqual(controls.map(() => "rejected"));
  });

  it("tells of rows that have come, and asks no more once nobody listens", async () => {
    const { rows, lanes } = await sourceMaterial(20);
    const { engine, table } = await importRows(rows, { lanes, fields: SOURCE_FIELDS });
    let questions = 0;
    const counted = {
      ...engine,
      run: (...asked: Parameters<typeof engine.run>) => (questions++, engine.run(...asked)),
    };
    const source = sqlSource(counted, table, { refresh: 0.01 });
    const { revision } = await source.describe();
    const told = new Promise<string>((done) => {
      const end = source.subscribe!((change) => {
        end();
        done(change.revision);
      });
    });
    await engine.run(`INSERT INTO ${table.table} SELECT * REPLACE (id + 1000 AS id) FROM ${table.table} LIMIT 1`, []);
    const next = await told;
    expect(next).not.toBe(revision);
    expect(await source.describe()).toMatchObject({ revision: next, count: rows.length + 1 });
    const before = questions;
    await new Promise((done) => setTimeout(done, 60));
    expect(questions).toBe(before);
    await engine.close();
  });

  it("binds no number as one of 128 bits, nor answers with any", async () => {
    const { engine, table } = prepared;
    const filter = { field: "importance", op: "in", value: [1, 2 ** 40, 0.5] } as const;
    const questions = questionsFor(checkTable({ ...table, levels: { table: "lv", finest: 20, step: 4 } }), "duckdb");
    for (const statement of levelStatements("duckdb", { ...table, levels: { table: "lv", finest: 20, step: 4 } }))
      await engine.run(statement, []);
    const stretch = { level: 30, from: -(2 ** 52), to: 2 ** 43, lanes: [0, 1], filter };
    const asked = [
      questions.cells(stretch),
      questions.levelCells(stretch, { table: "lv", finest: 20, step: 4 }),
      questions.events(stretch, 10),
      questions.lanes(),
    ];
    for (const { sql, params } of asked) {
      const { column_type: types } = await engine.run(`DESCRIBE ${sql}`, params);
      expect(new Set(Array.from(types!))).toEqual(new Set(["INTEGER", "DOUBLE"]));
    }
    const bound = await engine.run("SELECT typeof($1) AS whole, typeof($2) AS text", [2 ** 40, "x"]);
    expect(bound).toEqual({ whole: ["DOUBLE"], text: ["VARCHAR"] });
  });

  it("lets a statement reach nothing but the database", async () => {
    const secret = join(folder, "secret.csv");
    writeFileSync(secret, "a\n1\n");
    const { engine } = prepared;
    for (const sql of [
      `SELECT * FROM read_csv('${secret}')`,
      `SELECT * FROM '${secret}'`,
      `COPY (SELECT 1) TO '${join(folder, "out.csv")}'`,
      `ATTACH '${join(folder, "out.duckdb")}'`,
      "INSTALL httpfs",
      "SET enable_external_access = true",
      "SET allowed_paths = ['/']",
      "SET threads = 1",
      "RESET lock_configuration",
    ])
      await expect(engine.run(sql, []), sql).rejects.toThrow(/configuration|disabled|not allowed|locked/i);
  });

  it("says that it is closed", async () => {
    const engine: DuckDBEngine = await openDuckDB(":memory:");
    await engine.close();
    await engine.close();
    await expect(engine.run("SELECT 1", [])).rejects.toThrow("closed");
  });
});

describe("A table of events", () => {
  it.each([
    [{ table: "events; DROP TABLE events" }],
    [{ table: "a.b.c.d" }],
    [{ table: "" }],
    [{ table: 'ev"ents' }],
    [{ columns: { start: "start_ms) OR (1=1" } }],
    [{ columns: { event: "été" } }],
    [{ fields: { title: { column: "title'--", type: "text" } } }],
    [{ fields: { title: { column: "title", type: "date" } } }],
    [{ levels: { table: "lv`", finest: 1, step: 1 } }],
    [{ levels: { table: "lv", finest: 1.5, step: 1 } }],
    [{ levels: { table: "lv", finest: 1, step: 0 } }],
    [{ revision: "a b" }],
    [{ revision: "" }],
    [{ lanes: { length: 70_000 } }],
  ])("is refused as %j", (part) => {
    const table = { ...prepared.table, ...part } as EventTable;
    expect(() => sqlSource(prepared.engine, table)).toThrow(expect.objectContaining({ code: "source-table" }));
  });

  it("may be called like a word of the language", async () => {
    const { engine, table } = prepared;
    await engine.run('CREATE SCHEMA "order"', []);
    await engine.run(`CREATE TABLE "order"."select" AS SELECT start_ms AS "group", * FROM ${table.table}`, []);
    const source = sqlSource(engine, { ...table, table: "order.select", columns: { start: "group", event: "event" } });
    const query = { level: 36, from: -(2 ** 45), to: 2 ** 45, limit: 5 };
    const plain = sqlSource(engine, table);
    expect(hashOf(await source.query(query))).toBe(hashOf(await plain.query(query)));
  });

  it("is refused where it has lanes that nobody knows", async () => {
    const source = sqlSource(prepared.engine, { ...prepared.table, lanes: ["one"] });
    await expect(source.describe()).rejects.toThrow(/columns.lane: found 1, expected codes of lanes from 0 to 0/);
  });

  it("does without levels that count other events, and takes another revision when it is asked what there is", async () => {
    const { engine, table } = prepared;
    const leveled = { ...table, table: "growing", levels: { table: "growing_levels", finest: 20, step: 4 } };
    await engine.run(`CREATE TABLE growing AS FROM ${table.table}`, []);
    for (const statement of levelStatements("duckdb", leveled)) await engine.run(statement, []);
    const source = sqlSource(engine, leveled);
    const before = await source.describe();
    const query = { level: 44, from: -(2 ** 52), to: 2 ** 52, limit: 0 };
    expect((await source.query({ ...query, revision: before.revision })).total).toBe(5_000);
    await engine.run(`INSERT INTO growing (id, start_ms, end_ms, lane, rk) VALUES (5000, 0, 0, 0, 1)`, []);
    const after = await source.describe();
    expect(after.revision).not.toBe(before.revision);
    expect((await source.query({ ...query, revision: after.revision })).total).toBe(5_001);
    const gone = source.query({ ...query, revision: before.revision });
    await expect(gone).rejects.toThrow(expect.objectContaining({ code: "revision-gone" }));
  });

  it("takes a revision that comes as soon as it is asked for", async () => {
    const { engine, table } = prepared;
    await engine.run(`CREATE TABLE fresh AS FROM ${table.table}`, []);
    const [source, other] = [0, 1].map(() => sqlSource(engine, { ...table, table: "fresh" })) as [
      ReturnType<typeof sqlSource>,
      ReturnType<typeof sqlSource>,
    ];
    await source.describe();
    await engine.run("DELETE FROM fresh WHERE id = 7", []);
    const { revision } = await other.describe();
    const answer = await source.query({ level: 44, from: -(2 ** 52), to: 2 ** 52, limit: 0, revision });
    expect(answer).toMatchObject({ revision, total: 4_999 });
  });
});
