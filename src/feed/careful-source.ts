import { isObject } from "../model/rules.js";
import type { EventSource, SourceRow } from "../source/contract.js";
import { checkDescription, refuse } from "../source/description.js";

/** The source of an author, all of whose faults are rejected promises: also what throws at once, and what is no answer. */
export function carefulSource(source: EventSource): EventSource {
  return {
    describe: async (ask) => checkDescription(await source.describe(ask)),
    async query(question) {
      const slice = await source.query(question);
      const { cells, winners, events } = (slice as Partial<typeof slice> | undefined) ?? {};
      if (![cells, winners, events ?? winners].every(isTable)) refuse("query", slice, "a slice");
      return slice;
    },
    ...(source.goingOn && {
      async goingOn(question) {
        const events = await source.goingOn!(question);
        if (!isTable(events)) refuse("goingOn", events, "events as numbers");
        return events;
      },
    }),
    async byId(ids, ask) {
      const rows: unknown = await source.byId(ids, ask);
      if (!Array.isArray(rows) || !rows.every((row) => isObject(row))) refuse("byId", rows, "a list of events");
      return rows as unknown as readonly SourceRow[];
    },
    ...(source.subscribe && {
      subscribe(listener) {
        const end = source.subscribe!(listener) as (() => void) | undefined;
        return typeof end === "function" ? end : () => undefined;
      },
    }),
  };
}

function isTable(found: unknown): boolean {
  return isObject(found) && ArrayBuffer.isView(found["lane"]);
}
