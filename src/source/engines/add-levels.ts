import { chooseLevels, levelStatements } from "../sql/levels.js";
import type { EventTable } from "../sql/table.js";
import { EVENTS, type Workshop } from "./workshop.js";

const LEVELS = "mizwala_levels";

/** Makes the levels that events are worth, and says so in what it returns. */
export async function addLevels(
  workshop: Workshop,
  table: EventTable,
  onProgress: (part: number) => void,
): Promise<EventTable> {
  const found = await workshop.run(
    `SELECT count(*)::DOUBLE AS count, min(start_ms)::DOUBLE AS first, max(start_ms)::DOUBLE AS last FROM ${EVENTS}`,
    [],
  );
  const [count, first, last] = ["count", "first", "last"].map((name) => Number(found[name]![0])) as [
    number,
    number,
    number,
  ];
  const levels = chooseLevels(LEVELS, count, [first, last]);
  const leveled: EventTable = { ...table, levels };
  await workshop.run(`DROP TABLE IF EXISTS ${LEVELS}`, []);
  const statements = levelStatements("duckdb", leveled);
  for (const [i, statement] of statements.entries())
    await workshop.work(statement, (part) => {
      onProgress((i + part) / statements.length);
    });
  return leveled;
}
