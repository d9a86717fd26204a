import { afterAll, beforeAll, describe } from "vitest";
import { openClickHouse } from "../../src/source/engines/clickhouse.js";
import { levelStatements } from "../../src/source/sql/levels.js";
import { sqlSource } from "../../src/source/sql/sql-source.js";
import { describeSource, type Material } from "../support/source-conformance.js";
import { findChdb, startChdb, type Chdb } from "./chdb.js";
import { linesOf, TABLE, tableNamed } from "./clickhouse-tables.js";

const home = findChdb();

describe.skipIf(home === undefined)("A current ClickHouse", () => {
  let server: Chdb | undefined;
  beforeAll(async () => {
    server = await startChdb(home!);
  });
  afterAll(() => server?.stop());

  const create = (name: string): Promise<string> => server!.command(`CREATE TABLE ${name} ${TABLE}`);
  const insert = (name: string, rows: Material["rows"]): Promise<string> =>
    server!.command(`INSERT INTO ${name} FORMAT JSONEachRow`, linesOf({ rows }));

  describeSource("A source of events in it", async ({ rows, lanes }) => {
    await create("events");
    await insert("events", rows);
    const engine = openClickHouse(server!.address);
    return { source: sqlSource(engine, tableNamed("events", lanes)), stop: () => engine.close() };
  });

  describeSource("A source of events in it with levels that grow with them", async ({ rows, lanes }) => {
    const table = { ...tableNamed("leveled", lanes), levels: { table: "leveled_levels", finest: 18, step: 4 } };
    const half = Math.floor(rows.length / 2);
    await create("leveled");
    await insert("leveled", rows.slice(0, half));
    for (const sql of levelStatements("clickhouse", table)) await server!.command(sql);
    await insert("leveled", rows.slice(half));
    const engine = openClickHouse(server!.address);
    return { source: sqlSource(engine, table), stop: () => engine.close() };
  });
});
