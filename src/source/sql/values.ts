import { times } from "../../base/times.js";
import type { SourceDescription, SourceField } from "../contract.js";
import { countable, fewValues, MOST_VALUES } from "../few-values.js";
import type { SqlColumns } from "./engine.js";
import { FEW } from "./levels.js";
import type { Questions } from "./questions.js";
import type { CheckedTable } from "./table.js";
import type { Condition } from "./where.js";

/**
 * The fields of a table with their values, where these are few. What the first rows have tells that of most fields at once. In a large
 * table, the others are counted where they are few among a thousandth of all values as well, so that no engine has to keep many.
 */
export async function countValues(
  { count, fields }: Pick<SourceDescription, "count" | "fields">,
  table: CheckedTable,
  ask: Questions,
  run: (question: Condition) => Promise<SqlColumns>,
): Promise<readonly SourceField[]> {
  const fewOf = async (
    names: readonly string[],
    write: (columns: readonly string[]) => Condition,
  ): Promise<readonly string[]> => {
    if (names.length === 0) return names;
    const found = await run(write(names.map((name) => table.fields[name]!.column)));
    return names.filter((_, i) => Number(found[`m_values${i}`]![0]) <= MOST_VALUES);
  };
  let names: readonly string[] = countable(fields).map(({ name }) => name);
  names = await fewOf(names, ask.someValues);
  if (count >= FEW) names = await fewOf(names, ask.sparseValues);
  const told = new Map<string, SourceField["values"]>();
  for (const name of names) {
    const { m_value: values, m_count: counts } = await run(ask.values(table.fields[name]!.column));
    told.set(name, fewValues(times(values!.length, (i) => ({ value: String(values![i]), count: Number(counts![i]) }))));
  }
  return fields.map((field) => {
    const values = told.get(field.name);
    return values ? { ...field, values } : field;
  });
}
