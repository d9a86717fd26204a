import type { Report } from "./issue-log.js";

/** A row that needs a name: the one it was given, and what to call it otherwise. */
export interface Nameless {
  readonly index: number;
  readonly id: string | undefined;
  readonly fallback: string;
}

/**
 * Gives each row a name of its own. The first row with an id keeps it; a later one with the same id gets a suffix
 * (`visit-2`) and is an issue; a row without an id is called by its fallback.
 *
 * @param list - The list that the rows stand in.
 * @returns The names, in the order of the rows.
 */
export function assignIds(
  rows: readonly Nameless[],
  report: Report,
  list: "events" | "eras" = "events",
): readonly string[] {
  const claimed = new Set(rows.flatMap((row) => row.id ?? []));
  const taken = new Set<string>();
  const lastSuffix = new Map<string, number>();
  const unused = (base: string): string => {
    let id = base;
    for (let n = lastSuffix.get(base) ?? 1; claimed.has(id) || taken.has(id); lastSuffix.set(base, n))
      id = `${base}-${++n}`;
    return id;
  };
  return rows.map(({ index, id: given, fallback }) => {
    const isFree = given !== undefined && !taken.has(given);
    const id = isFree ? given : unused(given ?? fallback);
    if (given !== undefined && !isFree)
      report("id-duplicate", `${list}[${index}].id`, given, "an id that no other one has");
    taken.add(id);
    return id;
  });
}
