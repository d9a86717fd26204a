import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDuckDB } from "../../../src/source/engines/duckdb.js";
import type { DuckDBEngine } from "../../../src/source/engines/workshop.js";
import { sqlSource } from "../../../src/source/sql/sql-source.js";
import type { EventTable } from "../../../src/source/sql/table.js";

const COUNT = 1_000_000;
const TEXTS = {
  kind: "CASE WHEN i % 5 = 0 THEN 'report' WHEN i % 5 < 4 THEN 'note' END",
  title: "'Report ' || i",
  // The first rows say that there are few.
  late: "greatest(i, 20000) || ''",
  grown: "greatest(0, i // 10000 - 30) || ''",
};
const table: EventTable = {
  table: "events",
  lanes: ["a"],
  fields: Object.fromEntries(Object.keys(TEXTS).map((name) => [name, { column: name, type: "text" }])),
};

let engine: DuckDBEngine;
let asked: string[] = [];
const heard = (): DuckDBEngine => ({
  ...engine,
  run: (...question) => {
    asked.push(question[0]);
    return engine.run(...question);
  },
});
const counts = (): number => asked.filter((sql) => sql.includes("m_value,")).length;

beforeAll(async () => {
  engine = await openDuckDB(":memory:");
  const columns = "i AS id, i * 1000 AS start_ms, i * 1000 AS end_ms, 0 AS lane, 17179869183 - i AS rk";
  const texts = Object.entries(TEXTS).map(([name, sql]) => `${sql} AS ${name}`);
  await engine.run(`CREATE TABLE events AS SELECT ${columns}, ${texts.join(", ")} FROM range(${COUNT}) t(i)`, []);
});
afterAll(() => engine.close());

describe("The values of a large table", () => {
  it("are counted where they are few, and those of which there are many are never put together", async () => {
    asked = [];
    const { fields } = await sqlSource(heard(), table).describe();
    expect(fields).toEqual([
      {
        ...{ name: "kind", type: "text" },
        values: [
          { value: "note", count: 600_000 },
          { value: "report", count: 200_000 },
        ],
      },
      { name: "title", type: "text" },
      { name: "late", type: "text" },
      { name: "grown", type: "text" },
    ]);
    const groups = asked.filter((sql) => sql.includes("m_value,")).join("\n");
    expect(groups).not.toMatch(/"title"|"late"/);
  });

  it("are counted once for each revision", async () => {
    const source = sqlSource(heard(), table);
    await source.describe();
    asked = [];
    await source.describe();
    await source.query({ level: 44, from: 0, to: 2 ** 48, limit: 0 });
    expect(counts()).toBe(0);
    await engine.run("INSERT INTO events SELECT 1000000, 0, 0, 0, 17178869183, 'summit', '', '', ''", []);
    const { fields } = await source.describe();
    expect(fields[0]!.values?.at(-1)).toEqual({ value: "summit", count: 1 });
    expect(counts()).toBeGreaterThan(0);
  });
});
