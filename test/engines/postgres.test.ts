import { describe, expect, it, afterAll, beforeAll } from "vitest";
import { openPostgres, type PostgresEngine } from "../../src/source/engines/postgres.js";
import { levelStatements } from "../../src/source/sql/levels.js";
import { sqlSource } from "../../src/source/sql/sql-source.js";
import type { EventTable } from "../../src/source/sql/table.js";
import { rankOf } from "../../src/store/rank.js";
import { describeSource, type Material } from "../support/source-conformance.js";
import { SOURCE_FIELDS } from "../support/source-events.js";
import { findPostgres, startPostgres } from "./postgres-server.js";

const bin = findPostgres();

describe.skipIf(bin === undefined)("PostgreSQL", () => {
  let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let writer: PostgresEngine;
  beforeAll(async () => {
    server = await startPostgres(bin!);
    writer = await openPostgres(server.address, { readOnly: false, timeout: 0 });
  });
  afterAll(async () => {
    if (server) await writer.close();
    await server?.stop();
  });

  const fill = async (name: string, { rows, lanes }: Material): Promise<EventTable> => {
    const fields = Object.entries(SOURCE_FIELDS).map(([field, type]) => ({ field, type, column: `field_${field}` }));
    const own = fields.map(({ column, type }) => `${column} ${type === "text" ? "text" : "double precision"}`);
    const columns = ["id bigint PRIMARY KEY", "start_ms bigint", "end_ms bigint", "lane smallint", "rk bigint"];
    await writer.run(`CREATE TABLE ${name} (${[...columns, ...own, "event text"].join(", ")})`, []);
    for (let first = 0; first < rows.length; first += 5_000) {
      const batch = rows.slice(first, first + 5_000).map(({ id, start, end, lane, importance, event }) => ({
        ...{ id, start_ms: start, end_ms: end, lane, rk: rankOf(importance, id), event: JSON.stringify(event) },
        ...Object.fromEntries(fields.map(({ field, column }) => [column, event[field] ?? null])),
      }));
      await writer.run(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [
        JSON.stringify(batch),
      ]);
    }
    await writer.run(`CREATE INDEX ON ${name} (start_ms)`, []);
    const table = Object.fromEntries(fields.map(({ field, type, column }) => [field, { type, column }]));
    return { table: name, columns: { event: "event" }, fields: table, lanes };
  };

  describeSource("A source of events in PostgreSQL", async (material) => {
    const table = await fill("events", material);
    const engine = await openPostgres(server!.address);
    return { source: sqlSource(engine, table), stop: () => engine.close() };
  });

  describeSource("A source of events in PostgreSQL with levels", async (material) => {
    const table = await fill("leveled", material);
    const leveled = { ...table, table: "public.leveled", levels: { table: "public.levels", finest: 18, step: 3 } };
    for (const statement of levelStatements("postgres", leveled)) await writer.run(statement, []);
    const engine = await openPostgres(server!.address);
    return { source: sqlSource(engine, leveled), stop: () => engine.close() };
  });

  it("counts the values of a large table where they are few, and no others", async () => {
    const columns = ["i AS id", "i * 1000 AS start_ms", "i * 1000 AS end_ms", "0 AS lane", "17179869183 - i AS rk"];
    const texts = ["CASE WHEN i % 5 = 0 THEN 'report' ELSE 'note' END AS kind", "greatest(i, 20000)::text AS title"];
    const rows = "generate_series(0::bigint, 999999) AS t(i)";
    await writer.run(`CREATE TABLE large AS SELECT ${[...columns, ...texts].join(", ")} FROM ${rows}`, []);
    const asked: string[] = [];
    const engine = {
      ...writer,
      run: (...question: Parameters<PostgresEngine["run"]>) => {
        asked.push(question[0]);
        return writer.run(...question);
      },
    };
    const fields = { kind: { column: "kind", type: "text" }, title: { column: "title", type: "text" } } as const;
    const { fields: told } = await sqlSource(engine, { table: "large", fields, lanes: ["a"] }).describe();
    expect(told).toEqual([
      {
        name: "kind",
        type: "text",
        values: [
          { value: "note", count: 800_000 },
          { value: "report", count: 200_000 },
        ],
      },
      { name: "title", type: "text" },
    ]);
    expect(asked.filter((sql) => sql.includes("m_value,"))).toHaveLength(1);
  });

  it("works no longer on what nobody waits for", async () => {
    const control = new AbortController();
    const asked = writer.run("SELECT count(*) FROM generate_series(1, 1000000000)", [], { signal: control.signal });
    const isRunning = async (): Promise<boolean> => {
      const sql = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1";
      return (await writer.run(sql, ["SELECT count(*) FROM generate_series%"]))["n"]![0] === 1;
    };
    await expect.poll(isRunning).toBe(true);
    control.abort(new Error("gone"));
    await expect(asked).rejects.toThrow("gone");
    expect(await isRunning()).toBe(false);
  });

  it("lets statements read only, and ends those that take too long", async () => {
    const engine = await openPostgres(server!.address, { timeout: 100 });
    await expect(engine.run("CREATE TABLE mischief (a int)", [])).rejects.toThrow(/read-only/);
    await expect(engine.run("SELECT pg_sleep(5)", [])).rejects.toThrow(/timeout/);
    await engine.close();
    await engine.close();
  });
});
