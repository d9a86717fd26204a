import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { openDuckDB } from "../../../src/source/engines/duckdb.js";
import { sqlSource } from "../../../src/source/sql/sql-source.js";
import { fileOf } from "./files.js";

const table = { table: "events", lanes: ["a", "b"], levels: { table: "levels", finest: 36, step: 4 } };

async function outcomeOf(
  content: unknown,
  ...words: readonly string[]
): Promise<{ code: number; printed: string; warned: string }> {
  let [printed, warned] = ["", ""];
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const code = await run(["levels", "events.json", ...words], {
    read: (path) => fileOf(path, text),
    write: () => Promise.reject(new Error("writes nothing")),
    print: (piece) => (printed += piece),
    warn: (piece) => (warned += piece),
  });
  return { code, printed, warned };
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mizwala-levels-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("mizwala levels", () => {
  it.each(["duckdb", "postgres", "clickhouse"] as const)(
    "prints the statements for %s and reaches nothing",
    async (engine) => {
      const file = { engine, connection: "nowhere", table };
      const { code, printed, warned } = await outcomeOf(file, "--engine", engine);
      expect({ code, warned }).toEqual({ code: 0, warned: "" });
      expect(printed).toMatchSnapshot();
    },
  );

  it("runs them, chooses levels where none are named, and says which", async () => {
    const connection = join(folder, "many.duckdb");
    const writer = await openDuckDB(connection, { readOnly: false });
    const columns =
      "range AS id, range * 1000 AS start_ms, range * 1000 AS end_ms, range % 2 AS lane, 17179869183 - range AS rk";
    await writer.run(`CREATE TABLE events AS SELECT ${columns} FROM range(1000000)`, []);
    await writer.close();
    const file = { engine: "duckdb", connection, table: { table: "events", lanes: ["a", "b"] } };
    const { code, printed, warned } = await outcomeOf(file, "--run");
    expect({ code, warned }).toMatchObject({
      code: 0,
      warned: expect.stringMatching(/^1 of 8 done\n[^]*8 of 8 done\n$/) as string,
    });
    const { levels } = JSON.parse(printed) as Pick<typeof table, "levels">;
    expect(levels).toEqual({ table: "events_levels", finest: 18, step: 4 });

    const engine = await openDuckDB(connection);
    const query = { level: 24, from: 0, to: 2 ** 30, limit: 0 };
    const answers = await Promise.all(
      [undefined, levels].map((own) => sqlSource(engine, { ...file.table, levels: own }).query(query)),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.total).toBe(1_000_000);
    await engine.close();
  });

  it.each([
    ["{", /expected JSON with \{ engine/],
    [[], /expected JSON with \{ engine/],
    [{ engine: "oracle" }, /engine: expected one of duckdb/],
    [{ engine: "duckdb", connection: 1 }, /connection: expected/],
    [{ engine: "duckdb", connection: "x", user: 1 }, /user: expected a text/],
    [{ engine: "duckdb", connection: "x", table: { table: "t" } }, /table: expected/],
    [{ engine: "duckdb", connection: "x", table: { table: "t; DROP", lanes: [] } }, /table.table: found "t; DROP"/],
    [
      { engine: "duckdb", connection: "x", table: { table: "t", lanes: [] } },
      /table.levels: expected .* --run chooses/,
    ],
  ])("says what is wrong with %j", async (content, words) => {
    const { code, printed, warned } = await outcomeOf(content);
    expect({ code, printed }).toEqual({ code: 1, printed: "" });
    expect(warned).toMatch(/^events.json: /);
    expect(warned).toMatch(words);
  });

  it("says that a database is not there, and that a password is missing", async () => {
    const nowhere = { engine: "duckdb", connection: join(folder, "nowhere", "x.duckdb"), table };
    expect(await outcomeOf(nowhere, "--run")).toMatchObject({
      code: 1,
      warned: expect.stringContaining("x.duckdb") as string,
    });
    const secret = {
      engine: "clickhouse",
      connection: "http://127.0.0.1:1",
      passwordVariable: "MIZWALA_NO_SUCH",
      table,
    };
    expect(await outcomeOf(secret, "--run")).toMatchObject({
      code: 1,
      warned: expect.stringContaining("MIZWALA_NO_SUCH") as string,
    });
  });

  it("refuses another engine than that of the file", async () => {
    const { code, warned } = await outcomeOf({ engine: "duckdb", connection: "x", table }, "--engine", "postgres");
    expect({ code, warned }).toMatchObject({ code: 2, warned: expect.stringContaining("says duckdb") as string });
  });
});
