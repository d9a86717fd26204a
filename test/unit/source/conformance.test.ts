import { runs } from "../../support/full.js";
import { importRows } from "../../../src/source/engines/prepared.js";
import { levelStatements } from "../../../src/source/sql/levels.js";
import { sqlSource } from "../../../src/source/sql/sql-source.js";
import { describeSource, type Material, type Opened } from "../../support/source-conformance.js";
import { SOURCE_FIELDS } from "../../support/source-events.js";

const prepared = ({ rows, lanes }: Material): ReturnType<typeof importRows> =>
  importRows(rows, { lanes, fields: SOURCE_FIELDS });

describeSource("A source of events in memory", ({ source }) => Promise.resolve({ source }));

describeSource(
  "A source of events in DuckDB",
  async (material): Promise<Opened> => {
    const { engine, table } = await prepared(material);
    return { source: sqlSource(engine, table), stop: () => engine.close() };
  },
  runs(20_000, 100_000),
);

describeSource("A source of events in DuckDB with levels", async (material) => {
  const { engine, table } = await prepared(material);
  const leveled = { ...table, levels: { table: "levels", finest: 18, step: 3 } };
  for (const statement of levelStatements("duckdb", leveled)) await engine.run(statement, []);
  return { source: sqlSource(engine, leveled), stop: () => engine.close() };
});
