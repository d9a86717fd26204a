import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openClickHouse } from "../../src/source/engines/clickhouse.js";
import { levelStatements } from "../../src/source/sql/levels.js";
import { sqlSource } from "../../src/source/sql/sql-source.js";
import type { EventTable } from "../../src/source/sql/table.js";
import { describeSource, hashOf, type Material } from "../support/source-conformance.js";
import { findClickHouse, startCluster, type Cluster } from "./clickhouse-cluster.js";
import { linesOf, TABLE, tableNamed } from "./clickhouse-tables.js";

const path = findClickHouse();

describe.skipIf(path === undefined)("A cluster of ClickHouse", () => {
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    cluster = await startCluster(path!);
  });
  afterAll(() => cluster?.stop());

  const everywhere = async (statements: readonly string[]): Promise<void> => {
    const { addresses, command } = cluster!;
    for (const shard of addresses.keys()) for (const sql of statements) await command(shard, sql);
  };
  const create = async (name: string): Promise<void> => {
    const spread = `AS ${name}_local ENGINE = Distributed(${cluster!.name}, default, ${name}_local, id)`;
    await everywhere([`CREATE TABLE ${name}_local ${TABLE}`, `CREATE TABLE ${name} ${spread}`]);
  };
  const insert = async (name: string, { rows }: Pick<Material, "rows">): Promise<void> => {
    const query = { query: `INSERT INTO ${name} FORMAT JSONEachRow`, insert_distributed_sync: "1" };
    await cluster!.command(0, linesOf({ rows }), query);
  };
  /** A table of levels on each shard, and one over all of them. */
  const addLevels = async (table: EventTable, finest: number): Promise<EventTable> => {
    const name = `${table.table}_levels`;
    const local = { ...table, table: `${table.table}_local`, levels: { table: `${name}_local`, finest, step: 4 } };
    const spread = `CREATE TABLE ${name} AS ${name}_local ENGINE = Distributed(${cluster!.name}, default, ${name}_local)`;
    await everywhere([...levelStatements("clickhouse", local), spread]);
    return { ...table, levels: { table: name, finest, step: 4 } };
  };

  describeSource("A source of events in it", async (material) => {
    await create("events");
    await insert("events", material);
    const engine = openClickHouse(cluster!.addresses[0]!);
    return { source: sqlSource(engine, tableNamed("events", material.lanes)), stop: () => engine.close() };
  });

  describeSource("A source of events in it with levels that grow with them", async (material) => {
    await create("leveled");
    const half = Math.floor(material.rows.length / 2);
    await insert("leveled", { ...material, rows: material.rows.slice(0, half) });
    const table = await addLevels(tableNamed("leveled", material.lanes), 18);
    await insert("leveled", { ...material, rows: material.rows.slice(half) });
    const settings = {};
    const engine = openClickHouse(cluster!.addresses[1]!, { user: "reader", password: "of a test", settings });
    return { source: sqlSource(engine, table), stop: () => engine.close() };
  });

  it("works no longer on what nobody waits for", async () => {
    const engine = openClickHouse(cluster!.addresses[0]!);
    const control = new AbortController();
    const sql = "SELECT count() AS n FROM numbers(100000000000) WHERE NOT ignore(sipHash64(number))";
    const asked = engine.run(sql, [], { signal: control.signal });
    const running = async (): Promise<number> => {
      const found = await engine.run("SELECT count() AS n FROM system.processes WHERE query LIKE $1", [
        "%numbers(1000%",
      ]);
      return Number(found["n"]![0]);
    };
    await expect.poll(running).toBe(1);
    control.abort(new Error("gone"));
    await expect(asked).rejects.toThrow("gone");
    await expect.poll(running, { timeout: 5_000 }).toBe(0);
    await engine.close();
  });

  it("lets statements read only", async () => {
    const [address] = cluster!.addresses as [string];
    for (const engine of [
      openClickHouse(address),
      openClickHouse(address, { user: "reader", password: "of a test", settings: {} }),
    ])
      await expect(engine.run("CREATE TABLE mischief (a UInt8) ENGINE = Memory", [])).rejects.toThrow(/readonly/i);
    await expect(openClickHouse(address, { user: "reader", password: "no" }).run("SELECT 1", [])).rejects.toThrow();
  });

  it("answers wholly or not at all when a shard is gone, and again when it is back", async () => {
    const name = "large";
    const rows = Number(process.env["ENGINE_ROWS"] ?? 1_000_000);
    await create(name);
    const table = await addLevels(tableNamed(name, ["a", "b", "c", "d"]), 24);
    const event = "toInt64(number) AS id, toInt64(intHash64(number) % 315360000000) - 157680000000 AS start_ms";
    const rank = "toInt64(bitShiftLeft(toUInt64(intHash64(number + 7) % 262145), 34)) + 17179869183 - number AS rk";
    await cluster!.command(
      0,
      `INSERT INTO ${name} (id, start_ms, end_ms, lane, rk, field_kind, field_title, event) SELECT id, start_ms, start_ms AS end_ms,
       toInt16(number % 4) AS lane, toInt64(rk) AS rk, if(number % 5 = 0, 'report', 'note') AS field_kind,
       if(start_ms < 0, '', toString(number)) AS field_title, '{}' AS event FROM
       (SELECT number, ${event}, ${rank} FROM numbers(${rows}))`,
      { insert_distributed_sync: "1" },
    );
    const engine = openClickHouse(cluster!.addresses[0]!);
    const source = sqlSource(engine, table);
    const { count, fields } = await source.describe();
    expect(count).toBe(rows);
    expect(fields.find(({ name }) => name === "title")?.values).toBeUndefined();
    expect(fields.find(({ name }) => name === "kind")?.values).toEqual([
      { value: "note", count: rows * 0.8 },
      { value: "report", count: rows * 0.2 },
    ]);
    const from = -(2 ** 38);
    const wide = { level: 28, from, to: 2 ** 38, limit: 0 };
    const narrow = { level: 20, from: 0, to: 2 ** 30, limit: 1_024 };
    const before = await Promise.all([wide, narrow].map((query) => source.query(query)));
    expect(before[0]!.total).toBe(rows);
    const raw = sqlSource(engine, tableNamed(name, ["a", "b", "c", "d"]));
    expect(hashOf(await raw.query(wide))).toBe(hashOf(before[0]!));

    const asked = Promise.allSettled(Array.from({ length: 20 }, () => source.query(wide)));
    await cluster!.kill(2);
    const meanwhile = await asked;
    for (const answer of meanwhile)
      if (answer.status === "fulfilled") expect(hashOf(answer.value)).toBe(hashOf(before[0]!));
    for (const query of [wide, narrow]) await expect(source.query(query)).rejects.toThrow();
    await expect(source.describe()).rejects.toThrow();

    await cluster!.start(2);
    const after = await Promise.all([wide, narrow].map((query) => source.query(query)));
    expect(after.map(hashOf)).toEqual(before.map(hashOf));
    await engine.close();
  });
});
