import type { Report } from "./issue-log.js";

/** A row that needs a name: the one it was given, and what to call it otherwise. */
export interface Nameless {
  readonly index: number;
  readonly id: string | undefined;
  /** Names for a row that was given none, the best first: it gets the first one that no other row has or would get. */
  readonly fallbacks: readonly [string, ...string[]];
}

/**
 * Gives each row a name of its own. The first row with an id keeps it; a later one with the same id gets a suffix
 * (`visit-2`) and is an issue. A row without an id is called by the first of its fallbacks that it shares with none, so
 * that the order of the rows does not matter; where there is no such, by the last one with a suffix.
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
  const wanted = new Map<string, number>();
  for (const { id, fallbacks } of rows)
    for (const name of id === undefined ? fallbacks : []) wanted.set(name, (wanted.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  const lastSuffix = new Map<string, number>();
  const unused = (base: string): string => {
    let id = base;
    for (let n = lastSuffix.get(base) ?? 1; claimed.has(id) || taken.has(id); lastSuffix.set(base, n))
      id = `${base}-${++n}`;
    return id;
  };
  const isOwn = (name: string): boolean => wanted.get(name) === 1 && !claimed.has(name) && !taken.has(name);
  return rows.map(({ index, id: given, fallbacks }) => {
    const isFree = given !== undefined && !taken.has(given);
    const id = isFree ? given : unused(given ?? fallbacks.find(isOwn) ?? fallbacks.at(-1)!);
    if (given !== undefined && !isFree)
      report("id-duplicate", `${list}[${index}].id`, given, "an id that no other one has");
    taken.add(id);
    return id;
  });
}
