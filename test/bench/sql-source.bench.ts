import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDuckDB } from "../../src/source/engines/duckdb.js";
import type { DuckDBEngine } from "../../src/source/engines/workshop.js";
import { chooseLevels, levelStatements } from "../../src/source/sql/levels.js";
import { questionsFor } from "../../src/source/sql/questions.js";
import { sqlSource } from "../../src/source/sql/sql-source.js";
import { checkTable, type EventTable } from "../../src/source/sql/table.js";
import type { SourceQuery } from "../../src/source/contract.js";

/** Ten times as many as the smaller table has. */
const LARGE = Number(process.env["SOURCE_ROWS"] ?? 10_000_000);
const LANES = Array.from({ length: 32 }, (_, i) => `lane ${i}`);
const YEARS = 10 * 365 * 86_400_000;
const ROUNDS = 15;

const folder = process.env["SOURCE_FOLDER"] ?? mkdtempSync(join(tmpdir(), "mizwala-source-"));
const engines: DuckDBEngine[] = [];
afterAll(async () => {
  for (const engine of engines) await engine.close();
  if (process.env["SOURCE_FOLDER"] === undefined) rmSync(folder, { recursive: true });
});

/** A database of so many invented events of ten years, nearly in their order. */
async function database(count: number): Promise<{ engine: DuckDBEngine; table: EventTable }> {
  const path = join(folder, `${count}.duckdb`);
  const plain: EventTable = { table: "events", lanes: LANES, revision: "1" };
  const levels = chooseLevels("levels", count, [0, YEARS])!;
  if (!existsSync(path)) {
    const writer = await openDuckDB(path, { readOnly: false, memoryLimit: "4GB" });
    const chance = (salt: number): string => `(hash(range + ${salt}) % 1000000007 / 1000000007.0)`;
    const start = `CAST(range * ${YEARS / count} + ${chance(1)} * 86400000 AS BIGINT)`;
    const lane = `CAST(floor(32 * pow(${chance(4)}, 2)) AS INTEGER)`;
    const rank = `CAST(floor(pow(${chance(5)}, 6) * 262144) AS BIGINT) * 17179869184 + 17179869183 - range`;
    await writer.run(
      `CREATE TABLE events AS SELECT range AS id, ${start} AS start_ms, start_ms + range % 1000 AS end_ms, ${lane} AS lane, ${rank} AS rk
       FROM range(${count})`,
      [],
    );
    for (const statement of levelStatements("duckdb", { ...plain, levels })) await writer.run(statement, []);
    await writer.close();
  }
  const engine = await openDuckDB(path);
  engines.push(engine);
  return { engine, table: { ...plain, levels } };
}

/** The middle of the times that each of some works takes, done in turn. */
async function medians(...works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, work] of works.entries()) {
      const before = performance.now();
      await work();
      times[i]!.push(performance.now() - before);
    }
  return times.map((all) => all.sort((a, b) => a - b)[ROUNDS >> 1]!);
}

describe("A source over DuckDB", () => {
  it("answers for the whole span in about the time that a tenth of the events takes", async () => {
    const [large, small] = [await database(LARGE), await database(LARGE / 10)];
    const level = Math.ceil(Math.log2(YEARS / 1_920));
    const slot = 2 ** (level + 4);
    const whole: SourceQuery = { level, from: 0, to: Math.ceil(YEARS / slot) * slot, limit: 0 };
    const [many, few, raw] = [large, small, { ...large, table: { ...large.table, levels: undefined } }].map(
      ({ engine, table }) => sqlSource(engine, table),
    ) as [ReturnType<typeof sqlSource>, ReturnType<typeof sqlSource>, ReturnType<typeof sqlSource>];
    const answer = await many.query(whole);
    expect(answer.total).toBe(LARGE);
    expect(answer.cells.count.length).toBeLessThanOrEqual(2 * 1_920 * LANES.length);
    expect(answer).toEqual(await raw.query(whole));
    const [manyTime, fewTime] = await medians(
      () => many.query(whole),
      () => few.query(whole),
    );
    const [rawTime] = await medians(() => raw.query(whole));
    console.log(
      `whole span, ${LARGE} over ${LARGE / 10} events: ${manyTime!.toFixed(1)} / ${fewTime!.toFixed(1)} ms = ` +
        `${(manyTime! / fewTime!).toFixed(2)}; without levels ${rawTime!.toFixed(0)} ms; ${answer.cells.count.length} cells`,
    );
    expect(manyTime! / fewTime!).toBeLessThanOrEqual(2);
  });

  it("answers for a tile in at most twice the time of the bare SQL", async () => {
    const { engine, table } = await database(LARGE);
    const source = sqlSource(engine, table);
    const ask = questionsFor(checkTable(table), "duckdb");
    for (const level of [table.levels!.finest + 4, table.levels!.finest - 3, 12]) {
      const tile = 256 * 2 ** level;
      const at = (turn: number): SourceQuery => {
        const from = Math.floor((YEARS * ((turn * 0.37) % 1)) / tile) * tile;
        return { level, from, to: from + tile, limit: 256 };
      };
      let turns = [0, 0];
      const bare = async (): Promise<void> => {
        const query = { ...at(turns[0]!++), lanes: undefined, filter: undefined };
        const isStored = level >= table.levels!.finest;
        const { sql, params } = isStored ? ask.levelCells(query, table.levels!) : ask.cells(query);
        const { m_count: counts } = await engine.run(sql, params);
        const total = Array.from(counts!, Number).reduce((sum, count) => sum + count, 0);
        if (total === 0 || total > query.limit) return;
        const events = ask.events(query, query.limit);
        await engine.run(events.sql, events.params);
      };
      await source.query(at(0));
      turns = [0, 0];
      const [sourceTime, bareTime] = await medians(() => source.query(at(turns[1]!++)), bare);
      console.log(
        `tile at level ${level}: ${sourceTime!.toFixed(1)} / ${bareTime!.toFixed(1)} ms = ${(sourceTime! / bareTime!).toFixed(2)}`,
      );
      expect(sourceTime! / bareTime!).toBeLessThanOrEqual(2);
    }
  });
});
