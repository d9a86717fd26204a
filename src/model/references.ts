import type { Report } from "./issue-log.js";
import type { ResolvedEvent } from "./model.js";

/** One row with what it says about other rows. */
export interface Referrer {
  readonly index: number;
  readonly id: string;
  readonly partOf: string | undefined;
  readonly leadsTo: readonly string[];
}

/** The references of one event that hold. */
export type References = Pick<ResolvedEvent, "partOf" | "parts" | "leadsTo">;

/**
 * Checks what events say about each other. A reference to nothing is an issue and is dropped; so is the one that closes a
 * ring of parts.
 *
 * @param rows - The events that are shown.
 * @param isKnown - Whether an id belongs to a row at all; a row that can't be shown is no further issue.
 * @returns The references by id.
 */
export function resolveReferences(
  rows: readonly Referrer[],
  isKnown: (id: string) => boolean,
  report: Report,
): ReadonlyMap<string, References> {
  const ids = new Set(rows.map((row) => row.id));
  const isHeld = (target: string, path: string): boolean => {
    if (!ids.has(target) && !isKnown(target)) report("reference-unknown", path, target, "the id of an event");
    return ids.has(target);
  };
  const references = new Map<string, { partOf: string | undefined; parts: string[]; leadsTo: readonly string[] }>();
  for (const { id, index, leadsTo } of rows) {
    const held = leadsTo.filter((target, i) => isHeld(target, `events[${index}].leadsTo[${i}]`));
    references.set(id, { partOf: undefined, parts: [], leadsTo: held });
  }
  const above = new Map<string, string>();
  for (const { id, index, partOf } of rows) {
    const path = `events[${index}].partOf`;
    if (partOf === undefined || !isHeld(partOf, path)) continue;
    const root = rootOf(partOf, above);
    if (root === id) {
      report("part-cycle", path, partOf, "an event that is not a part of this one");
      continue;
    }
    above.set(id, root);
    references.get(id)!.partOf = partOf;
    references.get(partOf)!.parts.push(id);
  }
  return references;
}

/** The top of the tree that an id is in; shortens the way for the next time (path halving, Tarjan and van Leeuwen 1984). */
function rootOf(id: string, above: Map<string, string>): string {
  let at = id;
  for (let next = above.get(at); next !== undefined; next = above.get(at)) {
    above.set(at, above.get(next) ?? next);
    at = next;
  }
  return at;
}
