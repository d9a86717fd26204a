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
